"""The time that a story tells of, there and back."""

import pytest
import yaml

from stories.models import StoryPage
from tests.exchange.conftest import text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TIMES = {
    "1974": (1974, 1974, "year"),
    "1970s": (1970, 1979, "decade"),
    "{from: 1968, to: 1974}": (1968, 1974, "year"),
    "{from: 1960s, to: 1970s}": (1960, 1979, "decade"),
    "{from: 1974, about: true}": (1974, 1974, "about"),
    "{from: 1968, to: 1974, about: true}": (1968, 1974, "about"),
}


def test_every_way_to_say_it_comes_back_as_it_went_in(collection, run, tmp_path):
    for number, said in enumerate(TIMES):
        collection.add(f"story-{number}", slug=f"story-{number}", tells_of=yaml.safe_load(said))
    run("import_stories", collection.path, publish=True)
    times = [StoryPage.objects.get(slug=f"story-{number}").time for number in range(len(TIMES))]
    assert [tuple(time.values()) for time in times] == list(TIMES.values())
    run("export_stories", tmp_path / "out")
    files = [tmp_path / "out" / f"story-{number}" / "story.yaml" for number in range(len(TIMES))]
    assert [yaml.safe_load(file.read_text())["tells_of"] for file in files] == [
        yaml.safe_load(said) for said in TIMES
    ]


def test_one_language_may_leave_it_out(collection, run):
    files = {"story.en.md": text(), "story.ar.md": text("أغنية", "ar", tells_of=None)}
    collection.add(tells_of=1974, files=files)
    run("import_stories", collection.path)
    times = {page.locale.language_code: page.time for page in StoryPage.objects.all()}
    assert times == {
        "en": {"from_year": 1974, "to_year": 1974, "precision": "year"},
        "ar": None,
    }
