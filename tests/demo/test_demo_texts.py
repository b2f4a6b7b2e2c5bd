"""The demo's texts as files: every language there, every reference leading somewhere."""

import re
from pathlib import Path

import pytest
import yaml

from stories.demo.draw import draw, names
from stories.demo.sound import quay_wav
from stories.exchange.body import read_body
from stories.exchange.checks import Checks

pytestmark = pytest.mark.any_database

DEMO = Path(__file__).parents[2] / "stories" / "demo"
LONGEST = {"summary": 500, "lead_image_alt": 500, "image_alt": 500, "audiences": 500,
           "what": 500, "explanation": 1000, "instead": 500}  # fmt: skip
MARKDOWN = (
    "body", "introduction", "mission", "how_to_take_part", "aims", "approach", "outcomes",
    "contact_more", "improving", "how_tested",
)  # fmt: skip
LANGUAGES = ["en", "ar", "bn", "so", "pl", "zh-hans", "fr", "es"]
FILES = sorted([*DEMO.glob("*.yaml"), *DEMO.glob("p*/*.yaml")])
STORIES = sorted(path.parent.name for path in DEMO.glob("stories/*/story.yaml"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
METHODS = "object_handling conversation workshop performance visit outreach making research".split()
ACCESS = (
    "bsl step_free interpreters quiet_space hearing_loop large_print free_travel childcare".split()
)
COLLABORATION = "community_led_research co_curation co_interpretation co_designed_programme".split()


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def name_of(path):
    return str(path.relative_to(DEMO))


def slugs_in(folder):
    return {path.stem for path in (DEMO / folder).glob("*.yaml")}


def text_maps(value, at=""):
    """Every map by language in the value, with where it stands."""
    if isinstance(value, dict) and "en" in value:
        yield at, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from text_maps(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from text_maps(inner, f"{at}/{number}")


def fences(document):
    for language, text in document.get("body", {}).items():
        for kind, inside in FENCE.findall(text):
            yield language, kind, yaml.safe_load(inside)


@pytest.fixture(scope="module")
def taxonomy():
    return read(DEMO / "taxonomy.yaml")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_text_is_there_in_every_language(path):
    found = dict(text_maps(read(path)))
    assert found
    for at, texts in found.items():
        assert list(texts) == LANGUAGES, at
        assert all(isinstance(text, str) and text.strip() for text in texts.values()), at


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_text_was_left_in_english(path):
    for at, texts in text_maps(read(path)):
        if len(texts["en"].split()) > 3:
            others = [texts[language] for language in LANGUAGES[1:]]
            assert texts["en"] not in others, at


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_markdown_reads_as_in_a_story_bundle(path, settings):
    settings.LANGUAGES = [(language, language) for language in LANGUAGES]
    document = read(path)
    for key in MARKDOWN:
        for language, text in document.get(key, {}).items() if isinstance(document, dict) else ():
            checks = Checks(f"{name_of(path)} {key} {language}")
            assert read_body(text, 1, checks)
            assert not checks.problems
            assert not checks.warnings


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_texts_fit_where_they_are_kept(path):
    for at, texts in text_maps(read(path)):
        key = at.rsplit("/", 1)[-1]
        if key not in (*MARKDOWN, "text", "description", "use", "access_notes"):
            assert max(map(len, texts.values())) <= LONGEST.get(key, 255), at


@pytest.mark.parametrize("folder", ["programmes", "projects"])
def test_themes_communities_and_places_exist(folder, taxonomy):
    for path in (DEMO / folder).glob("*.yaml"):
        document = read(path)
        for kind in ("themes", "communities", "places"):
            known = {term["slug"] for term in taxonomy[kind]}
            assert document[kind], path
            assert set(document[kind]) <= known, path


@pytest.mark.parametrize("path", sorted(DEMO.glob("p*/*.yaml")), ids=name_of)
def test_a_file_is_named_after_its_slug(path):
    assert read(path)["slug"] == path.stem


def test_programmes_name_known_methods_and_access():
    for slug in slugs_in("programmes"):
        programme = read(DEMO / "programmes" / f"{slug}.yaml")
        assert set(programme["methods"]) <= set(METHODS)
        assert set(programme["access"]) <= set(ACCESS)
        assert programme.get("ongoing") or programme["starts_on"] < programme["ends_on"]


def test_projects_lead_to_programmes_partners_and_objects():
    partners = {partner["slug"] for partner in read(DEMO / "partners.yaml")}
    objects = {thing["museum_number"] for thing in read(DEMO / "objects.yaml")}
    for slug in slugs_in("projects"):
        project = read(DEMO / "projects" / f"{slug}.yaml")
        assert project["programme"] in slugs_in("programmes")
        assert {partner["slug"] for partner in project["partners"]} <= partners
        assert {thing["museum_number"] for thing in project["objects"]} <= objects
        assert set(project["collaboration"]) <= set(COLLABORATION)
        assert project["status"] in ("planned", "active", "completed")
        assert project["starts_on"] < project["ends_on"]


def test_every_partner_and_every_object_is_used():
    projects = [read(DEMO / "projects" / f"{slug}.yaml") for slug in slugs_in("projects")]
    used = {partner["slug"] for project in projects for partner in project["partners"]}
    assert used == {partner["slug"] for partner in read(DEMO / "partners.yaml")}
    used = {thing["museum_number"] for project in projects for thing in project["objects"]}
    assert used == {thing["museum_number"] for thing in read(DEMO / "objects.yaml")}


def test_the_home_page_features_what_exists():
    home = read(DEMO / "home.yaml")
    assert set(home["featured"]["programmes"]) <= slugs_in("programmes")
    assert set(home["featured"]["projects"]) <= slugs_in("projects")
    assert set(home["featured"]["stories"]) <= set(STORIES)
    assert {call["link"]["page"] for call in home["calls_to_action"]} <= slugs_in("pages")


@pytest.mark.parametrize("path", sorted(DEMO.glob("p*/*.yaml")), ids=name_of)
def test_a_body_has_the_same_blocks_in_every_language(path):
    document = read(path)
    shapes = {}
    for language, text in document.get("body", {}).items():
        headings = len(re.findall(r"^## ", text, re.MULTILINE))
        quotes = len(re.findall(r"^> — ", text, re.MULTILINE))
        shapes[language] = (headings, quotes, [kind for kind, _ in FENCE.findall(text)])
    assert all(shape == shapes["en"] for shape in shapes.values()), shapes


@pytest.mark.parametrize("path", sorted(DEMO.glob("p*/*.yaml")), ids=name_of)
def test_blocks_lead_to_pages_that_exist(path):
    for language, kind, value in fences(read(path)):
        assert value, (language, kind)
        link = value.get("link")
        if link and "page" in link:
            assert link["page"] in slugs_in("pages"), language


def test_every_picture_that_is_named_can_be_drawn():
    wanted = set()
    for path in FILES:
        documents = read(path)
        for document in documents if isinstance(documents, list) else [documents]:
            wanted |= {document[key] for key in ("lead_image", "image") if key in document}
    for path in DEMO.glob("stories/*/story.yaml"):
        story = read(path)
        wanted |= {story["lead_image"], *story.get("images", {})} - {None}
    assert wanted
    assert wanted <= set(names())


@pytest.mark.parametrize("key", ["lead_image", "image"])
def test_a_picture_is_described(key):
    for path in FILES:
        documents = read(path)
        for document in documents if isinstance(documents, list) else [documents]:
            assert (key in document) == (f"{key}_alt" in document), path


@pytest.mark.parametrize("name", names())
def test_a_picture_is_the_same_every_time(name):
    picture = draw(name, width=200)
    assert picture.startswith(b"\xff\xd8")
    assert picture == draw(name, width=200)


def test_the_recording_is_the_same_every_time():
    assert quay_wav()[:4] == b"RIFF"
    assert quay_wav() == quay_wav()
