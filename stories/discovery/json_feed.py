"""A feed as JSON Feed, version 1.1."""

from .feeds import authors, entry_id, other_versions

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed):
    """The feed as a dict that is JSON."""
    return {
        "version": VERSION,
        "title": feed.title,
        "language": feed.language,
        "home_page_url": feed.home,
        "feed_url": feed.address("json"),
        "authors": [{"name": feed.site, "url": f"{feed.base}/{feed.language}/"}],
        "items": [_item(story) for story in feed.stories],
    }


def _item(story):
    """A story. What the format has no name for is under ``_story``."""
    image, language = story["lead_image"], story["language"]
    shown = {"image": image["src"]} if image else {}
    terms = (*story["themes"], *story["communities"], *story["places"])
    return {
        "id": entry_id(story),
        "url": story["url"],
        "title": story["title"],
        "language": language["served"],
        "summary": story["summary"] or story["title"],
        "content_html": story["whole_text"],
        "date_published": story["published_at"],
        "date_modified": story["updated_at"] or story["published_at"],
        "authors": [{"name": name} for name in authors(story)],
        "tags": [term["title"] for term in terms],
        **shown,
        "_story": {
            "id": story["id"],
            "original_language": language["source"],
            "freshness": language["freshness"],
            "trust": language["trust"],
            "translated_by": story["translated_by"],
            "reviewed_by": story["reviewed_by"],
            "licence": story["licence"],
            "credit_line": story["credit_line"],
            "image_credit_line": image["credit_line"] if image else "",
            "content_warnings": [warning["title"] for warning in story["content_warnings"]],
            "versions": [
                {"language": each["locale"], "url": each["url"], "title": each["title"]}
                for each in other_versions(story)
            ],
        },
    }
