"""What tests need of the site's content, in the words that editors use.

>>> StoryPageFactory(title="River song", language="bn")
>>> StoryPageFactory(draft=True), StoryPageFactory(expired=True), StoryPageFactory(private=True)
>>> StoryPageFactory(translation_of=story, language="en", title="River song")
>>> StoryPageFactory(body=[("heading", {"text": "The river", "level": "2"})], related_pages=[other])

A page lies where its type belongs in its language; a translation has what the original has unless
told otherwise. What editors put in order (``body``, ``contributors``…) is given as it is stored,
with pages, pictures and words of the vocabulary themselves where their primary keys go.
"""

import io
import json
import uuid
from datetime import UTC, date, datetime, timedelta

import factory
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models import Model
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image as Picture
from wagtail.fields import StreamField
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from stories.delivery.hearing import heard_together
from stories.delivery.register import record
from stories.library.models import Recording, StoryDocument, StoryImage
from stories.library.renditions import make_renditions
from stories.models import (
    CollectionObject,
    Community,
    ContentWarning,
    Partner,
    Place,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
    Theme,
)

FIRST_DAY = datetime(2024, 3, 9, 10, tzinfo=UTC)


def yesterday():
    return timezone.now() - timedelta(days=1)


def locale(tag):
    """The site's language of that tag, added if the site has not got it."""
    return Locale.objects.get_or_create(language_code=tag)[0]


def home(language="en"):
    """The home page in a language."""
    return HomePage.objects.get(locale=locale(language))


def index(model, language="en"):
    """The one index page of that type in a language."""
    return model.objects.get(locale=locale(language))


def stored(field, items):
    """Rows of a StreamField as its JSON, with the same block ids every time."""
    names = list(field.stream_block.child_blocks)
    rows = [
        item if isinstance(item, tuple) else (names[0], item)  # the only type that there is
        for item in items
    ]
    return json.dumps([
        {
            "type": name,
            "value": keyed(value),
            "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{field.name} {number}")),
        }
        for number, (name, value) in enumerate(rows)
    ])  # fmt: skip


def keyed(value):
    """A stored value, with primary keys in place of the rows themselves."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, dict):
        return {name: keyed(each) for name, each in value.items()}
    return [keyed(each) for each in value] if isinstance(value, list) else value


def written(pages, **values):
    """Writes values into the rows of pages without saving them, as nobody does but tests."""
    pages.update(**values)
    record(list(pages.values_list("pk", flat=True)))


def searchable():
    """Brings Wagtail's own index up to date, which tests do not keep."""
    call_command("update_index", verbosity=0)


def shared(page):
    """What a page hands on to its translations."""
    values = {each.field_name: getattr(page, each.field_name) for each in page.translatable_fields}
    return {
        name: list(value.all()) if hasattr(value, "all") else value
        for name, value in values.items()
    }


class PageFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        language = "en"
        translation_of = None
        draft = factory.Trait(live=False, first_published_at=None, last_published_at=None)
        expired = factory.Trait(expire_at=factory.LazyFunction(yesterday))

    title = factory.Sequence(lambda number: f"Page {number}")
    slug = factory.LazyAttributeSequence(
        lambda page, number: page.translation_of.slug if page.translation_of else f"page-{number}"
    )
    locale = factory.LazyAttribute(lambda page: locale(page.language))
    translation_key = factory.LazyAttribute(
        lambda page: page.translation_of.translation_key if page.translation_of else uuid.uuid4()
    )
    source_language = factory.LazyAttribute(
        lambda page: page.translation_of.source_language if page.translation_of else page.language
    )
    first_published_at = factory.Sequence(lambda number: FIRST_DAY + timedelta(hours=number))
    last_published_at = factory.SelfAttribute("first_published_at")
    parent = None

    @classmethod
    @heard_together()
    def create_batch(cls, size, **values):
        return super().create_batch(size, **values)

    @classmethod
    def _create(cls, model_class, *args, parent=None, **values):
        original = model_class.objects.filter(translation_key=values["translation_key"]).first()
        for field in model_class._meta.get_fields():
            if isinstance(field, StreamField) and field.name in values:
                values[field.name] = stored(field, values[field.name])
        values = {**(shared(original) if original else {}), **values}
        if parent is None:
            parent = index(PLACES[model_class], values["locale"].language_code)
        return parent.add_child(instance=model_class(**values))

    @factory.post_generation
    def private(page, create, restricted, **kwargs):
        """Only for people who have signed in."""
        if restricted:
            page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)


