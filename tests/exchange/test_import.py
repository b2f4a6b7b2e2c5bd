"""Bundles become stories: originals, translations, and everything that belongs to them."""

import json

import pytest
from wagtail.models import Locale

from stories.delivery.door import shown_files
from stories.library.models import Recording, StoryDocument, StoryImage
from stories.models import StoryIndexPage, StoryPage, Theme
from tests.exchange.conftest import CAPTIONS, picture, text
from tests.factories import (
    CollectionObjectFactory,
    ContentWarningFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    ThemeFactory,
    locale,
)
from tests.translation.people import require_review

pytestmark = pytest.mark.django_db


def story(language="en", **found):
    return StoryPage.objects.get(locale__language_code=language, **found)


def body(page):
    return [(block["type"], block["value"]) for block in page.body.raw_data]


def test_the_original_is_the_page_of_its_language_and_others_are_its_translations(collection, run):
    collection.add(
        source_language="bn",
        files={
            "story.bn.md": text("নদীর গান", "bn", "আমরা গেয়েছিলাম।"),
            "story.en.md": text(translators=["Asha", "Omar"], summary="A song."),
        },
    )
    said, status = run("import_stories", collection.path, publish=True)
    bengali, english = story("bn"), story("en")
    assert status == 0
    assert "1 bundle: 2 pages created" in said
    assert bengali.title == "নদীর গান"
    assert bengali.source_language == english.source_language == "bn"
    assert bengali.translation_key == english.translation_key
    assert bengali.slug == english.slug == "river-song"
    assert english.translated_by == "Asha; Omar"
    assert english.summary == "A song."
    assert english.get_parent().specific == StoryIndexPage.objects.get(locale=english.locale)
    assert english.live
    assert english.last_published_at >= bengali.last_published_at


def test_without_publish_pages_are_drafts_and_publish_later_puts_them_online(collection, run):
    collection.add()
    run("import_stories", collection.path)
    assert not story().live
    said, _ = run("import_stories", collection.path, publish=True)
    assert "1 unchanged, 1 published" in said
    assert story().live
    assert story().revisions.count() == 1


def test_one_bundle_can_be_imported_on_its_own(collection, run):
    run("import_stories", collection.add())
    assert story().import_id == "river-song"


def test_a_known_language_that_the_site_has_not_yet_is_added(collection, run):
    assert not Locale.objects.filter(language_code="ti").exists()
    collection.add(source_language="ti", files={"story.ti.md": text("ዛንታ", "ti", "ሰላም።")})
    run("import_stories", collection.path)
    assert story("ti").get_parent().locale.language_code == "ti"


def test_what_story_yaml_says(collection, run):
    project = ProjectPageFactory(slug="river-words")
    programme = ProgrammePageFactory(slug="open-hands")
    warning = ContentWarningFactory(slug="loss")
    pot = CollectionObjectFactory(museum_number="FM.1")
    theme = ThemeFactory(slug="home")
    collection.add(
        licence="CC-BY-4.0",
        credit_line="The choir",
        project="river-words",
        programme="open-hands",
        themes=["home"],
        communities=["singers"],
        content_warnings=["loss"],
        collection_objects=["FM.1", {"object": "FM.1", "use": "Sung to."}],
        told_on="2024-03-09",
        tells_of={"from": 1968, "to": 1974, "about": True},
        place_precision="region",
        recorded_by="Asha",
        contributors=[
            {"name": "Rahima", "role": "storyteller", "biography": {"en": "Sings.", "bn": "গায়।"}},
            {"name": {"en": "Omar", "ar": "عمر"}, "role": "illustrator"},
        ],
        files={"story.en.md": text(), "story.ar.md": text("أغنية", "ar")},
    )
    said, _ = run("import_stories", collection.path)
    page, arabic = story(), story("ar")
    assert (page.licence, page.credit_line) == ("CC-BY-4.0", "The choir")
    assert (page.project, page.programme) == (project, programme)
    assert (page.told_on.isoformat(), page.recorded_by) == ("2024-03-09", "Asha")
    assert arabic.time == {"from_year": 1968, "to_year": 1974, "precision": "about"}
    assert (page.place_precision, arabic.place_precision) == ("region", "region")
    assert list(page.themes.all()) == [theme]
    assert [each.name for each in page.communities.all()] == ["singers"]
    assert "'singers' was not among the communities yet" in said
    assert list(page.content_warnings.all()) == [warning]
    assert [block["value"] for block in page.collection_objects.raw_data] == [
        {"object": pot.pk, "use": ""},
        {"object": pot.pk, "use": "Sung to."},
    ]
    people = [block["value"] for block in arabic.contributors.raw_data]
    assert people == [
        {"name": "Rahima", "role": "storyteller", "biography": ""},
        {"name": "عمر", "role": "illustrator", "biography": ""},
    ]


def test_a_front_matter_may_differ_from_story_yaml(collection, run):
    collection.add(
        contributors=[{"name": "Rahima", "role": "author"}],
        files={
            "story.en.md": text(),
            "story.ar.md": text("أغنية", "ar", contributors=[{"name": "رحيمة"}], credit_line="هي"),
        },
    )
    run("import_stories", collection.path)
    assert story("ar").contributors[0].value["name"] == "رحيمة"
    assert story("ar").credit_line == "هي"
    assert story("en").contributors[0].value["name"] == "Rahima"


