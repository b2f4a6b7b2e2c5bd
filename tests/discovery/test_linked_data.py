"""Pages in schema.org's words, as its vocabulary and a JSON-LD processor understand them."""

import json
import re

import pytest

from tests import factories as make
from tests.discovery.vocabulary import HERE, problems, things
from tests.fixtures.everything import LANGUAGES, PATHS
from tests.pages.markup import read

pytestmark = pytest.mark.any_database

BASE = "http://testserver"
# A year, or an interval of years, in ISO 8601; `~` is ISO 8601-2's.
PERIOD = re.compile(r"\d{4}~?(/\d{4}~?)?")
TYPES = {
    "home": {"WebSite"},
    "page": {"WebPage"},
    "programme_index": {"CollectionPage"},
    "programme": {"WebPage", "EventSeries"},
    "project_index": {"CollectionPage"},
    "project": {"Article", "Project"},
    "story_index": {"CollectionPage"},
    "story": {"Article", "AudioObject", "VideoObject", "Person"},
}


def document(client, address):
    (script,) = read(client.get(address)).all("script", type="application/ld+json")
    return json.loads(script.text)


def main(client, address):
    return document(client, address)["@graph"][0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PATHS)
def test_every_word_of_it_is_schema_orgs(client, everything_once, kind, language):
    found = document(client, f"/{language}/{PATHS[kind]}")
    assert problems(found) == []
    kinds = {each.removeprefix(HERE) for thing in things(found) for each in thing["@type"]}
    assert TYPES[kind] <= kinds


def test_words_that_schema_org_has_not_got_are_named():
    wrong = {"@context": "https://schema.org", "@type": "Article", "author_": "x", "jobTitle": "y"}
    assert problems(wrong) == [
        f"{HERE}author_ is no property",
        f"{HERE}jobTitle does not belong to {HERE}Article",
    ]
    assert problems(wrong | {"@type": "Story"})[0] == f"{HERE}Story is no class"


@pytest.fixture
def boat_song(db):
    project = make.ProjectPageFactory(title="River words", slug="river-words")
    thing = make.CollectionObjectFactory(title="Boat", museum_number="1998,1")
    song = make.StoryPageFactory(
        slug="boat-song", language="bn", title="নদীর গান", project=project,
        contributors=[
            {"name": "Rahima", "role": "storyteller", "biography": "Born in Sylhet"},
            {"name": "Sam", "role": "interviewer", "biography": ""},
        ],
        collection_objects=[{"object": thing, "use": ""}],
        licence="CC-BY-4.0", credit_line="© Rahima", themes=[make.ThemeFactory(name="Rivers")],
        places=[make.PlaceFactory(name="Surma")], lead_image_alt="A river",
        lead_image=make.StoryImageFactory(rendered=True, credit_line="Drawn by Amina"),
        body=[("audio", {
            "title": "The song", "recording": make.RecordingFactory(), "embed": "", "captions": [],
            "transcript": "<p>O river</p><p>carry us</p>", "transcript_language": "en"})],
    )  # fmt: skip
    make.StoryPageFactory(
        translation_of=song, language="en", title="River song", translated_by="Amina"
    )
    return song


def test_a_translation_leads_to_the_original_and_the_original_to_it(client, boat_song):
    here, there = f"{BASE}/en/stories/boat-song/", f"{BASE}/bn/stories/boat-song/"
    translation = main(client, "/en/stories/boat-song/")
    assert (translation["@id"], translation["inLanguage"]) == (here, "en")
    assert translation["translationOfWork"]["@id"] == there
    assert translation["translationOfWork"]["inLanguage"] == "bn"
    assert "workTranslation" not in translation
    original = main(client, "/bn/stories/boat-song/")
    assert [each["@id"] for each in original["workTranslation"]] == [here]
    assert "translationOfWork" not in original


def test_what_stands_in_is_said_to_be_what_it_is(client, boat_song):
    shown = main(client, "/ar/stories/boat-song/")
    assert (shown["@id"], shown["inLanguage"]) == (f"{BASE}/en/stories/boat-song/", "en")


