"""What pages show beside their own words, put together when it is saved, so that reading is one query."""

from django.db import models

from .reading import once


class Shape(models.Model):
    """A picture, a recording, a document, a word or an object, with all that may be said of it.

    `name` is ``kind:identity``. What is here may be said of it, not that it may be said to anybody: in
    which collection a file lies, and until when a word is published, is in `data`, and asked at the
    time.
    """

    name = models.CharField(max_length=64, primary_key=True)
    data = models.JSONField()

    def __str__(self):
        return self.name


def keep_shapes(shapes):
    """Keeps the data by name; None is for what is no more."""
    if gone := [name for name, data in shapes.items() if data is None]:
        Shape.objects.filter(pk__in=gone).delete()
    Shape.objects.bulk_create(
        (Shape(name=name, data=data) for name, data in shapes.items() if data is not None),
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["data"],
    )


def shapes_of(names):
    """The data by name, of those that there are. One query, or none."""
    return once(("shapes", frozenset(names)), lambda: _shapes_of(names)) if names else {}


def _shapes_of(names):
    return dict(Shape.objects.filter(pk__in=names).values_list("name", "data"))
