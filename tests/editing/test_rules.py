"""What an editor cannot save, and what they are told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.blocks.struct_block import StructBlockValidationError

from stories.blocks.body import BodyBlock
from stories.models import (
    CollectionObject,
    Place,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
)
from stories.models.precision import coordinates
from tests.factories import (
    RecordingFactory,
    StoryDocumentFactory,
    StoryImageFactory,
    StoryPageFactory,
    index,
    locale,
)

pytestmark = pytest.mark.django_db
PARENTS = {
    StoryPage: StoryIndexPage,
    ProjectPage: ProjectIndexPage,
    ProgrammePage: ProgrammeIndexPage,
}


def refused(model, **values):
    """The fields that a page with those values is refused for."""
    page = model(title="Song", locale=locale("en"), **values)
    try:
        index(PARENTS[model]).add_child(instance=page)
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_lead_image_needs_words_or_to_be_decorative():
    image = StoryImageFactory()
    assert refused(StoryPage, lead_image=image) == {"lead_image_alt"}
    assert refused(StoryPage, lead_image=image, lead_image_alt="   ") == {"lead_image_alt"}
    assert not refused(StoryPage, lead_image=image, lead_image_alt="A river")
    assert not refused(StoryPage, lead_image=image, lead_image_decorative=True)


@pytest.mark.parametrize("model", [ProjectPage, ProgrammePage])
def test_nothing_ends_before_it_starts(model):
    early, late = date(2024, 1, 1), date(2024, 6, 1)
    assert refused(model, starts_on=late, ends_on=early) == {"ends_on"}
    assert not refused(model, starts_on=early, ends_on=late)
    assert not refused(model, starts_on=early, ends_on=early)
    assert not refused(model, ends_on=early)


def test_ongoing_programme_has_no_end():
    assert refused(ProgrammePage, is_ongoing=True, ends_on=date(2024, 1, 1)) == {"ends_on"}
    assert not refused(ProgrammePage, is_ongoing=True, starts_on=date(2024, 1, 1))


def test_story_needs_a_title():
    with pytest.raises(ValidationError):
        index(StoryIndexPage).add_child(instance=StoryPage(title="", locale=locale("en")))


def test_picture_of_an_object_needs_words():
    thing = CollectionObject(
        museum_number="1", title="Lamp", image=StoryImageFactory(), locale=locale("en")
    )
    with pytest.raises(ValidationError) as error:
        thing.full_clean()
    assert set(error.value.message_dict) == {"image_alt"}
    thing.image_alt = "A lamp"
    thing.full_clean()


def test_museum_number_is_given_once_a_language():
    CollectionObject.objects.create(museum_number="1", title="Lamp", locale=locale("en"))
    with pytest.raises(ValidationError, match="museum number already"):
        CollectionObject(museum_number="1", title="Loom", locale=locale("en")).full_clean()
    CollectionObject(museum_number="1", title="চেরাগ", locale=locale("bn")).full_clean()


def test_place_lies_on_the_globe():
    with pytest.raises(ValidationError) as error:
        Place(name="Quay", latitude=91, longitude=-181, locale=locale("en")).full_clean()
    assert set(error.value.message_dict) == {"latitude", "longitude"}


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        ("country", (-35.0, 150.0)),
        ("region", (-34.0, 151.0)),
        ("town", (-33.9, 151.2)),
        ("exact", (-33.86882, 151.20929)),
    ],
)
def test_place_is_told_no_more_finely_than_it_may_be(precision, told):
    place = Place(latitude="-33.86882", longitude="151.20929", precision=precision)
    found = coordinates([place])
    assert found == {"latitude": told[0], "longitude": told[1], "precision": precision}


def test_the_most_careful_version_of_a_place_says_how_finely_it_is_told():
    exact, careful = (
        Place(latitude="51.5", longitude="0.12", precision=each) for each in ("exact", "region")
    )
    assert coordinates([exact, careful])["precision"] == "region"


def test_place_is_told_as_a_town_unless_somebody_says_more():
    assert Place().precision == "town"
    assert coordinates([Place(latitude="1")]) is None


def block_errors(name, **values):
    """The fields that a block of the body with those values is refused for."""
    block = BodyBlock().child_blocks[name]
    value = block.normalize({**block.get_default(), **values})
    try:
        block.clean(value)
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


@pytest.mark.parametrize("kind", ["audio", "video"])
class TestRecordings:
    def test_is_a_file_or_an_address(self, kind):
        file = RecordingFactory(type=kind)
        words = {"title": "Quay", "transcript": "<p>Bells.</p>"}
        assert block_errors(kind, **words) == {"embed"}
        assert block_errors(kind, recording=file, embed="https://vimeo.com/1", **words) == {"embed"}
        assert not block_errors(kind, recording=file, **words)
        assert not block_errors(kind, embed="https://vimeo.com/1", title="Quay")

    def test_file_needs_its_words_written_down(self, kind):
        file = RecordingFactory(type=kind)
        assert block_errors(kind, recording=file, title="Quay") == {"transcript"}
        assert block_errors(kind, recording=file, title="Quay", transcript="<p> </p>") == {
            "transcript"
        }

    def test_captions_are_webvtt(self, kind):
        file = RecordingFactory(type=kind)
        words = {"title": "Quay", "recording": file, "transcript": "<p>Bells.</p>"}
        good = StoryDocumentFactory()
        assert not block_errors(kind, captions=[{"language": "en", "file": good}], **words)
        wrong = StoryDocumentFactory(file=ContentFile(b"%PDF", "notes.pdf"))
        assert block_errors(kind, captions=[{"language": "en", "file": wrong}], **words)


@pytest.mark.parametrize(
    ("address", "refused"),
    [
        ("", True),
        ("https://museum.example/", False),
        ("mailto:us@museum.example", False),
        ("tel:+442079460000", False),
        ("javascript:alert(1)", True),
        ("//museum.example/", True),
        ("museum.example", True),
    ],
)
def test_call_to_action_leads_somewhere(address, refused):
    link = {"text": "More", "page": None, "url": address}
    errors = block_errors("call_to_action", title="Come", link=link)
    assert errors == ({"link"} if refused else set())


def test_call_to_action_leads_to_a_page_or_an_address_not_both():
    page = StoryPageFactory()
    assert not block_errors(
        "call_to_action", title="Come", link={"text": "More", "page": page, "url": ""}
    )
    both = {"text": "More", "page": page, "url": "https://museum.example/"}
    assert block_errors("call_to_action", title="Come", link=both) == {"link"}


def test_gallery_has_several_pictures():
    block = BodyBlock().child_blocks["gallery"]
    picture = {"image": StoryImageFactory(), "alt_text": "A river", "decorative": False}
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"images": [{"image": picture}]}))
    block.clean(block.normalize({"images": [{"image": picture}, {"image": picture}]}))


def test_picture_in_a_story_needs_words_or_to_be_decorative():
    block = BodyBlock().child_blocks["image"]
    image = StoryImageFactory()

    def clean(**values):
        return block.clean(block.normalize({"image": {"image": image, **values}}))

    with pytest.raises(ValidationError):
        clean(alt_text="", decorative=False)
    clean(alt_text="A river", decorative=False)
    clean(alt_text="", decorative=True)
