"""Which pages are public now, as the log last said: what becomes of a page is told by comparing.

So it does not matter who published, hid, moved or deleted a page, or a page above it, or how.
"""

from dataclasses import replace
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page

from . import tags
from .finished import make_again, take_from
from .log import Entry, Kind, append, hold
from .uses import forget_uses, note_uses
from .withdrawal.record import withdrawn_among

BATCH = 500


class PublicPage(models.Model):
    """A page that the log has said is public, in one language, put together for its readers.

    What lists choose, sort and filter by are columns; `card` is what else links and cards need of it,
    `document` what the page itself is made of. The room above fills and reads them. No foreign key: it
    outlives its page by a moment.
    """

    page_id = models.BigIntegerField(primary_key=True)
    key = models.UUIDField()
    type = models.CharField(max_length=32)
    locale = models.CharField(max_length=20)
    source_language = models.CharField(max_length=20, blank=True)
    path = models.CharField(max_length=255)
    below = models.CharField(max_length=2000, blank=True)  # its address without the language
    slug = models.CharField(max_length=255, blank=True)
    title = models.CharField(max_length=255, blank=True)
    summary = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    expire_at = models.DateTimeField(null=True)
    project = models.UUIDField(null=True)
    programme = models.UUIDField(null=True)
    tells_from = models.SmallIntegerField(null=True)  # the first year that it tells of
    # What it asks for of its places, as the room above calls it; "" asks for nothing.
    place_precision = models.CharField(max_length=16, blank=True)
    tags = models.TextField(blank=True)
    card = models.JSONField(default=dict)
    document = models.JSONField(default=dict)

    # The tags of what it shows beside its own words and other pages, as long as it has not been saved.
    uses = frozenset()

    class Meta:
        indexes = [
            # With what else a list asks of each row that it walks past.
            models.Index(
                fields=["key", "locale"], include=["page_id", "expire_at", "type"], name="public_versions"
            ),
            models.Index(fields=["path"]),
            models.Index(fields=["below"]),
            models.Index(fields=["expire_at"]),
            models.Index(
                fields=["type", "-published_at", "key"],
                include=["page_id", "locale", "source_language", "path", "expire_at"],
                name="public_newest",
            ),
            models.Index(fields=["type", "published_at", "key"]),
            models.Index(fields=["type", "title", "key"]),
            models.Index(fields=["type", "tells_from", "key"]),
            models.Index(fields=["project"]),
            models.Index(fields=["programme"]),
            models.Index(
                fields=["place_precision", "key"],
                condition=~models.Q(place_precision=""),
                name="public_careful",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.url

    @property
    def url(self):
        """Its address in its own language, without the host."""
        return f"/{self.locale}/{self.below}"


COLUMNS = [field.name for field in PublicPage._meta.fields if not field.primary_key]
# What links show of a page, or depend on.
LINKED = (
    "key", "type", "locale", "source_language", "path", "below", "slug", "title", "expire_at",
)  # fmt: skip


_elsewhere = {}


def shown_elsewhere(kind, fields):
    """Registers what other pages show of the pages of a type, by the names of its fields: they have its
    link's tag, as who shows its title.
    """
    _elsewhere[kind] = fields


_describe = []


def describes(function):
    """Registers what turns a queryset of pages into `PublicPage` rows, unsaved, of those that are public."""
    _describe.append(function)
    return function


_follow = []


def follows(function):
    """Registers who is told in the same transaction: ``function(pages, touched)``, as `record` got them."""
    _follow.append(function)
    return function


_touch = []


def touches(function):
    """Registers what else a change makes stale: ``function(identities)`` of the pages that have changed
    gives tags of answers about others. It is called in the same transaction."""
    _touch.append(function)
    return function


@transaction.atomic
def record(pages, touched=()):
    """Appends what has become of those pages, by primary key; of `touched` the content was saved.

    The log is held before anything is compared, so that no two transactions compare with what the other
    is about to change.
    """
    hold()
    entries = []
    pages = list(pages)
    for start in range(0, len(pages), BATCH):
        entries += _compared(pages[start : start + BATCH], touched)
    append(_touching(entries))
    for follow in _follow:
        follow(pages, touched)
    return entries


def _touching(entries):
    """The entries; the last one tells of all answers about other pages that the changes make stale."""
    keys = {UUID(entry.identity) for entry in entries}
    if more := {tag for touch in _touch for tag in touch(keys)} if keys else None:
        entries[-1] = replace(entries[-1], tags=entries[-1].tags | more)
    return entries


def _compared(pages, touched):
    known = PublicPage.objects.in_bulk(pages)
    now = {
        each.page_id: each
        for describe in _describe
        for each in describe(Page.objects.filter(pk__in=pages))
    }
    entries = []
    for pk in pages:
        if pk in now and (kind := _kind(known.get(pk), now[pk], pk in touched)):
            entries.append(_entry(kind, now[pk], _touched(known.get(pk), now[pk])))
    gone = [known[pk] for pk in pages if pk in known and pk not in now]
    left = set(Page.objects.filter(pk__in=[row.pk for row in gone]).values_list("pk", flat=True))
    taken_back = withdrawn_among({row.key for row in gone}) if gone else ()
    for row in gone:
        kind = Kind.UNPUBLISHED if row.pk in left else Kind.DELETED
        kind = Kind.WITHDRAWN if row.key in taken_back else kind
        entries.append(_entry(kind, row, _touched(row, None)))
    _keep(now, gone)
    make_again(
        [pk for pk, row in now.items() if _values(row, COLUMNS) != _values(known.get(pk), COLUMNS)]
    )
    return entries


def _kind(before, now, is_touched):
    if before is None:
        return Kind.PUBLISHED
    if before.url != now.url:
        return Kind.MOVED
    return Kind.UPDATED if is_touched or _tags(before) != _tags(now) else None


def _tags(row):
    return frozenset(row.tags.split()) if row else frozenset()


def _values(row, names):
    return row and [getattr(row, name) for name in names]


def _linked(row):
    """What links and other pages show of a page."""
    if row is None:
        return None
    said = row.document.get("fields", {})
    return _values(row, LINKED) + [said.get(name) for name in _elsewhere.get(row.type, ())]


def _touched(before, now):
    """The tags of what has changed with a page; links to it only where they show the change."""
    touched = _tags(before) | _tags(now)
    if _linked(before) != _linked(now):
        touched |= {tags.link(row.key) for row in (before, now) if row}
    return touched


def _entry(kind, page, touched):
    return Entry(kind, page.type, str(page.key), page.locale, page.url, touched)


def _keep(now, gone):
    keys = [row.pk for row in gone]
    PublicPage.objects.filter(pk__in=keys).delete()
    take_from(keys)
    forget_uses(keys)
    PublicPage.objects.bulk_create(
        now.values(), update_conflicts=True, unique_fields=["page_id"], update_fields=COLUMNS
    )
    note_uses("page_id", {pk: row.uses for pk, row in now.items()})


def record_below(path):
    """The same for whatever is or was at a place of the tree or below it."""
    pages = set(Page.objects.filter(path__startswith=path).values_list("pk", flat=True))
    pages |= set(PublicPage.objects.filter(path__startswith=path).values_list("pk", flat=True))
    return record(sorted(pages))


def record_expired():
    """The same for pages whose time is over, though nobody has taken them down yet."""
    over = PublicPage.objects.filter(expire_at__lte=timezone.now())
    if pages := list(over.values_list("pk", flat=True)):
        record(pages)


def next_expiry():
    """When the first of all public pages stops being public, or None."""
    ahead = PublicPage.objects.filter(expire_at__gt=timezone.now())
    return ahead.aggregate(first=models.Min("expire_at"))["first"]
