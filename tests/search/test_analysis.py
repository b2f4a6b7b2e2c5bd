"""Words as each language writes them: what is the same word, and what is not."""

import pytest

from search.analysis.errors import errors
from search.analysis.families.compounding import is_compound_of
from search.analysis.kinship import likeness
from search.analysis.scripts import can_be_in
from search.analysis.words import asked_for, telling, words_of

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
        ("ru", "платок", "платки"),
        ("pl", "uczeń", "uczniowie"),
        ("uk", "човен", "човни"),
        ("uk", "міст", "мости"),
        ("uk", "вчитель", "учителя"),
        ("en", "colours", "color"),
        ("en", "theatre", "theaters"),
        ("en", "organising", "organized"),
        ("en", "programmes", "program"),
        ("en", "loaves", "loaf"),
        ("de", "Autos", "Auto"),
        ("sv", "gatan", "gata"),
        ("sv", "mönstret", "mönster"),
        ("fi", "kadulla", "katu"),
        ("pt", "leões", "leao"),
        ("id", "menulis", "tulis"),
        ("fa", "همسایگان", "همسایه"),
        ("fa", "کتاب‌هایشان", "کتاب"),
        ("fa", "کتاب ها", "کتاب"),
        ("fa", "می بافند", "بافتن"),
        ("ta", "ஆறு", "ஆற்றின்"),
        ("ta", "மரம்", "மரங்கள்"),
        ("so", "gaadhi", "gaari"),
        ("so", "kalluun", "kaluun"),
        ("bn", "যাদুঘর", "জাদুঘর"),
        ("ar", "الحق", "حق"),
        ("th", "๒๕๖๐", "2560"),
        ("zh-hans", "圖書館", "图书馆"),
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
        ("ur", "مدرسه", "مدارس"),
        ("ar", "قارب", "قوارب"),
        ("ar", "سمک", "اسماک"),
        ("ar", "حق", "حقوق"),
        ("tl", "nagsusulat", "sinulatan"),
        ("tl", "ayusin", "inayos"),
        ("gu", "નદિમાં", "નદિનો"),
        ("he", "מורה", "מורות"),
        ("he", "סירה", "בסירות"),
        ("he", "שכנ", "השכנימ"),
        ("bn", "মেয়ে", "মেয়েদের"),
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
        ("bn", "রাজা", "রাজি"),
        ("ar", "حق", "حقیبه"),
        ("vi", "cay", "ca"),
        ("so", "markab", "dumarka"),
    ],
)
def test_other_words_are_not(language, one, other):
    assert likeness(one, other, language) == 0


def test_a_plural_of_arabic_is_nearest_to_its_own_singular():
    assert likeness("قوارب", "قارب", "ar") > likeness("قوارب", "قرب", "ar")


def test_endings_of_bengali_are_told_from_other_letters():
    assert likeness("মাছ", "মাছের", "bn") > likeness("মাছ", "মাছি", "bn")


def test_words_are_found_in_compounds():
    assert is_compound_of("gart", "stadtgart", "de")
    assert is_compound_of("szonyeg", "rongyszonyeg", "hu")
    assert is_compound_of("gart", "gartentor", "de")
    assert not is_compound_of("gart", "stadtgartentor", "de")
    assert not is_compound_of("gart", "stadtgart", "fr")


def test_what_joins_letters_of_india_is_typed_with_them():
    assert errors(("कुरसी",), ("कुर्सी",)) == 0
    assert errors(("कुसी",), ("कुर्सी",)) == 1


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ko", "도서관에서", ["도서", "서관"]),
        ("ko", "나무", ["나무"]),
        ("ja", "泳ぎました", ["泳ぎ"]),
        ("ja", "春のさくら", ["春の", "のさ", "さく", "くら"]),
    ],
)
def test_endings_say_nothing_in_a_question(language, text, said):
    found = telling(asked_for(text, language), text, language)
    assert [word.form.exact for word in found] == said


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
