"""Pages with their translations: which version a reader is shown, and what is said of the others."""

from collections import defaultdict
from copy import copy
from functools import cache

from django.db.models import DateTimeField, UUIDField
from django.utils import timezone

from stories.delivery.door import public_rows
from stories.delivery.reading import once
from stories.delivery.statements import Bound, Several, Statement
from stories.delivery.telling import timestamp
from stories.translation.languages import direction

from .rows import COLUMNS, Row, rows

OWNERS = ("project", "programme")
ABOVE_LISTS = ("home", "programme_index", "project_index", "story_index")


class Families:
    """Public pages by translation key. Loaded once, then asked."""

    def __init__(self, language, languages, fallback=None, base=""):
        self.language, self.languages, self.base = language, languages, base
        self.fallback = fallback or languages.fallback(language)
        self._members, self._asked = defaultdict(list), set()

    def read_in(self, language):
        """The same pages, for a reader of another language."""
        other = copy(self)
        other.language, other.fallback = language, self.languages.fallback(language)
        return other

    def load(self, cards=(), links=(), lists=None):
        """Loads all versions of these pages, by translation key; of `cards`, and of what is in `lists` of
        public pages by name, their projects' and programmes' too. One query.
        """
        lists = lists or {}
        asked = {*cards, *links}
        self._asked |= asked
        if not asked and not lists:
            return
        name = ("families", frozenset(cards), frozenset(links), frozenset(lists))
        for row in once(name, lambda: _found(cards, asked, lists.values())):
            self._members[row.key].append(row)

    def stand_in(self, row):
        """Takes a draft for the public page that it is a draft of, if there is one."""
        members = self._members[row.key]
        members[:] = [member for member in members if member.pk != row.pk] + [row]

    def keys(self):
        """The identities of all pages that were asked for, public or not."""
        return {*self._asked, *self._members}

    def nearest_expiry(self):
        """When the first of the pages stops being public, or None."""
        members = (row for members in self._members.values() for row in members)
        return min((row.expire_at for row in members if row.expire_at), default=None)

    def member(self, key, pk):
        """The version of a page with that primary key, or None."""
        return next((row for row in self._members[key] if row.pk == pk), None)

    def newest(self, kind, **owner):
        """The identities of the pages of a type that were loaded, the newest first: of all, or of those
        whose ``project=`` or ``programme=`` is a page.
        """
        wanted = {"type": kind, **owner}.items()
        found = [
            row
            for members in self._members.values()
            if any(all(getattr(each, name) == value for name, value in wanted) for each in members)
            and (row := self.listed(members[0].key))
        ]
        found.sort(key=lambda row: row.key.hex)
        found.sort(key=lambda row: row.published_at, reverse=True)
        return [row.key for row in found]

    def others(self, row, types):
        """What pages of those types that were loaded have to do with, ``{identity: (language, bonds)}``.

        Without the page itself, what it belongs to, and what belongs to it.
        """
        mine = {row.key, *(identity for _kind, identity in row.bonds)}
        found = {
            key: (members[0].source_language, set().union(*(each.bonds for each in members)))
            for key, members in self._members.items()
            if members and members[0].type in types and key not in mine
        }
        return {
            key: each
            for key, each in found.items()
            if all(identity != row.key for _kind, identity in each[1])
        }

    def is_above(self, key, row):
        """Whether a version of a page lies above a row in the tree."""
        return any(row.path.startswith(member.path) for member in self._members[key])

    def is_above_lists(self, key):
        """Whether a page is one that no list has: whoever shows it shows a link."""
        return any(row.type in ABOVE_LISTS for row in self._members.get(key, ()))

    def offered(self, row):
        """The versions of a page that are worth leading to, by language."""
        empty = self.languages.empty
        return sorted(
            (member for member in self._members[row.key] if member.language not in empty),
            key=lambda member: member.language,
        )

    def shown(self, key):
        """The version of a page to link to, or None."""
        return self._best(key, self.languages.fallback(self.language))

    def listed(self, key):
        """The version to show as a card: like `shown`, but only in the languages that were allowed."""
        return self._best(key, self.fallback)

    def _best(self, key, fallback):
        return fallback.best(
            self._members.get(key, ()),
            language_of=lambda row: row.language,
            is_original=lambda row: row.is_original,
        )

    # Shapes

    def url(self, row, language=None):
        """A page's address as a reader of `language` (their own, if not given) asks for it."""
        return row.address(language or self.language, self.base)

    def ref(self, row):
        """The contract's Ref, and the `language` of its title."""
        return {
            "id": str(row.key),
            "type": row.type,
            "title": row.title,
            "slug": row.slug,
            "url": self.url(row),
            "language": row.language,
        }

    def language_of(self, row):
        """The contract's ``language``: what was asked for, what is served, and what else there is."""
        served = row.language
        return {
            "requested": self.language,
            "served": served,
            "source": row.source_language,
            "dir": direction(served),
            "is_fallback": served != self.language,
            "available": [member.language for member in self.offered(row)],
            "freshness": row.freshness,
            "trust": row.trust,
        }

    def original(self, row):
        """The version in the language that the page was first written in, if it is public."""
        for member in self._members[row.key]:
            if member.language == row.source_language:
                return member
        return None

    def translations(self, row):
        """Every public version, as the contract's ``translations``."""
        return [
            {
                "locale": member.language,
                "url": self.url(member, member.language),
                "title": member.title,
                "freshness": member.freshness,
                "trust": member.trust,
            }
            for member in self.offered(row)
        ]

    def card(self, row, lead_image, more):
        """The contract's Card, and beside it what only pages of ours need: `original` and `weave`.

        `more` is what is not of the page's own family: its words, and how long it takes.
        """
        project, programme = self._ref_of(row.project), self._ref_of(row.programme)
        original = self.original(row)
        return {
            "id": str(row.key),
            "type": row.type,
            "slug": row.slug,
            "url": self.url(row),
            "title": row.title,
            "summary": row.summary,
            "lead_image": lead_image,
            "language": self.language_of(row),
            "published_at": timestamp(row.published_at),
            "updated_at": row.card["updated_at"],
            "programme": programme,
            "project": project,
            **more,
            "original": None
            if original is None or original is row
            else {
                "title": original.title,
                "lang": original.language,
                "dir": direction(original.language),
            },
            "weave": (programme or project or {"slug": row.slug})["slug"],
        }

    def _ref_of(self, key):
        row = self.shown(key) if key else None
        return row and self.ref(row)


