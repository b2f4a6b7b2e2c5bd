"""Reading what story.yaml, or one language's front matter, says of a story."""

from dataclasses import replace

from stories.blocks.own_page import OWN_PAGE
from stories.blocks.relations import ContributorRole
from stories.library.licences import Licence
from stories.models.precision import PlacePrecision

from .bundles import Details, Rights
from .limits import MEDIA, suffix
from .times import read_tells_of
from .yaml_text import Mapped

KEYS = (
    "credit_line", "licence", "project", "programme", "themes", "communities", "places",
    "content_warnings", "collection_objects", "contributors", "related_pages", "told_on",
    "recorded_by", "tells_of", "place_precision", "lead_image", "social_image", "show_in_menus",
)  # fmt: skip


def read_details(mapping, checks, base=None):
    """The details that stand there; what does not is as in `base`."""
    found = {key: READERS[key](mapping, key, checks) for key in KEYS if key in mapping}
    return replace(base or Details(), **found)


def slug(mapping, key, checks):
    return checks.text(mapping, key, 255)


def slugs(mapping, key, checks):
    return list(dict.fromkeys(str(word) for word in checks.words(mapping, key)))


def contributors(mapping, key, checks):
    found = []
    listed = checks.list(mapping, key)
    for item, line in zip(listed, listed.lines, strict=True):
        each = checks.mapping(item, line, "a contributor")
        checks.only(each, ("name", "role", "biography", "page"))
        names = checks.by_language(each, "name", 255)
        if not any(names.values()):
            checks.refuse(line, "a contributor needs a name")
        role = checks.choice(each, "role", ContributorRole.values, "role")
        page = checks.text(each, "page", 80)
        if page and not OWN_PAGE.fullmatch(page):
            checks.refuse(line, "a contributor's page is a word such as rahima-b")
        biographies = checks.by_language(each, "biography")
        found.append((names, role or ContributorRole.STORYTELLER, biographies, page or ""))
    return found


def collection_objects(mapping, key, checks):
    """Museum numbers, or ``{object, use}`` with what was done with it."""
    found = []
    listed = checks.list(mapping, key)
    for item, line in zip(listed, listed.lines, strict=True):
        if not isinstance(item, (Mapped, str)):
            checks.refuse(line, f"{key} must be a list of museum numbers")
            continue
        each = item if isinstance(item, Mapped) else Mapped.of(line, object=item)
        checks.only(each, ("object", "use"))
        number = checks.text(each, "object", 64, required=True)
        found.append((number, checks.by_language(each, "use")))
    return found


def licence(mapping, key, checks):
    return checks.choice(mapping, key, Licence.values, "licence")


def place_precision(mapping, key, checks):
    return checks.choice(mapping, key, PlacePrecision.values, key)


READERS = {
    "credit_line": lambda mapping, key, checks: checks.by_language(mapping, key, 255),
    "licence": licence,
    "project": slug,
    "programme": slug,
    "themes": slugs,
    "communities": slugs,
    "places": slugs,
    "content_warnings": slugs,
    "collection_objects": collection_objects,
    "contributors": contributors,
    "related_pages": slugs,
    "told_on": lambda mapping, key, checks: checks.date(mapping, key),
    "recorded_by": lambda mapping, key, checks: checks.text(mapping, key, 255),
    "tells_of": read_tells_of,
    "place_precision": place_precision,
    "lead_image": slug,
    "social_image": slug,
    "show_in_menus": lambda mapping, key, checks: checks.yes(mapping, key),
}


def read_files(mapping, checks):
    """``{name: Rights}`` of what `images` says."""
    files = {}
    listed = checks.mapping(mapping.get("images"), mapping.line_of("images"), "images")
    for name, value in listed.items():
        line = listed.line_of(name)
        if suffix(name) not in MEDIA:
            checks.refuse(
                line, f"{name!r} is neither picture nor recording that we take, by its name"
            )
        each = checks.mapping(value, line, name)
        checks.only(
            each,
            (
                "credit", "licence", "copyright_holder", "description", "focal_point", "alt",
                "decorative", "duration",
            ),
        )  # fmt: skip
        files[str(name)] = Rights(
            credit=checks.text(each, "credit", 255),
            licence=licence(each, "licence", checks),
            copyright_holder=checks.text(each, "copyright_holder", 255),
            description=checks.text(each, "description", 255),
            focal_point=focal_point(each, checks),
            alt={
                tag: " ".join(text.split("\n"))
                for tag, text in checks.by_language(each, "alt", 500).items()
            },
            decorative=checks.yes(each, "decorative"),
            duration=checks.number(each, "duration"),
            line=line,
        )
    return files


def focal_point(mapping, checks):
    """``(x, y, width, height)`` in pixels of the kept picture, or None."""
    if mapping.get("focal_point") is None:
        return None
    line = mapping.line_of("focal_point")
    found = checks.mapping(mapping["focal_point"], line, "focal_point")
    checks.only(found, ("x", "y", "width", "height"))
    return tuple(int(checks.number(found, key)) for key in ("x", "y", "width", "height"))
