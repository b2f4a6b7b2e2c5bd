"""In a real browser, each text has the font, and the room between its lines, that its script needs."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.any_database

CSS = settings.SITE / "static" / "css"
SHEETS = ("tokens", "base", "scripts", "layout", "components", "blocks", "stories", "subjects")
FONTS = {
    "ar": "Noto Naskh Arabic",
    "ur": "Noto Nastaliq Urdu",
    "bn": "Noto Serif Bengali",
    "hi": "Noto Serif Devanagari",
    "pa": "Noto Serif Gurmukhi",
    "am": "Noto Serif Ethiopic",
}
PLACES = (
    '<h1 lang="{0}">x</h1>',
    '<p class="card-original" lang="{0}">x</p>',
    '<p lang="{0}">x</p>',
    '<dl><dd lang="{0}">x</dd></dl>',
    '<div class="body"><div class="prose"><p>x <span lang="{0}">x</span></p></div></div>',
    '<div class="body" lang="{0}"><div class="prose"><p>x</p></div></div>',
)
ASK = """() => [...document.querySelectorAll('body *')].filter(each => !each.children.length).map(each => {
  const families = getComputedStyle(each).fontFamily.split(',')
  return [each.outerHTML, families.map(name => name.replaceAll('"', '').trim())]
})"""


@pytest.fixture
def styled(browser):
    """`styled(language, markup)` is a page with the site's styles."""
    page = browser.new_page()
    styles = "".join((CSS / f"{name}.css").read_text() for name in SHEETS)

    def show(language, markup):
        page.set_content(f'<html lang="{language}"><style>{styles}</style><body>{markup}')
        return page

    yield show
    page.close()


@pytest.mark.parametrize("around", ["en", "ar", "ur", "hi", "bn"])
def test_a_text_has_the_font_of_its_script_whatever_it_stands_among(styled, around):
    for language, font in FONTS.items():
        page = styled(around, "".join(place.format(language) for place in PLACES))
        found = page.evaluate(ASK)
        assert len(found) == len(PLACES)
        for markup, families in found:
            assert set(FONTS.values()) - {"Noto Nastaliq Urdu"} <= set(families), markup
            if language in ("ar", "ur"):  # the only two scripts that share their letters
                shared = [name for name in families if name in (FONTS["ar"], FONTS["ur"])]
                assert shared[0] == font, (around, markup)


@pytest.mark.parametrize("language", ["yo", "vi"])
def test_words_are_not_written_in_two_fonts_where_the_sans_lacks_letters(styled, language):
    markup = (
        f'<p class="card-summary" lang="{language}">x</p><nav><li lang="{language}"><a>x</a></nav>'
    )
    for _, families in styled("en", markup).evaluate(ASK):
        assert families[0] == "Literata"


def test_a_title_has_the_danda_of_its_own_script(styled):
    page = styled("en", "".join(f'<h2 lang="{tag}">x</h2>' for tag in ("bn", "hi", "pa")))
    for (_, families), tag in zip(page.evaluate(ASK), ("bn", "hi", "pa"), strict=True):
        with_danda = [
            name for name in families if name in {FONTS[tag] for tag in ("bn", "hi", "pa")}
        ]
        assert with_danda[0] == FONTS[tag]


@pytest.mark.parametrize("around", ["ar", "ur", "zh-hans"])
def test_a_text_in_latin_letters_keeps_its_lines_among_other_scripts(styled, around):
    ask = "() => {const s = getComputedStyle(document.querySelector('p')); return [s.fontSize, s.lineHeight]}"
    for language in ("en", "sw", "yo"):
        markup = f'<div class="body" lang="{language}"><p class="prose">x</p></div>'
        assert styled(around, markup).evaluate(ask) == styled(language, markup).evaluate(ask)


@pytest.mark.parametrize("around", ["en", "ar", "ur"])
def test_names_of_languages_need_few_letters_of_their_fonts(styled, around):
    """Else every page would load the whole fonts of all languages that it names."""
    names = "".join(f'<li><a lang="{tag}">x</a>' for tag in ("ar", "bn", "ur", "zh-hans"))
    page = styled(around, f'<nav class="languages"><ul>{names}</ul></nav>')
    for (_, families), tag in zip(page.evaluate(ASK), ("ar", "bn", "ur", "zh-hans"), strict=True):
        assert families[0] == ("Language name of Urdu" if tag == "ur" else "Language names")


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
