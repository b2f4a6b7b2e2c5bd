"""An import that is repeated changes what was edited, and nothing else."""

import pytest
from wagtail.models import Revision

from stories.delivery.withdrawal.withdrawing import withdraw
from stories.library.models import StoryImage
from stories.models import StoryPage
from tests.exchange.conftest import picture, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(collection):
    collection.add(
        images={"01.jpg": {"credit": "Lin", "alt": {"en": "A boat", "ar": "قارب"}}},
        files={
            "01.jpg": picture(),
            "story.en.md": text(body="![](01.jpg)\n\nWe sang."),
            "story.ar.md": text("أغنية", "ar", "![](01.jpg)"),
        },
    )
    return collection


def revisions():
    return dict(
        StoryPage.objects.order_by("pk").values_list("locale__language_code", "latest_revision_id")
    )


def test_the_same_bundles_change_nothing(bundle, run, stored_files):
    run("import_stories", bundle.path, publish=True)
    before = revisions(), Revision.objects.count(), StoryImage.objects.count(), stored_files()
    said, _ = run("import_stories", bundle.path, publish=True)
    after = revisions(), Revision.objects.count(), StoryImage.objects.count(), stored_files()
    assert after == before
    assert "0 pages created, 0 updated, 2 unchanged, 0 published" in said


def test_an_edited_text_updates_its_language_only(bundle, run):
    run("import_stories", bundle.path, publish=True)
    before = revisions()
    bundle.write("river-song", "story.ar.md", text("نشيد", "ar", "![](01.jpg)"))
    said, _ = run("import_stories", bundle.path, publish=True)
    after = revisions()
    assert "1 updated, 1 unchanged" in said
    assert after["en"] == before["en"]
    assert after["ar"] != before["ar"]
    assert StoryPage.objects.get(locale__language_code="ar").title == "نشيد"
    assert StoryImage.objects.count() == 1


def test_a_changed_picture_updates_every_language(bundle, run):
    run("import_stories", bundle.path, publish=True)
    old = StoryPage.objects.first().lead_image_id
    bundle.write("river-song", "01.jpg", picture("maroon"))
    said, _ = run("import_stories", bundle.path, publish=True)
    assert "2 updated" in said
    assert {page.lead_image_id for page in StoryPage.objects.all()} & {old} == set()


def test_changed_rights_are_put_right_in_place(bundle, run):
    run("import_stories", bundle.path, publish=True)
    image = StoryImage.objects.get()
    bundle.add(images={"01.jpg": {"credit": "Lin Mei", "alt": {"en": "A boat", "ar": "قارب"}}})
    run("import_stories", bundle.path, publish=True)
    image.refresh_from_db()
    assert StoryImage.objects.count() == 1
    assert image.credit_line == "Lin Mei"


def test_a_new_language_joins_its_story(bundle, run):
    run("import_stories", bundle.path)
    bundle.write("river-song", "story.bn.md", text("গান", "bn"))
    said, _ = run("import_stories", bundle.path)
    assert "1 page created, 0 updated, 2 unchanged" in said
    assert len(set(StoryPage.objects.values_list("translation_key", flat=True))) == 1


def test_a_language_that_went_from_its_bundle_stays_and_is_reported(bundle, run):
    run("import_stories", bundle.path, publish=True)
    (bundle.path / "river-song" / "story.ar.md").unlink()
    said, _ = run("import_stories", bundle.path, publish=True)
    assert "there is no story.ar.md any more" in said
    assert StoryPage.objects.get(locale__language_code="ar").live


def test_a_page_that_was_taken_offline_is_not_put_online_again(bundle, run):
    run("import_stories", bundle.path, publish=True)
    StoryPage.objects.get(locale__language_code="ar").unpublish()
    said, _ = run("import_stories", bundle.path, publish=True)
    assert not StoryPage.objects.get(locale__language_code="ar").live
    bundle.write("river-song", "story.ar.md", text("نشيد", "ar"))
    said, _ = run("import_stories", bundle.path, publish=True)
    assert "the page was taken offline; the new text was saved as a draft" in said
    assert not StoryPage.objects.get(locale__language_code="ar").live


def test_a_story_that_was_withdrawn_is_not_published_again(bundle, run):
    bundle.write("river-song", "story.bn.md", text("নদীর গান", "bn"))
    run("import_stories", bundle.path, publish=True)
    key = StoryPage.objects.first().translation_key
    withdraw(key)
    StoryPage.objects.filter(locale__language_code="bn").get().delete()
    said, _ = run("import_stories", bundle.path, publish=True)
    assert "the story was withdrawn: saved as a draft" in said
    assert StoryPage.objects.filter(translation_key=key, locale__language_code="bn").exists()
    assert not StoryPage.objects.live().exists()


def test_an_edited_original_makes_its_translations_outdated_and_they_stay_as_they_are(bundle, run):
    run("import_stories", bundle.path, publish=True)
    bundle.write("river-song", "story.en.md", text(body="We sang again."))
    run("import_stories", bundle.path, publish=True)
    english, arabic = (StoryPage.objects.get(locale__language_code=tag) for tag in ("en", "ar"))
    assert english.last_published_at > arabic.last_published_at


def test_a_new_slug_moves_every_language(bundle, run):
    run("import_stories", bundle.path, publish=True)
    bundle.add(slug="song", images={"01.jpg": {}})
    run("import_stories", bundle.path, publish=True)
    assert set(StoryPage.objects.values_list("slug", flat=True)) == {"song"}
