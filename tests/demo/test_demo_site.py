"""One command fills an empty site with the demo; the front end in docs/examples is built from its API."""

import io
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from home.demo.files import LANGUAGES
from home.models import HomePage, StandardPage
from stories.delivery.models import PublicPage, Unfinished
from stories.library.models import StoryImage
from stories.models import CollectionObject, Partner, ProgrammePage, ProjectPage, StoryPage, Theme
from tests.fixtures.example import SITE
from tests.pages.markup import links, read

pytestmark = [pytest.mark.any_database, pytest.mark.long]

RIGHT_TO_LEFT = {"ar"}
KINDS = [
    "",
    "stories/",
    "stories/the-badge/",  # which is not in Bengali
    "stories/the-river-takes-a-name/",
    "projects/out-in-the-collection/",
    "programmes/young-makers/",
    "about/",
]
FORMATS = ["image/avif", "image/webp", "image/jpeg"]


def again():
    """What the command says when the demo is there."""
    said = io.StringIO()
    call_command("demo", stdout=said)
    return said.getvalue()


def originals(model):
    return model.objects.filter(locale__language_code="en", live=True).count()


@pytest.mark.django_db
def test_it_is_loaded_once(demo, small_pictures, settings, live_server):
    settings.BASE_URL = live_server.url
    assert "0 bundles refused; 0 warnings" in demo
    assert not Unfinished.objects.exists()
    assert "Sign in        editor / ferrybank-editor" in demo
    assert get_user_model().objects.get(username="editor").groups.count() == 2
    counts = [originals(model) for model in (ProgrammePage, ProjectPage, StandardPage)]
    assert counts == [3, 6, 3]
    assert StoryPage.objects.values("translation_key").distinct().count() == 12
    assert Theme.objects.count() == 8 * len(LANGUAGES)
    assert Partner.objects.count() == CollectionObject.objects.count() == 8 * len(LANGUAGES)
    for language in LANGUAGES:
        assert HomePage.objects.get(locale__language_code=language).organisation
        assert StoryPage.objects.filter(locale__language_code=language, live=True).count() >= 5
    row_counts = [
        model.objects.count()
        for model in (Revision, StoryImage, PageLogEntry, ModelLogEntry, get_user_model())
    ]
    assert "The demo was loaded already." in again()
    assert row_counts == [
        model.objects.count()
        for model in (Revision, StoryImage, PageLogEntry, ModelLogEntry, get_user_model())
    ]

    project = ProjectPage.objects.get(slug="river-words", locale__language_code="en")
    project.title = "Ours now"
    editor = get_user_model().objects.get(username="editor")
    project.save_revision(user=editor, log_action=True).publish(user=editor)
    again()
    project.refresh_from_db()
    assert project.title == "Ours now"


def parsed(content):
    return read(SimpleNamespace(content=content))


def test_the_example_front_end_has_every_page_in_every_language(
    demo, example, live_server, served, browser, axe
):
    example.build("npm", "run", "build")
    files = example.files
    real = {}
    for key, language, path in PublicPage.objects.values_list("key", "locale", "below"):
        real.setdefault((key, path), set()).add(language)
    assert len(real) == 29
    expected = {f"{language}/{path}index.html" for _, path in real for language in LANGUAGES}
    assert {name for name in files if name.endswith(".html")} == expected | {"index.html"}

    for (_, path), languages in real.items():
        for language in LANGUAGES:
            page = parsed(files[f"{language}/{path}index.html"])
            direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
            assert page.one("html").language == (language, direction)
            shown, _ = page.one("h1").language
            assert shown in languages
            assert (shown == language) == (language in languages)
            assert bool(page.all("p", class_="fallback")) == (language not in languages)
            canonical = page.one("link", rel="canonical").attrs["href"]
            assert canonical == f"{SITE}/{shown}/{path}"
            alternates = {each.attrs["hreflang"] for each in page.all("link", rel="alternate")}
            switcher = {
                each.attrs["hreflang"] for each in page.all("a") if "hreflang" in each.attrs
            }
            assert alternates == switcher == languages
            for address in links(page):
                inside = urlsplit(address)
                assert not address.startswith(live_server.url), address
                if address.startswith("/"):
                    assert f"{inside.path[1:]}index.html" in files, address
            for picture in page.all("picture"):
                formats = [each.attrs["type"] for each in picture.all("source")]
                assert formats == FORMATS
                assert "alt" in picture.one("img").attrs

    badge = parsed(files["ar/stories/the-badge/index.html"])
    assert "رهاب المثلية" in badge.one("main").text
    assert "Maureen “Mo” Tattersall" in badge.one("aside").text
    assert "FM.2015.9" in badge.one("aside").text
    reads_well(browser, axe, served(example.built))


def reads_well(browser, axe, site):
    """Fails where axe finds something, or where a page is wider than a small screen."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    try:
        for language in ("en", "ar", "bn"):
            for path in KINDS:
                page.goto(f"{site}/{language}/{path}")
                assert axe(page) == "", (language, path)
                assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    finally:
        context.close()
