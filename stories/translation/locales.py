"""The site's languages, and in which order they stand in for one another."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Locale

from .languages import direction, native_name


@dataclass(frozen=True)
class Languages:
    """The languages that the site has at this moment: primary keys by tag, in the settings' order."""

    ids: dict

    @classmethod
    def load(cls):
        found = dict(Locale.objects.values_list("language_code", "pk"))
        order = {tag: number for number, (tag, _) in enumerate(settings.LANGUAGES)}
        first = {tag: number for number, tag in enumerate(settings.SITE_LANGUAGES)}
        return cls({
            tag: found[tag]
            for tag in sorted(found, key=lambda tag: (first.get(tag, 999), order.get(tag, 999), tag))
        })  # fmt: skip

    def __contains__(self, tag):
        return tag in self.ids

    def __iter__(self):
        return iter(self.ids)

    def shape(self, tag):
        """``{"code", "name", "dir"}``, the name in that language itself."""
        return {"code": tag, "name": native_name(tag), "dir": direction(tag)}


@dataclass(frozen=True)
class Fallback:
    """Which languages a reader is shown, best first; then the original, then any, where allowed."""

    tags: tuple
    any_other: bool = True

    @classmethod
    def default(cls, tag):
        """The site's own chain for a reader of `tag`: that language, the default one, the original."""
        return cls(tuple(dict.fromkeys((tag, settings.LANGUAGE_CODE))))

    @classmethod
    def none(cls, tag):
        return cls((tag,), any_other=False)

    @classmethod
    def listed(cls, tag, others):
        return cls(tuple(dict.fromkeys((tag, *others))), any_other=False)

    def best(self, rows, language_of, is_original=lambda row: False):
        """The row to show out of a text's versions, or None. The rule is the one in `rank`'s SQL."""
        ranked = [
            (self._rank(language_of(row), is_original(row)), number, row)
            for number, row in enumerate(rows)
        ]
        allowed = [each for each in ranked if self.any_other or each[0] < len(self.tags)]
        return min(allowed, key=lambda each: each[:2])[2] if allowed else None

    def _rank(self, tag, is_original):
        if tag in self.tags:
            return self.tags.index(tag)
        return len(self.tags) + (0 if is_original else 1)
