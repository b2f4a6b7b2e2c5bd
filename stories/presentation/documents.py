"""What a page needs to be read, put together when it is published, and the page made of it again.

docs/decisions/0017-pages-are-put-together-when-published.md says why.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from stories.delivery import tags
from stories.delivery.hearing import BOOKKEEPING
from stories.delivery.register import PublicPage
from stories.delivery.telling import timestamp
from stories.models import ContentPage, ProjectPage, StoryPage
from stories.translation.locales import Languages

from .details import presenter_of
from .reader import Reader
from .reading import reading_minutes, recordings_in
from .references import resolve_all
from .rows import row_of
from .ties import ties_of

WORDS = {"theme": "themes", "community": "communities", "place": "places"}
# What Wagtail notes of a page for its editors, and what changes without a page being saved.
NOT_SHOWN = BOOKKEEPING | {
    "numchild",
    "live_revision",
    "alias_of",
    "owner",
    "minor_edit",
    "content_type",
}
OF_STORIES = {"content_warning": "content_warnings"}


@dataclass
class Beside:
    """What is known of pages beside their own fields, by primary key; `above` by path."""

    words: dict
    owners: dict
    above: dict


def put_together(pages):
    """Specific pages, each with its locale, as the register keeps them: `PublicPage`, unsaved."""
    beside = Beside(_words(pages), _owners(pages), _above(pages))
    rows = [_row(page, beside) for page in pages]
    languages = Languages.load()
    wished = [_wishes(page, row_of(row), languages) for page, row in zip(pages, rows, strict=True)]
    resolve_all(wished)
    for page, row, references in zip(pages, rows, wished, strict=True):
        keys = references.resolve()
        row.document = _document(page, keys)
        row.card |= ties_of(page, keys)
        row.uses = references.own_tags(row_of(row))
        belongs_to = (tags.below(identity) for _kind, identity in row_of(row).bonds)
        row.tags = " ".join(sorted({*row.tags.split(), *belongs_to}))
    return rows


def draft_row(page):
    """The Row of a page as its draft has it."""
    of_type = WORDS | (OF_STORIES if isinstance(page, StoryPage) else {})
    words = {
        kind: [word.translation_key for word in getattr(page, name).all()]
        for kind, name in of_type.items()
    }
    project, programme = getattr(page, "project", None), getattr(page, "programme", None)
    programme = programme or (project and project.programme)
    owners = tuple(each and each.translation_key for each in (project, programme))
    return row_of(_row(page, Beside({page.pk: words}, {page.pk: owners}, _above([page]))))


def page_of(row):
    """The page that a Row with its document is of, as it was when it was published. No query."""
    document = row.document
    model = apps.get_model(document["model"])
    values = {
        field.attname: field.to_python(document["fields"][field.attname])
        if not isinstance(field, StreamField)
        else document["fields"][field.attname]
        for field in model._meta.concrete_fields
        if field.attname in document["fields"]
    }
    kind = ContentType.objects.get_for_model(model)
    page = model(**values, content_type_id=kind.pk)
    page.locale = Locale(pk=values["locale_id"], language_code=row.language)
    page._state.adding = False
    page.row, page.known_keys = row, document["keys"]
    return page


def _row(page, beside):
    project, programme = beside.owners.get(page.pk, (None, None))
    language = page.locale.language_code
    words = beside.words.get(page.pk, {})
    time = getattr(page, "time", None)
    return PublicPage(
        page_id=page.pk,
        key=page.translation_key,
        type=page.api_type,
        locale=language,
        source_language=page.source_language,
        path=page.path,
        below=page.url_path.split("/", 2)[2] if page.url_path else "",
        slug=page.slug,
        title=page.title,
        summary=page.summary,
        published_at=page.first_published_at,
        expire_at=page.expire_at,
        project=project,
        programme=programme,
        tells_from=time and time["from_year"],
        place_precision=getattr(page, "place_precision", ""),
        tags=" ".join(sorted(_tags(page, {project, programme} - {None}))),
        card={
            "updated_at": timestamp(page.last_published_at),
            "origin": page.translation_origin,
            "outdated": page.outdated_segments,
            "left_out": page.left_out_segments,
            "lead_image": page.lead_image_id,
            "lead_image_alt": page.lead_image_alt,
            "lead_image_decorative": page.lead_image_decorative,
            "words": {kind: [str(key) for key in keys] for kind, keys in words.items() if keys},
            "time": time,
            **(_times(page) if isinstance(page, StoryPage) else {}),
            "above": [
                str(beside.above[path]) for path in paths_above(page) if path in beside.above
            ],
        },
    )


def _times(page):
    """How long a story takes; its recordings say themselves how long they are."""
    body = page.body.raw_data
    return {
        "reading_minutes": reading_minutes(body, page.locale.language_code),
        "recordings": recordings_in(body),
    }


def _tags(page, owners):
    """Those of the answers that list it."""
    yield tags.page(page.translation_key)
    yield tags.listed(page.api_type)
    yield tags.place(page.path)
    yield from map(tags.below, owners)


def paths_above(page):
    """Where the pages lie that a page lies below, from its home page on."""
    ends = range(2 * page.steplen, len(page.path or ""), page.steplen)
    return [page.path[:end] for end in ends]


def _wishes(page, row, languages):
    """What a page wants to be shown with, not yet loaded."""
    page.row = row
    reader = Reader(page.locale.language_code, languages, alone=False)
    presenter = presenter_of(page)(page, reader, reader.references())
    presenter.want()
    return presenter.references


def _document(page, keys):
    fields = {
        field.attname: list(getattr(page, field.attname).raw_data)
        if isinstance(field, StreamField)
        else field.value_from_object(page)
        for field in page._meta.concrete_fields
        if field.name not in NOT_SHOWN
    }
    return {
        "model": page._meta.label,
        "fields": {
            name: _plain(value) for name, value in fields.items() if value not in (None, "")
        },
        "keys": {
            kind: {str(pk): str(key) for pk, key in each.items()} for kind, each in keys.items()
        },
    }


def _plain(value):
    return value if isinstance(value, str | int | float | bool | list | dict) else str(value)


def _words(pages):
    """The identities of the words of many pages, by page and kind. One query."""
    keys = [page.pk for page in pages]
    parts = []
    for model, relations in ((ContentPage, WORDS), (StoryPage, OF_STORIES)):
        for kind, name in relations.items():
            relation = model._meta.get_field(name).remote_field
            page, word = f"{model._meta.model_name}_id", relation.model._meta.model_name
            parts.append(
                relation.through.objects.filter(**{f"{page}__in": keys}).values_list(
                    Value(kind, CharField()), F(page), F(f"{word}__translation_key")
                )
            )
    found = defaultdict(lambda: defaultdict(list))
    for kind, page, key in parts[0].union(*parts[1:], all=True):
        found[page][kind].append(key)
    return found


def _owners(pages):
    """``(project, programme)`` by page, identities or None. A story's programme may be its project's."""
    keys = [page.pk for page in pages]
    stories = StoryPage.objects.filter(pk__in=keys).values_list(
        "pk",
        "project__translation_key",
        Coalesce("programme__translation_key", "project__programme__translation_key"),
    )
    projects = ProjectPage.objects.filter(pk__in=keys).values_list(
        "pk", "programme__translation_key"
    )
    found = {pk: (project, programme) for pk, project, programme in stories}
    return found | {pk: (None, programme) for pk, programme in projects}


def _above(pages):
    paths = {path for page in pages for path in paths_above(page)}
    return dict(Page.objects.filter(path__in=paths).values_list("path", "translation_key"))
