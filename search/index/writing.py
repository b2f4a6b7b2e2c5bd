"""Brings entries of the index up to date with what is public."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import chain
from uuid import UUID

from django.db import transaction

from search.models import LANGUAGES, SUBJECTS, Entry, IndexedLanguage, Subject
from stories.delivery.door import public_rows
from stories.presentation.details import details
from stories.presentation.documents import page_of
from stories.presentation.rows import rows
from stories.translation.locales import Languages

from . import facets, spellings, tables
from .captions import spoken_in
from .terms import analysed
from .texts import pieces_of

VERSION = 9  # of the analysis: another one makes all entries anew
BATCH = 200


@dataclass
class Prepared:
    """A public page as it is to be found."""

    page_id: int
    key: UUID
    locale: str
    expire_at: datetime | None
    pieces: list
    facets: list

    @cached_property
    def digest(self):
        said = [
            VERSION,
            self.pieces,
            self.facets,
            str(self.expire_at),
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def index(pages):
    """Makes the entries of these pages, by primary key, say what is public now: of those that are not,
    nothing. In the caller's transaction, who holds the publication log.
    """
    pages = sorted(set(pages))
    for start in range(0, len(pages), BATCH):
        batch = pages[start : start + BATCH]
        prepared = prepare(batch)
        public = {each.page_id for each in prepared}
        forget(pk for pk in batch if pk not in public)
        write(prepared)


def prepare(keys):
    """The public ones of these pages, as they are presented to readers of their own language."""
    found = rows(public_rows().filter(pk__in=keys), "document")
    pages = [page_of(row) for row in found]
    presented = details(pages, Languages.load()) if pages else {}
    spoken = spoken_in(presented)
    return [
        Prepared(
            page_id=page.pk,
            key=page.translation_key,
            locale=page.locale.language_code,
            expire_at=page.expire_at,
            pieces=pieces_of(presented[page.pk], spoken.get(page.pk, ())),
            facets=facets.facets_of(presented[page.pk]),
        )
        for page in pages
    ]


@transaction.atomic
def write(prepared):
    """Writes entries, without those that say already what is to be said."""
    numbers = _numbers(prepared)
    before = Entry.objects.in_bulk(list(numbers.values()))
    changed = {
        numbers[each.page_id]: each
        for each in prepared
        if (old := before.get(numbers[each.page_id])) is None or old.digest != each.digest
    }
    if not changed:
        return
    # The same page in the same language under another primary key, or another language under this one.
    forget_entries(
        Entry.objects.filter(page_id__in=[each.page_id for each in changed.values()]).exclude(
            pk__in=changed
        )
    )
    made = {entry: analysed(each.pieces) for entry, each in changed.items()}
    rows = []
    for entry, each in changed.items():
        _terms, words, concordance = made[entry]
        rows.append(
            Entry(
                id=entry,
                page_id=each.page_id,
                key=each.key,
                locale=each.locale,
                expire_at=each.expire_at,
                concordance=concordance.packed(),
                row=concordance.row.tobytes(),
                words=spellings.packed(words),
                facets=each.facets,
                digest=each.digest,
            )
        )
    old = [before[entry] for entry in changed if entry in before]
    forms = {key: form for _, words, _ in made.values() for key, form in words.items()}
    spellings.count(_words(rows), _words(old), forms)
    facets.change(_under(rows), _removed(rows, old))
    Entry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "page", "key", "locale", "expire_at", "concordance", "row", "words", "facets", "digest",
        ],
    )  # fmt: skip
    tables.table().write([(entry, terms) for entry, (terms, *_) in made.items()])


def _numbers(prepared):
    """The numbers of entries, by primary key of their page."""
    keys = {each.key for each in prepared}
    subjects = Subject.objects.in_bulk(keys, field_name="key")
    if new := [each.key for each in prepared if each.key not in subjects]:
        Subject.objects.bulk_create([Subject(key=key) for key in dict.fromkeys(new)])
        subjects = Subject.objects.in_bulk(keys, field_name="key")
    tags = {each.locale for each in prepared} | {
        piece.language for each in prepared for piece in each.pieces
    }
    codes = dict(IndexedLanguage.objects.values_list("tag", "pk"))
    for tag in sorted(tags - codes.keys()):
        codes[tag] = IndexedLanguage.objects.get_or_create(tag=tag)[0].pk
    return {
        each.page_id: codes[each.locale] % LANGUAGES * SUBJECTS + subjects[each.key].pk
        for each in prepared
    }


def _words(rows):
    return chain.from_iterable(spellings.unpacked(row.words) for row in rows)


def _under(rows):
    found = defaultdict(set)
    for row in rows:
        for dimension, value in row.facets:
            found[dimension, value].add(row.pk)
    return found


def _removed(rows, old):
    now = {(row.pk, *facet) for row in rows for facet in row.facets}
    found = defaultdict(set)
    for row in old:
        for dimension, value in row.facets:
            if (row.pk, dimension, value) not in now:
                found[dimension, value].add(row.pk)
    return found


def forget(pages):
    """Takes pages, by primary key, out of the index."""
    forget_entries(Entry.objects.filter(page_id__in=list(pages)))


@transaction.atomic
def forget_entries(rows):
    gone = list(rows)
    if gone:
        spellings.count((), _words(gone))
        facets.change({}, _under(gone))
        tables.forget(row.pk for row in gone)
        Entry.objects.filter(pk__in=[row.pk for row in gone]).delete()
