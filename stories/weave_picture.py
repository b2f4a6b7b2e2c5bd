"""The weave as a picture, for where no SVG is shown: what other sites show of a page without pictures."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw

from .weave import DYES, THREAD, threads

SIZE = (1200, 630)
OWN = "meeting-place"  # the cloth of the site itself
SCALE = 2
FINER = 2  # drawn larger and then made smaller, so that threads have smooth edges
GROUND = "#2b2522"
COLOURS = 48


@lru_cache(maxsize=32)
def weave_png(slug):
    """The cloth of a slug as a PNG of 1200 by 630, bytes; the same whenever it is drawn."""
    width, height = (side * FINER for side in SIZE)
    step = SCALE * FINER
    picture = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(picture)
    thick = 8.4 * step / 2
    columns, rows = (side // (THREAD * step) + 1 for side in (width, height))
    for dye, lines in threads(slug, columns, rows).items():
        for x, y, way, length in lines:
            left, top = x * step - thick, y * step - thick
            along = length * step + 2 * thick
            across, down = (along, 2 * thick) if way == "h" else (2 * thick, along)
            draw.rounded_rectangle(
                (left, top, left + across, top + down), radius=thick, fill=DYES[dye]
            )
    smaller = picture.resize(SIZE, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    smaller.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()
