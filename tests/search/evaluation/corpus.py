"""The demo's texts, in each language, as entries of the index without pages."""

import re
import uuid

from home.demo.files import DATA, in_language, read_all
from search.index.texts import BODY, SUMMARY, TITLE, Piece
from search.index.writing import Prepared

FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
FOLDERS = ("programmes", "projects", "pages")
MARKUP = re.compile(r"\{lang=[\w-]+\}|[\[\]*_>#`]|\(https?://[^)]*\)|^\w+:(?: \||)", re.MULTILINE)
NAMES = uuid.UUID("5a4e3c1e-5f0a-4b63-9f36-2f1c9d5a7d10")


def identity(name):
    return uuid.uuid5(NAMES, name)


def corpus(language):
    """The entries of a language, ``[Prepared]``."""
    texts = [*_stories(language), *_pages(language)]
    return [
        Prepared(
            page_id=identity(f"{name} {language}").int % 10**15,
            key=identity(name),
            locale=language,
            expire_at=None,
            pieces=[
                Piece(TITLE, title, language),
                Piece(SUMMARY, summary, language),
                *(Piece(BODY, text, language) for text in body if text.strip()),
            ],
            facets=[["language", language], ["type", "story"]],
        )
        for name, title, summary, body in texts
    ]


def _stories(language):
    import yaml

    for path in sorted((DATA / "stories").glob(f"*/story.{language}.md")):
        front, body = FRONT.match(path.read_text(encoding="utf-8")).groups()
        said = yaml.safe_load(front)
        text = MARKUP.sub(" ", body)
        yield path.parent.name, said["title"], said.get("summary", ""), text.split("\n\n")


def _pages(language):
    for folder in FOLDERS:
        for name, entry in read_all(folder).items():
            if title := in_language(entry["title"], language):
                body = [text for text in _texts(entry, language) if text != title]
                yield name, title, in_language(entry.get("summary", ""), language), body


def _texts(value, language):
    """Every text of a language in what a YAML file holds."""
    if isinstance(value, dict):
        if isinstance(value.get(language), str):
            yield MARKUP.sub(" ", value[language])
        for each in value.values():
            yield from _texts(each, language)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, language)
