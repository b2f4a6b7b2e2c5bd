"""A translator for Somali goes through the admin's addresses: what is Somali opens, all else is refused."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.admin.urls.pages import urlpatterns as wagtailadmin_pages_urls
from wagtail.models import Collection, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from stories.library.models import StoryImage
from stories.models import StoryPage, Theme
from tests.factories import (
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    locale,
    picture_file,
    searchable,
)
from tests.translation.people import signed_in, started, translator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


@pytest.fixture
def story():
    return StoryPageFactory(title="River song", summary="A song.")


@pytest.fixture
def client(story):
    return signed_in(translator())


@pytest.fixture
def versions(story):
    """The story's translations into Somali and Arabic, both begun."""
    return {language: started(story, language) for language in ("so", "ar")}


def refused(response):
    """Whether the admin says no: 403, 405 to a GET of what is only posted, or its way to tell a browser."""
    if response.status_code == 403 or (
        response.status_code == 405 and response.request["REQUEST_METHOD"] == "GET"
    ):
        return True
    return response.status_code == 302 and response.url in (reverse("wagtailadmin_home"), "/admin/")


PAGE_VIEWS = [
    "edit", "delete", "unpublish", "copy", "move", "view_draft", "history", "workflow_history",
    "set_privacy", "lock", "unlock", "reorder", "usage",
]  # fmt: skip


def page_addresses(page):
    known = {url.name for url in wagtailadmin_pages_urls}
    return [
        reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        for name in PAGE_VIEWS
        if name in known
    ]


def segment_of(translation):
    return StringSegment.objects.filter(source=translation.source).first()


def addresses(translation):
    """``[(method, address)]`` of all that wagtail-localize and we offer for a translation."""
    name = "wagtail_localize:"
    pk, segment = translation.pk, segment_of(translation).pk
    return [
        ("put", reverse(f"{name}edit_string_translation", args=[pk, segment])),
        ("delete", reverse(f"{name}edit_string_translation", args=[pk, segment])),
        ("get", reverse(f"{name}download_pofile", args=[pk])),
        ("post", reverse(f"{name}upload_pofile", args=[pk])),
        ("get", reverse(f"{name}preview_translation", args=[pk])),
        ("post", reverse(f"{name}stop_translation", args=[pk])),
        ("get", reverse("translation_source", args=[pk])),
        ("post", reverse("translation_submit", args=[pk])),
    ]


def ask(client, method, address):
    return getattr(client, method)(address)


@pytest.mark.parametrize("language", ["en", "ar", "bn"])
def test_pages_of_other_languages_are_refused(client, story, versions, language):
    page = story if language == "en" else versions["ar"].get_target_instance()
    if language == "bn":
        page = StoryPageFactory(language="bn", title="নদী")
    asked = page_addresses(page)
    assert len(asked) > 8
    for address in asked:
        assert refused(client.get(address)), address
        assert refused(client.post(address)), address


def test_pages_of_their_own_language_open(client, versions):
    page = versions["so"].get_target_instance()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).status_code == 200


def test_their_own_drafts_are_not_deleted(client, versions):
    page = versions["so"].get_target_instance()
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert refused(client.get(address))
    assert refused(client.post(address))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={page.pk}&next=/admin/")
    assert StoryPage.objects.filter(pk=page.pk).exists()


def test_their_own_pages_can_be_neither_made_nor_published(client, versions):
    page = versions["so"].get_target_instance()
    parent = page.get_parent()
    add = reverse("wagtailadmin_pages:add", args=["stories", "storypage", parent.pk])
    assert refused(client.get(add))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(edit, {"action": "publish"}).status_code in (302, 403)
    page.refresh_from_db()
    assert not page.live


def test_every_address_of_another_languages_translation_is_refused(client, versions):
    for method, address in addresses(versions["ar"]):
        assert refused(ask(client, method, address)), (method, address)
    assert not StringTranslation.objects.filter(locale=locale("ar")).exists()
    assert Translation.objects.get(pk=versions["ar"].pk).enabled


