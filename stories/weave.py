"""A weave for every programme: a woven pattern drawn from a slug, the same whenever it is drawn.

Threads are dyed with two or three of the palette's dyes. Colours are classes (`weave-indigo` …), so
that the dark theme dyes the cloth anew; the `stroke` attributes show where no stylesheet is.
"""

from functools import lru_cache
from hashlib import sha256
from itertools import groupby, pairwise

from django.utils.html import format_html
from django.utils.safestring import mark_safe

THREAD = 10
REPEAT = 24  # threads after which every cloth begins again, where it is a ribbon
DYES = {
    "undyed": "#d9cfb8",
    "indigo": "#2f4a8c",
    "madder": "#9c2f34",
    "weld": "#c9962a",
    "verdigris": "#2d7a6d",
    "walnut": "#5c4332",
}

# How weft and warp cross: is the weft on top, in this row and column?
DRAFTS = (
    lambda row, column: (row + column) % 4 < 2,  # twill
    lambda row, column: (row + abs(column % 12 - 6)) % 4 < 2,  # herringbone
    lambda row, column: (row // 2 + column // 2) % 2 == 0,  # basket
    lambda row, column: (abs(row % 12 - 6) + abs(column % 12 - 6)) % 4 < 2,  # diamonds
    lambda row, column: (row + column) % 6 < 3,  # broad twill
    lambda row, column: (abs(row % 8 - 4) + column) % 4 < 2,  # zigzag
    lambda row, column: (abs(row % 24 - 12) + abs(column % 24 - 12)) % 6 < 3,  # goose-eye
    lambda row, column: (row + (column if column // 6 % 2 else -column)) % 4 < 2,  # broken twill
)
# Which dyes go together: ground, figure, and a third that is used sparingly.
BATHS = (
    ("indigo", "undyed", "weld"),
    ("madder", "undyed", "indigo"),
    ("verdigris", "undyed", "walnut"),
    ("indigo", "madder", "undyed"),
    ("walnut", "weld", "undyed"),
    ("verdigris", "weld", "indigo"),
    ("madder", "weld", "walnut"),
    ("indigo", "verdigris", "undyed"),
    ("walnut", "undyed", "madder"),
    ("weld", "undyed", "verdigris"),
    ("madder", "verdigris", "undyed"),
)
# The order of coloured threads, repeated: 0 is the ground, 1 the figure, 2 the third.
STRIPES = (
    (0, 0, 0, 0, 1, 1, 1, 1),
    (0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 1, 1),
    (0, 0, 0, 1, 0, 0, 0, 2),
    (0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 1, 1),
    (0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1, 2),
    (0, 1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2),
)
WEFTS = (*STRIPES, (1,), (1, 1, 1, 1, 1, 1, 1, 2), (1, 1, 1, 1, 0, 0, 0, 0), (1, 1, 2, 1, 1, 0))


def weave_svg(slug, columns=36, rows=24):
    """A piece of cloth as inline SVG that fills its box; decoration, silent for screen readers."""
    return format_html(
        '<svg class="weave" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        columns * THREAD,
        rows * THREAD,
        _cloth(slug, columns, rows),
    )


def ribbon_svg(slug, name, scale="0.45"):
    """A ribbon of the same cloth, as wide as its box. ``name`` keeps its id apart on a page."""
    return format_html(
        '<svg class="weave weave-ribbon" width="100%" height="100%" aria-hidden="true"'
        ' focusable="false"><defs><pattern id="{0}" width="{1}" height="{1}"'
        ' patternUnits="userSpaceOnUse" patternTransform="scale({3})">{2}</pattern></defs>'
        '<rect width="100%" height="100%" fill="url(#{0})"/></svg>',
        f"weave-{name}-{slug}",
        REPEAT * THREAD,
        _cloth(slug, REPEAT, REPEAT),
        scale,
    )


def main_dye(slug):
    """The dye that a cloth is known by: the first of its threads that has one."""
    return next(dye for dye in _bath(_chance(slug)) if dye != "undyed")


def _chance(slug):
    return sha256(slug.encode()).digest()


def _bath(chance):
    return BATHS[chance[1] % len(BATHS)]


def threads(slug, columns, rows):
    """Warp and weft, each thread where it lies on top: ``{dye: [(x, y, "h" or "v", length)…]}``."""
    found = {}
    for dye, way, place, runs in _laid(slug, columns, rows):
        for start, length in runs:
            x, y = _begin(way, place, start)
            found.setdefault(dye, []).append((x, y, way, length * THREAD - THREAD))
    return found


def _begin(way, place, start):
    """Where a thread begins, ``(x, y)``: which one of its way it is, and from which crossing on."""
    along, across = start * THREAD + THREAD // 2, place * THREAD + THREAD // 2
    return (along, across) if way == "h" else (across, along)


def _laid(slug, columns, rows):
    """Each thread from edge to edge: its dye, its way, which one it is, and where it lies on top."""
    chance = _chance(slug)
    bath = _bath(chance)
    draft = DRAFTS[chance[0] % len(DRAFTS)]
    warp = STRIPES[chance[2] % len(STRIPES)]
    weft = WEFTS[chance[3] % len(WEFTS)]
    for row in range(rows):
        over = [draft(row, column) for column in range(columns)]
        yield bath[weft[row % len(weft)]], "h", row, list(_runs(over, True))
    for column in range(columns):
        over = [draft(row, column) for row in range(rows)]
        yield bath[warp[column % len(warp)]], "v", column, list(_runs(over, False))


@lru_cache(maxsize=64)
def _cloth(slug, columns, rows):
    """The threads as dashed lines: of one dye, those that lie on top at the same places in one path."""
    dyed = {}
    for dye, way, place, runs in _laid(slug, columns, rows):
        if runs:
            start, length, dashes = _dashed(runs)
            x, y = _begin(way, place, start)
            alike = dyed.setdefault(dye, {})
            alike.setdefault((way, start, dashes), []).append(f"M{x} {y}{way}{length}")
    return mark_safe(
        '<g stroke-width="8.4" stroke-linecap="round" fill="none">'
        + "".join(
            f'<g class="weave-{dye}" stroke="{DYES[dye]}">{_paths(alike)}</g>'
            for dye, alike in dyed.items()
        )
        + "</g>"
    )


def _paths(alike):
    return "".join(
        f'<path stroke-dasharray="{dashes}" d="{"".join(lines)}"/>'
        for (_way, _start, dashes), lines in alike.items()
    )


def _dashed(runs):
    """``(start, length, dashes)`` of a line that is seen in those runs only: where it starts, in threads; how
    long it is, and how long it is seen and not seen by turns, from the beginning over and over.
    """
    lengths = []
    for (start, length), (following, _length) in pairwise([*runs, (None, None)]):
        lengths.append(length * THREAD - THREAD)
        if following is not None:
            lengths.append((following - start - length) * THREAD + THREAD)
    last = len(lengths) - 1
    for period in range(2, last, 2):
        again = [lengths[place % period] for place in range(last + 1)]
        # The last run may be cut off by the edge.
        if again[:last] == lengths[:last] and again[last] >= lengths[last]:
            dashes = lengths[:period]
            break
    else:
        dashes = [*lengths, THREAD]
    # A dot at the very end is none to every browser.
    return runs[0][0], sum(lengths) + 1, " ".join(map(str, dashes))


def _runs(cells, wanted):
    """Where ``cells`` are ``wanted``, as ``(start, length)``."""
    start = 0
    for value, group in groupby(cells):
        length = len(list(group))
        if value == wanted:
            yield start, length
        start += length
