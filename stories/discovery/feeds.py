"""The newest stories that are really in a language, for feed readers."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from stories.delivery import tags
from stories.delivery.door import public_rows
from stories.delivery.ledger import ledger
from stories.delivery.validators import latest_change
from stories.models import StoryPage
from stories.presentation.details import presenter_of
from stories.presentation.documents import page_of
from stories.presentation.finished import ENTRY
from stories.presentation.rows import rows
from stories.queries import texts_of
from stories.translation.interface import interface_language

from .finished import entry

MOST = 30
# Before the site has published anything, its feed is as old as the format that it is in.
NEVER = datetime.fromisoformat("2005-12-01T00:00:00Z")
PATHS = {"atom": "stories/feed/", "json": "stories/feed.json"}


@dataclass
class Feed:
    """`stories` are entries (`finished.entry`) with absolute addresses, the newest first; `changed_at` is a
    moment.
    """

    language: str
    base: str
    title: str
    site: str
    stories: list
    changed_at: datetime

    @classmethod
    def of(cls, reader):
        """The feed in a reader's language. So many queries, however many stories."""
        stories, changed_at = newest(reader)
        with translation.override(interface_language(reader.language)):
            title = f"{_('Stories')} · {settings.WAGTAIL_SITE_NAME}"
        changed_at = changed_at or ledger.last_change or NEVER
        return cls(
            reader.language, reader.base, title, settings.WAGTAIL_SITE_NAME, stories, changed_at
        )

    @property
    def interface(self):
        """The language of the site's own words in it."""
        return interface_language(self.language)

    @property
    def home(self):
        return f"{self.base}/{self.language}/stories/"

    def address(self, form):
        return f"{self.base}/{self.language}/{PATHS[form]}"


def newest(reader):
    """``(entries, changed_at)`` of the stories in the reader's own language; nothing stands in for what is
    not. `changed_at` is None where there is no story.
    """
    reader.shows(tags.listed(StoryPage.api_type))
    found = public_rows().filter(type=StoryPage.api_type, locale=reader.language)
    keys = list(found.order_by("-published_at", "key").values_list("key", flat=True)[:MOST])
    texts = texts_of(keys, reader, ENTRY)
    for text in texts.values():
        reader.shows_text(text)
    entries = {key: json.loads(text.body) for key, text in texts.items()}
    changes = [text.changed_at for text in texts.values()]
    if others := [key for key in keys if key not in entries]:
        details = _composed(rows(found.filter(key__in=others), "document"), reader)
        changes.append(latest_change(details))
        with translation.override(interface_language(reader.language)):
            entries |= {uuid.UUID(story["id"]): entry(story) for story in details}
    changed_at = max(filter(None, changes), default=None)
    return [entries[key] for key in keys if key in entries], changed_at


def _composed(found, reader):
    """The Details of stories, Rows with their documents. So many queries, however many they are."""
    references = reader.references()
    presenters = [presenter_of(page)(page, reader, references) for page in map(page_of, found)]
    for presenter in presenters:
        presenter.want()
    references.load()
    with translation.override(interface_language(reader.language)):
        return [presenter.present() for presenter in presenters]


def entry_id(story):
    """What a feed reader knows a story in one language by, whatever becomes of its address."""
    name = uuid.uuid5(uuid.UUID(story["id"]), story["language"]["served"])
    return name.urn


def other_versions(story):
    """The same story in other languages, as the contract's ``translations``."""
    served = story["language"]["served"]
    return [each for each in story["translations"] if each["locale"] != served]


def authors(story):
    """Who tells the story, by the names that they chose."""
    return list(dict.fromkeys(speaker["name"] for speaker in story["speakers"]))


def version_makers(story):
    """Who made this language's version of it."""
    return list(dict.fromkeys([*story["translated_by"], *story["reviewed_by"]]))
