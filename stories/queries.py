"""Which pages there are for a reader: by address, by identity, in lists, in one language each."""

import uuid
from dataclasses import dataclass, field

from django.db.models import Case, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber

from stories.delivery.door import public_pages, published
from stories.models import ContentPage, ProgrammePage, ProjectPage, StoryPage
from stories.presentation.families import card_rows

TERM_FILTERS = {
    "theme": "themes",
    "community": "communities",
    "place": "places",
}
ORDERS = {
    "published_at": ("first_published_at", "translation_key"),
    "-published_at": ("-first_published_at", "translation_key"),
    "title": ("title", "translation_key"),
}


@dataclass
class Listing:
    """What a list was asked for. Filter values are identities (UUIDs) or slugs."""

    model: type
    languages: object
    fallback: object
    filters: dict = field(default_factory=dict)
    served_in: str = ""
    words: str = ""
    order: str = "-published_at"

    def pages(self):
        """The pages of the list as a queryset: of each, the one version that the reader is shown."""
        versions = public_pages(self.model.objects.all())
        for name, value in self.filters.items():
            versions = versions.filter(translation_key__in=self._having(name, value))
        ids = self.languages.ids
        ranks = [
            When(locale_id=ids[tag], then=Value(number))
            for number, tag in enumerate(self.fallback.tags)
            if tag in ids
        ]
        if self.fallback.any_other:
            ranks.append(When(source_language=F("locale__language_code"), then=Value(50)))
        else:
            versions = versions.filter(
                locale_id__in=[ids[tag] for tag in self.fallback.tags if tag in ids]
            )
        best = (
            versions.annotate(rank=Case(*ranks, default=Value(99), output_field=IntegerField()))
            .annotate(
                number=Window(
                    RowNumber(), partition_by="translation_key", order_by=["rank", "path"]
                )
            )
            .filter(number=1)
        )
        pages = self.model.objects.filter(pk__in=best.values("pk"))
        if self.served_in:
            pages = pages.filter(locale_id=ids[self.served_in])
        if self.words:
            pages = pages.filter(Q(title__icontains=self.words) | Q(summary__icontains=self.words))
        return pages.order_by(*ORDERS[self.order])

    def _having(self, name, value):
        """Identities of what the filter lets through; what only a draft has does not count."""
        if name in TERM_FILTERS:
            condition = having_word(TERM_FILTERS[name], value)
        else:
            condition = PAGE_FILTERS.get(self.model, {}).get(name, nothing)(value)
        return public_pages(self.model.objects.filter(condition)).values("translation_key")


def having_word(field, value):
    """A condition: pages with that word, in whatever language, if readers may know of it."""
    words = ContentPage._meta.get_field(field).related_model.objects.filter(identified("", value))
    return Q(**{f"{field}__translation_key__in": published(words).values("translation_key")})


def nothing(value):
    """Pages of a type that belongs to no programme or project."""
    return Q(pk__in=[])


def of_programme(value):
    """Stories of a programme. A story's project counts only where the story names no programme itself."""
    own = identified("programme", value)
    return own | (Q(programme=None) & identified("project__programme", value))


def identified(path, value):
    """A condition: what `path` leads to ("" is the row itself) has that identity, or that slug."""
    prefix = f"{path}__" if path else ""
    try:
        return Q(**{f"{prefix}translation_key": uuid.UUID(value)})
    except ValueError:
        # PostgreSQL takes offence at a NUL, which no slug has.
        return Q(**{f"{prefix}slug": value.replace("\0", "-")})


PAGE_FILTERS = {
    StoryPage: {"project": lambda value: identified("project", value), "programme": of_programme},
    ProjectPage: {"programme": lambda value: identified("programme", value)},
    ProgrammePage: {},
}


def versions_of(translation_key):
    """Every public version of a page, light rows with their locale, in one query."""
    return list(
        card_rows(public_pages(ContentPage.objects.filter(translation_key=translation_key)))
    )


def versions_at(path):
    """Every public version of the page at a path without its language: ``stories/river-song``.

    "" is the home page. One query, whatever the depth: slugs are the same in all languages, so that the
    path names one page; the address of every home page is tried.
    """
    return list(card_rows(public_pages(pages_at(path))))


def pages_at(path):
    """Every page at a path without its language, public or not, as a queryset."""
    if "\0" in path:  # which PostgreSQL takes offence at
        return ContentPage.objects.none()
    parts = [part for part in path.split("/") if part]
    if not parts:
        return ContentPage.objects.filter(depth=2)
    below = "/".join(parts)
    return ContentPage.objects.filter(
        slug=parts[-1], depth=2 + len(parts), url_path__endswith=f"/{below}/"
    )
