"""The front end in docs/examples, built from the API of a running site."""

from pathlib import Path

import pytest

from stories.delivery.finishing import made_at_the_end
from tests.factories import StandardPageFactory, StoryPageFactory
from tests.fixtures.everything import make_everything
from tests.fixtures.example import EXAMPLE

pytestmark = [pytest.mark.any_database, pytest.mark.long]


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
