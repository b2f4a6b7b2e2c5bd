"""A story's words, style and fonts come quickly also over a slow line."""

import gzip

from tests.factories import ProjectPageFactory, StoryPageFactory

BUDGET = 150_000
KINDS = {"document", "stylesheet", "font", "script"}


def test_story_page_weighs_little(page, transactional_db):
    """Compressed by gzip, as every server can; fonts are compressed already."""
    words = "<p>" + "The river carried us here, and <b>here</b> we stayed. " * 12 + "</p>"
    story = StoryPageFactory(
        title="River song",
        slug="river-song",
        summary="What the river remembers",
        project=ProjectPageFactory(title="Lanterns"),
        body=[
            ("heading", {"text": "The quay", "level": "2"}),
            *[("paragraph", words)] * 12,
            ("quote", {"text": "A river is a road.", "attribution": "Rahima"}),
        ],
    )
    for language, title in (("ar", "أغنية النهر"), ("bn", "নদীর গান")):
        StoryPageFactory(translation_of=story, language=language, title=title)
    weights = {}

    def weigh(response):
        if response.request.resource_type in KINDS:
            body = response.body()
            packed = body if response.request.resource_type == "font" else gzip.compress(body)
            weights[response.url] = len(packed)

    page.on("response", weigh)
    page.goto("/en/stories/river-song/", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    listed = "\n".join(f"{size:7} {url}" for url, size in sorted(weights.items()))
    assert any("/css/" in url for url in weights), listed
    assert any(url.endswith(".woff2") for url in weights), listed
    assert sum(weights.values()) <= BUDGET, listed
