"""Made-up writing, that says nothing in any language."""

from .outline import placed


def write(p, x, y, hand, colour, size=1.0):
    """One made-up letter in one of four ways of making letters; it says nothing in any language."""
    pick, w = p.random.choice, size
    if hand == 0:  # hanging from a line
        p.stroke([(x - 4 * w, y - 3 * w), (x + 4 * w, y - 3 * w)], 1.1 * w, colour)
        p.stroke(
            [(x, y - 3 * w), (x + pick((-2, 2)) * w, y), (x + pick((-1, 3)) * w, y + 4 * w)],
            1.1 * w,
            colour,
        )
        p.stroke([(x, y), (x - 3 * w, y + 2 * w), (x - 1 * w, y + pick((3, 5)) * w)], 1 * w, colour)
    elif hand == 1:  # joined and flowing, with dots
        p.stroke(
            [
                (x + 4.5 * w, y),
                (x + 2 * w, y + 1.5 * w),
                (x, y + pick((-4, 1)) * w),
                (x - 2 * w, y + 1.5 * w),
                (x - 4.5 * w, y),
            ],
            1.3 * w,
            colour,
            0.3,
        )
        p.oval(x + pick((-2, 1)) * w, y + pick((-3.4, 4)) * w, 0.8 * w, colour=colour)
    elif hand == 2:  # upright strokes and bowls
        p.stroke([(x - 2 * w, y - 4 * w), (x - 2 * w, y + 3 * w)], 1.2 * w, colour)
        p.stroke(
            [
                (x - 2 * w, y - pick((0, 2)) * w),
                (x + 1.6 * w, y - 1 * w),
                (x + pick((1, 2)) * w, y + 3 * w),
            ],
            1.1 * w,
            colour,
        )
    else:  # built in a square
        p.stroke([(x - 3.4 * w, y - 2 * w), (x + 3.4 * w, y - 2 * w)], 1.1 * w, colour)
        p.stroke([(x, y - 4 * w), (x, y + 4 * w)], 1.1 * w, colour)
        p.stroke([(x, y - 1 * w), (x - 3.4 * w, y + 3.4 * w)], 1 * w, colour, 0.4)
        p.stroke([(x, y - 1 * w), (x + 3.4 * w, y + 3.4 * w)], 1 * w, colour, 0.4)
        if pick((0, 1)):
            p.stroke([(x - 3 * w, y + 1 * w), (x + 3 * w, y + 1 * w)], 0.9 * w, colour)


def line_of(p, x, y, length, style, colour, size=1.0, turn=0):
    step = (8.4, 8.6, 6.4, 9.4)[style] * size
    count = int(length / step)
    for i in range(count):
        if style != 0 and i and p.random.random() < 0.16:
            continue
        ((wx, wy),) = placed([(i * step, 0)], x, y, 1, turn)
        write(p, wx, wy, style, colour, size)
