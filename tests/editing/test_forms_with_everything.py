"""The admin opens what has everything that it can have."""

import pytest

from stories.models import CollectionObject, Community, ContentWarning, Partner, Place, Theme
from tests.fixtures.everything import LANGUAGES, PATHS

pytestmark = pytest.mark.any_database
VOCABULARY = [Theme, Community, Place, ContentWarning, Partner, CollectionObject]


@pytest.mark.parametrize("kind", PATHS)
def test_form_of_a_page_opens(admin_client, everything_once, kind):
    for language in LANGUAGES:
        page = everything_once.pages[kind, language]
        response = admin_client.get(f"/admin/pages/{page.pk}/edit/")
        assert response.status_code == 200, (kind, language)


@pytest.mark.parametrize("model", VOCABULARY, ids=lambda model: model.__name__)
def test_list_and_form_of_a_word_open(admin_client, everything_once, model):
    base = f"/admin/snippets/stories/{model._meta.model_name}/"
    word = model.objects.first()
    assert admin_client.get(base).status_code == 200
    assert admin_client.get(f"{base}add/").status_code == 200
    assert admin_client.get(f"{base}add/?locale=bn").status_code == 200
    assert admin_client.get(f"{base}edit/{word.pk}/").status_code == 200
