"""What an answer of `/api/v2/` costs: the same for two rows and for twenty."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stories.delivery.hearing import heard_together
from tests import factories as make
from tests.once import forget_answers, measured

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def cost(client, address):
    """Warm queries: what Django and Wagtail remember of a process is remembered."""
    assert client.get(address).status_code == 200
    forget_answers()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    return len(queries), response.json()


@heard_together()
def stories(number, language="en"):
    programme = make.ProgrammePageFactory()
    project = make.ProjectPageFactory(programme=programme)
    theme, warning = make.ThemeFactory(), make.ContentWarningFactory()
    for each in range(number):
        picture, other = (
            make.StoryImageFactory(file=make.picture_file(40, 30), rendered=True) for _ in "12"
        )
        thing = make.CollectionObjectFactory(image=other, image_alt="A jar")
        recording, captions = make.RecordingFactory(), make.StoryDocumentFactory()
        link = f'<p>See <a linktype="page" id="{project.pk}">the project</a></p>'
        page = make.StoryPageFactory(
            language=("en", "bn", "ar")[each % 3],
            lead_image=picture,
            lead_image_alt="A river",
            project=project,
            related_pages=[project],
            collection_objects=[("object", {"object": thing, "use": ""})],
            body=[
                ("paragraph", link),
                ("image", {"image": {"image": other, "alt_text": "A jar"}, "caption": ""}),
                ("object_response", {"object": thing, "response": link, "respondent": ""}),
                ("audio", {
                    "title": "A voice", "recording": recording, "embed": "", "transcript": link,
                    "captions": [{"language": "en", "file": captions}],
                }),
            ],
        )  # fmt: skip
        page.themes.add(theme)
        page.content_warnings.add(warning)
        page.save()


LISTS = {
    "/api/v2/pages/?type=stories.StoryPage&fields=*": 27,
    "/api/v2/pages/?type=stories.StoryPage": 5,
    "/api/v2/pages/?fields=*": 27,
    "/api/v2/pages/?type=stories.StoryPage,stories.ProjectPage&fields=*": 27,
    "/api/v2/images/?fields=*": 7,
    "/api/v2/documents/?fields=*": 7,
}


def costs_of_lists():
    """What each list costs of three stories, and of twenty: ``({address: cost}, the same)``."""
    stories(3)
    few = {address: cost(Client(), address) for address in LISTS}
    stories(17)
    many = {address: cost(Client(), address) for address in LISTS}
    return few, many


costs = measured(costs_of_lists)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_costs_the_same_however_long(costs, address):
    (few, short), (many, long) = (each[address] for each in costs)
    assert len(long["items"]) == 20 > len(short["items"])
    assert few == many <= LISTS[address]


def test_a_detail_costs_the_same_however_much_is_on_it(client):
    stories(1)
    page = make.StoryPage.objects.get()
    cost_of_one, _ = cost(client, f"/api/v2/pages/{page.pk}/")
    assert cost_of_one <= 14
