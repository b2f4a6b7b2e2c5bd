"""Pages of themes, communities, places, partners, objects and people, as the sitemap lists them."""

from django.conf import settings
from django.db.models import Max, OuterRef, Subquery
from django.db.models.fields.json import KT

from stories.delivery import tags
from stories.delivery.bonds import Bond
from stories.delivery.door import public_rows
from stories.delivery.memory import memory
from stories.presentation.reader import Reader
from stories.presentation.subjects import LISTED, directory
from stories.subjects import API_TYPES, FOLDERS, subject_url

from .sitemap import Listed, in_sitemap

KINDS = (API_TYPES.get(kind, kind) for kind in FOLDERS)


@in_sitemap(tags.WORDS, *map(tags.listed, (*LISTED, *KINDS)))
def subjects(languages, start, stop):
    """Each in the languages that something of what belongs to it is in, and that are offered."""
    reader = Reader(settings.LANGUAGE_CODE, languages)
    found = [(kind, each) for kind in FOLDERS for each in directory(kind, reader)]
    having = memory.get(("languages of subjects", languages.empty), lambda: _having(languages))
    changes = memory.get("changes of subjects", _changes)
    for kind, each in found[start:stop]:
        paths = {
            tag: subject_url(kind, each["slug"], tag)
            for tag, identities in having.items()
            if each["id"] in identities
        }
        if paths:
            yield Listed(paths, changes.get(each["id"]))


def _having(languages):
    """The identities of what has a page in a language, by language. One query a language."""
    return {
        tag: set(
            Bond.objects.filter(key__in=public_rows().filter(locale=tag).order_by().values("key"))
            .values_list("identity", flat=True)
            .distinct()
        )
        for tag in sorted(languages)
        if tag not in languages.empty
    }


def _changes():
    """When a page that has to do with it changed last, by the identity of the subject. One query."""
    versions = public_rows().filter(key=OuterRef("key")).order_by().values("key")
    latest = versions.annotate(at=Max(KT("card__updated_at"))).values("at")
    found = Bond.objects.order_by().values("identity").annotate(at=Max(Subquery(latest)))
    return dict(found.values_list("identity", "at"))
