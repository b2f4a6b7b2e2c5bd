"""Every programme has a weave of its own."""

import re
from itertools import cycle, islice
from xml.etree import ElementTree

import pytest

from stories.weave import DYES, main_dye, ribbon_svg, threads, weave_svg

pytestmark = pytest.mark.any_database

SLUGS = ["open-hands", "saturday-voices", "young-makers", "river-words", "threads-of-home", "x"]


def dyes_in(svg):
    return set(re.findall(r'class="weave-(\w+)"', svg))


def test_a_slug_always_gives_the_same_cloth():
    assert weave_svg("open-hands") == weave_svg("open-hands")


def test_different_slugs_give_different_cloths():
    assert len({weave_svg(slug) for slug in SLUGS}) == len(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_cloth_is_dyed_with_two_or_three_of_the_palette(slug):
    dyes = dyes_in(weave_svg(slug))
    assert 2 <= len(dyes) <= 3
    assert dyes <= DYES.keys()
    assert main_dye(slug) in DYES.keys() - {"undyed"}


@pytest.mark.parametrize("slug", SLUGS)
def test_cloth_is_light_well_formed_and_needs_no_style(slug):
    svg = weave_svg(slug)
    assert ElementTree.fromstring(svg).get("aria-hidden") == "true"
    assert "style=" not in svg
    assert len(svg) < 3500


@pytest.mark.parametrize("slug", [*SLUGS, *map(str, range(60))])
def test_its_dashes_are_the_threads_that_lie_on_top(slug):
    laid = {
        (x, y, way, length)
        for lines in threads(slug, 36, 24).values()
        for x, y, way, length in lines
    }
    seen = set()
    for path in ElementTree.fromstring(weave_svg(slug)).iter("path"):
        dashes = cycle(map(int, path.get("stroke-dasharray").split()))
        turns = list(islice(dashes, 50))
        for x, y, way, length in re.findall(r"M(\d+) (\d+)([hv])(\d+)", path.get("d")):
            at, end = 0, int(length) - 1
            for dash, gap in zip(turns[::2], turns[1::2], strict=True):
                if at <= end:
                    place = (int(x) + at, int(y)) if way == "h" else (int(x), int(y) + at)
                    seen.add((*place, way, min(dash, end - at)))
                at += dash + gap
    assert seen == laid


def test_ribbons_of_one_cloth_have_their_own_ids_on_a_page():
    assert 'id="weave-page-open-hands"' in ribbon_svg("open-hands", "page")
    assert "url(#weave-footer-open-hands)" in ribbon_svg("open-hands", "footer")


def test_a_slug_cannot_break_out_of_the_markup():
    assert "<script" not in ribbon_svg('"><script>', "page")