def _found(cards, asked, lists):
    """The Rows of all versions of the pages, and of what the cards among them show. One query."""
    if not lists:
        known = _statement(bool(cards)).rows(now=timezone.now(), asked=asked, cards=cards)
        return [Row(*values) for values in known]
    found = public_rows().order_by()
    in_cards = [found.filter(key__in=set(cards))] if cards else []
    in_lists = [found.filter(key__in=each.values("key")) for each in lists]
    asked = [found.filter(key__in=asked), *in_lists]
    return rows(_with_owners(found, asked, [*in_cards, *in_lists]))


@cache
def _statement(has_cards):
    """Where no lists are asked for, as when a page is published: written once."""
    found = public_rows(Bound("now", DateTimeField())).order_by()
    asked, cards = (
        found.filter(key__among=Several(name, UUIDField())) for name in ("asked", "cards")
    )
    found = _with_owners(found, [asked], [cards]) if has_cards else asked.order_by("path")
    return Statement(found.values_list(*COLUMNS))


def _with_owners(found, asked, cards):
    """Of what is found all that was asked for, and what the cards belong to."""
    keys = [each.values("key") for each in asked]
    for each in cards:
        keys += [each.exclude(**{owner: None}).values(owner) for owner in OWNERS]
    return found.filter(key__in=keys[0].union(*keys[1:])).order_by("path")


def address(row, language, base=""):
    """A page's address under a language's prefix: the same path in every language."""
    path = row.url_path.split("/", 2)[2]
    return f"{base}/{language}/{path}"
