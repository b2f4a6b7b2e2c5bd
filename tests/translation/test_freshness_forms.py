"""The check box for a minor edit, in the form that editors have."""

import pytest
from django.urls import reverse

from stories.models import StoryPage
from tests.editing.forms import page_form

from .telling import page_in, told, translated

pytestmark = pytest.mark.django_db


def save(admin_client, page, **values):
    data = page_form(StoryPage, title=page.title, slug=page.slug, **values)
    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), data | {"action-publish": "1"}
    )
    assert response.status_code == 302, response.context["form"].errors


def test_a_minor_edit_is_ticked_and_published(admin_client):
    original = told(body=[])
    english = translated(original)
    save(admin_client, original, summary="এক নদীর গল্প!", minor_edit="on")
    original.refresh_from_db()
    assert (original.summary, original.minor_edit) == ("এক নদীর গল্প!", False)
    assert page_in(original, "en").outdated_segments == 0
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[original.pk])).content.decode()
    assert 'name="minor_edit"' in form
    assert 'name="minor_edit" checked' not in form
    save(admin_client, original, summary="অন্য কথা।")
    assert page_in(original, "en").outdated_segments == 1
    assert page_in(original, "en").summary == english.summary
