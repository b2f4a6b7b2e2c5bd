"""A language is removed with all that it means, told before, and never with work in it."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from stories.models import StoryIndexPage
from stories.translation.models import GlossaryTerm, LanguageSettings, StandIn
from stories.translation.removal import stakes
from tests.factories import StoryPageFactory, ThemeFactory, home, index, locale
from tests.translation.people import started, translator

pytestmark = pytest.mark.django_db


def address(language):
    return f"/admin/locales/delete/{locale(language).pk}/"


def labels(language):
    return {stake.label: stake.count for stake in stakes(locale(language))}


def test_an_empty_language_goes_with_its_pages_teams_and_settings(admin_client, client):
    locale("yo")
    assert client.get("/yo/").status_code == 200
    shown = admin_client.get(address("yo")).content.decode()
    assert "Pages that the site made for this language: 4" in shown
    assert admin_client.post(address("yo")).status_code == 302
    assert not Locale.objects.filter(language_code="yo").exists()
    assert not Page.objects.filter(locale__language_code="yo").exists()
    assert not Group.objects.filter(name__contains="Yorùbá").exists()
    assert LanguageSettings.objects.count() == Locale.objects.count()
    assert client.get("/yo/").status_code == 404
    assert client.get("/en/").status_code == 200


def test_what_goes_is_said_before(admin_client):
    yoruba = locale("yo")
    translator("yo", "adunni", first_name="Adunni", last_name="Oni")
    chain = LanguageSettings.objects.get(locale=locale("bn"))
    chain.stand_ins.add(StandIn(locale=yoruba))
    chain.save()
    own = LanguageSettings.objects.get(locale=yoruba)
    own.stand_ins.add(StandIn(locale=locale("ar")))
    own.save()
    GlossaryTerm.objects.create(
        source_locale=locale("en"), target_locale=yoruba, term="quay", translation="èbúté"
    )
    shown = admin_client.get(address("yo")).content.decode()
    for words in ("Adunni Oni", "বাংলা", "العربيّة", "quay", "Yes, remove this language"):
        assert words in shown
    assert admin_client.post(address("yo")).status_code == 302
    assert list(LanguageSettings.objects.get(locale=locale("bn")).stand_ins.all()) == []


def story(**values):
    return StoryPageFactory(language="yo", title="Orin odò", **values)


def begun():
    started(StoryPageFactory(title="River song"), "yo")


def followed():
    started(StoryPageFactory(title="Orin odò", language="yo"), "en")


def changed_front():
    locale("yo")
    home("yo").save_revision()


@pytest.mark.parametrize(
    ("make", "label"),
    [
        (story, "Published pages"),
        (lambda: story(draft=True), "Drafts"),
        (lambda: ThemeFactory(name="Odò", language="yo"), "Themes"),
        (begun, "Translations in progress or done"),
        (followed, "Translations that are made from this language, and would no longer follow it"),
        (changed_front, "Published pages"),
    ],
)
def test_a_language_with_work_in_it_stays(admin_client, make, label):
    make()
    before = set(Page.objects.values_list("pk", flat=True))
    shown = admin_client.get(address("yo")).content.decode()
    assert f"{label}: 1</b> · must be removed first" in shown
    assert "Yes, remove this language" not in shown
    admin_client.post(address("yo"))
    assert Locale.objects.filter(language_code="yo").exists()
    assert set(Page.objects.values_list("pk", flat=True)) == before


def test_the_default_language_stays(admin_client):
    assert "default language" in admin_client.get(address("en")).content.decode()
    admin_client.post(address("en"))
    assert Locale.objects.filter(language_code="en").exists()


def test_a_language_that_the_environment_names_comes_back(admin_client):
    assert "comes back" in admin_client.get(address("bn")).content.decode()
    assert "comes back" not in admin_client.get(address("yo")).content.decode()


def test_everything_that_goes_with_a_language_is_counted():
    """A model that newly refers to languages has to say what becomes of its rows."""
    told = {
        "wagtailcore.page", "translation.glossaryterm", "translation.team", "translation.standin",
        "translation.languagesettings", "wagtail_localize.translation",
        "wagtail_localize.stringtranslation",
        # Vocabulary, all translatable snippets.
        "stories.theme", "stories.community", "stories.place", "stories.contentwarning",
        "stories.partner", "stories.collectionobject",
        # Records that only serve the translations counted.
        "wagtail_localize.translationsource", "wagtail_localize.translationlog",
        "wagtail_localize.string", "wagtail_localize.segmentoverride",
        # Of copies, which are not made here.
        "wagtail_localize.localesynchronization",
    }  # fmt: skip
    fields = Locale._meta.get_fields(include_hidden=True)
    related = {each.related_model._meta.label_lower for each in fields if each.auto_created
               and not each.concrete}  # fmt: skip
    assert related == told


def test_a_language_is_never_turned_into_another(admin_client):
    story(slug="song")
    edit = f"/admin/locales/edit/{locale('yo').pk}/"
    assert "add another one" in admin_client.get(edit).content.decode()
    admin_client.post(edit, {"language_code": "sw"})
    assert Locale.objects.get(pk=locale("yo").pk).language_code == "yo"


def test_nobody_is_offered_copies_under_another_languages_name(admin_client):
    shown = admin_client.get("/admin/locales/new/").content.decode()
    assert "sync_from" not in shown
    admin_client.post(
        "/admin/locales/new/",
        {
            "language_code": "sw",
            "wagtail_localize_localesynchronization-enabled": "on",
            "wagtail_localize_localesynchronization-sync_from": locale("en").pk,
        },
    )
    assert Locale.objects.filter(language_code="sw").exists()
    assert not LocaleSynchronization.objects.exists()


@pytest.mark.parametrize("by", ["button", "bulk action"])
def test_a_languages_first_page_does_not_go_with_its_stories(admin_client, by):
    written = story()
    for page in (home("yo"), index(StoryIndexPage, "yo")):
        if by == "button":
            admin_client.post(f"/admin/pages/{page.pk}/delete/")
        else:
            admin_client.post(f"/admin/bulk/wagtailcore/page/delete/?id={page.pk}")
        assert Page.objects.filter(pk=written.pk).exists()
    written.delete()
    admin_client.post(f"/admin/pages/{index(StoryIndexPage, 'yo').pk}/delete/")
    assert not StoryIndexPage.objects.filter(locale=locale("yo")).exists()
