"""Draws site/static/vendor/world-atlas/land.svg, the outline that the map of places lies on.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python .ci/land.py package/land-50m.json

A tenth of a degree is one unit: x from 180° west, y from 90° north. Antarctica is left out, and what is
smaller than a map of the world could show.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path

OUTLINE = Path(__file__).resolve().parent.parent / "site/static/vendor/world-atlas/land.svg"
WIDTH = 3600
SOUTH = 1500  # where the map ends: 60° south
SMALLEST = 25  # units of area, of an island that is drawn
TOLERANCE = 1.8  # units that a point may lie off the line before it is kept


def arcs_of(topology):
    """Every arc as points in units of the map."""
    (scale_x, scale_y), (left, top) = topology["transform"].values()
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append(((x * scale_x + left + 180) * 10, (90 - y * scale_y - top) * 10))
        yield points


def rings_of(topology):
    arcs = list(arcs_of(topology))
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"]
        for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            for ring in polygon:
                points = []
                for number in ring:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    points += arc[1:] if points else arc
                yield from unrolled(points)


def unrolled(points):
    """A ring in one piece, at both ends of the map if it crosses the 180th meridian."""
    turn, whole = 0, [points[0]]
    for (before, _), (x, y) in pairwise(points):
        if abs(x - before) > WIDTH / 2:
            turn += WIDTH if x < before else -WIDTH
        whole.append((x + turn, y))
    across = [x for x, _y in whole]
    yield whole
    for turn, is_over in ((WIDTH, min(across) < 0), (-WIDTH, max(across) > WIDTH)):
        if is_over:
            yield [(x + turn, y) for x, y in whole]


def simpler(points):
    """The line by Douglas and Peucker's rule."""
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    far, at = 0, 0
    for index, (x, y) in enumerate(points[1:-1], 1):
        if length:
            off = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
        else:
            off = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        if off > far:
            far, at = off, index
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return simpler(points[: at + 1])[:-1] + simpler(points[at:])


def area(points):
    pairs = pairwise(points)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def drawn(points):
    points = [(round(x), round(y)) for x, y in simpler(points)]
    x, y = points[0]
    found = f"M{x} {y}l"
    for px, py in points[1:-1]:
        found += f"{px - x} {py - y} "
        x, y = px, py
    return found.rstrip().replace(" -", "-") + "z"


def main(source):
    sys.setrecursionlimit(10_000)
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    rings = [
        ring
        for ring in rings_of(topology)
        if area(ring) >= SMALLEST and min(y for _x, y in ring) < SOUTH
    ]
    path = "".join(map(drawn, rings))
    OUTLINE.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {SOUTH}">'
        f'<path d="{path}"/></svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1])
