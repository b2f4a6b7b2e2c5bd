"""The timeline: stories by the time that they tell of, never more finely than it is known."""

import pytest
from django.core.exceptions import ValidationError

from stories.models.times import TimePrecision
from tests.factories import StoryPageFactory
from tests.pages.markup import read
from tests.pages.test_costs import queries, said, stories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def tells(first, last=None, precision="year"):
    return {"tells_of_from": first, "tells_of_to": last, "tells_of_precision": precision}


def decades(html):
    """The headings of the list, each with the titles below it."""
    return {
        section.one("h2").text: [title.text for title in section.all("h3")]
        for section in html.all("section", class_="decade")
    }


@pytest.mark.parametrize(
    ("years", "field", "remedy"),
    [
        ((1974, 1968), "tells_of_to", r"before it begins in 1974.*Change one"),
        ((None, 1968), "tells_of_from", "Say from which year"),
        ((0, None), "tells_of_from", "from 1 to 2100"),
        ((1974, 3000), "tells_of_to", "from 1 to 2100"),
    ],
)
def test_what_is_no_time_is_refused_where_it_stands(years, field, remedy):
    story = StoryPageFactory()
    story.tells_of_from, story.tells_of_to = years
    with pytest.raises(ValidationError) as refused:
        story.full_clean()
    assert list(refused.value.message_dict) == [field]
    refused.match(remedy)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (tells(1974), {"en": "1974", "bn": "১৯৭৪"}),
        (tells(1968, 1974), {"en": "1968–1974", "bn": "১৯৬৮–১৯৭৪"}),
        (tells(1974, 1974), {"en": "1974"}),
        (tells(1974, None, TimePrecision.DECADE), {"en": "1970s"}),
        (tells(1968, 1974, TimePrecision.DECADE), {"en": "1960s – 1970s"}),
        (tells(1974, None, TimePrecision.ABOUT), {"en": "about 1974"}),
    ],
)
def test_a_story_says_the_time_in_the_readers_digits_and_no_finer(client, time, words):
    story = StoryPageFactory(**time)
    for language, text in words.items():
        StoryPageFactory(language=language)
        page = read(client.get(f"/{language}/stories/{story.slug}/"))
        assert text in [each.text for each in page.all("dd")]
    answer = client.get("/api/delivery/v1/stories/").json()["items"]
    [told] = [each["tells_of"] for each in answer if each["id"] == str(story.translation_key)]
    assert told["text"] == words["en"]
    if time["tells_of_precision"] == TimePrecision.DECADE:
        assert (told["from_year"] % 10, told["to_year"] % 10) == (0, 9)


def test_stories_stand_below_their_decade_from_the_earliest(client):
    StoryPageFactory(title="Later", **tells(1974))
    StoryPageFactory(title="Earlier", **tells(1968, 2001))
    StoryPageFactory(title="About", **tells(1976, None, TimePrecision.DECADE))
    StoryPageFactory(title="At no time")
    html = read(client.get("/en/timeline/"))
    assert decades(html) == {"1960s": ["Earlier"], "1970s": ["About", "Later"]}
    picture = html.one("nav", class_="decades")
    links = {link.attrs["href"]: link.text for link in picture.all("a")}
    assert list(links) == ["#decade-1960", "#decade-1970"]
    assert "2 stories" in links["#decade-1970"]
    assert [each.attrs["id"] for each in html.all("h2") if "id" in each.attrs][:2] == [
        "decade-1960",
        "decade-1970",
    ]


def test_only_what_anybody_may_see_is_on_it(client):
    for state in ("draft", "private", "expired"):
        StoryPageFactory(title=f"Hidden {state}", **tells(1950), **{state: True})
    empty = read(client.get("/en/timeline/"))
    assert "No story says yet" in empty.one("main").text
    assert "/en/timeline/" not in client.get("/sitemap.xml").content.decode()
    StoryPageFactory(title="Seen", **tells(1974))
    html = client.get("/en/timeline/").content.decode()
    assert "Seen" in html
    assert "Hidden" not in html
    assert "1950" not in html


def test_it_is_led_to_where_there_is_something_on_it(client):
    def leads(path="/en/stories/"):
        return "/en/timeline/" in client.get(path).content.decode()

    story = StoryPageFactory()
    assert not leads()
    story.tells_of_from = 1974
    story.save_revision().publish()
    assert leads()
    assert "/en/timeline/" in client.get("/sitemap.xml").content.decode()
    story.refresh_from_db()
    story.unpublish()
    assert not leads()
    assert "1974" not in client.get("/en/timeline/").content.decode()


def test_what_stands_in_is_marked_and_it_is_offered_where_something_is(client):
    StoryPageFactory(language="bn", title="নদীর গান", **tells(1974))
    StoryPageFactory(language="en")
    html = read(client.get("/en/timeline/"))
    assert html.one("h3").language == ("bn", "ltr")
    assert html.one("h1").language == ("en", "ltr")
    links = [link.attrs for link in html.all("link")]
    assert [each["hreflang"] for each in links if "hreflang" in each] == ["bn"]
    assert next(each["href"] for each in links if each.get("rel") == "canonical").endswith(
        "/bn/timeline/"
    )


def test_a_story_is_on_it_once_in_whatever_language(client):
    story = StoryPageFactory(title="River song", **tells(1974))
    StoryPageFactory(translation_of=story, language="ar", title="أغنية النهر")
    arabic = read(client.get("/ar/timeline/"))
    assert [title.text for title in arabic.all("h3")] == ["أغنية النهر"]
    assert [title.text for title in read(client.get("/en/timeline/")).all("h3")] == ["River song"]


def test_decades_lead_to_the_part_of_the_list_that_they_are_in(client):
    StoryPageFactory.create_batch(20, **tells(1960))
    StoryPageFactory(title="After", **tells(1995))
    first = read(client.get("/en/timeline/"))
    links = [link.attrs["href"] for link in first.one("nav", class_="decades").all("a")]
    assert links == ["#decade-1960", "?page=2#decade-1990"]
    assert decades(read(client.get("/en/timeline/?page=2"))) == {"1990s": ["After"]}
    assert client.get("/en/timeline/?page=3").status_code == 404


def test_it_costs_the_same_for_two_and_for_twenty(client):
    stories(2, ("en", "ar"), **tells(1974))
    two = {path: queries(client, path) for path in ("/en/timeline/", "/ar/timeline/")}
    stories(16, ("en", "ar"), **tells(1931, 1980, TimePrecision.ABOUT))
    for path, asked in two.items():
        twenty = queries(client, path)
        assert len(twenty) == len(asked) <= 5, said(twenty)
