"""Who may see a page or a file is changed in one transaction, with its entry in the publication log."""

from functools import wraps

from django.db import transaction

# Wagtail's other views, and our models, write in transactions of their own.
NAMES = ("set_privacy",)


def in_one_transaction(view):
    @wraps(view)
    def answer(request, *args, **kwargs):
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return answer


def edits(patterns):
    """The admin's addresses; what these views write is written whole or not at all."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            edits(pattern.url_patterns)
        elif pattern.name in NAMES:
            pattern.callback = in_one_transaction(pattern.callback)
    return patterns
