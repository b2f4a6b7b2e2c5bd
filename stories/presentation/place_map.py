"""Where places are, for a map that is drawn from nothing but an outline of land."""

import re
import unicodedata
from functools import cache

from django.contrib.staticfiles import finders

from .whereabouts import whereabouts

OUTLINE = "vendor/world-atlas/land.svg"
# The map as it is laid out, in pixels; on a narrow screen it shrinks, and names give way to numbers.
WIDTH, HEIGHT = 900, 450
MARK = 24  # the room of a number
LETTER, WIDE_LETTER, LINE = 8.5, 16, 22
# A unit of the outline is a tenth of a degree.
WORLD = 3600
NARROWEST = 300
ROOM = 1.3  # around the places that lie furthest out


def place_map(places):
    """The map of places as lists show them, ``{"land", "view", "places"}``, or None where none is known.

    Each place on it gets its ``number``, and its entry among ``places`` says where it stands:
    ``{"number", "title", "slug", "language", "url", "x", "y", "aside", "name"}``, ``x`` and ``y``
    in hundredths of the map, ``aside`` in pixels from there because others stand at the same, ``name`` where
    there is room for it: ``{"x", "y", "anchor"}``.
    """
    known = [(place, found) for place in places if (found := where(place))]
    if not known:
        return None
    left, top, width, height = view = _view([spot for _place, spot in known])
    marks = []
    for number, (place, (x, y)) in enumerate(known, 1):
        place["number"] = number
        marks.append(
            {
                "number": number,
                "title": place["title"],
                "slug": place["slug"],
                "language": place["language"],
                "url": place["url_here"],
                "at": ((x - left) / width * WIDTH, (y - top) / height * HEIGHT),
            }
        )
    _gather(marks)
    _name(marks)
    return {"land": land(), "view": " ".join(f"{each:g}" for each in view), "places": marks}


def where(place):
    """Where it is on the outline, or None."""
    told = whereabouts().get(place["id"])
    return told and ((told["longitude"] + 180) * 10, (90 - told["latitude"]) * 10)


@cache
def land():
    """The outline, as the ``d`` of a path."""
    with open(finders.find(OUTLINE), encoding="utf-8") as file:
        return re.search(r' d="([^"]+)"', file.read())[1]


def _view(spots):
    """``(x, y, width, height)`` of the part of the outline that the places are in, twice as wide as high."""
    across, down = zip(*spots, strict=True)
    wide = max(max(across) - min(across), 2 * (max(down) - min(down))) * ROOM
    wide = min(max(wide, NARROWEST), WORLD)
    left = (min(across) + max(across) - wide) / 2
    top = (min(down) + max(down) - wide / 2) / 2
    return tuple(round(each) for each in (min(max(left, 0), WORLD - wide), top, wide, wide / 2))


def _gather(marks):
    """Places that stand at the same stand in a row."""
    rows = []
    for mark in marks:
        row = next((row for row in rows if _is_near(row[0]["at"], mark["at"])), None)
        if row:
            row.append(mark)
        else:
            rows.append([mark])
    for row in rows:
        x, y = row[0]["at"]
        for place, mark in enumerate(row):
            mark["aside"] = round((place - (len(row) - 1) / 2) * MARK)
            mark["at"] = x + mark["aside"], y
            mark["x"], mark["y"] = f"{x / WIDTH * 100:.2f}", f"{y / HEIGHT * 100:.2f}"


def _is_near(one, other):
    return all(abs(a - b) < MARK for a, b in zip(one, other, strict=True))


def _name(marks):
    """Gives a name a place beside its mark, where it stands on nothing else."""
    taken = [_box(*mark["at"], MARK) for mark in marks]
    for mark in marks:
        x, y = mark["at"]
        width = sum(
            WIDE_LETTER if unicodedata.east_asian_width(letter) in "WF" else LETTER
            for letter in mark["title"]
        )
        far, low = MARK / 2 + 4, MARK / 2 + LINE / 2
        mark["name"] = None
        for anchor, dx, dy, middle in (
            ("start", far, 0, x + far + width / 2),
            ("end", -far, 0, x - far - width / 2),
            ("middle", 0, low, x),
            ("middle", 0, -low, x),
        ):
            box = _box(middle, y + dy, width, LINE)
            if _is_on_map(box) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                mark["name"] = {"anchor": anchor, "x": round(mark["aside"] + dx), "y": round(dy)}
                break


def _box(x, y, width, height=None):
    height = height or width
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _is_on_map(box):
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
