"""The site in a browser that knows neither styles nor pictures nor scripts: w3m."""

import shutil
import subprocess

import pytest

from tests.fixtures.everything import LANGUAGES, PATHS, WORDS
from tests.pages.markup import read

pytestmark = pytest.mark.any_database
SKIP = "Skip to content"


@pytest.fixture
def as_text(client):
    """`as_text(path)` is what w3m shows of a page, line by line."""
    program = shutil.which("w3m")
    if program is None:
        pytest.fail("w3m is missing: apt-get install w3m (as root)", pytrace=False)
    options = "-dump -T text/html -I UTF-8 -O UTF-8 -cols 200 -o ignore_null_img_alt=0".split()

    def shown(path):
        done = subprocess.run(
            [program, *options], input=client.get(path).content, capture_output=True, check=True
        )
        lines = (line.strip() for line in done.stdout.decode().splitlines())
        return [line for line in lines if line]

    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_begins_with_a_way_to_its_words(as_text, everything_once, language):
    for path in PATHS.values():
        lines = as_text(f"/{language}/{path}")
        assert lines[0] != "Meeting Place"
        assert lines[1] == "Meeting Place", path
        assert not [line for line in lines if "/media/" in line or line.startswith("[")], path


def test_a_story_is_read_from_its_title_to_its_credits(as_text, everything_once):
    lines = as_text("/en/stories/river-song/")
    text = "\n".join(lines)
    assert lines[0] == SKIP
    parts = [
        "Search",
        "English",
        "Stories",
        f"{WORDS['en']} 4",  # the title
        "A river",  # what the lead picture shows
        "Rahima",
        WORDS["en"],
        "Read it in",
        "Stories belong to the people who told them.",
    ]
    start = 0
    for part in parts:
        start = text.find(part, start)
        if start < 0:
            pytest.fail(f"{part!r} is not where it belongs:\n{text}", pytrace=False)
        start += len(part)
    # What it warns of comes before the words and the recordings.
    assert text.index("Loss") < text.index("Transcript")


def test_links_have_words(everything_once, client):

    for url in everything_once.urls("en"):
        for link in read(client.get(url)).all("a"):
            words = (
                link.text
                or link.attrs.get("aria-label")
                or "".join(image.attrs["alt"] for image in link.all("img"))
            )
            assert words.strip() or link.attrs.get("aria-hidden") == "true", (url, link.attrs)
