"""How finely a place may be told: never more than was agreed to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlacePrecision(models.TextChoices):
    """From the roughest to the finest."""

    COUNTRY = "country", _("Country: within some 250 km")
    REGION = "region", _("Region: within some 50 km")
    TOWN = "town", _("Town: within some 5 km")
    EXACT = "exact", _("Exact: a place that anybody may find")


# How many degrees of latitude and longitude are told as one.
STEPS = {
    PlacePrecision.COUNTRY: 5,
    PlacePrecision.REGION: 1,
    PlacePrecision.TOWN: 0.1,
    PlacePrecision.EXACT: 0.00001,
}


def most_careful(precisions):
    """The roughest of them."""
    return min(precisions, key=PlacePrecision.values.index)


def coordinates(versions, asked=()):
    """Where a place is, as it may be told: what the most careful of its languages' versions says, and no more
    finely than `asked`: what public stories that name it want.
    """
    careful = min(
        versions, key=lambda each: (PlacePrecision.values.index(each.precision), each.pk or 0)
    )
    precision = most_careful([careful.precision, *asked])
    return rounded(careful.latitude, careful.longitude, precision)


def rounded(latitude, longitude, precision):
    """``{"latitude", "longitude", "precision"}`` as they may be told, or None where they are not known.

    Whatever leaves the site goes through this.
    """
    if latitude is None or longitude is None:
        return None
    step = STEPS[precision]

    def told(degrees):
        return round(round(float(degrees) / step) * float(step), 5)

    return {
        "latitude": told(latitude),
        "longitude": told(longitude),
        "precision": str(precision),
    }
