"""Every way out of the site, read from its table of addresses.

A route with parameters needs a line in `FILLED`: which addresses to ask for. A new route without one
fails the test, so that no way out is forgotten.
"""

import re
from itertools import product
from urllib.parse import quote, urlencode

from django.urls import get_resolver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Revision, Site

from stories.library.models import Recording, StoryDocument, StoryImage, StoryRendition
from stories.models import (
    CollectionObject,
    Community,
    ContentPage,
    Partner,
    Place,
    ProgrammePage,
    ProjectPage,
    StoryPage,
    Theme,
)
from stories.subjects import FOLDERS

NOT_PUBLIC = ("admin/",)
PARAMETER = re.compile(r"<[^>]+>|\(")


def routes(patterns=None, before=""):
    """Every route of the site as Django writes it, without the admin's."""
    for pattern in patterns or get_resolver().url_patterns:
        route = before + str(pattern.pattern)
        if route.startswith(NOT_PUBLIC):
            continue
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def languages():
    return list(Locale.objects.values_list("language_code", flat=True))


def pages():
    """The address of every page, public or not, in every language."""
    paths = {row.url_path.split("/", 2)[-1] for row in ContentPage.objects.all()}
    return [f"/{tag}/{path}" for tag, path in product(languages(), sorted(paths))]


def media():
    files = [(StoryImage, "file"), (StoryRendition, "file"), (Recording, "file")]
    return [
        f"/media/{quote(name)}"
        for model, field in files
        for name in model.objects.values_list(field, flat=True)
    ]


def documents():
    return [f"/documents/{each.pk}/{each.filename}" for each in StoryDocument.objects.all()]


def keys(model):
    return list(model.objects.values_list("pk", flat=True))


def each(prefix, model):
    return lambda: [f"{prefix}{key}/" for key in keys(model)]


def password_forms():
    restrictions = PageViewRestriction.objects.values_list("pk", "page_id")
    return [f"/en/_util/authenticate_with_password/{one}/{page}/" for one, page in restrictions]


WRITABLE = "api/v3-preview/"
ACTIONS = ("publish", "unpublish", "copy", "move", "delete", "revert", "copy_for_translation")


def in_the_writable_api():
    """What is asked there of a page; nobody without a token is answered."""
    return {
        f"{WRITABLE}pages/<page_id>/": each(f"/{WRITABLE}pages/", Page),
        f"{WRITABLE}pages/<page_id>/revisions/": lambda: [
            f"/{WRITABLE}pages/{key}/revisions/" for key in keys(Page)
        ],
        f"{WRITABLE}pages/<page_id>/revisions/<revision_id>/": lambda: [
            f"/{WRITABLE}pages/{revision.object_id}/revisions/{revision.pk}/"
            for revision in Revision.objects.all()
        ],
        **{
            f"{WRITABLE}pages/<page_id>/actions/{action}/": lambda action=action: [
                f"/{WRITABLE}pages/{keys(Page)[-1]}/actions/{action}/"
            ]
            for action in ACTIONS
        },
        f"{WRITABLE}schema/<type_name>/": lambda: [f"/{WRITABLE}schema/stories.StoryPage/"],
        f"{WRITABLE}sites/<site_id>/": each(f"/{WRITABLE}sites/", Site),
        f"{WRITABLE}redirects/<redirect_id>/": each(f"/{WRITABLE}redirects/", Redirect),
        f"{WRITABLE}documents/<document_id>/": each(f"/{WRITABLE}documents/", StoryDocument),
        f"{WRITABLE}images/<image_id>/": each(f"/{WRITABLE}images/", StoryImage),
    }


def words(folder):
    """The page of each word, partner or object in the vocabulary, and of everybody who is credited, whether
    or not anything public has to do with it.
    """
    if folder == "contributors":
        return {
            block["value"]["page"]
            for story in StoryPage.objects.all()
            for block in story.contributors.raw_data
            if block["value"].get("page")
        }
    return set(SUBJECTS[folder].objects.values_list("slug", flat=True))


