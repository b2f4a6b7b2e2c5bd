"""Dependencies run one way: rooms below know nothing of the rooms above."""

import ast
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parent.parent.parent
FOUNDATIONS = ["library", "people", "translation", "delivery"]
ABOVE_FOUNDATIONS = ["stories", "home", "search", "config"]
ABOVE_STORIES = ["home", "search", "config"]
ABOVE_HOME = ["search", "config"]
ABOVE_SEARCH = ["home", "config"]


def imports(path):
    """The full names of all modules and names that a file imports, wherever in the file."""
    package = path.relative_to(ROOT).parent.parts
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            names |= {f"{module}.{alias.name}" for alias in node.names}
    return names


def is_in(name, room):
    return name == room or name.startswith(f"{room}.")


def offences(folder, forbidden, allowed=()):
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
        for name in sorted(imports(path))
        if any(is_in(name, room) for room in forbidden)
        and not any(is_in(name, room) for room in allowed)
    ]


@pytest.mark.parametrize("room", FOUNDATIONS)
def test_foundations_know_nothing_of_page_types(room):
    allowed = [f"stories.{foundation}" for foundation in FOUNDATIONS]
    assert offences(f"stories/{room}", ABOVE_FOUNDATIONS, allowed) == []


def test_stories_know_nothing_of_home_search_and_the_installation():
    assert offences("stories", ABOVE_STORIES) == []


def test_home_knows_nothing_of_search_and_the_installation():
    assert offences("home", ABOVE_HOME) == []


def test_search_knows_nothing_of_home_and_the_installation():
    assert offences("search", ABOVE_SEARCH) == []


def test_the_scan_sees_relative_and_hidden_imports(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.house.test_dependencies.ROOT", tmp_path)
    folder = tmp_path / "stories" / "library"
    folder.mkdir(parents=True)
    (folder / "a.py").write_text("from ..models import StoryPage\n")
    (folder / "b.py").write_text("def late():\n    import home.models\n")
    assert imports(folder / "a.py") == {"stories.models.StoryPage"}
    assert imports(folder / "b.py") == {"home.models"}