def test_every_address_of_their_own_translation_answers(client, versions):
    translation = versions["so"]
    segment = segment_of(translation)
    edit = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    assert (
        client.put(edit, "value=hees", content_type="application/x-www-form-urlencoded").status_code
        == 201
    )
    name = "wagtail_localize:"
    po = client.get(reverse(f"{name}download_pofile", args=[translation.pk]))
    assert po.status_code == 200
    assert (
        client.get(reverse(f"{name}preview_translation", args=[translation.pk])).status_code == 200
    )
    assert client.get(reverse("translation_source", args=[translation.pk])).status_code == 200


def test_a_po_file_goes_up_into_their_own_language_only(client, versions):
    own, other = versions["so"].pk, versions["ar"].pk
    down = client.get(reverse("wagtail_localize:download_pofile", args=[own]))
    po = polib.pofile(down.content.decode())
    for entry in po:
        entry.msgstr = f"Af Soomaali {entry.msgid}"
    for pk in (other, own):
        file = SimpleUploadedFile("translation.po", str(po).encode())
        client.post(reverse("wagtail_localize:upload_pofile", args=[pk]), {"file": file})
    languages = StringTranslation.objects.values_list("locale__language_code", flat=True)
    assert set(languages) == {"so"}


def test_an_original_is_read_as_its_editors_left_it(client, story, versions):
    story.title = "River song, second draft"
    story.save_revision()
    response = client.get(reverse("translation_source", args=[versions["so"].pk]))
    assert response.status_code == 200
    assert "River song, second draft" in response.content.decode()


def test_a_draft_original_can_be_read(client):
    story = StoryPageFactory(title="Not yet out", draft=True)
    translation = started(story, "so")
    response = client.get(reverse("translation_source", args=[translation.pk]))
    assert "Not yet out" in response.content.decode()


def test_sending_to_translation_offers_and_takes_their_own_language_only(client, story):
    address = reverse("wagtail_localize:submit_page_translation", args=[story.pk])
    offered = client.get(address).context["form"].fields["locales"].queryset
    assert [each.language_code for each in offered] == ["so"]
    client.post(address, {"locales": [locale("ar").pk]})
    assert not story.get_translations().exists()
    client.post(address, {"locales": [locale("so").pk]})
    assert [each.locale.language_code for each in story.get_translations()] == ["so"]
    assert not story.get_translation(locale("so")).live