SUBJECTS = {
    "themes": Theme,
    "communities": Community,
    "places": Place,
    "partners": Partner,
    "objects": CollectionObject,
}


def gathering(folder):
    return lambda: [
        f"/{tag}/{folder}/{slug}/" for tag, slug in product(languages(), sorted(words(folder)))
    ]


def weaves():
    slugs = ContentPage.objects.values_list("slug", flat=True).distinct()
    return [f"/weave/{slug}.png" for slug in slugs]


FILLED = {
    **{f"en/{folder}/<slug:slug>/": gathering(folder) for folder in FOLDERS.values()},
    **in_the_writable_api(),
    r"documents/^(\d+)/(.*)$": documents,
    "documents/authenticate_with_password/<int:restriction_id>/": lambda: [
        "/documents/authenticate_with_password/1/"
    ],
    "media/<path:name>": media,
    "sitemap-<int:number>.xml": lambda: ["/sitemap-1.xml", "/sitemap-2.xml"],
    "weave/<slug:slug>.png": weaves,
    "api/v2/^pages/<int:pk>/": each("/api/v2/pages/", Page),
    "api/v2/^images/<int:pk>/": each("/api/v2/images/", StoryImage),
    "api/v2/^documents/<int:pk>/": each("/api/v2/documents/", StoryDocument),
    "en/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": (
        password_forms
    ),
    r"en/^((?:[\w\-]+/)*)$": pages,
}


PARTS = [{"limit": 20, "offset": start} for start in range(0, 100, 20)]


def asked_of_wagtail(words):
    """What clients ask of `/api/v2/` in its query string; `words` are searched for."""
    types = [model._meta.label for model in (ContentPage, *ContentPage.__subclasses__())]
    queries = [{"fields": "*", **part} for part in PARTS]
    queries += [{"type": name, "fields": "*"} for name in types]
    queries += [{"locale": tag, "fields": "*"} for tag in languages()]
    for key in keys(Page):
        for name in ("child_of", "descendant_of", "ancestor_of", "translation_of", "id"):
            queries.append({name: key})
        queries += [
            {"type": "stories.StoryPage", "project": key},
            {"type": "stories.StoryPage", "programme": key, "fields": "*"},
        ]
    queries += [{"search": word, "fields": "*", **part} for word in words for part in PARTS]
    queries.append({"child_of": "root", "order": "-title", "fields": "*"})
    yield from (f"/api/v2/pages/?{urlencode(query)}" for query in queries)
    for kind in ("images", "documents"):
        for query in (
            {"fields": "*"},
            {"fields": "*", "order": "-title", "limit": 20, "offset": 20},
            *({"search": word, **part} for word in words for part in PARTS),
        ):
            yield f"/api/v2/{kind}/?{urlencode(query)}"
    yield from (f"/api/v2/pages/find/?html_path={path}" for path in pages())
    for kind, model in (("pages", Page), ("images", StoryImage), ("documents", StoryDocument)):
        yield from (f"/api/v2/{kind}/find/?id={key}" for key in keys(model))


def asked_of_pages():
    """What an address of HTML can hold beyond the filters that pages themselves link to."""
    for kind, model in (("programme", ProgrammePage), ("project", ProjectPage)):
        for key in model.objects.values_list("translation_key", flat=True).distinct():
            yield f"/en/stories/?{kind}={key}"
            yield f"/en/projects/?{kind}={key}"
    for tag in languages():
        yield from (f"/{tag}/stories/feed/", f"/{tag}/stories/feed.json")
        yield f"/{tag}/timeline/"
    yield "/en/no/such/page/"
    yield "/api/v2/no/such/endpoint/"
    yield "/api/no/such/"
    yield from (f"/en/old-{key}/" for key in keys(Page))


def without_parameters():
    return [f"/{route.replace('^', '')}" for route in routes() if not PARAMETER.search(route)]
