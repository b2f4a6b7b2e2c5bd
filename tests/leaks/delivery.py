"""What can be asked of the delivery API, read from its own description."""

import re
from itertools import product
from unittest import mock
from urllib.parse import urlencode

from django.core import signing

from stories.library.models import StoryImage
from stories.models import ContentPage, Theme
from stories.previews.tokens import SALT
from stories.related.contributors import identity_of
from stories.subjects import FOLDERS
from tests.leaks import ways_out

ROOT = "/api/delivery/v1"
DESCRIPTION = f"{ROOT}/openapi.json"
PLACEHOLDER = re.compile(r"\{[^}]+\}")


def identities():
    return sorted(
        {str(key) for key in ContentPage.objects.values_list("translation_key", flat=True)}
    )


def subjects(folder):
    """The identities of all words, partners, objects or contributors, whatever has to do with them."""
    if folder == "contributors":
        return sorted(str(identity_of(slug)) for slug in ways_out.words(folder))
    keys = ways_out.SUBJECTS[folder].objects.values_list("translation_key", flat=True)
    return sorted(set(map(str, keys)))


def no_tokens():
    """What opens nothing: no token, one that is signed for something else, one that is too old."""
    page = ContentPage.objects.filter(live=False).first()
    draft = {"key": str(page.translation_key), "language": "en", "page": page.pk}
    right = signing.dumps(draft, salt=SALT)
    with mock.patch("time.time", return_value=0):
        old = signing.dumps(draft, salt=SALT)
    return ["", "x", signing.dumps(draft), f"{right}x", old]


def values(parameter, words):
    """Values to try for a parameter of the query string, by its name; the names it allows, if any."""
    known = {
        "locale": ways_out.languages(),
        "language": ways_out.languages(),
        "fallback": ["none", "default", ",".join(ways_out.languages())],
        "limit": [100],
        "offset": [1, 20],
        "q": words,
        "path": ways_out.pages(),
        "preview": no_tokens(),
        "project": identities(),
        "programme": identities(),
        "theme": list(Theme.objects.values_list("slug", flat=True)),
    }
    schema = parameter.get("schema", {})
    return known.get(parameter["name"], schema.get("enum", []))


def addresses(description, words):
    """Every endpoint with every identity, each with one parameter at a time; `words` are searched for."""
    for path, methods in description["paths"].items():
        path = path if path.startswith("/") else f"{ROOT}/{path}"
        keys = ways_out.keys(StoryImage) if "/images/" in path else identities()
        folder = path.removeprefix(f"{ROOT}/").partition("/")[0]
        if folder in FOLDERS.values():
            keys = subjects(folder)
        whole = [PLACEHOLDER.sub(str(key), path) for key in keys] if "{" in path else [path]
        parameters = [
            each
            for each in methods["get"].get("parameters", [])
            if "name" in each and each["in"] == "query"
        ]
        queries = [{each["name"]: value} for each in parameters for value in values(each, words)]
        if "/images/" in path:
            queries = []
        elif "{" in path:
            queries = [query for query in queries if query.keys() & {"locale", "preview"}]
        yield from whole
        yield from (f"{path}?{urlencode(query)}" for path, query in product(whole, queries))
