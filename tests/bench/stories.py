"""Stories in three languages each, by the thousand."""

import json
import uuid
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page

from stories.delivery import tags
from stories.delivery.register import record
from stories.delivery.uses import Use
from stories.models import ContentPage, StoryIndexPage, StoryPage
from stories.presentation.documents import put_together
from tests.factories import FIRST_DAY, index, locale

from .body import Writer
from .copying import copy_rows, count_on, next_key
from .environment import LANGUAGES
from .folders import say
from .surroundings import turned
from .words import sentences, titles

BATCH = 500
RELATED = (1, 7, 50)  # how many stories before it those lie that one leads to
WORDS = {
    name: ContentPage._meta.get_field(name).remote_field.through
    for name in ("themes", "communities", "places")
}
WARNINGS = StoryPage._meta.get_field("content_warnings").remote_field.through


def make_stories(count, surroundings):
    """`count` stories, whose translations have what the originals have, in the site's public parts too."""
    maker = Maker(surroundings)
    for start in range(0, count, BATCH):
        with transaction.atomic():
            keys = maker.make(range(start, min(start + BATCH, count)))
            record(keys)
        if (start // BATCH) % 10 == 9:
            say(f"  {start + BATCH} stories")
    maker.finish()


class Maker:
    def __init__(self, surroundings):
        self.around = surroundings
        self.first = next_key(Page)
        self.type = ContentType.objects.get_for_model(StoryPage)
        self.indexes = {language: index(StoryIndexPage, language) for language in LANGUAGES}
        self.locales = {language: locale(language) for language in LANGUAGES}
        self.made = 0

    def key(self, number, language):
        return self.first + number * len(LANGUAGES) + LANGUAGES.index(language)

    def make(self, numbers):
        """Writes the stories of those numbers and returns their primary keys."""
        rows = {Page: [], ContentPage: [], StoryPage: [], Use: [], WARNINGS: []}
        rows |= {through: [] for through in WORDS.values()}
        for number in numbers:
            for language in turned(number):
                self._add(rows, number, language)
        for model, each in rows.items():
            copy_rows(model, each)
        keys = [page.pk for page in rows[Page]]
        if not self.made:
            self._check(keys[:12])
        self.made += len(numbers)
        return keys

    def _add(self, rows, number, language):
        key, around = self.key(number, language), self.around
        writer = Writer(number, language, around.shown, *self._neighbours(number, language))
        words = {
            name: [terms[(number * 3 + step) % len(terms)] for step in range(2)]
            for name in WORDS
            for terms in [getattr(around, name)]
        }
        warnings = [around.warnings[number % len(around.warnings)]] if number % 5 == 0 else []
        objects = [around.objects[(number * 3 + step) % len(around.objects)] for step in range(2)]
        picture = around.pictures[number % len(around.pictures)]
        page = self._page(key, number, language, writer.body(), picture, objects)
        for model in (Page, ContentPage, StoryPage):
            rows[model].append(page)
        for name, through in WORDS.items():
            column = through._meta.get_field(getattr(around, name)[0]._meta.model_name).attname
            rows[through] += [
                through(contentpage_id=key, **{column: word.pk}) for word in words[name]
            ]
        rows[WARNINGS] += [
            WARNINGS(storypage_id=key, contentwarning_id=word.pk) for word in warnings
        ]
        rows[Use] += [
            Use(page_id=key, tag=tag) for tag in sorted({
                tags.image(picture.pk),
                *map(tags.image, writer.used["image"]),
                *map(tags.recording, writer.used["recording"]),
                *map(tags.document, writer.used["document"]),
                *(tags.word(word.translation_key) for some in words.values() for word in some),
                *(tags.word(word.translation_key) for word in warnings),
                *(tags.collection_object(each.translation_key) for each in objects),
                *(self._object_tag(each) for each in writer.used["object"]),
            })
        ]  # fmt: skip

    def _object_tag(self, key):
        found = next(each for each in self.around.objects if each.pk == key)
        return tags.collection_object(found.translation_key)

    def _neighbours(self, number, language):
        """The pages that a story leads to: its programme, and stories before it."""
        programmes = self.around.programmes
        before = [self.key(max(0, number - step), language) for step in RELATED]
        return programmes[number % len(programmes)].pk, before

    def _page(self, key, number, language, body, picture, objects):
        parent, around = self.indexes[language], self.around
        name = titles(language)[number % len(titles(language))]
        slug = f"{_slug(number)}-{number}"
        told = FIRST_DAY + timedelta(hours=number)
        _page, related = self._neighbours(number, language)
        page = StoryPage(
            path=Page._get_path(parent.path, parent.depth + 1, number + 1),
            depth=parent.depth + 1,
            title=f"{name} {number}",
            slug=slug,
            url_path=f"{parent.url_path}{slug}/",
            content_type=self.type,
            locale=self.locales[language],
            translation_key=uuid.uuid5(uuid.NAMESPACE_OID, f"story {number}"),
            source_language=turned(number)[0],
            first_published_at=told,
            last_published_at=told,
            latest_revision_created_at=told,
            summary=" ".join(f"{part}." for part in _some(sentences(language), number, 2)),
            lead_image=picture,
            lead_image_alt=sentences(language)[number % 90],
            body=body,
            related_pages=_stream("page", related),
            project=around.projects[number % len(around.projects)],
            programme=around.programmes[number % len(around.programmes)],
            contributors=_stream(
                "contributor",
                [{"name": "Rahima Begum", "role": "storyteller", "biography": name},
                 {"name": "Sam Okafor", "role": "interviewer", "biography": ""}],
            ),
            told_on=told.date(),
            collection_objects=_stream(
                "object", [{"object": each.pk, "use": "Shown"} for each in objects]
            ),
            translated_by="" if language == turned(number)[0] else "Amina Yusuf",
            licence="CC-BY-4.0",
            credit_line="Ferrybank Museum",
        )  # fmt: skip
        page.id = page.page_ptr_id = page.contentpage_ptr_id = key
        page.draft_title = page.title
        return page

    def _check(self, keys):
        """The notes of what pages show are made here by hand: are they what the site would make?"""
        for page in StoryPage.objects.filter(pk__in=keys):
            noted = set(Use.objects.filter(page_id=page.pk).values_list("tag", flat=True))
            (made,) = put_together([page])
            if noted != made.uses:
                raise SystemExit(f"Made wrongly: {sorted(noted ^ made.uses)}")

    def finish(self):
        for parent in self.indexes.values():
            Page.objects.filter(pk=parent.pk).update(numchild=self.made)
        count_on(Page, Use, WARNINGS, *WORDS.values())
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _slug(number):
    return "-".join(word for word in titles("en")[number % 12].lower().split() if word.isalpha())


def _some(rows, number, count):
    return [rows[(number + step) % len(rows)] for step in range(count)]


def _stream(name, values):
    return json.dumps([
        {"type": name, "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{name} {place}"))}
        for place, value in enumerate(values)
    ])  # fmt: skip
