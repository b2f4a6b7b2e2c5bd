"""Writing and reading."""

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    INDIGO,
    INK,
    MADDER,
    NIGHT,
    PALE_INDIGO,
    PALE_MADDER,
    PALE_VERDIGRIS,
    PALE_WALNUT,
    PALE_WELD,
    PAPER,
    SKINS,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .figures import person
from .outline import oval, placed, smooth
from .writing import line_of, write


@picture("river-words.jpg", ground=PAPER)
def river_words(p):
    """A river of ribbons; each carries another way of writing."""
    bands = (
        (INDIGO, PAPER),
        (PALE_INDIGO, INDIGO),
        (VERDIGRIS, PAPER),
        (PALE_VERDIGRIS, DEEP_VERDIGRIS),
        (NIGHT, PALE_WELD),
        (INDIGO, PAPER),
        (VERDIGRIS, PALE_WELD),
    )
    p.oval(234, 40, 22, colour=WELD)
    for i, (dye, mark) in enumerate(bands):
        y = 66 + i * 22
        top = [(-10, y + 8), (50, y - 8), (110, y + 6), (180, y + 10), (240, y - 6), (310, y + 4)]
        p.cut([*smooth(top, closed=False), (310, 210), (-10, 210)], dye)
        line = smooth(top, closed=False, steps=14)
        for j in range(3 + (i % 2) * 2, len(line) - 3, 3 if i % 3 else 2):
            x, ly = line[j]
            write(p, x, ly + 11, i % 4, mark)
    # a boat folded from a letter
    p.cut([(88, 62), (122, 30), (156, 62)], CREAM)
    p.cut([(122, 30), (156, 62), (122, 62)], PALE_WALNUT)
    p.cut([(58, 52), (92, 62), (152, 62), (186, 52), (160, 80), (84, 80)], PAPER)
    p.cut([(58, 52), (92, 62), (122, 80), (84, 80)], CREAM)
    p.stroke(
        [(58, 52), (92, 62), (152, 62), (186, 52), (160, 80), (84, 80), (58, 52)],
        0.8,
        INK,
        curved=False,
    )
    for y in (66, 70, 74):
        p.stroke([(108, y), (150, y)], 0.9, MADDER, 0.6)


def writing_hand(p, x, y, turn, skin, sleeve):
    """A hand that holds a pen; (x, y) is where the pen touches the paper."""

    def at(points):
        return placed(points, x, y, 1, turn)

    p.cut(at([(0, 0), (5, -4), (64, -40), (68, -35), (8, 3)]), INK)
    p.cut(at([(0, 0), (5, -4), (12, -8), (14, -3), (8, 3)]), WELD)
    p.cut(
        at(
            smooth(
                [(16, -10), (30, -26), (52, -24), (70, -4), (78, 22), (58, 30), (38, 22), (24, 10)]
            )
        ),
        skin,
    )
    p.stroke(at([(58, 22), (36, 8), (18, -4)]), 8, skin)
    p.cut(at(oval(18, -4, 4)), skin)
    p.stroke(at([(44, -20), (30, -22), (19, -12)]), 7.4, skin)
    p.cut(at(oval(19, -12, 3.7)), skin)
    p.stroke(at([(60, 26), (42, 20), (30, 12)]), 7, skin)
    p.cut(at([(62, 34), (84, 8), (190, 70), (160, 124)]), sleeve)
    p.cut(at([(62, 34), (84, 8), (91, 12), (69, 40)]), PAPER)


