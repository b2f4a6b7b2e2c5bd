"""The panels on the glossary, machine translation and files, as a translator into Arabic uses them."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from stories.translation.models import GlossaryTerm
from tests.factories import locale

from .people import started, translator
from .sheets import filled_po
from .telling import ENGLISH, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def translation(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "stories.translation.machine.translator.Translator",
        "OPTIONS": {"LIBRETRANSLATE_URL": "http://127.0.0.1:9", "API_KEY": "", "TIMEOUT": 5},
    }
    amal = translator("ar", "amal")
    UserProfile.objects.create(user=amal, preferred_language="ar")
    GlossaryTerm.objects.create(
        source_locale=locale("bn"), target_locale=locale("ar"), term="নদী", translation="نهر"
    )
    return started(told(machine_translation_allowed=True), "ar", amal)


def sign_in(page, name):
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill("a long password")
    page.locator("[type=submit]").first.click()
    page.wait_for_url("**/admin/")


def wrong_with(page, part):
    found = Axe().run(page, context=part)
    return found.generate_report() if found.violations_count else ""


def test_they_are_read_from_the_right_and_their_files_go_out_and_in(page, translation, tmp_path):
    sign_in(page, "amal")
    page.goto(f"/admin/pages/{translation.get_target_instance().pk}/edit/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    terms = page.locator(".translation-terms").first
    expect(terms.locator("bdi[lang=ar][dir=rtl]")).to_have_text("نهر")
    expect(page.locator("#glossary")).to_contain_text("نهر")
    page.locator("#machine button").click()
    expect(page.locator(".messages .error")).to_be_visible()
    files = page.locator(".translation-desk details").last
    files.locator("summary").click()
    with page.expect_download() as download:
        files.get_by_role("link", name="PO").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    path.write_bytes(filled_po(path.read_bytes(), ENGLISH))
    assert not wrong_with(page, ".translation-desk")
    assert not wrong_with(page, ".translation-terms")
    files.locator("[type=file]").set_input_files(path)
    files.locator("[type=submit]").click()
    expect(page.locator(".messages .success")).to_contain_text("7")
    expect(page.locator(".js-translation-editor")).to_contain_text(ENGLISH["নদীর গান"])
    page.goto("/admin/translations/files/")
    broken = tmp_path / "broken.po"
    broken.write_bytes(path.read_bytes().replace(b'msgid "', b'msgid x"', 1))
    page.locator("[type=file]").set_input_files(broken)
    page.locator("main form[method=post] button").click()
    expect(page.locator("[data-status=refused]")).to_contain_text("broken.po")
    assert not wrong_with(page, "main")
