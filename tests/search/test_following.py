"""The index says what is public, all of it and nothing else, in the transaction that changes it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from search.index.due import due
from search.models import Entry, Facet, Gram, Spelling, Terms
from stories.delivery.later import do_some
from stories.delivery.register import PublicPage
from tests.factories import (
    CollectionObjectFactory,
    PartnerFactory,
    ProjectPageFactory,
    RecordingFactory,
    StoryDocumentFactory,
    StoryPageFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def test_finds_everything_that_a_reader_sees(ask):
    thing = CollectionObjectFactory(museum_number="As1998,03.12", title="Ghoti", maker="Karimuddin")
    StoryPageFactory(
        title="Abacus",
        contributors=[{"name": "Rahima Begum", "role": "storyteller", "biography": "Gardener"}],
        themes=[ThemeFactory(name="Ropework")],
        collection_objects=[{"object": thing, "use": "Polished"}],
        body=[
            ("quote", {"text": "নদী পথ", "attribution": "Halima", "language": "bn"}),
            ("timeline", {"title": "Mill", "entries": [
                {"type": "item", "value": {"date": "1903", "title": "Opening", "text": ""}}]}),
            ("embed", {"url": "https://vimeo.com/1", "title": "Procession", "caption": "Dusk"}),
        ],
    )  # fmt: skip
    ProjectPageFactory(
        title="Bellows", partners=[{"partner": PartnerFactory(name="Loomhouse"), "role": ""}]
    )
    for word in ("abacus", "rahima", "gardener", "ropework", "ghoti", "As1998,03.12", "karimuddin",
                 "polished", "নদী", "halima", "1903", "procession", "dusk"):  # fmt: skip
        assert ask(word).titles == ["Abacus"], word
    assert ask("loomhouse").titles == ["Bellows"]


def test_drafts_and_what_is_hidden_are_not_found(ask):
    StoryPageFactory(title="Aurora", draft=True)
    StoryPageFactory(title="Aurora", private=True)
    StoryPageFactory(title="Aurora", expired=True)
    story = StoryPageFactory(title="Bell")
    story.title = "Aurora"
    story.save_revision()
    assert ask("aurora").found.count == 0
    assert not Spelling.objects.filter(exact="aurora").exists()


@pytest.mark.parametrize("way", ["unpublish", "restrict", "delete", "expire"])
def test_what_was_taken_back_leaves_nothing_behind(ask, way, monkeypatch):
    left = {
        model: set(model.objects.values_list("pk", flat=True)) for model in (Spelling, Gram, Terms)
    }
    facets = {(each.dimension, each.value): bytes(each.entries) for each in Facet.objects.all()}
    story = StoryPageFactory(title="Quernstone", themes=[ThemeFactory(name="Milling")])
    assert ask("quernstone").found.count == 1
    if way == "unpublish":
        story.unpublish()
    elif way == "restrict":
        PageViewRestriction.objects.create(page=story, restriction_type="login")
    elif way == "delete":
        story.delete()
    else:
        story.expire_at = timezone.now() + timedelta(minutes=2)
        story.save()
        later = timezone.now() + timedelta(minutes=3)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        assert ask("quernstone").found.count == 0
        return
    assert ask("quernstone").found.count == 0
    assert not Entry.objects.filter(page_id=story.pk).exists()
    assert {m: set(m.objects.values_list("pk", flat=True)) for m in left} == left
    assert {
        (each.dimension, each.value): bytes(each.entries) for each in Facet.objects.all()
    } == facets


def test_changes_are_found_in_the_same_transaction(ask):
    theme = ThemeFactory(name="Ropework")
    story = StoryPageFactory(title="Bell", themes=[theme])
    try:
        with transaction.atomic():
            theme.name = "Netting"
            theme.save()
            story.title = "Gong"
            story.save_revision().publish()
            assert ask("netting").titles == ask("gong").titles == ["Gong"]
            assert ask("ropework").titles == ask("bell").titles == []
            raise RuntimeError
    except RuntimeError:
        assert ask("ropework").titles == ask("bell").titles == ["Bell"]
        assert ask("gong").titles == []


CAPTIONS = """WEBVTT

00:05.000 --> 00:09.000
<v Halima>We crossed before dawn.

2
01:23.500 --> 01:27.000
The lantern &amp; the rope
"""


def captioned(**values):
    document = StoryDocumentFactory(file=ContentFile(CAPTIONS.encode(), "said.vtt"), **values)
    block = {
        "title": "Voice", "recording": RecordingFactory(), "embed": "", "transcript": "",
        "captions": [{"type": "item", "value": {"language": "en", "file": document}, "id": "x"}],
        "transcript_language": "",
    }  # fmt: skip
    return StoryPageFactory(title="Bell", slug="bell", body=[("audio", block)]), document


def test_what_is_said_in_a_recording_is_found_with_its_time(ask, client):
    captioned()
    (item,) = ask("lantern").items
    assert item["recording"]["start"] == 83.5
    assert "<mark>lantern</mark> &amp; the rope" in item["highlight"]
    page = client.get(item["recording"]["url"].partition("#")[0]).content.decode()
    block = item["recording"]["block"]
    assert f'id="recording-{block}"' in page
    assert "#t=83" in page


def test_captions_that_became_private_are_not_found(ask):
    _story, document = captioned()
    folder = Collection.get_first_root_node().add_child(name="Folder")
    document.collection = folder
    document.save()
    assert ask("lantern").found.count == 1
    restriction = CollectionViewRestriction.objects.create(
        collection=folder, restriction_type="login"
    )
    assert ask("lantern").found.count == 0
    restriction.delete()
    assert ask("lantern").found.count == 1
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="login"
    )
    assert ask("lantern").found.count == 0


def test_captions_in_a_private_folder_are_not_found(ask):
    _story, document = captioned()
    folder = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    document.collection = folder
    document.save()
    assert ask("lantern").found.count == 0


def test_a_rebuilt_index_is_the_same(ask):
    story = StoryPageFactory(title="Bell", themes=[ThemeFactory(name="Ropework")])
    gone = StoryPageFactory(title="Gong")
    before = list(Entry.objects.exclude(page_id=gone.pk).values())
    Entry.objects.filter(page_id=story.pk).update(digest="")
    PublicPage.objects.filter(pk=gone.pk).delete()  # by somebody who went round everything
    call_command("rebuild_search", verbosity=0)
    assert list(Entry.objects.values()) == before
    assert ask("ropework").titles == ["Bell"]
    assert ask("gong").found.count == 0


def test_of_many_pages_a_renamed_word_is_found_soon(ask, monkeypatch):
    monkeypatch.setattr("search.index.due.AT_ONCE", 1)
    theme = ThemeFactory(name="Ropework")
    for title in ("Bell", "Gong"):
        StoryPageFactory(title=title, themes=[theme])
    theme.name = "Netting"
    theme.save()
    found = ask("ropework")
    assert set(found.titles) == {"Bell", "Gong"}
    assert not any(item["highlight"] for item in found.items)
    assert due().count() == 2
    assert do_some()
    assert ask("ropework").found.count == 0
    assert set(ask("netting").titles) == {"Bell", "Gong"}
    assert not do_some()
