"""Nothing that others made is shipped without its licence."""

import runpy
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parent.parent.parent
problems = runpy.run_path(str(ROOT / ".ci" / "licences.py"))["problems"]


def test_all_that_we_ship_has_its_licence():
    assert problems() == []


def test_an_asset_without_a_licence_is_named(tmp_path):
    fonts = tmp_path / "site" / "static" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "river.woff2").touch()
    assert problems(tmp_path) == ["site/static/fonts/river.woff2: no licence file beside it"]
    (fonts / "OFL.txt").touch()
    assert problems(tmp_path) == ["site/static/fonts/OFL.txt: not listed in docs/licences.md"]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "licences.md").write_text("River: `site/static/fonts/OFL.txt`\n")
    assert problems(tmp_path) == []
