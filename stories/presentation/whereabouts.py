"""Where places are, as it may be told: as finely as they say, and as the stories that name them wish."""

from django.db.models import CharField, Value

from stories.delivery.bonds import Bond
from stories.delivery.door import public_rows, published
from stories.delivery.memory import memory
from stories.models import Place
from stories.models.precision import PlacePrecision, coordinates


def whereabouts():
    """Where every place is, by identity: ``{"latitude", "longitude", "precision"}``, or None where it is not
    known. Two queries.

    It is the same on whatever page: else a story could be located by what another, or the map, tells of
    the place that both name.
    """
    return memory.get("whereabouts", _whereabouts)


def _whereabouts():
    versions, asked = {}, _asked()
    for place in published(Place.objects.all()):
        versions.setdefault(place.translation_key, []).append(place)
    return {str(key): coordinates(each, asked.get(key, ())) for key, each in versions.items()}


def _asked():
    """What public stories ask for of places that they name, in whichever language they do, by identity."""
    careful = public_rows().order_by()
    parts = [
        Bond.objects.filter(
            kind="place", key__in=careful.filter(place_precision=each).values("key")
        ).values_list("identity", Value(each, CharField()))
        for each in PlacePrecision.values
    ]
    found = {}
    for key, precision in parts[0].union(*parts[1:]):
        found.setdefault(key, []).append(precision)
    return found