def test_updating_all_translations_is_refused(client, story, versions):
    source = TranslationSource.objects.get(object_id=story.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert refused(client.get(address))
    assert refused(client.post(address, {"publish_translations": "on"}))


def test_nobody_turns_a_translation_into_a_copy_of_the_original(client, story, versions):
    page = versions["so"].get_target_instance()
    address = reverse("wagtail_localize:convert_to_alias", args=[page.pk])
    assert refused(client.post(address))
    page.refresh_from_db()
    assert page.alias_of_id is None
    assert not page.live


def snippet_address(name, *args):
    return reverse(f"wagtailsnippets_stories_theme:{name}", args=args)


def test_words_of_other_languages_are_refused(client):
    theme = ThemeFactory(name="Rivers")
    for name in ("edit", "delete"):
        assert refused(client.get(snippet_address(name, theme.pk))), name
        assert refused(client.post(snippet_address(name, theme.pk), {"name": "Mine"})), name
    assert refused(client.get(snippet_address("add")))
    assert refused(client.post(snippet_address("add"), {"name": "Mine", "slug": "mine"}))
    submit = reverse(
        "wagtail_localize:submit_snippet_translation", args=["stories", "theme", theme.pk]
    )
    client.post(submit, {"locales": [locale("ar").pk]})
    assert list(Theme.objects.values_list("name", flat=True)) == ["Rivers"]


def test_words_of_their_own_language_are_edited_and_not_deleted(client):
    theme = ThemeFactory(name="Webiyo", language="so")
    assert client.get(snippet_address("edit", theme.pk)).status_code == 200
    client.post(
        snippet_address("edit", theme.pk),
        {"name": "Webiyada", "slug": theme.slug, "description": ""},
    )
    theme.refresh_from_db()
    assert theme.name == "Webiyo"  # a reviewer's to publish
    assert theme.get_latest_revision_as_object().name == "Webiyada"
    assert refused(client.post(snippet_address("delete", theme.pk)))


def test_a_words_translation_is_walled_like_a_pages(client):
    theme = ThemeFactory(name="Rivers")
    translate_object(theme, [locale("so"), locale("ar")])
    for language, status in (("so", 201), ("ar", 403)):
        translation = Translation.objects.get(
            source__object_id=theme.translation_key, target_locale=locale(language)
        )
        address = reverse(
            "wagtail_localize:edit_string_translation",
            args=[translation.pk, segment_of(translation).pk],
        )
        response = client.put(address, "value=x", content_type="application/x-www-form-urlencoded")
        assert response.status_code == status or (status == 403 and refused(response))


def test_words_are_listed_in_their_own_language(client):
    ThemeFactory(name="Rivers")
    ThemeFactory(name="Webiyo", language="so")
    listed = client.get(snippet_address("list") + "?locale=en").content.decode()
    assert "Rivers" not in listed
    assert "Webiyo" in client.get(snippet_address("list") + "?locale=so").content.decode()


def test_the_explorer_begins_with_their_own_language(client, story):
    response = client.get(reverse("wagtailadmin_explore_root"), follow=True)
    assert response.context["parent_page"].pk == home("so").pk
    assert refused(client.get(reverse("wagtailadmin_explore", args=[home("en").pk]))) or (
        "River song"
        not in client.get(
            reverse("wagtailadmin_explore", args=[home("en").pk]), follow=True
        ).content.decode()
    )


def test_pages_are_chosen_and_searched_in_their_own_language(client):
    StoryPageFactory(title="Sheeko in English")
    StoryPageFactory(language="so", title="Sheeko")
    searchable()
    asked = {"q": "Sheeko", "page_type": "stories.storypage"}
    shown = client.get(reverse("wagtailadmin_choose_page_search"), asked).content.decode()
    assert "There is 1 match" in shown
    assert "Sheeko in English" not in shown
    english = reverse("wagtailadmin_choose_page_child", args=[home("en").pk])
    assert "Programmes" not in client.get(english).json()["html"]


def test_reports_show_their_own_language_only(client, story, versions):
    report = client.get(reverse("wagtail_localize:translations_report"))
    assert {each.target_locale_id for each in report.context["object_list"]} == {locale("so").pk}
    PageLogEntry.objects.log_action(StoryPageFactory(title="Elsewhere"), "wagtail.edit")
    history = client.get(reverse("wagtailadmin_reports:site_history"))
    assert "Elsewhere" not in {each.label for each in history.context["object_list"]}


def test_pictures_are_chosen_from_all_and_put_into_the_teams_collection(client):
    theirs = StoryImageFactory(title="River")
    assert client.get(reverse("wagtailimages_chooser:chosen", args=[theirs.pk])).status_code == 200
    assert refused(client.get(reverse("wagtailimages:edit", args=[theirs.pk])))
    assert refused(client.post(reverse("wagtailimages:delete", args=[theirs.pk])))
    uploads = Collection.objects.get(
        group_permissions__group__name="Translators: Soomaali",
        group_permissions__permission__codename="add_image",
    )
    picture = SimpleUploadedFile("a.png", picture_file().read(), "image/png")
    client.post(
        reverse("wagtailimages:add"), {"title": "Sawir", "file": picture, "collection": uploads.pk}
    )
    assert StoryImage.objects.get(title="Sawir").collection_id == uploads.pk
    picture = SimpleUploadedFile("b.png", picture_file(colour="#000").read(), "image/png")
    client.post(
        reverse("wagtailimages:add"),
        {"title": "Elsewhere", "file": picture, "collection": Collection.get_first_root_node().pk},
    )
    assert not StoryImage.objects.filter(title="Elsewhere", collection__depth=1).exists()


@pytest.mark.parametrize(
    "name",
    [
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtaillocales:index",
        "wagtailsites:index",
        "wagtailadmin_workflows:index",
        "language_settings:index",
        "wagtailadmin_collections:index",
    ],
)
def test_settings_are_refused(client, name):
    assert refused(client.get(reverse(name)))


def test_starting_is_for_their_own_language(client, story):
    other = reverse("translation_start", args=[story.pk, "ar"])
    assert refused(client.post(other))
    own = reverse("translation_start", args=[story.pk, "so"])
    assert client.get(own).status_code == 405
    response = client.post(own)
    page = StoryPage.objects.get(translation_key=story.translation_key, locale=locale("so"))
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert client.post(own).url == response.url
