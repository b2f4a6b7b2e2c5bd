"""Pictures of the site as it is, for `docs/screenshots`: a sheet a page, in its languages and widths.

    python -m tests.look.screenshots http://127.0.0.1:8000 docs/screenshots

The site at that address has to hold the demo, with Urdu as one of its languages, and to run without DEBUG.
Sheets lie in a folder of their own, beside the README's picture. Names after the folder choose what is made.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.fixtures.browser import FLAGS, PLACES

LANGUAGES = ("en", "ar", "bn", "zh-hans", "ur")
STORY = "stories/the-river-takes-a-name/"
# What is seen of a page at each width, in CSS pixels.
HEIGHTS = {320: 900, 768: 1100, 1440: 1100}
# By the name of the sheet: address, colour scheme, and what is done before the picture is taken.
SHEETS = {
    "home": ("", "light", None),
    "stories": ("stories/", "light", None),
    "story": (STORY, "light", None),
    "story-dark": (STORY, "dark", None),
    "warning": ("stories/oud-in-a-suitcase/", "light", None),
    "recording": ("stories/oud-in-a-suitcase/", "light", "recording"),
    "project": ("projects/sound-of-the-quay/", "light", None),
    "programme": ("programmes/young-makers/", "light", None),
    "search": ("search/?q=river", "light", None),
    "not-found": ("stories/nowhere/", "light", None),
}
README = "readme"
LARGEST, GAP, SCALE = 200_000, 12, 0.5


def main(base, folder, names):
    folder = Path(folder)
    (folder / "sheets").mkdir(parents=True, exist_ok=True)
    executable = next((place for place in PLACES if place and Path(place).exists()), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for name in names or [*SHEETS, README]:
            if name == README:
                row = [shot(browser, base, tag, 488, *SHEETS["story"]) for tag in LANGUAGES[:3]]
                save(sheet([row]), folder / "story.jpg")
                continue
            rows = [
                [small(shot(browser, base, tag, width, *SHEETS[name])) for width in HEIGHTS]
                for tag in LANGUAGES
            ]
            save(sheet(rows), folder / "sheets" / f"{name}.jpg")
        browser.close()


def shot(browser, base, language, width, path, scheme, wanted):
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS.get(width, 872)},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{base}/{language}/{path}")
    if wanted and (warned := page.query_selector("details.warned:not([open]) > summary")):
        warned.click()
    page.evaluate("document.querySelectorAll('img').forEach(each => { each.loading = 'eager' })")
    page.evaluate("Promise.all([...document.images].map(each => each.decode().catch(() => 0)))")
    page.evaluate("document.fonts.ready")
    if wanted:
        page.evaluate("name => document.querySelector(`.${name}`).scrollIntoView()", wanted)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


def small(picture):
    return picture.resize((round(picture.width * SCALE), round(picture.height * SCALE)))


def sheet(rows):
    """Pictures in rows, on a grey ground."""
    wide = max(sum(each.width + GAP for each in row) for row in rows) + GAP
    high = sum(max(each.height for each in row) + GAP for row in rows) + GAP
    ground = Image.new("RGB", (wide, high), "#8a8780")
    y = GAP
    for row in rows:
        x = GAP
        for each in row:
            ground.paste(each, (x, y))
            x += each.width + GAP
        y += max(each.height for each in row) + GAP
    return ground


def save(picture, path):
    """As good as fits into `LARGEST` bytes, smaller where nothing else helps."""
    for quality in range(82, 30, -6):
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        if file.tell() < LARGEST:
            path.write_bytes(file.getvalue())
            return
    save(picture.resize((picture.width * 4 // 5, picture.height * 4 // 5)), path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
