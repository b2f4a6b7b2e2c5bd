"""A weave for every programme: a small woven pattern drawn from a slug, always the same for the same slug.

Threads are dyed with two or three of the palette's dyes. Colours are classes (`weave-indigo` …), so that
the dark theme dyes the cloth anew; the `fill` attributes are what is seen where no stylesheet is.
"""

from hashlib import sha256
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import mark_safe

THREAD = 10
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
    lambda row, column: (column + 2 * row) % 5 > 1,  # satin
    lambda row, column: (row + column) % 6 < 3,  # broad twill
    lambda row, column: (abs(row % 8 - 4) + column) % 4 < 2,  # zigzag
    lambda row, column: (row + column) % 2 == 0,  # plain
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
GROUNDS = ((1,), (1, 1, 1, 1, 1, 1, 1, 2), (0,), (1, 1, 1, 1, 0, 0, 0, 0), (1, 1, 2, 1, 1, 0))


def weave_svg(slug, columns=24, rows=16):
    """A piece of cloth as inline SVG that fills its box; decoration, so hidden from screen readers."""
    return format_html(
        '<svg class="weave" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        columns * THREAD,
        rows * THREAD,
        _cloth(slug, columns, rows),
    )


def ribbon_svg(slug, name):
    """A ribbon of the same cloth, as wide as its box. ``name`` keeps its id apart on a page."""
    identity = f"weave-{name}-{slug}"
    return format_html(
        '<svg class="weave weave-ribbon" width="100%" height="100%" aria-hidden="true" focusable="false">'
        '<defs><pattern id="{0}" width="{1}" height="{1}" patternUnits="userSpaceOnUse"'
        ' patternTransform="scale(.4)">{2}</pattern></defs>'
        '<rect width="100%" height="100%" fill="url(#{0})"/></svg>',
        identity,
        24 * THREAD,
        _cloth(slug, 24, 24),
    )


def _cloth(slug, columns, rows):
    chance = sha256(slug.encode()).digest()
    draft = DRAFTS[chance[0] % len(DRAFTS)]
    bath = BATHS[chance[1] % len(BATHS)]
    warp_order = STRIPES[chance[2] % len(STRIPES)]
    weft_order = (STRIPES + GROUNDS)[chance[3] % (len(STRIPES) + len(GROUNDS))]
    warp, weft = {}, {}
    for column in range(columns):
        dye = bath[warp_order[column % len(warp_order)]]
        warp.setdefault(dye, []).append(_thread(column, 0, 1, rows))
    for row in range(rows):
        dye = bath[weft_order[row % len(weft_order)]]
        for is_over, cells in groupby(range(columns), key=lambda column: draft(row, column)):
            if is_over:
                float_ = list(cells)
                weft.setdefault(dye, []).append(_thread(float_[0], row, len(float_), 1))
    return mark_safe("".join(_dyed(dye, lines) for way in (warp, weft) for dye, lines in way.items()))


def _thread(column, row, width, height):
    width, height = width * THREAD, height * THREAD
    return f"M{column * THREAD} {row * THREAD}h{width}v{height}h-{width}z"


def _dyed(dye, lines):
    return f'<path class="weave-{dye}" fill="{DYES[dye]}" d="{"".join(lines)}"/>'