PLACES = {
    StoryPage: StoryIndexPage,
    ProjectPage: ProjectIndexPage,
    ProgrammePage: ProgrammeIndexPage,
    StandardPage: HomePage,
    AccessibilityStatementPage: HomePage,
}


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage
        skip_postgeneration_save = True


class AccessibilityStatementPageFactory(PageFactory):
    prepared_on = reviewed_on = date(2026, 11, 2)
    contact_email = "access@museum.example"

    class Meta:
        model = AccessibilityStatementPage
        skip_postgeneration_save = True


class ProgrammePageFactory(PageFactory):
    class Meta:
        model = ProgrammePage
        skip_postgeneration_save = True


class ProjectPageFactory(PageFactory):
    class Meta:
        model = ProjectPage
        skip_postgeneration_save = True


class StoryPageFactory(PageFactory):
    class Meta:
        model = StoryPage
        skip_postgeneration_save = True


class WordFactory(DjangoModelFactory):
    """A word of the vocabulary. A translation is made like a page's: ``translation_of=theme``."""

    class Meta:
        abstract = True

    class Params:
        language = "en"
        translation_of = None

    name = factory.Sequence(lambda number: f"Word {number}")
    slug = factory.LazyAttributeSequence(
        lambda word, number: word.translation_of.slug if word.translation_of else f"word-{number}"
    )
    locale = factory.LazyAttribute(lambda word: locale(word.language))
    translation_key = factory.LazyAttribute(
        lambda word: word.translation_of.translation_key if word.translation_of else uuid.uuid4()
    )


class ThemeFactory(WordFactory):
    class Meta:
        model = Theme


class CommunityFactory(WordFactory):
    class Meta:
        model = Community


class PlaceFactory(WordFactory):
    class Meta:
        model = Place


class PartnerFactory(WordFactory):
    class Meta:
        model = Partner


class ContentWarningFactory(WordFactory):
    class Meta:
        model = ContentWarning

    text = "This story speaks of loss."


class CollectionObjectFactory(DjangoModelFactory):
    class Meta:
        model = CollectionObject

    class Params:
        language = "en"

    museum_number = factory.Sequence(lambda number: f"1998,{number}")
    title = factory.Sequence(lambda number: f"Object {number}")
    locale = factory.LazyAttribute(lambda thing: locale(thing.language))


def picture_file(width=400, height=300, colour="#4a6f63", form="PNG"):
    """A picture of one colour, as a file."""
    content = io.BytesIO()
    Picture.new("RGB", (width, height), colour).save(content, form)
    return ContentFile(content.getvalue(), f"picture.{form.lower()}")


def private_collection():
    """A collection of files that only people who have signed in may see."""
    collection = Collection.get_first_root_node().add_child(name="Not for everybody")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return collection


class FileFactory(DjangoModelFactory):
    """A file of the library; ``private=True`` keeps it for people who have signed in."""

    class Meta:
        abstract = True

    class Params:
        private = factory.Trait(collection=factory.LazyFunction(private_collection))

    title = factory.Sequence(lambda number: f"File {number}")


class StoryImageFactory(FileFactory):
    """A picture; ``rendered=True`` has its renditions made, as on a site where tasks have run."""

    class Meta:
        model = StoryImage
        skip_postgeneration_save = True

    file = factory.LazyFunction(picture_file)

    @factory.post_generation
    def rendered(image, create, wanted, **kwargs):
        if wanted:
            make_renditions.call(image.pk)


class StoryDocumentFactory(FileFactory):
    class Meta:
        model = StoryDocument

    file = factory.LazyFunction(lambda: ContentFile(b"WEBVTT\n", "captions.vtt"))


class RecordingFactory(FileFactory):
    class Meta:
        model = Recording

    type = "audio"
    duration = 83
    file = factory.LazyFunction(lambda: ContentFile(b"sound", "voice.mp3"))
