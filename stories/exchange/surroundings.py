"""What the stories of a collection name and another site may not have: ``collection.yaml``.

Words of the vocabulary and objects come with their texts in all languages; projects and programmes
with their titles only, and become drafts for editors to write.
"""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from stories.delivery.door import public_pages
from stories.models import (
    CollectionObject,
    Community,
    ContentWarning,
    Place,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    Theme,
)
from stories.presentation.whereabouts import whereabouts

from .checks import Checks
from .problems import Problem, Refused
from .yaml_text import YamlError, dump, parse

FILE = "collection.yaml"
# What it is called, its model, what names it, its texts, and what is the same in every language.
ROWS = {
    "themes": (Theme, "slug", ("name", "description"), ()),
    "communities": (Community, "slug", ("name", "description"), ()),
    "places": (Place, "slug", ("name",), ("latitude", "longitude", "precision")),
    "content_warnings": (ContentWarning, "slug", ("name", "text"), ("quick_exit",)),
    "collection_objects": (
        CollectionObject,
        "museum_number",
        ("title", "maker", "culture", "date", "rights"),
        ("collection_url",),
    ),
}
PAGES = {
    "projects": (ProjectPage, ProjectIndexPage),
    "programmes": (ProgrammePage, ProgrammeIndexPage),
}


def describe(named):
    """``collection.yaml`` for what stories name: ``{"themes": {slug}, "projects": {slug}, …}``."""
    found = {}
    for kind, (model, key, texts, same) in ROWS.items():
        for name in sorted(named.get(kind, ())):
            rows = model.objects.filter(**{key: name}).select_related("locale")
            rows = sorted(rows, key=lambda row: row.locale.language_code)
            entry = {
                text: {
                    row.locale.language_code: value for row in rows if (value := getattr(row, text))
                }
                for text in texts
            } | _same(kind, rows[0], same)
            found.setdefault(kind, {})[name] = {
                field: each for field, each in entry.items() if each
            }
    for kind, (model, _index) in PAGES.items():
        for name in sorted(named.get(kind, ())):
            pages = public_pages(model.objects.filter(slug=name)).select_related("locale")
            titles = {page.locale.language_code: page.title for page in pages}
            found.setdefault(kind, {})[name] = {"title": dict(sorted(titles.items()))}
    return dump(found) if found else ""


def _same(kind, row, fields):
    """What is the same in every language; of a place no more than the public may know of where it is."""
    if kind == "places":
        told = whereabouts().get(str(row.translation_key)) or {"precision": row.precision}
        return {field: str(value) for field, value in told.items()}
    return {field: str(value) for field in fields if (value := getattr(row, field))}


def ensure(path):
    """Makes what the collection at `path` describes and the site has not; what was made, as lines.

    Raises Refused where ``collection.yaml`` is broken.
    """
    file = path / FILE
    if not file.is_file():
        return []
    if file.is_symlink() or file.stat().st_size > 10 * 1024**2:
        raise Refused(Problem(FILE, 1, f"{FILE} must be a file of at most 10 MB"))
    try:
        described = parse(file.read_text(encoding="utf-8-sig"))
    except YamlError as error:
        raise Refused(Problem(FILE, error.line, str(error))) from error
    except UnicodeDecodeError as error:
        raise Refused(Problem(FILE, 1, "this is no UTF-8 text")) from error
    checks = Checks(FILE)
    described = checks.mapping(described, 1, FILE)
    checks.only(described, (*ROWS, *PAGES))
    made = []
    with transaction.atomic():
        for kind in (*ROWS, *PAGES):
            make = make_row if kind in ROWS else make_page
            for name, entry in checks.mapping(described.get(kind), 1, kind).items():
                entry = checks.mapping(entry, described.line_of(kind), name)
                if make(kind, name, entry, checks):
                    made.append(f"{kind}: {name}")
        if checks.problems:
            raise Refused(*checks.problems)
    return made


def make_row(kind, name, entry, checks):
    model, key, texts, same = ROWS[kind]
    checks.only(entry, (*texts, *same))
    by_language = {text: checks.by_language(entry, text) for text in texts}
    fixed = {field: shared_value(model, field, entry, checks) for field in same}
    if model.objects.filter(**{key: name}).exists() or checks.problems:
        return False
    shared = None
    for tag in sorted(by_language[texts[0]], key=lambda tag: tag != settings.LANGUAGE_CODE):
        values = {text: by_language[text].get(tag, "") for text in texts}
        row = model(locale=locale(tag), **{key: name}, **values)
        for field, value in fixed.items():
            if value:
                setattr(row, field, value)
        row.translation_key = shared or row.translation_key
        shared = row.translation_key
        row.save()
    return bool(shared)


def shared_value(model, field, entry, checks):
    choices = model._meta.get_field(field).choices
    if choices and entry.get(field):
        return checks.choice(entry, field, [value for value, _label in choices], field)
    return checks.text(entry, field) or None


def make_page(kind, name, entry, checks):
    model, index = PAGES[kind]
    checks.only(entry, ("title",))
    titles = checks.by_language(entry, "title", 255)
    if model.objects.filter(slug=name).exists() or checks.problems:
        return False
    shared = None
    for tag in sorted(titles, key=lambda tag: tag != settings.LANGUAGE_CODE):
        page = model(title=titles[tag], slug=name, locale=locale(tag), live=False)
        page.source_language = min(titles, key=lambda tag: tag != settings.LANGUAGE_CODE)
        page.translation_key = shared or page.translation_key
        shared = page.translation_key
        index.objects.filter(locale=page.locale).first().add_child(instance=page)
        page.save_revision(clean=False)
    return bool(shared)


def locale(tag):
    return Locale.objects.get_or_create(language_code=tag or settings.LANGUAGE_CODE)[0]
