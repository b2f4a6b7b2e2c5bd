"""The menus, as templates and the API give them."""

from dataclasses import dataclass

from django.conf import settings

from stories.blocks.support import support_shape
from stories.delivery import tags
from stories.delivery.door import public_pages
from stories.delivery.memory import memory
from stories.delivery.register import shown_elsewhere
from stories.presentation.references import References

from .models import HomePage

# Where a quick exit leads as long as editors have chosen nothing else.
WEATHER = "https://www.bbc.co.uk/weather"
MENUS = {"main": "navigation", "footer": "footer_navigation"}


ON_HOME_PAGES = ("organisation", "support", "quick_exit_url")
shown_elsewhere(HomePage.api_type, (*ON_HOME_PAGES, *MENUS.values()))


@dataclass
class Navigation:
    """The menus, the organisation's name and who helps readers, in a reader's language."""

    main: list
    footer: list
    organisation: str
    support: list
    quick_exit_url: str


def navigation_for(reader):
    """What the reader's own home page says, and where it says nothing, what the default language's says.

    An entry is ``{"title", "url", "language"}``, the language that its title is in; one whose page is
    not public is left out.
    """
    asked = ("navigation", reader.language, reader.fallback, reader.base)
    navigation, references, told = memory.get(asked, lambda: _made(reader))
    reader.shows_with(references)
    reader.shows(*told)
    return navigation


def _made(reader):
    """The Navigation, what was asked for it, and the tags of where it is said."""
    # Whatever stands in for the reader's language, a site without a menu is no site.
    tags_of_menus = dict.fromkeys((*reader.fallback.tags, settings.LANGUAGE_CODE))
    homes = {
        home.locale.language_code: home
        for home in public_pages(HomePage.objects.all())
        .select_related("locale")
        .filter(locale__language_code__in=tags_of_menus)
        .only("path", "translation_key", "locale__language_code", *ON_HOME_PAGES, *MENUS.values())
    }
    in_order = [homes[tag] for tag in tags_of_menus if tag in homes]
    stored = {menu: _first(in_order, field) for menu, field in MENUS.items()}
    references = References(reader.language, reader.languages, reader.fallback, reader.base)
    for entries in stored.values():
        references.want(("page", entry.get("page")) for entry in entries)
    references.load()
    menus = {
        menu: [entry for entry in (_entry(each, references) for each in entries) if entry]
        for menu, entries in stored.items()
    }
    said = Navigation(
        **menus,
        organisation=next((home.organisation for home in in_order if home.organisation), ""),
        support=[support_shape(service) for service in _first(in_order, "support")],
        quick_exit_url=next(filter(None, (home.quick_exit_url for home in in_order)), WEATHER),
    )
    # Home pages are one page in all languages.
    told = {tags.link(home.translation_key) for home in in_order}
    return said, references, told or {tags.listed(HomePage.api_type)}


def _first(homes, field):
    for home in homes:
        tag = home.locale.language_code
        if entries := [{**block["value"], "tag": tag} for block in getattr(home, field).raw_data]:
            return entries
    return []


def _entry(stored, references):
    if stored.get("url"):
        return {"title": stored["text"], "url": stored["url"], "language": stored["tag"]}
    ref = references.ref(stored["page"]) if stored.get("page") else None
    if not ref:
        return None
    if text := stored.get("text"):
        return {"title": text, "url": ref["url"], "language": stored["tag"]}
    return {name: ref[name] for name in ("title", "url", "language")}
