"""What the changes feed and webhooks tell of a change."""

from django.conf import settings

from .register import PublicPage


def timestamp(moment):
    """A moment as the contract writes it, ``2024-03-09T10:00:00Z``, or None."""
    return moment and moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def addresses(identities):
    """``{(identity, language): path}`` of those that are public pages now.

    The log remembers every address. What was taken back, or renamed so that a name is no longer in it, is
    not told to whoever reads from the beginning.
    """
    keys = {each for each in identities if len(each) == 36}
    rows = PublicPage.objects.filter(key__in=keys).only("key", "locale", "below")
    return {(str(row.key), row.locale): row.url for row in rows}


def change_shape(row, url):
    """The contract's Change; `url` is the page's path now, None where there is none."""
    return {
        "seq": row.seq,
        "at": timestamp(row.at),
        "kind": row.kind,
        "id": row.identity,
        "type": row.type,
        "locale": row.locale,
        "url": f"{settings.BASE_URL}{url}" if url else "",
    }
