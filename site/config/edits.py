"""What an editor does with one click is one transaction, with its entry in the publication log."""

from functools import wraps

from django.db import transaction
from wagtail.utils.urlpatterns import decorate_urlpatterns


def in_one_transaction(view):
    """The view; what it writes for a form is written whole or not at all.

    Not Django's ATOMIC_REQUESTS: on SQLite, reading the admin would then keep others from writing.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return answer


def edits(urls):
    """The admin's addresses, each of whose edits is one transaction."""
    return decorate_urlpatterns(urls.urlpatterns, in_one_transaction)
