"""The timeline, as the sitemap lists it."""

from stories.delivery import tags
from stories.models import StoryPage
from stories.presentation.timeline import languages_told_in
from stories.subjects import timeline_url

from .sitemap import Listed, in_sitemap


@in_sitemap(tags.listed(StoryPage.api_type))
def timeline(languages, start, stop):
    """In the languages that something on it is in, and that are offered; nowhere where it is empty."""
    told_in = sorted(languages_told_in() - languages.empty)
    found = [Listed({tag: timeline_url(tag) for tag in told_in})] if told_in else []
    yield from found[start:stop]
