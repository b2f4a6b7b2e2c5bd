"""`site/` is a plain folder: the standard library owns the name."""

import site
import sysconfig
import tomllib
from pathlib import Path

import pytest

import config

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_site_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert site.__file__.startswith(sysconfig.get_path("stdlib"))


def test_config_comes_from_the_folder_site():
    assert Path(config.__file__).parent == ROOT / "site" / "config"


def test_git_does_not_ignore_site():
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.strip().strip("/*!") == "site"]
    assert not [line for line in lines if line.strip().endswith((".mo", "locale", "locale/"))]


def test_the_wheel_holds_the_settings():
    assert PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [
        "site/config",
        "stories",
        "home",
        "search",
    ]


def test_the_editable_install_finds_config():
    assert PYPROJECT["tool"]["hatch"]["build"]["dev-mode-dirs"] == ["site", "."]