def test_pictures_come_with_rights_and_the_alternative_text_of_the_language(collection, run):
    collection.add(
        images={
            "01.jpg": {"credit": "Lin", "licence": "CC-BY-4.0", "alt": {"en": "A boat"}},
            "02.png": {"decorative": True},
        },
        files={
            "01.jpg": picture(),
            "02.png": picture("teal", form="PNG"),
            "story.en.md": text(body='![](01.jpg "On the quay")\n\n![](02.png)\n\n![Hers](01.jpg)'),
            "story.ar.md": text("أغنية", "ar", "![](01.jpg)"),
        },
    )
    said, status = run("import_stories", collection.path, publish=True)
    image = StoryImage.objects.get(credit_line="Lin")
    assert status == 0
    assert StoryImage.objects.count() == 2
    assert image.licence == "CC-BY-4.0"
    first, second, third = [value for _, value in body(story())]
    assert first["caption"] == "On the quay"
    assert first["image"] == {"image": image.pk, "decorative": False, "alt_text": "A boat"}
    assert second["image"]["decorative"] is True
    assert third["image"]["alt_text"] == "Hers"
    assert story().lead_image == image
    assert story().lead_image_alt == "A boat"
    assert "story.yaml:4: no alternative text in ar for 01.jpg" in said
    assert story("ar").live
    assert story("ar").lead_image_alt == ""
    assert image in shown_files(StoryImage.objects.all())


def test_files_of_the_same_content_are_one_picture_and_lead_image_may_be_named_or_refused(
    collection, run
):
    files = {
        "01.jpg": picture(),
        "02.jpg": picture(),
        "story.en.md": text(body="![a](01.jpg)\n\n![b](02.jpg)"),
    }
    collection.add(files=files, lead_image=None)
    run("import_stories", collection.path)
    assert StoryImage.objects.count() == 1
    assert story().lead_image is None


def test_recordings_come_with_their_captions(collection, run):
    collection.add(
        files={
            "quay.mp3": b"ID3 sound",
            "quay.en.vtt": CAPTIONS,
            "walk.webm": b"film",
            "story.en.md": text(
                body="![The quay](quay.mp3)\n\n"
                "```video\ntitle: The walk\nfile: walk.webm\ntranscript: |\n  *Steps.*\n```"
            ),
        },
    )
    said, _ = run("import_stories", collection.path)
    (_, audio), (_, video) = body(story())
    document = StoryDocument.objects.get()
    assert audio["title"] == "The quay"
    assert audio["recording"] == Recording.objects.get(type="audio").pk
    assert [each["value"] for each in audio["captions"]] == [
        {"language": "en", "file": document.pk}
    ]
    assert video["transcript"] == "<p><i>Steps.</i></p>"
    assert "story.en.md:1: no transcript for quay.mp3" in said


def test_pages_are_linked_in_whatever_order_stories_come(collection, run):
    collection.add("a", files={"story.en.md": text("A", body="See [b](page:stories/b).")})
    collection.add("b", files={"story.en.md": text("B", body="See [no](page:nowhere).")})
    said, _ = run("import_stories", collection.path, publish=True)
    a, b = story(slug="a"), story(slug="b")
    assert body(a) == [("paragraph", f'<p>See <a linktype="page" id="{b.pk}">b</a>.</p>')]
    assert body(b) == [("paragraph", "<p>See no.</p>")]
    assert "there is no page at nowhere" in said
    assert "stories/b" not in said
    said, _ = run("import_stories", collection.path, publish=True)
    assert "2 unchanged" in said


def test_words_are_kept_as_they_are_written(collection, run):
    composed, joiners = "\u09af\u09bc \u09dc", "\u0995\u09cd\u200d\u09b7 \u200c"
    collection.add(
        source_language="bn", files={"story.bn.md": text(joiners, "bn", f"{composed}{joiners}।")}
    )
    run("import_stories", collection.path)
    assert body(story("bn")) == [("paragraph", f"<p>{composed}{joiners}।</p>")]


def test_parent_says_where_stories_go(collection, run):
    index = StoryIndexPage.objects.get(locale__language_code="en")
    collection.add()
    run("import_stories", collection.path, parent=index.pk)
    assert story().get_parent().pk == index.pk


def test_a_rehearsal_leaves_nothing(collection, run, stored_files):
    before = stored_files()
    collection.add(
        themes=["new"],
        files={
            "01.jpg": picture(),
            "story.ti.md": text("ዛ", "ti"),
            "story.en.md": text(body="![x](01.jpg)"),
        },
    )  # fmt: skip
    said, status = run("import_stories", collection.path, dry_run=True, publish=True)
    assert status == 0
    assert "2 pages created" in said
    assert "Nothing was changed" in said
    assert not StoryPage.objects.exists()
    assert not Theme.objects.exists()
    assert not StoryImage.objects.exists()
    assert not Locale.objects.filter(language_code="ti").exists()
    assert stored_files() == before


def test_block_ids_are_the_same_in_every_language(collection, run):
    collection.add(files={"story.en.md": text(), "story.ar.md": text("أغنية", "ar")})
    run("import_stories", collection.path)
    ids = [block["id"] for block in story().body.raw_data]
    assert ids == [block["id"] for block in story("ar").body.raw_data]
    assert json.dumps(ids)


def test_a_translation_that_must_be_reviewed_stays_a_draft_and_the_report_says_so(collection, run):
    locale("so")
    require_review("so")
    files = {
        "story.en.md": text("River song", "en", "We sang."),
        "story.so.md": text("Heesta webiga", "so", "Waan heesnay."),
    }
    collection.add(source_language="en", files=files)
    for _time in range(2):
        said, status = run("import_stories", collection.path, publish=True)
        assert status == 0
        assert "translations into 'so' are reviewed before they go live: saved as a draft" in said
    assert story("en").live
    assert not story("so").live


def test_an_original_in_such_a_language_goes_live(collection, run):
    locale("so")
    require_review("so")
    files = {"story.so.md": text("Heesta webiga", "so", "Waan heesnay.")}
    collection.add(source_language="so", files=files)
    run("import_stories", collection.path, publish=True)
    assert story("so").live
