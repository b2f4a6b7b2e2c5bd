"""A translator sees what changed in the original, string by string, beside what the page says."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from stories.translation.changes import changes_of
from stories.translation.differences import marked, pieces
from stories.translation.taking_in import take_in
from tests.factories import StoryPageFactory, locale

from .telling import (
    body_with,
    go_live,
    page_in,
    publish,
    submitted,
    told,
    translate,
    translated,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def client(admin_client):
    return admin_client


def edit_page(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def ordinary(original, **values):
    body = [
        ("heading", {"text": "The river", "level": "2"}),
        ("paragraph", "<p>A river is a road.</p><p>We went to the ghat.</p>"),
        ("quote", {"text": "The river is our mother.", "attribution": "Rahima"}),
    ]
    texts = {"title": "River song", "summary": "The story of a river.", "body": body}
    page = StoryPageFactory(
        translation_of=original, language="en", live=False, **{**texts, **values}
    )
    return publish(page)


# Differences


def test_words_that_differ_are_marked_and_nothing_else():
    old, new = marked("We went down to the ghat.", "We walked down to the ghat.")
    assert "We <del>" in old
    assert "went" in old
    assert old.count("<del>") == 1
    assert "walked" in new
    assert new.count("<ins>") == 1
    assert "down to the ghat." in new


def test_texts_are_not_taken_for_markup():
    old, new = marked("<b>fish</b>", "<script>x</script>")
    assert "<b>" not in old
    assert "<script>" not in new


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("বাংলা নদী", ["বাংলা", " ", "নদী"]),
        ("河流很长", ["河", "流", "很", "长"]),
        ("น้ำ", ["น้ำ"]),
        ("川の歌 song", ["川", "の", "歌", " ", "song"]),
    ],
)
def test_scripts_without_spaces_differ_by_characters(text, parts):
    assert pieces(text) == parts


def test_a_mark_is_said_aloud_too():
    old, new = marked("one", "two")
    assert '<span class="w-sr-only">[removed: </span>one' in old
    assert '<span class="w-sr-only">[added: </span>two' in new


# In the translation editor


def test_the_translation_editor_shows_old_new_and_what_the_page_says(client):
    original = told()
    english = translated(original)
    publish(original, summary="এক বড় নদীর গল্প।")
    shown = edit_page(client, english)
    assert 'id="what-changed-heading"' in shown
    assert "1 passage has changed" in shown
    assert '<dd lang="bn" dir="ltr">এক নদীর গল্প।</dd>' in shown
    assert "<ins>" in shown
    assert '<dd lang="en" dir="ltr">The story of a river.</dd>' in shown


def test_nothing_is_shown_where_nothing_changed(client):
    english = translated(told())
    assert "what-changed" not in edit_page(client, english)


def test_what_has_been_translated_anew_is_shown_until_it_is_live(client):
    original = told()
    english = translated(original)
    publish(original, summary="অন্য কথা।")
    translation = Translation.objects.get()
    translate(translation, {"অন্য কথা।": "Other words."})
    [change] = changes_of(english)[1]
    assert (change.translation, change.waiting) == ("The story of a river.", "Other words.")
    go_live(translation)
    assert changes_of(page_in(original, "en"))[1] == []


def test_passages_that_came_and_went_are_told_apart():
    original = told()
    english = translated(original)

    def change(rows):
        rows.pop(0)
        rows.append({"type": "paragraph", "value": "<p>শেষ।</p>", "id": "new"})

    publish(original, body=body_with(original, change))
    came, went = changes_of(english)[1]
    assert (came.label, came.old, came.new, came.translation) == ("Body: Paragraph", "", "শেষ।", "")
    assert (went.label, went.old, went.new) == ("Body: Heading: Text", "নদী", "")
    assert went.translation == "The river"


# In the ordinary form


def test_the_ordinary_form_shows_it_too(client):
    original = told()
    english = ordinary(original)
    assert "what-changed" not in edit_page(client, english)
    publish(original, body=body_with(original, lambda rows: rows[0]["value"].update(text="বড় নদী")))
    shown = edit_page(client, english)
    assert "What changed in the original" in shown
    assert '<dd lang="en" dir="ltr">The river</dd>' in shown
    assert "minor_edit" in shown


def test_the_originals_form_shows_nothing(client):
    original = told()
    ordinary(original)
    publish(original, summary="অন্য কথা।")
    assert "what-changed" not in edit_page(client, original)


def test_a_publisher_can_say_that_it_changes_nothing_here(client):
    original = told()
    english = ordinary(original)
    publish(original, summary="অন্য কথা।")
    address = reverse("translation_up_to_date", args=[english.pk])
    assert address in edit_page(client, english)
    assert client.get(address).status_code == 200
    client.post(address)
    assert page_in(original, "en").outdated_segments == 0
    assert "what-changed" not in edit_page(client, english)


def test_an_original_cannot_be_declared_current(client):
    original = told()
    response = client.post(reverse("translation_up_to_date", args=[original.pk]))
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


# Into the translation editor


def strings_in(language="en"):
    rows = StringTranslation.objects.filter(locale=locale(language))
    return dict(rows.values_list("translation_of__data", "data"))


def test_an_ordinary_translation_is_taken_into_the_editor_with_all_its_words(client):
    original = told()
    english = ordinary(original)
    address = reverse("translation_take_in", args=[english.pk])
    assert address in edit_page(client, english)
    assert "7 texts have their counterpart" in client.get(address).content.decode()
    response = client.post(address, {"pages": [english.pk]}, follow=True)
    assert "7 texts were taken over" in response.content.decode()
    assert "js-translation-editor" in response.content.decode()
    assert Translation.objects.get().get_progress() == (7, 7)
    assert strings_in()["আমরা ঘাটে গেলাম।"] == "We went to the ghat."
    live = page_in(original, "en")
    assert (live.live, live.title) == (True, "River song")
    assert live.outdated_segments == 0


def test_what_does_not_run_in_parallel_stays_live_and_is_told(client):
    original = told()
    english = ordinary(original, body=[("paragraph", "<p>All in one.</p>")])
    address = reverse("translation_take_in", args=[original.pk])
    shown = client.get(address).content.decode()
    assert "2 texts have their counterpart" in shown
    assert "All in one." in shown
    response = client.post(address, {"pages": [english.pk]}, follow=True)
    assert "1 text has no counterpart in the original" in response.content.decode()
    assert "All in one." in edit_page(client, english)
    assert Translation.objects.get().get_progress() == (7, 2)
    assert list(page_in(original, "en").body.raw_data) == list(english.body.raw_data)


def test_passages_that_changed_meanwhile_wait_for_their_translation():
    original = told()
    english = ordinary(original)
    publish(original, summary="অন্য কথা।")
    take_in(english)
    assert Translation.objects.get().get_progress() == (7, 6)
    english = page_in(original, "en")
    assert english.outdated_segments == 1
    [change] = changes_of(english)[1]
    assert change.translation == "The story of a river."


def test_submitting_by_wagtail_localize_keeps_the_words_of_a_page_that_is_there():
    original = told()
    english = ordinary(original, body=[("paragraph", "<p>All in one.</p>")])
    translation = submitted(original)
    assert translation.get_progress() == (7, 2)
    live = page_in(original, "en")
    assert list(live.body.raw_data) == list(english.body.raw_data)
    assert (live.title, live.summary) == ("River song", "The story of a river.")


def test_after_taking_in_the_page_is_published_from_the_editor():
    original = told()
    english = ordinary(original)
    take_in(english)
    publish(original, summary="অন্য কথা।")
    translation = Translation.objects.get()
    translate(translation, {"অন্য কথা।": "Other words."})
    go_live(translation)
    live = page_in(original, "en")
    assert (live.title, live.summary) == ("River song", "Other words.")
    assert live.outdated_segments == 0


# Readers


def test_readers_are_told_how_many_passages_have_changed(client):
    original = told()
    english = translated(original)
    publish(original, summary="অন্য কথা।", title="অন্য গান")
    shown = client.get(f"/en/stories/{english.slug}/").content.decode()
    assert "This translation is older than the original: 2 passages have changed." in shown
    assert f'href="/bn/stories/{original.slug}/"' in shown
    assert "The story of a river." in shown


def test_readers_are_told_even_where_the_original_is_gone(client):
    original = told()
    english = translated(original)
    original = publish(original, summary="অন্য কথা।")
    original.unpublish()
    shown = client.get(f"/en/stories/{english.slug}/").content.decode()
    assert "older than the original: 1 passage has changed." in shown
