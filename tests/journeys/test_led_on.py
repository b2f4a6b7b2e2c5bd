"""Being led on: from a story to what it is about, to an object, and to other stories."""

from tests.factories import StoryPageFactory
from tests.fixtures.everything import SUBJECTS, make_everything
from tests.once import lived_in


def make_everywhere():
    everything = make_everything()
    theme = everything.pages["story", "en"].themes.first()
    StoryPageFactory(title="The ferry", slug="the-ferry", themes=[theme])


everywhere = lived_in(make_everywhere)


def test_every_page_on_the_way_is_clean_and_fits(page, axe, everywhere):
    """One walk over all templates, small and to the right as well."""
    page.set_viewport_size({"width": 320, "height": 640})
    for language in ("en", "ar"):
        folders = [
            path for folder, slug in SUBJECTS.items() for path in (folder, f"{folder}/{slug}")
        ]
        for path in (f"/{language}/{each}/" for each in (*folders, "timeline")):
            page.goto(path)
            assert not axe(page), path
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.goto("/en/stories/the-ferry/")
    page.get_by_text("Also about: Rivers").first.wait_for()
    page.get_by_role("link", name="Rivers").first.press("Enter")
    page.wait_for_url("**/en/themes/rivers/")
    page.get_by_role("link", name="The ferry").press("Enter")
    page.wait_for_url("**/en/stories/the-ferry/")
