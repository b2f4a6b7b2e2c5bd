"""What goes when a language is removed from the site, and what must be gone before it may be."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, get_translatable_models
from wagtail_localize.models import StringTranslation, Translation

from .glossary.term import GlossaryTerm
from .languages import native_name
from .models import LanguageSettings, StandIn
from .teams import front_page

EXAMPLES = 5


@dataclass(frozen=True)
class Stake:
    """One thing that goes with a language. `forbids`: the language stays as long as there is any."""

    label: str
    count: int
    examples: list = field(default_factory=list)
    forbids: bool = False

    @property
    def more(self):
        return self.count - len(self.examples)


def starts_with(is_untouched):
    """Registers the rule that tells a page which the site made for a language, and nobody has changed."""
    STARTING.append(is_untouched)


STARTING = []


def is_untouched(page):
    return any(rule(page) for rule in STARTING)


def stakes(locale):
    """All that would go with a language, what forbids its removal first; nothing of which there is none."""
    found = [*_pages(locale), *_words(locale), *_work(locale), *_people(locale), *_chains(locale)]
    return sorted((stake for stake in found if stake.count), key=lambda stake: not stake.forbids)


def refusal(locale, found):
    """Why the language cannot be removed, or ""."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return _(
            "This is the site's default language. Choose another one (DEFAULT_LANGUAGE in the site's "
            "environment) before you remove it."
        )
    if any(stake.forbids for stake in found):
        return _(
            "There is published or begun work in this language. Remove it yourself first, where you can "
            "see what it is."
        )
    return ""


@transaction.atomic
def remove(locale):
    """Removes a language with the pages that it started with."""
    front = front_page(locale)
    if front is not None:
        Page.objects.get(pk=front.pk).delete()
    Page.objects.filter(locale=locale, depth=2).delete()
    Locale.all_objects.get(pk=locale.pk).delete()


def _pages(locale):
    pages = Page.objects.filter(locale=locale, depth__gt=1)
    own = pages.filter(alias_of=None).order_by("path")
    first = [page.pk for page in own.filter(depth__lte=3).specific() if is_untouched(page)]
    made = own.exclude(pk__in=first)
    return [
        _stake(_("Published pages"), made.filter(live=True), "title", forbids=True),
        _stake(_("Drafts"), made.filter(live=False), "title", forbids=True),
        _stake(_("Copies of other languages' pages"), pages.exclude(alias_of=None), "title"),
        _stake(_("Pages that the site made for this language"), own.filter(pk__in=first), "title"),
    ]


def _words(locale):
    return [
        Stake(
            capfirst(model._meta.verbose_name_plural),
            rows.count(),
            [str(row) for row in rows[:EXAMPLES]],
            forbids=True,
        )
        for model in get_translatable_models()
        if model is not Page
        for rows in [model.objects.filter(locale=locale).order_by("pk")]
    ]


def _work(locale):
    begun = Translation.objects.filter(target_locale=locale, enabled=True)
    texts = StringTranslation.objects.filter(locale=locale)
    followers = Translation.objects.filter(source__locale=locale, enabled=True)
    terms = GlossaryTerm.objects.filter(Q(source_locale=locale) | Q(target_locale=locale))
    return [
        Stake(
            _("Translations in progress or done"),
            begun.count(),
            [str(each.source.object_repr) for each in begun.select_related("source")[:EXAMPLES]],
            forbids=True,
        ),
        Stake(
            _("Translations that are made from this language, and would no longer follow it"),
            followers.count(),
            [
                str(each.source.object_repr)
                for each in followers.select_related("source")[:EXAMPLES]
            ],
            forbids=True,
        ),
        _stake(_("Remembered translations of texts"), texts, "data"),
        Stake(_("Glossary terms"), terms.count(), [str(term) for term in terms[:EXAMPLES]]),
    ]


def _people(locale):
    members = get_user_model().objects.filter(groups__team__locale=locale).distinct()
    return [
        Stake(
            _("Members of its teams"),
            members.count(),
            [user.get_full_name() or user.get_username() for user in members[:EXAMPLES]],
        )
    ]


def _chains(locale):
    named_in = LanguageSettings.objects.filter(stand_ins__locale=locale).select_related("locale")
    own = StandIn.objects.filter(settings__locale=locale).select_related("locale")
    return [
        Stake(_("Languages that it stands in for"), named_in.count(), _names(named_in)),
        Stake(_("Languages that stand in for it"), own.count(), _names(own)),
    ]


def _names(rows):
    return [native_name(each.locale.language_code) for each in rows[:EXAMPLES]]


def _stake(label, rows, name, forbids=False):
    return Stake(label, rows.count(), list(rows.values_list(name, flat=True)[:EXAMPLES]), forbids)
