"""The front end in docs/examples, built from the API of a running site."""

from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command

from home.demo.files import LANGUAGES
from stories.delivery.finishing import made_at_the_end
from stories.delivery.models import PublicPage
from tests.factories import StandardPageFactory, StoryPageFactory
from tests.fixtures.everything import make_everything
from tests.fixtures.example import EXAMPLE, SITE
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


def parsed(content):
    return read(SimpleNamespace(content=content))


def test_it_is_small():
    code = [path for path in EXAMPLE.rglob("*") if path.suffix in (".astro", ".css", ".mjs", ".ts")]
    written = [path for path in code if not {"node_modules", "dist", ".astro"} & {*path.parts}]
    lines = [
        line
        for path in written
        if path.name != "delivery.d.ts"
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    assert len(lines) < 400
    assert not [line for line in lines if len(line) > 110]
    assert len((EXAMPLE / "README.md").read_text(encoding="utf-8").splitlines()) <= 40
    assert not (EXAMPLE / "package-lock.json").exists()


def test_every_page_of_the_demo_in_every_language(
    example, small_pictures, live_server, served, browser, axe
):
    call_command("demo", verbosity=0)
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


@pytest.fixture
def everything(transactional_db):
    with made_at_the_end():
        return make_everything()


def test_building_again_gives_what_building_anew_gives(example, everything):
    def publish(page, **values):
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()

    pages = everything.pages
    secret = StoryPageFactory(title="Words taken back", slug="taken-back", project=None)
    everything_there_is = example.build("npm", "run", "build")
    assert "0 errors" in example.run("npm", "run", "check")
    assert example.keeps("Words taken back")
    assert example.build() == 0

    publish(pages["page", "ar"], title="من نحن")
    assert 0 < example.build() < everything_there_is

    secret.unpublish()
    pages["story", "ar"].unpublish()
    publish(pages["programme", "en"], slug="coffee-and-talk")
    history = StandardPageFactory(title="History", slug="history")
    story = StoryPageFactory(title="New words", slug="new", project=pages["project", "en"])
    example.build()
    assert not example.keeps("Words taken back")
    assert "ar/stories/taken-back/index.html" not in example.files
    assert "ar/programmes/coffee-and-talk/index.html" in example.files
    assert "New words" in example.files["bn/projects/lanterns/index.html"].decode()

    history.move(pages["page", "en"], pos="last-child")
    pages["page", "en"].refresh_from_db()
    story.delete()
    secret.save_revision().publish()
    pages["story", "ar"].save_revision().publish()
    word = pages["story", "en"].themes.get()
    word.name = "Rivers and streams"
    word.save()
    example.build()
    assert "en/about/history/index.html" in example.files
    assert not example.keeps("New words")
    assert example.keeps("Rivers and streams")

    again = example.files
    example.forget()
    example.build()
    assert example.files == again


def test_compiler_knows_every_type_of_block(example, live_server):
    blocks = Path(example.folder / "src" / "components" / "Blocks.astro")
    code = blocks.read_text(encoding="utf-8")
    blocks.write_text(code.replace('case "embed":', 'case "heading":'), encoding="utf-8")
    example.run("npm", "run", "types")
    said = example.run("npm", "run", "check", status=1)
    assert "does not satisfy the expected type 'never'" in said