@picture("letters.jpg", ground=WALNUT)
def letters(p):
    p.gouges(0, 5, 300, 198, DEEP_WALNUT, 9, (40, 120), (20, 70), 1.5, 0.4)
    for x, y, turn, sheet, style, ink, flip in (
        (84, 92, -6, PAPER, 0, INDIGO, 1),
        (216, 92, 5, CREAM, 1, MADDER, -1),
    ):
        with p.overprint("#6b5548", soft=1.4):
            p.cut(placed([(-56, -76), (56, -76), (56, 76), (-56, 76)], x + 4, y + 5, 1, turn), 0)
        p.cut(placed([(-56, -76), (56, -76), (56, 76), (-56, 76)], x, y, 1, turn), sheet)
        p.stroke(placed([(-56, -3), (56, -3)], x, y, 1, turn), 0.7, PALE_WALNUT)
        for i in range(8):
            short = (0, 6, 0, 14, 40, 80, 94, 94)[i]
            start = placed([(-46 + (short if flip < 0 else 0), -62 + i * 13.6)], x, y, 1, turn)[0]
            line_of(p, *start, 94 - short, style, ink, 0.78, turn)
    writing_hand(p, 62, 124, 14, SKINS[2], VERDIGRIS)
    writing_hand(p, 206, 132, 16, SKINS[1], INDIGO)
    p.cut([(136, 14), (164, 14), (164, 34), (136, 34)], WELD)
    p.cut([(139, 17), (161, 17), (161, 31), (139, 31)], MADDER)
    p.oval(150, 24, 5, colour=PALE_WELD)


@picture("classroom.jpg", ground=PALE_WELD)
def classroom(p):
    p.box(22, 14, 178, 84, WALNUT)
    p.box(28, 20, 166, 72, DEEP_VERDIGRIS)
    for i, (style, ink) in enumerate(
        ((2, PAPER), (1, PALE_WELD), (0, PALE_MADDER), (3, PALE_INDIGO))
    ):
        line_of(p, 42, 32 + i * 16, 140 - (i % 2) * 26, style, ink, 0.95)
    p.box(24, 94, 174, 4, PALE_WALNUT)
    p.box(222, 12, 62, 86, PAPER)
    p.box(227, 17, 52, 76, PALE_INDIGO)
    p.oval(262, 36, 8, colour=PAPER)
    p.blob([(227, 93), (227, 74), (244, 66), (262, 74), (279, 70), (279, 93)], VERDIGRIS)
    p.box(251, 17, 3.4, 76, PAPER)
    p.box(227, 53, 52, 3.4, PAPER)
    p.box(-5, 134, 310, 72, PALE_WALNUT)
    person(p, 208, 156, 96, INDIGO, SKINS[5], "scarf", PALE_INDIGO, arm=(180, 70))
    for x, y, coat, skin, hair, dye in (
        (44, 190, MADDER, SKINS[1], "long", INK),
        (112, 194, VERDIGRIS, SKINS[4], "curls", INK),
        (178, 198, WELD, SKINS[3], "short", WALNUT),
        (252, 192, MADDER, SKINS[0], "scarf", PAPER),
    ):
        p.box(x - 27, y - 34, 54, 6, DEEP_WALNUT)
        for leg in (-23, 19):
            p.box(x + leg, y - 30, 4, 44, DEEP_WALNUT)
        p.cut(placed([(-11, 0), (11, 0), (9, -7), (-9, -7)], x + 2, y - 33), PAPER)
        p.cut(
            smooth(
                [
                    (x - 18, y + 16),
                    (x - 17, y - 18),
                    (x - 8, y - 27),
                    (x + 8, y - 27),
                    (x + 17, y - 18),
                    (x + 18, y + 16),
                ]
            ),
            coat,
        )
        p.box(x - 3, y - 32, 6, 8, skin)
        p.oval(x, y - 40, 9.6, 11, skin)
        back = dye if hair != "scarf" else PAPER
        if hair == "scarf":
            p.oval(x, y - 40, 11.5, 12.6, back)
            p.blob(
                [
                    (x - 11, y - 36),
                    (x + 11, y - 36),
                    (x + 16, y - 18),
                    (x, y - 12),
                    (x - 16, y - 18),
                ],
                back,
            )
        else:
            p.oval(x, y - 42, 10.4, 11, back)
            if hair == "long":
                p.blob(
                    [(x - 10, y - 42), (x + 10, y - 42), (x + 11, y - 18), (x - 11, y - 18)], back
                )
                p.box(x - 10, y - 27, 20, 3, WELD)
            if hair == "curls":
                for dx, dy in ((-8, -46), (-4, -53), (4, -53), (8, -46), (-10, -38), (10, -38)):
                    p.oval(x + dx, y + dy, 5, colour=back)
