"""People who have agreed to a page that gathers what they are credited for.

Who they are is said by editors, credit by credit, with a word of their own. Names are never compared:
two people can have the same one, and one person can have a name that nobody is to connect with them.
"""

import uuid

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from stories.delivery.bonds import Bond, bonds_of
from stories.delivery.register import PublicPage
from stories.delivery.shapes import keep_shapes
from stories.presentation.rows import rows

SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://meeting-place.example/contributors/")
# Of somebody with many stories, the newest say what they are called.
NEWEST = 60


def identity_of(slug):
    """The identity of the contributor whom editors call so."""
    return uuid.uuid5(SPACE, slug)


def credited(page):
    """The credits on a page that lead to a contributor's page: ``[{"slug", "name", "biography"}]``."""
    credits = page.contributors.raw_data if hasattr(page, "contributors") else ()
    return [
        {
            "slug": value["page"],
            "name": value["name"],
            "biography": value.get("biography") or "",
        }
        for value in (block["value"] for block in credits)
        if value.get("page")
    ]


def check_own_pages(page):
    """Refuses a credit that would put somebody under another name onto a page that there is.

    Of translations the original has decided it; in them names are spelled as their languages do.
    """
    for each in credited(page) if page.is_original else ():
        for name in names_of(each["slug"], page):
            if name != each["name"]:
                problem = _(
                    "“%(page)s” is the page of %(name)s. Whoever is credited by another name needs "
                    "another word, or none."
                )
                raise ValidationError(
                    {"contributors": problem % {"page": each["slug"], "name": name}}
                )


def names_of(slug, page):
    """What the contributor is called on other public pages in the page's language."""
    having = Bond.objects.filter(identity=identity_of(slug)).values("key")
    others = PublicPage.objects.filter(key__in=having, locale=page.locale.language_code)
    cards = others.exclude(key=page.translation_key).values_list("card", flat=True)
    return {
        person["name"]
        for card in cards
        for person in card.get("people", ())
        if person["slug"] == slug
    }


def keep_contributors(bonds):
    """Keeps what is said of the contributors of those pages, as they were and as they are now.

    Called before the new bonds are kept.
    """
    found = bonds_of(bonds).union(*(each for _type, _language, each in bonds.values()))
    people = {identity for kind, identity in found if kind == "contributor"}
    keep_shapes({f"contributor:{person}": _shape(person, bonds) for person in people})


def _shape(person, bonds):
    keys = set(Bond.objects.filter(identity=person).values_list("key", flat=True)) - bonds.keys()
    keys |= {key for key, (_, _, found) in bonds.items() if ("contributor", person) in found}
    found = rows(PublicPage.objects.filter(key__in=keys).order_by("-published_at", "path")[:NEWEST])
    versions = [
        {
            "language": row.language,
            "expire_at": row.expire_at and row.expire_at.isoformat(),
            "title": each["name"],
            "slug": each["slug"],
            "text": each["biography"],
            "url": "",
        }
        for row in found
        for each in row.card.get("people", ())
        if identity_of(each["slug"]) == person
    ]
    return {"versions": versions} if versions else None
