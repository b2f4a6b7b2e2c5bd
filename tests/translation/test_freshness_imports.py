"""Imported stories are ordinary pages: how far their translations are behind is known all the same."""

import pytest
from django.core.management import call_command

from stories.models import StoryPage

pytestmark = pytest.mark.django_db

STORY = """id: river
slug: river
source_language: bn
"""
TEXTS = {
    "bn": ("নদীর গান", ["নদী পথ।", "আমরা ঘাটে গেলাম।"]),
    "en": ("River song", ["A river is a road.", "We went to the ghat."]),
    "ar": ("أغنية النهر", ["النهر طريق.", "ذهبنا إلى المرسى."]),
}


@pytest.fixture
def bundle(tmp_path):
    folder = tmp_path / "river"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    for language, (title, paragraphs) in TEXTS.items():
        write(folder, language, title, paragraphs)
    return folder


def write(folder, language, title, paragraphs):
    text = f"---\ntitle: {title}\nlanguage: {language}\n---\n\n" + "\n\n".join(paragraphs) + "\n"
    (folder / f"story.{language}.md").write_text(text, encoding="utf-8")


def load(folder):
    call_command("import_stories", str(folder.parent), "--publish", verbosity=0)


def behind():
    pages = StoryPage.objects.filter(import_id="river").order_by("locale__language_code")
    return dict(pages.values_list("locale__language_code", "outdated_segments"))


def test_a_new_story_is_current_in_every_language(bundle):
    load(bundle)
    assert behind() == {"ar": 0, "bn": 0, "en": 0}
    assert StoryPage.objects.get(locale__language_code="bn").is_original


def test_what_changed_in_the_original_is_counted_until_a_translation_follows(bundle):
    load(bundle)
    write(bundle, "bn", "নদীর গান", ["নদী বড় পথ।", "আমরা ঘাটে গেলাম।"])
    load(bundle)
    assert behind() == {"ar": 1, "bn": 0, "en": 1}
    write(bundle, "en", "River song", ["A river is a wide road.", "We went to the ghat."])
    load(bundle)
    assert behind() == {"ar": 1, "bn": 0, "en": 0}


def test_a_paragraph_that_comes_between_is_one_change(bundle):
    load(bundle)
    write(bundle, "bn", "নদীর গান", ["শোনো।", "নদী পথ।", "আমরা ঘাটে গেলাম।"])
    load(bundle)
    assert behind() == {"ar": 1, "bn": 0, "en": 1}


def test_what_all_languages_share_makes_no_translation_older_or_newer(bundle):
    load(bundle)
    write(bundle, "bn", "নদীর গান", ["নদী বড় পথ।", "আমরা ঘাটে গেলাম।"])
    load(bundle)
    (bundle / "story.yaml").write_text(STORY + "recorded_by: The museum\n", encoding="utf-8")
    load(bundle)
    assert behind() == {"ar": 1, "bn": 0, "en": 1}


def test_importing_twice_changes_nothing(bundle):
    load(bundle)
    load(bundle)
    assert behind() == {"ar": 0, "bn": 0, "en": 0}