def test_people_are_named_as_they_are_credited_and_never_more(client, boat_song):
    story = main(client, "/en/stories/boat-song/")
    assert story["creator"] == [{"@type": "Person", "name": "Rahima"}]
    assert story["contributor"] == [{"@type": "Person", "name": "Sam"}]
    assert story["translator"] == [{"@type": "Person", "name": "Amina"}]
    assert "Born in Sylhet" not in json.dumps(document(client, "/en/stories/boat-song/"))


def test_rights_pictures_and_recordings_are_told(client, boat_song):
    story = main(client, "/bn/stories/boat-song/")
    assert story["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert story["creditText"] == "© Rahima"
    assert story["image"]["creditText"] == "Drawn by Amina"
    assert story["image"]["contentUrl"].startswith(f"{BASE}/media/")
    (audio,) = story["associatedMedia"]
    assert audio["transcript"] == "O river carry us"
    assert audio["duration"] == "PT83S"
    assert audio["contentUrl"].startswith(f"{BASE}/media/")
    assert [each["name"] for each in story["about"]] == ["Rivers"]
    assert story["mentions"][0]["identifier"] == "1998,1"
    assert story["isPartOf"][0]["url"] == f"{BASE}/bn/projects/river-words/"


def test_what_a_content_warning_covers_is_not_told(client, boat_song):
    boat_song.content_warnings = [make.ContentWarningFactory(name="Loss")]
    boat_song.save_revision().publish()
    story = main(client, "/bn/stories/boat-song/")
    assert "image" not in story
    (audio,) = story["associatedMedia"]
    assert "transcript" not in audio
    assert audio["name"] == "The song"


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (1971, None, "year", "1971"),
        (1968, 1974, "year", "1968/1974"),
        (1974, None, "decade", "1970/1979"),
        (1968, 1974, "decade", "1960/1979"),
        (1974, None, "about", "1974~"),
        (1968, 1974, "about", "1968~/1974~"),
        (850, None, "year", "0850"),
        (None, None, "year", None),
    ],
)
def test_the_time_that_a_story_tells_of_is_told_no_more_finely_than_it_is_known(
    client, db, first, last, precision, told
):
    make.StoryPageFactory(
        slug="song", tells_of_from=first, tells_of_to=last, tells_of_precision=precision
    )
    found = document(client, "/en/stories/song/")
    assert found["@graph"][0].get("temporalCoverage") == told
    assert problems(found) == []
    assert told is None or PERIOD.fullmatch(told)


def test_breadcrumbs_lead_to_the_page(client, boat_song):
    *_others, crumbs = document(client, "/en/stories/boat-song/")["@graph"]
    steps = crumbs["itemListElement"]
    assert [step["item"] for step in steps] == [
        f"{BASE}/en/", f"{BASE}/en/stories/", f"{BASE}/en/stories/boat-song/",
    ]  # fmt: skip
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert steps[-1]["name"] == "River song"


def test_the_home_page_says_how_to_search(client, db):
    home = main(client, "/en/")
    assert home["potentialAction"]["target"]["urlTemplate"] == (
        f"{BASE}/en/search/?q={{search_term_string}}"
    )
    assert client.get("/en/search/?q=river").status_code == 200


def test_a_title_cannot_end_the_block(client, db):
    title = "</script><script>alert(1)</script><!-- & “x” \u2028"
    make.StoryPageFactory(slug="song", title=title)
    answer = client.get("/en/stories/song/")
    assert "<script>alert" not in answer.content.decode()
    assert main(client, "/en/stories/song/")["headline"] == title
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_recording_in_a_private_collection_is_not_told(client, boat_song):
    private = make.RecordingFactory(private=True)
    boat_song.body = make.stored(
        boat_song._meta.get_field("body"),
        [("audio", {"title": "Hidden", "recording": private, "embed": "", "captions": [],
                    "transcript": "<p>Secret</p>", "transcript_language": ""})],
    )  # fmt: skip
    boat_song.save_revision().publish()
    assert "associatedMedia" not in main(client, "/bn/stories/boat-song/")
