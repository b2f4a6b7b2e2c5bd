"""Any language of the catalogue works, whether or not Django speaks it."""

import pytest
from django.utils import translation
from wagtail.coreutils import get_supported_content_language_variant

from config.languages import LANGUAGES

pytestmark = pytest.mark.any_database

PROMISED = "en ar bn so pl zh-hans fr es am ti yo sw ha zu om rw ny tn gu hi mr pa ta te ur".split()


def test_the_promised_languages_are_there():
    assert set(PROMISED) <= {tag for tag, _name in LANGUAGES}


@pytest.mark.parametrize("tag", [tag for tag, _name in LANGUAGES])
def test_language_is_known_everywhere(tag):
    assert translation.get_supported_language_variant(tag, strict=True) == tag
    assert get_supported_content_language_variant(tag, strict=True) == tag
    info = translation.get_language_info(tag)
    assert info["name"]
    assert info["name_local"]
    with translation.override(tag):
        assert translation.get_language() == tag


@pytest.mark.parametrize("tag", ["ar", "ur", "ps", "prs", "sd", "yi", "fa", "he"])
def test_right_to_left(tag):
    assert translation.get_language_info(tag)["bidi"]


def test_languages_are_called_as_their_speakers_call_them():
    assert translation.get_language_info("pa")["name_local"] == "ਪੰਜਾਬੀ"


def test_editors_can_have_their_pages_in_every_language_of_the_interface(settings, admin_client):
    html = admin_client.get("/admin/account/").content.decode()
    for tag in settings.INTERFACE_LANGUAGES:
        name = translation.get_language_info(tag)["name_local"]
        assert f'<option value="{tag}">{name}</option>' in html
