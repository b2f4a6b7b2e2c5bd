"""What a language pair has agreed to call things is beside the texts, and missed nowhere unnoticed."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stories.translation.glossary.checking import missed_in, warning_about
from stories.translation.glossary.finding import misses, occurs
from stories.translation.glossary.term import GlossaryTerm
from stories.translation.teams import Role, ensure_team
from tests.factories import locale

from .sheets import boss
from .telling import ENGLISH, page_in, submitted, told, translate

pytestmark = pytest.mark.django_db


def term(word, translation="", source="bn", target="en", **values):
    return GlossaryTerm.objects.create(
        source_locale=locale(source),
        target_locale=locale(target),
        term=word,
        translation=translation,
        keep=not translation,
        **values,
    )


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("river", "The River sings.", True),
        ("river", "He drives a car; rivers", False),
        ("river song", "a river  song", True),
        ("ÉCOLE", "l’école", True),
        ("C++", "in C++, say", True),
        ("নদী", "নদী আমাদের মা।", True),
        ("নদী", "নদীর গান", False),
        ("কি", "সে কিছু বলল", False),
        ("النهر", "أغنية النهر.", True),
        ("كتاب", "مكتبة", False),
        ("كتاب", "كـتـاب", True),
        ("博物馆", "我在博物馆工作", True),
        ("博物馆", "博物", False),
        ("ไทย", "ภาษาไทยกลาง", True),
        ("webi", "Webiga iyo webi", True),
        ("", "text", False),
    ],
)
def test_a_term_is_found_as_a_word_where_the_script_has_words(word, text, found):
    assert occurs(word, text) is found


def test_a_term_inside_a_longer_one_that_was_met_is_not_missed():
    long, short = term("লাল নদী", "Red River"), term("নদী", "the stream")
    assert misses([("title", "লাল নদী", "Red River")], [long, short]) == []
    assert [each.term for each in misses([("title", "নদী", "A river")], [long, short])] == [short]


def test_a_term_has_a_translation_or_stays_as_it_is():
    pair = {"source_locale": locale("bn"), "target_locale": locale("en")}
    GlossaryTerm(**pair, term="Manchester", keep=True).full_clean()
    for values in (
        {"term": "নদী"},
        {"term": "নদী", "translation": "river", "keep": True},
        {"term": "নদী", "translation": "river", "target_locale": locale("bn")},
    ):
        with pytest.raises(ValidationError):
            GlossaryTerm(**{**pair, **values}).full_clean()
    term("নদী", "river")
    with pytest.raises(ValidationError):
        GlossaryTerm(**pair, term="নদী", translation="stream").full_clean()


def test_the_translation_editor_lists_the_terms_of_this_text_and_where_they_are_missed(client):
    term("নদী", "the stream", note="Never “river” here.")
    term("রহিমা")
    term("পাহাড়", "hill")
    term("নদী", "نهر", target="ar")
    original = told()
    translate(submitted(original))
    edit = reverse("wagtailadmin_pages:edit", args=[page_in(original, "en").pk])
    text = boss(client).get(edit).content.decode()
    panel = text[text.index('<section id="glossary"') :]
    panel = panel[: panel.index("</section>")]
    for words in ("নদী", "the stream", "Never “river” here.", "রহিমা", "Do not translate"):
        assert words in panel
    assert "hill" not in panel
    assert "نهر" not in panel
    assert "Not in the translation of:" in panel
    assert "নদী আমাদের মা।" in panel


def test_what_misses_the_glossary_is_named():
    term("নদী", "the stream")
    term("রহিমা")
    translation = submitted(told())
    assert missed_in(translation) == []
    translate(translation)
    missed = missed_in(translation)
    assert [(each.source, each.term.term) for each in missed] == [
        ("নদী", "নদী"),
        ("নদী পথ।", "নদী"),
        ("নদী আমাদের মা।", "নদী"),
        ("রহিমা", "রহিমা"),
    ]
    assert "4 places" in warning_about(translation)
    assert "নদী → the stream" in warning_about(translation)


def test_publishing_warns_and_is_not_held_up(client, django_capture_on_commit_callbacks):
    term("নদী", "the stream")
    original = told()
    translate(submitted(original))
    edit = reverse("wagtailadmin_pages:edit", args=[page_in(original, "en").pk])
    boss(client)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(edit, {"action": "publish"}, follow=True)
    said = [str(each) for each in answer.context["messages"]]
    assert any("The glossary has another word for 3 places" in each for each in said)
    assert page_in(original, "en").live


def test_submitting_warns_and_is_not_held_up(client):
    term("নদী", "the stream")
    settings = locale("en").settings
    settings.requires_review = True
    settings.save()
    original = told()
    translation = submitted(original)
    translate(translation)
    answer = boss(client).post(reverse("translation_submit", args=[translation.pk]), follow=True)
    said = [str(each) for each in answer.context["messages"]]
    assert any("submitted for review" in each for each in said)
    assert any("The glossary has another word for 3 places" in each for each in said)
    assert page_in(original, "en").workflow_in_progress


def test_no_warning_where_all_is_as_agreed():
    term("নদী", "river")
    translation = submitted(told())
    translate(translation, ENGLISH)
    assert warning_about(translation) == ""


def translator(language):
    user = User.objects.create_user(f"translator-{language}")
    user.groups.add(ensure_team(locale(language), Role.TRANSLATORS).group)
    return user


def values(source, target, word, **others):
    keys = {"source_locale": locale(source).pk, "target_locale": locale(target).pk}
    return {**keys, "term": word, "translation": "", "note": "", **others}


def test_translators_keep_their_own_languages_glossary(client):
    client.force_login(translator("ar"))
    add = reverse("glossary:add")
    assert client.get(add, {"target_locale": locale("ar").pk}).status_code == 200
    client.post(add, values("en", "ar", "river", translation="نهر"))
    assert GlossaryTerm.objects.get().translation == "نهر"
    answer = client.post(add, values("en", "bn", "river", translation="নদী"))
    assert answer.status_code == 200
    assert GlossaryTerm.objects.count() == 1


def test_translators_do_not_change_anothers_glossary(client):
    other, own = term("river", "নদী", "en", "bn"), term("river", "نهر", "en", "ar")
    client.force_login(translator("ar"))
    for name in ("edit", "delete"):
        assert client.get(reverse(f"glossary:{name}", args=[own.pk])).status_code == 200
        assert client.get(reverse(f"glossary:{name}", args=[other.pk])).status_code == 302
    client.post(
        reverse("glossary:edit", args=[other.pk]), values("en", "bn", "river", translation="x")
    )
    client.post(reverse("glossary:delete", args=[other.pk]))
    other.refresh_from_db()
    assert other.translation == "নদী"
    text = client.get(reverse("glossary:index")).content.decode()
    assert "نهر" in text
    assert "নদী" not in text


def test_nobody_else_gets_there(client):
    client.force_login(User.objects.create_user("visitor"))
    for name in ("index", "add", "import"):
        assert client.get(reverse(f"glossary:{name}")).status_code == 302


def test_the_list_can_be_filtered_by_pair_searched_and_taken_out(client):
    term("river", "নদী", "en", "bn")
    term("river", "نهر", "en", "ar")
    index = reverse("glossary:index")
    text = boss(client).get(index, {"target_locale": locale("ar").pk}).content.decode()
    assert "نهر" in text
    assert "নদী" not in text
    text = client.get(index, {"q": "নদী"}).content.decode()
    assert "নদী" in text
    assert "نهر" not in text
    answer = client.get(index, {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].lower() == "from,into,term,translation,do_not_translate,note"
    assert any(line.startswith("en,bn,river,নদী") for line in lines)


def test_a_spreadsheet_comes_in_and_wrong_rows_are_named(client):
    term("river", "x", "en", "bn")
    rows = (
        "from,into,term,translation,do_not_translate,note\r\n"
        "en,bn,river,নদী,,\r\n"
        "en,bn,Manchester,,yes,a town\r\n"
        "en,tlh,river,bIQtIq,,\r\n"
        "en,bn,boat,,,\r\n"
    )
    upload = SimpleUploadedFile("glossary.csv", rows.encode("utf-8-sig"))
    answer = boss(client).post(reverse("glossary:import"), {"file": upload})
    assert (answer.context["taken"], [row for row, _why in answer.context["refused"]]) == (
        2,
        [4, 5],
    )
    assert set(GlossaryTerm.objects.values_list("term", "translation", "keep")) == {
        ("river", "নদী", False),
        ("Manchester", "", True),
    }


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a,b\r\n1,2\r\n", b'from,into,term\r\n"x'])
def test_what_is_no_such_spreadsheet_is_refused(client, content):
    answer = boss(client).post(
        reverse("glossary:import"), {"file": SimpleUploadedFile("a.csv", content)}
    )
    assert answer.context["form"].errors
    assert not GlossaryTerm.objects.exists()
