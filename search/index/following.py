"""The index follows the publication log, in the transaction of what is written there."""

from stories.delivery import register, things
from stories.delivery.uses import Use
from stories.models import ContentPage

from .due import index_soon
from .writing import index


def pages_compared(pages, touched):
    index(pages)


def thing_changed(tags):
    """Words, objects, pictures and files are found by way of the pages that show them."""
    uses = Use.objects.filter(tag__in=tags)
    owners = uses.exclude(owner="").values("owner")
    pages = Use.objects.filter(tag__in=[*tags]) | Use.objects.filter(tag__in=owners)
    keys = pages.exclude(page_id=None).values("page_id")
    index_soon(ContentPage.objects.filter(pk__in=keys))


def connect():
    register.follows(pages_compared)
    things.follows(thing_changed)
