"""What a content warning covers is shown on the story's own page only, where the warning stands before it."""


def is_covered(page):
    """Whether the picture, text and transcripts of a Detail are covered."""
    return bool(page.get("content_warnings"))


def lead_image(page):
    """The lead image of a Detail, as others may show it, or None."""
    return None if is_covered(page) else page["lead_image"]
