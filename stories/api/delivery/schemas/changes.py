"""What has changed, as the publication log has it."""

from typing import Literal

from .values import Moment, Shape

ChangeKind = Literal["published", "updated", "moved", "unpublished", "withdrawn", "deleted"]
ChangeType = Literal[
    "story", "project", "programme", "page", "home", "story_index", "project_index",
    "programme_index", "accessibility_statement", "theme", "community", "place", "content_warning", "partner",
    "collection_object", "image", "recording", "document", "site",
]  # fmt: skip


class Change(Shape):
    """One change, by the identity and language of what it happened to.

    A client that keeps answers drops or fetches again what has this `id` anywhere in it.
    """

    seq: int
    """Without gaps, in the order in which changes became visible."""
    at: Moment
    kind: ChangeKind
    id: str
    """Empty for `site`: the languages, what stands in for them, or which files may be seen."""
    type: ChangeType
    locale: str
    """Empty for what has no language."""
    url: str
    """Where it is now; empty for what is gone or has no address of its own."""


class Changes(Shape):
    items: list[Change]
    cursor: str
    """Where to go on: the next request's `since`."""
    has_more: bool
