"""Which of the caches in front are behind the log."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from ..log import Change
from .position import Edge

LATE = timedelta(minutes=2)  # longer than any cache is left alone on purpose


def behind():
    """The `Edge` of each that fails, or that no worker purges, though something is new."""
    if not settings.EDGES:
        return []
    late = timezone.now() - LATE
    old = Change.objects.filter(at__lt=late).order_by("-seq").values_list("seq", flat=True).first()
    edges = Edge.objects.filter(name__in=settings.EDGES).order_by("name")
    found = list(edges.filter(~Q(failing_since=None) | Q(position__lt=old or 0)))
    known = set(edges.values_list("name", flat=True))
    return found + [Edge(name=name) for name in settings.EDGES if name not in known]
