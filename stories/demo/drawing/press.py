"""The press: flat shapes with hand-cut edges, overprinted inks, paper grain."""

import io
import math
import random
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .dyes import PAPER
from .outline import box, oval, ribbon, smooth

OVERSAMPLING = 2
UNITS = 300
BARE = "bare"  # in an overprint: what the block leaves unprinted


class Print:
    """One print, 300 units wide; everything on it follows from its name alone."""

    def __init__(self, name, width, height=200, ground=PAPER):
        self.width, self.height = width, height
        self.random = random.Random(name)
        self.scale = width * OVERSAMPLING / UNITS
        size = (width * OVERSAMPLING, round(height * self.scale / 2) * 2)
        self.image = Image.new("RGB", size, ground)
        self.pen = ImageDraw.Draw(self.image)
        self.printing_block = False
        self.wobble = [self.random.uniform(-1, 1) for _ in range(512)]

    def cut(self, points, colour, rough=0.28):
        """Fills an outline; its edge wavers by `rough` units, as a blade in a hand does."""
        if rough:
            points = self._by_hand(points, rough)
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        if self.printing_block:
            colour = 0 if colour == BARE else 255
        self.pen.polygon(scaled, fill=colour)

    def blob(self, points, colour, rough=0.2):
        self.cut(smooth(points), colour, rough)

    def oval(self, x, y, rx, ry=None, colour=PAPER, turn=0, start=0, end=360, rough=0.2):
        self.cut(oval(x, y, rx, ry, turn, start, end), colour, rough)

    def box(self, x, y, width, height, colour, rough=0.28):
        self.cut(box(x, y, width, height), colour, rough)

    def stroke(self, points, width, colour, taper=0.0, curved=True, rough=0.1):
        line = smooth(points, closed=False) if curved and len(points) > 2 else points
        if len(line) == 2:
            (ax, ay), (bx, by) = line
            line = [(ax + (bx - ax) * i / 8, ay + (by - ay) * i / 8) for i in range(9)]
        self.cut(ribbon(line, width, taper), colour, rough)

    def gouge(self, x, y, length, width, colour, turn=0, bend=0.0):
        """The mark of a gouge: pointed at both ends, thickest in the middle."""
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        line = []
        for i in range(9):
            along, off = (i / 8 - 0.5) * length, bend * math.sin(math.pi * i / 8)
            line.append((x + along * cos - off * sin, y + along * sin + off * cos))
        self.cut(ribbon(line, width, 1.0), colour, 0.08)

    def gouges(self, x0, y0, x1, y1, colour, step=5, long=(10, 30), gap=(4, 16), width=1.2, bend=0):
        """Rows of gouge marks, for water, sky, boards and ground."""
        chance, y = self.random, y0
        while y <= y1:
            x = x0 - chance.uniform(0, long[1])
            while x < x1:
                length = chance.uniform(*long)
                sway = chance.uniform(-0.15, 0.15) * step
                mark = width * chance.uniform(0.5, 1.1)
                if x + length > x0:
                    self.gouge(x + length / 2, y + sway, length, mark, colour, bend=bend)
                x += length + chance.uniform(*gap)
            y += step

    @contextmanager
    def overprint(self, colour, soft=0):
        """What is drawn inside is one more ink, printed over what is there and mixing with it."""
        kept, pen = self.image, self.pen
        mask = Image.new("L", kept.size, 0)
        self.image, self.pen, self.printing_block = mask, ImageDraw.Draw(mask), True
        try:
            yield
        finally:
            self.image, self.pen, self.printing_block = kept, pen, False
        if soft:
            mask = _softened(mask, soft * self.scale)
        inked = ImageChops.multiply(kept, Image.new("RGB", kept.size, colour))
        kept.paste(inked, mask=mask)

    @contextmanager
    def glow(self, colour, soft=4):
        """What is drawn inside is light: it brightens what is there."""
        kept, pen = self.image, self.pen
        mask = Image.new("L", kept.size, 0)
        self.image, self.pen, self.printing_block = mask, ImageDraw.Draw(mask), True
        try:
            yield
        finally:
            self.image, self.pen, self.printing_block = kept, pen, False
        if soft:
            mask = _softened(mask, soft * self.scale)
        kept.paste(ImageChops.screen(kept, Image.new("RGB", kept.size, colour)), mask=mask)

    def jpeg(self):
        """The finished print: downsampled, with the paper's tooth in it, as JPEG bytes."""
        sheet = self.image.reduce(OVERSAMPLING)
        sheet = ImageChops.multiply(sheet, self._grain(sheet.size, 238, 255, 0.7))
        sheet = ImageChops.screen(sheet, self._grain(sheet.size, 0, 20, 0.9))
        out = io.BytesIO()
        sheet.save(out, "JPEG", quality=84, optimize=True)
        return out.getvalue()

    def _grain(self, size, low, high, softness):
        tile = Image.frombytes("L", (401, 401), self.random.randbytes(401 * 401))
        tile = tile.filter(ImageFilter.GaussianBlur(softness))
        middle, spread = (low + high) / 2, (high - low) / 2
        tile = tile.point([_clamp(middle + (v - 128) / 45 * spread, low, high) for v in range(256)])
        grain = Image.new("L", size)
        for x in range(0, size[0], 401):
            for y in range(0, size[1], 401):
                grain.paste(tile, (x, y))
        return Image.merge("RGB", (grain, grain, grain))

    def _by_hand(self, points, amount):
        cut, travelled = [], self.random.uniform(0, 400)
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            length = math.hypot(bx - ax, by - ay)
            pieces = max(1, int(length / 3))
            for i in range(pieces):
                share = i / pieces
                at = (travelled + length * share) * 0.3
                cut.append(
                    (
                        ax + (bx - ax) * share + amount * self._waver(at),
                        ay + (by - ay) * share + amount * self._waver(at + 211.5),
                    )
                )
            travelled += length
        return cut

    def _waver(self, at):
        whole = int(at)
        share = at - whole
        here, there = self.wobble[whole % 512], self.wobble[(whole + 1) % 512]
        return here + (there - here) * share


def _softened(mask, radius):
    """The mask blurred; done small, since nobody can see the difference and it is fast."""
    small = mask.reduce(8).filter(ImageFilter.GaussianBlur(radius / 8))
    return small.resize(mask.size, Image.BILINEAR)


def _clamp(value, low, high):
    return int(max(low, min(high, value)))
