"""Pages with their translations: which version a reader is shown, and what is said of the others."""

from collections import defaultdict
from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from stories.delivery.door import public_pages
from stories.delivery.telling import timestamp
from stories.models import ContentPage, ProjectPage, StoryPage
from stories.translation.languages import direction

LIGHT_FIELDS = (
    "pk", "path", "depth", "url_path", "slug", "title", "seo_title", "search_description",
    "translation_key", "locale_id", "locale__language_code", "content_type_id",
    "first_published_at", "last_published_at", "expire_at", "summary",
    "source_language", "translation_origin", "outdated_segments", "left_out_segments",
    "lead_image_id", "lead_image_alt", "lead_image_decorative", "social_image_id",
)  # fmt: skip


class Families:
    """Public pages by translation key. Loaded once, then asked."""

    def __init__(self, language, languages, fallback=None, base=""):
        self.language, self.languages, self.base = language, languages, base
        self.fallback = fallback or languages.fallback(language)
        self._key_of, self._members, self._wishes = {}, defaultdict(list), []

    @property
    def has_wishes(self):
        return bool(self._wishes)

    def want(self, condition):
        """Also load the families of the pages that fit the condition."""
        self._wishes.append(condition)

    def read_in(self, language):
        """The same pages, for a reader of another language."""
        other = copy(self)
        other.language, other.fallback = language, self.languages.fallback(language)
        return other

    def load(self, cards=(), links=()):
        wanted = Q(pk__in=[*cards, *links])
        for wish in self._wishes:
            wanted |= wish
        if cards:
            stories = StoryPage.objects.filter(pk__in=cards)
            projects = ProjectPage.objects.filter(pk__in=cards)
            wanted |= (
                Q(pk__in=stories.values("project_id"))
                | Q(pk__in=stories.values("programme_id"))
                | Q(pk__in=stories.values("project__programme_id"))
                | Q(pk__in=projects.values("programme_id"))
            )
        rows = ContentPage.objects.filter(
            translation_key__in=ContentPage.objects.filter(wanted).values("translation_key")
        )
        # The primary keys asked for may belong to drafts or to other languages' versions.
        for row in card_rows(public_pages(rows)):
            self._add(row)
        if unknown := {*cards, *links} - self._key_of.keys():
            self._key_of |= dict(
                ContentPage.objects.filter(pk__in=unknown).values_list("pk", "translation_key")
            )

    def keys(self):
        """The identities of all pages that were asked for, public or not."""
        return {*self._key_of.values(), *self._members}

    def nearest_expiry(self):
        """When the first of the pages stops being public, or None."""
        rows = (row for members in self._members.values() for row in members)
        return min((row.expire_at for row in rows if row.expire_at), default=None)

    def _add(self, row):
        self._key_of[row.pk] = row.translation_key
        self._members[row.translation_key].append(row)

    def shown_at(self, path):
        """The version to link to of the page at a place in the tree, or None."""
        for members in self._members.values():
            for row in members:
                if row.path == path:
                    return self.shown(row.pk)
        return None

    def members(self, translation_key):
        return self._members[translation_key]

    def offered(self, row):
        """The versions of a page that are worth leading to, by language."""
        empty = self.languages.empty
        return sorted(
            (m for m in self._members[row.translation_key] if m.locale.language_code not in empty),
            key=lambda member: member.locale.language_code,
        )

    def shown(self, key):
        """The version to link to for a page's primary key (in whatever language), or None."""
        return self._best(key, self.languages.fallback(self.language))

    def listed(self, key):
        """The version to show as a card: like `shown`, but only in the languages that were allowed."""
        return self._best(key, self.fallback)

    def _best(self, key, fallback):
        return fallback.best(
            self._members.get(self._key_of.get(key), ()),
            language_of=lambda row: row.locale.language_code,
            is_original=lambda row: row.is_original,
        )

    # Shapes

    def url(self, row, language=None):
        """A page's address as a reader of `language` (their own, if not given) asks for it."""
        return address(row, language or self.language, self.base)

    def ref(self, row):
        """The contract's Ref, and the `language` of its title."""
        return {
            "id": str(row.translation_key),
            "type": api_type(row),
            "title": row.title,
            "slug": row.slug,
            "url": self.url(row),
            "language": row.locale.language_code,
        }

    def language_of(self, row):
        """The contract's ``language``: what was asked for, what is served, and what else there is."""
        served = row.locale.language_code
        return {
            "requested": self.language,
            "served": served,
            "source": row.source_language,
            "dir": direction(served),
            "is_fallback": served != self.language,
            "available": [member.locale.language_code for member in self.offered(row)],
            "freshness": row.freshness,
            "trust": row.trust,
        }

    def original(self, row):
        """The version in the language that the page was first written in, if it is public."""
        for member in self._members[row.translation_key]:
            if member.locale.language_code == row.source_language:
                return member
        return None

    def translations(self, row):
        """Every public version, as the contract's ``translations``."""
        return [
            {
                "locale": member.locale.language_code,
                "url": self.url(member, member.locale.language_code),
                "title": member.title,
                "freshness": member.freshness,
                "trust": member.trust,
            }
            for member in self.offered(row)
        ]

    def card(self, row, lead_image, terms):
        """The contract's Card, and beside it what only pages of ours need: `original` and `weave`."""
        project, programme = self._ref_of(row.project_ref), self._ref_of(row.programme_ref)
        original = self.original(row)
        return {
            "id": str(row.translation_key),
            "type": api_type(row),
            "slug": row.slug,
            "url": self.url(row),
            "title": row.title,
            "summary": row.summary,
            "lead_image": lead_image,
            "language": self.language_of(row),
            "published_at": timestamp(row.first_published_at),
            "updated_at": timestamp(row.last_published_at),
            "programme": programme,
            "project": project,
            **terms,
            "original": None
            if original is None or original is row
            else {
                "title": original.title,
                "lang": original.locale.language_code,
                "dir": direction(original.locale.language_code),
            },
            "weave": (programme or project or {"slug": row.slug})["slug"],
        }

    def _ref_of(self, key):
        row = self.shown(key) if key else None
        return row and self.ref(row)


def card_rows(pages):
    """The rows that cards are made of: no bodies, and the project and programme of whatever has them."""
    return (
        pages.select_related("locale")
        .only(*LIGHT_FIELDS)
        .annotate(
            project_ref=F("storypage__project_id"),
            programme_ref=Coalesce(
                F("storypage__programme_id"),
                F("storypage__project__programme_id"),
                F("projectpage__programme_id"),
            ),
        )
    )


def address(row, language, base=""):
    """A page's address under a language's prefix: the same path in every language."""
    path = row.url_path.split("/", 2)[2]
    return f"{base}/{language}/{path}"


def api_type(row):
    """What the contract calls the page's type: ``story``, ``project``…"""
    model = ContentType.objects.get_for_id(row.content_type_id).model_class()
    return model.api_type
