"""Words as each language writes them: what is the same word, and what is not."""

import pytest

from search.analysis.kinship import errors, likeness
from search.analysis.scripts import can_be_in
from search.analysis.words import asked_for, words_of

pytestmark = pytest.mark.any_database


def stems(text, language):
    return [word.form.stem for word in words_of(text, language)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Weaver’s", "weaver"),
        ("en", "ﬁne", "fine"),
        ("fr", "l’été", "ete"),
        ("fr", "jusqu'aux fleuves", "aux fleuve"),
        ("pl", "rzeki", "rzekę"),
        ("tr", "IŞIK", "ışık"),
        ("tr", "İstanbul", "istanbul"),
        ("vi", "Đường", "duong"),
        ("yo", "Ọkọ̀ ojú omi", "oko oju omi"),
        ("ha", "ƙasa", "kasa"),
        ("ar", "مدرســـة", "مدرسه"),
        ("ar", "كِتَابٌ", "كتاب"),
        ("ar", "والمدرسة", "مدرسة"),
        ("ar", "ﻛﺘﺎﺏ", "كتاب"),
        ("ur", "كتاب ہے", "کتاب ھے"),
        ("ur", "۱۹۴۷", "1947"),
        ("fa", "می‌روم", "میروم"),
        ("bn", "য\u09bc", "\u09df"),
        ("bn", "নদী ব্যাংক", "নদি ব্যাঙ্ক"),
        ("bn", "১৯৭১", "1971"),
        ("hi", "हिन्दी", "हिंदी"),
        ("hi", "ज़मीन", "जमीन"),
        ("am", "ሠላም ዓለም", "ሰላም አለም"),
        ("he", "שָׁלוֹם", "שלום"),
        ("zh-hans", "Ｎ７路", "N7路"),
        ("ru", "ёлка", "елка"),
    ],
)
def test_the_same(language, one, other):
    assert stems(one, language) == stems(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("yo", "ọkọ̀", "oko"), ("tr", "ışık", "isik"), ("bn", "নদী", "নদি")],
)
def test_spellings_are_told_apart(language, one, other):
    assert [w.form.exact for w in words_of(one, language)] != [
        w.form.exact for w in words_of(other, language)
    ]


def test_words_stand_where_they_are_in_the_text():
    text = "«L’eau», नदियाँ, 河流之歌 & “it’s” ቤቶች።"
    for language in ("en", "fr", "hi", "zh-hans", "am"):
        for word in words_of(text, language):
            assert text[word.start : word.end].strip() == text[word.start : word.end] != ""
    first = next(words_of(text, "fr"))
    assert text[first.start : first.end] == "eau"


def test_scripts_without_spaces_are_cut_into_letters_and_pairs():
    assert stems("河流之", "zh-hans") == ["河", "河流", "流", "流之", "之"]
    assert [word.form.exact for word in asked_for("河流之", "zh-hans")] == ["河流", "流之"]
    assert [word.form.exact for word in asked_for("河", "zh-hans")] == ["河"]
    assert len(stems("แม่น้ำ", "th")) == 5


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("bn", "নদি", "নদিতে"),
        ("bn", "মা", "মায়ের"),
        ("so", "webi", "webiga"),
        ("sw", "mtoto", "watoto"),
        ("zu", "umfula", "emfuleni"),
        ("zu", "umuntu", "abantu"),
        ("rw", "umwana", "abana"),
        ("ur", "بچہ", "بچوں"),
        ("te", "నది", "నదులు"),
        ("am", "ቤት", "ቤቶች"),
        ("ar", "انهار", "نهر"),
        ("ur", "کتاب", "کتابیں"),
    ],
)
def test_forms_of_a_word_are_alike(language, one, other):
    assert likeness(one, other, language) >= 0.5


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("so", "webi", "wadan"),
        ("bn", "নদি", "মাটি"),
        ("sw", "mtoto", "kitabu"),
        ("yo", "omi", "ile"),
    ],
)
def test_other_words_are_not(language, one, other):
    assert likeness(one, other, language) == 0


def test_letters_in_disorder_are_one_error():
    assert errors(("lantern",), ("lantren",)) == 1
    assert errors(("river",), ("revir",)) == 1
    assert errors(("river",), ("rover",)) == 1
    assert errors(("river",), ("bridge",)) > 2


def test_a_word_is_looked_for_in_the_languages_of_its_script():
    assert can_be_in("নদী", "bn")
    assert not can_be_in("নদী", "en")
    assert can_be_in("river", "so")
    assert not can_be_in("river", "ar")
    assert can_be_in("1998", "ar")


def test_nothing_makes_it_stumble():
    for text in (
        "",
        "'",
        "’’",
        "\u200d",
        "้",
        "a" * 500,
        "\ud800".encode("utf-8", "replace").decode(),
        "-",
        "🪡",
    ):
        for language in ("en", "fr", "bn", "zh-hans", "th", "ar", "x-unknown"):
            assert all(word.form.stem for word in words_of(text, language))
