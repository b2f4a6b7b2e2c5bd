"""In a real browser, what belongs together begins at one edge in each direction, and nothing runs over it."""

import pytest

pytestmark = pytest.mark.any_database

SIDE = """selector => {
  const style = getComputedStyle(document.querySelector(selector))
  return [style.direction, parseFloat(style.borderLeftWidth) > 0, parseFloat(style.borderRightWidth) > 0]
}"""


def test_a_passage_that_was_found_stands_on_the_side_where_its_language_begins(styled):
    passage = '<p class="search-passage"><span lang="{0}" dir="{1}">x</span></p>'
    page = styled("ur", f"<div dir=rtl>{passage.format('en', 'ltr')}</div>")
    assert page.evaluate(SIDE, ".search-passage > span") == ["ltr", True, False]
    page = styled("en", f"<div>{passage.format('ur', 'rtl')}</div>")
    assert page.evaluate(SIDE, ".search-passage > span") == ["rtl", False, True]


@pytest.mark.parametrize("opening", ["page-header", "page-header has-original"])
@pytest.mark.parametrize(("around", "within"), [("rtl", "ltr"), ("ltr", "rtl")])
def test_title_and_standfirst_begin_at_one_edge(styled, opening, around, within):
    original = '<p class="original" lang="bn">x</p>' if "has-original" in opening else ""
    page = styled(
        "en",
        f'<div dir="{around}"><header class="{opening}"><div class="page-header-words"><hgroup>'
        f'<h1 dir="{within}">A title</h1>{original}</hgroup>'
        f'<p class="standfirst" dir="{within}">{"What it is about. " * 20}</p></div></header></div>',
    )
    page.set_viewport_size({"width": 1440, "height": 900})
    edge = "left" if within == "ltr" else "right"
    title, standfirst = (
        page.evaluate(
            "([s, edge]) => document.querySelector(s).getBoundingClientRect()[edge]",
            [selector, edge],
        )
        for selector in ("h1", ".standfirst")
    )
    assert abs(title - standfirst) < 1


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("words", ["ltr", "rtl"])
def test_a_line_of_facts_begins_at_the_edge_and_without_a_dot(styled, direction, words):
    facts = f'<span><bdi dir="{words}">Young makers</bdi></span><span>2 minutes to read</span>'
    page = styled(
        "en",
        f'<div dir="{direction}" style="margin: 4rem"><p>x</p><p class="eyebrow">{facts}</p></div>',
    )
    edge = "left" if direction == "ltr" else "right"
    around, line, first = (
        page.evaluate(
            "([s, edge]) => document.querySelector(s).getBoundingClientRect()[edge]",
            [selector, edge],
        )
        for selector in ("p", ".eyebrow", "bdi")
    )
    assert abs(first - around) < 1
    assert abs(line - around) == 24  # where the dot would be, which is cut off
    assert "inset" in page.evaluate(
        "() => getComputedStyle(document.querySelector('.eyebrow')).clipPath"
    )


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_an_address_on_a_button_stays_on_a_narrow_screen(styled, direction):
    address = "communitypartnershipsteam@ferrybankmuseum.example"
    call = (
        f'<div class="call" dir="{direction}"><p><a class="button" href="/">{address}</a></p></div>'
    )
    page = styled("en", call)
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
