"""What the stylesheets promise: contrast, weight, scripts, and no left or right."""

import gzip
import re

import pytest
from django.conf import settings

from stories.fonts import FONTS as BY_TAG
from stories.fonts import font_at_once

pytestmark = pytest.mark.any_database

CSS = settings.SITE / "static" / "css"
FONTS = settings.SITE / "static" / "fonts"
FACE = re.compile(r"@font-face \{(.*?)\n\}", re.DOTALL)


def faces():
    """Every font file that is declared: its family, style, file and the code points it is for."""
    for face in FACE.findall((CSS / "fonts.css").read_text()):
        if source := re.search(r'url\("\.\./fonts/(.+?)"\)', face):
            ranges = re.search(r"unicode-range: (.+?);", face)[1].replace("U+", "").split(", ")
            yield {
                "family": re.search(r'font-family: "(.+?)"', face)[1],
                "style": re.search(r"font-style: (\w+)", face)[1],
                "file": FONTS / source[1],
                "points": {
                    point
                    for part in ranges
                    for point in range(
                        int(part.split("-")[0], 16), int(part.split("-")[-1], 16) + 1
                    )
                },
            }


def code_points(part):
    first, last = part.split("-")[0], part.split("-")[-1]
    return range(int(first, 16), int(last, 16) + 1)


def needed(text, family, style="normal"):
    points = {ord(letter) for letter in text}
    return {
        face["file"]
        for face in faces()
        if face["family"] == family and face["style"] == style and face["points"] & points
    }


def palette(scheme):
    """The colours that tokens.css gives a scheme, by name."""
    light, dark = (CSS / "tokens.css").read_text().split("prefers-color-scheme: dark", 1)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    if scheme == "dark":
        colours |= re.findall(r"--([\w-]+): (#\w{6});", dark)
    return colours


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "paper-raised"])
def test_text_stands_out_from_its_paper(scheme, paper):
    colours = palette(scheme)
    for ink in ("ink", "ink-soft", "indigo", "madder", "weld", "verdigris", "walnut"):
        assert contrast(colours[ink], colours[paper]) >= 7, (ink, scheme)
    assert contrast(colours["line-strong"], colours[paper]) >= 3, scheme


@pytest.mark.parametrize(
    ("language", "word", "family"),
    [
        ("ar", "نهر", "Noto Naskh Arabic"),
        ("ur", "دریا", "Noto Nastaliq Urdu"),
        ("bn", "নদী", "Noto Serif Bengali"),
        ("hi", "नदी", "Noto Serif Devanagari"),
        ("am", "ወንዝ", "Noto Serif Ethiopic"),
    ],
)
def test_font_that_is_asked_for_at_once_is_that_of_the_words(language, word, family):
    assert FONTS / font_at_once(language) in needed(word, family)


def test_every_language_has_the_file_that_is_asked_for_at_once_in_its_styles():
    rules = re.findall(
        r'  (:root:lang.+) \{ --at-once: "(.+)"; \}', (CSS / "scripts.css").read_text()
    )
    found = {tag: family for tags, family in rules for tag in re.findall(r"lang\((\w+)\)", tags)}
    assert found.keys() == BY_TAG.keys()
    files = {face["family"]: face["file"] for face in faces() if face["family"] in found.values()}
    assert {tag: files[family] for tag, family in found.items()} == {
        tag: FONTS / font_at_once(tag) for tag in BY_TAG
    }


def test_no_font_is_asked_for_at_once_where_another_has_its_sizes():
    assert {font_at_once(tag) for tag in ("en", "pl", "zh-hans", "ru")} == {""}


def test_every_font_asked_for_at_once_is_declared():
    assert {FONTS / font_at_once(tag) for tag in BY_TAG} <= {face["file"] for face in faces()}


def test_what_stands_in_for_a_font_leaves_other_scripts_to_theirs():
    """Arial and Times have Arabic letters, too; what stands in for these comes after their own font."""
    found = [face for face in FACE.findall((CSS / "fonts.css").read_text()) if "local(" in face]
    assert found
    for face in found:
        is_arabic = 'font-family: "Naskh fallback' in face
        assert f"unicode-range: {'U+0600-06FF' if is_arabic else 'U+0000-02AF'}" in face
        assert is_arabic or "U+06" not in face
    fonts = re.search("--script-fonts: (.+);", (CSS / "tokens.css").read_text())[1]
    assert fonts.endswith('"Naskh fallback DejaVu"')


def test_every_font_is_there_and_light():
    files = {face["file"] for face in faces()}
    assert files == set(FONTS.rglob("*.woff2"))
    assert [file.name for file in files if file.stat().st_size > 200_000] == []


@pytest.mark.parametrize("text", ["ẹ̀kọ́ ṣe pàtàkì", "zażółć gęślą jaźń", "Tiếng Việt", "Waxaan ɗ ƙ"])
def test_latin_letters_of_every_language_have_a_font(text):
    for family in ("Literata", "Atkinson Hyperlegible Next"):
        covered = set().union(*(face["points"] for face in faces() if face["family"] == family))
        assert {ord(letter) for letter in text} <= covered


def test_a_story_in_latin_letters_is_light():
    text = "A story told in English"
    names = "العربية বাংলা 简体中文"
    files = (
        needed(text, "Literata")
        | needed("emphasis", "Literata", "italic")
        | needed(text, "Atkinson Hyperlegible Next")
        | needed(names, "Language names")
    )
    styles = sum(len(gzip.compress(sheet.read_bytes())) for sheet in CSS.glob("*.css"))
    # Leaves 40 kB of the 150 for the page itself and its weaves.
    assert styles + sum(file.stat().st_size for file in files) <= 110_000


def test_style_sheets_are_valid(css_problems, tmp_path):
    assert not css_problems(CSS)
    (tmp_path / "wrong.css").write_text("@layer base { a { colour: red; inline-size: blue; } }")
    assert len(css_problems(tmp_path).splitlines()) == 2


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_styles_know_no_left_and_right(sheet):
    physical = (
        r"(?<![\w-])(?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align: (?:left|right)"
    )
    assert re.findall(physical, sheet.read_text()) == []


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_every_rule_lies_in_a_layer(sheet):
    outside = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    depth, start = 0, 0
    for at, letter in enumerate(outside):
        if letter == "{":
            if depth == 0:
                assert outside[start:at].strip().startswith(("@layer", "@font-face"))
            depth += 1
        elif letter == "}":
            depth -= 1
            start = at + 1
        elif letter == ";" and depth == 0:
            start = at + 1


def test_styles_load_nothing_from_elsewhere():
    for sheet in CSS.glob("*.css"):
        assert "//" not in sheet.read_text(), sheet.name
