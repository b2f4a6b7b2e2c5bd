"""Who speaks is said once for each person, never for two as one."""

import pytest

from tests.factories import StoryPageFactory

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def credit(name, role, biography="", page=""):
    return {"name": name, "role": role, "biography": biography, "page": page}


@pytest.mark.parametrize(
    ("credits", "people"),
    [
        pytest.param(
            [
                credit("Rahima", "storyteller", "By river."),
                credit("Rahima", "musician", "By river."),
            ],
            [("Rahima", "Storyteller and Musician", ["By river."])],
            id="two roles",
        ),
        pytest.param(
            [credit("Anonymous", "storyteller"), credit("Anonymous", "storyteller")],
            [("Anonymous", "Storyteller", []), ("Anonymous", "Storyteller", [])],
            id="one role twice",
        ),
        pytest.param(
            [credit("Sam", "storyteller", "A baker."), credit("Sam", "musician", "A miller.")],
            [("Sam", "Storyteller", ["A baker."]), ("Sam", "Musician", ["A miller."])],
            id="two biographies",
        ),
        pytest.param(
            [credit("Sam", "storyteller", "A baker.", "sam"), credit("Sam", "musician", "", "sam")],
            [("Sam", "Storyteller and Musician", ["A baker."])],
            id="one page",
        ),
        pytest.param(
            [credit("Sam", "storyteller", page="sam"), credit("Sam", "musician")],
            [("Sam", "Storyteller", []), ("Sam", "Musician", [])],
            id="one page and none",
        ),
    ],
)
def test_a_person_is_named_once_and_two_are_never_one(client, credits, people):
    StoryPageFactory(slug="song", contributors=credits)
    section = read(client.get("/en/stories/song/")).one(class_="contributors")
    shown = [
        (
            person.one(class_="contributor-name").text,
            person.one(class_="contributor-role").text,
            [each.text for each in person.all(class_="contributor-biography")],
        )
        for person in section.all("li")
    ]
    assert shown == people
