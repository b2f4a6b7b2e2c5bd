"""What pages are gathered by, on a site that has everything, in three languages."""

import pytest

from tests.fixtures.everything import LANGUAGES, SUBJECTS, WORDS
from tests.pages.markup import read

pytestmark = pytest.mark.any_database


def addresses(language):
    yield f"/{language}/timeline/"
    for folder, slug in SUBJECTS.items():
        yield f"/{language}/{folder}/"
        yield f"/{language}/{folder}/{slug}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_and_every_page_is_there_and_valid(
    client, everything_once, html_problems, language
):
    found = {url.strip("/").replace("/", "-"): client.get(url) for url in addresses(language)}
    assert {response.status_code for response in found.values()} == {200}
    assert {response["Content-Language"] for response in found.values()} == {language}
    pages = {name: response.content.decode() for name, response in found.items()}
    assert not html_problems(pages)
    for name, response in found.items():
        html = read(response)
        assert html.one("h1").text, name
        assert html.all("article", class_="card"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_leads_to_all_of_them(client, everything_once, language):
    paths = ("stories/river-song/", "projects/lanterns/", "stories/")
    pages = [read(client.get(f"/{language}/{path}")) for path in paths]
    links = {link.attrs.get("href") for page in pages for link in page.all("a")}
    assert set(addresses(language)) <= links


def test_a_theme_has_everything_that_is_about_it(client, everything_once):
    html = read(client.get("/en/themes/rivers/"))
    assert html.one("h1").text == "Rivers"
    assert [each.text for each in html.all("h2", class_="section-title")] == [
        "Pages",
        "Programmes",
        "Projects",
        "Stories",
    ]
    names = {each.language: each.text for each in html.one("p", class_="names").all("span")}
    assert names == {("ar", "rtl"): "أنهار", ("bn", "ltr"): "নদী"}


def test_an_object_has_its_facts_and_every_voice(client, everything_once):
    html = read(client.get("/bn/objects/1903-7/"))
    facts = html.one("dl", class_="facts").text
    assert all(each in facts for each in ("1903.7", "Unknown", "Bengali", "Museum"))
    assert html.one("h1").language == ("en", "ltr")
    [record] = [each for each in html.all("a") if each.attrs.get("rel") == "external"]
    assert record.attrs["href"] == "https://collection.example/7"
    voices = html.one("section", class_="voices").all("figure")
    assert {voice.one("blockquote").text for voice in voices} == {WORDS["bn"]}
    assert len(voices) == 4  # the story, and three other pages with the same body
    assert all(voice.one("figcaption").text.startswith("Rahima") for voice in voices)
