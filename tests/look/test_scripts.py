"""In a real browser, each text has the font, and the room between its lines, that its script needs."""

import pytest

pytestmark = pytest.mark.any_database

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


@pytest.mark.parametrize(("language", "font"), FONTS.items())
def test_a_page_waits_for_no_font_but_the_regular_one_of_its_own_language(styled, language, font):
    page = styled(language, "".join(place.format(other) for other in FONTS for place in PLACES))
    page.evaluate("document.documentElement.dataset.wordsFirst = ''")
    for markup, families in page.evaluate(ASK):
        assert families[0] == f"{font} at once", markup
        assert not {*FONTS.values(), "Literata", "Atkinson Hyperlegible Next"} & {*families}, markup


def test_a_page_in_latin_letters_waits_for_theirs(styled):
    page = styled("en", PLACES[0].format("bn") + PLACES[2].format("ar"))
    page.evaluate("document.documentElement.dataset.wordsFirst = ''")
    for (_, families), font in zip(
        page.evaluate(ASK), ("Literata", "Atkinson Hyperlegible Next"), strict=True
    ):
        assert families[0] == font
        assert not {*FONTS.values()} & {*families}
