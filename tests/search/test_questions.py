"""What is found by words, phrases, without words, and by what was nearly right."""

import pytest
from django.db import connection

from tests.factories import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def river():
    def paragraph(text):
        return [("paragraph", f'<p data-block-key="a1">{text}</p>')]

    return [
        StoryPageFactory(title="River song", body=paragraph("The ferryman sang at night.")),
        StoryPageFactory(title="Bread", summary="By the river.", body=paragraph("Flour, salt.")),
        StoryPageFactory(title="Night bus", body=paragraph("It crossed the river. A song began.")),
    ]


def test_words_are_all_to_be_there_and_titles_come_first(ask, river):
    assert ask("river").titles == ["River song", "Bread", "Night bus"]
    assert ask("river song").titles == ["River song", "Night bus"]
    assert ask("RIVERS").titles == ["River song", "Bread", "Night bus"]


def test_phrases_stand_in_a_row(ask, river):
    assert ask('"river song"').titles == ["River song"]
    assert ask("“crossed the river”").titles == ["Night bus"]
    assert ask('"song river"').titles == []


def test_what_is_not_wanted_is_left_out(ask, river):
    assert ask("river -bread").titles == ["River song", "Night bus"]
    assert ask('river -"crossed the river"').titles == ["River song", "Bread"]
    assert ask("-river").titles == []


def test_some_of_the_words_where_nothing_has_all(ask, river):
    found = ask("flour ferryman")
    assert set(found.titles) == {"River song", "Bread"}
    assert found.found.is_relaxed
    assert not ask("river song").found.is_relaxed


def test_a_word_may_be_its_beginning(ask, river):
    assert ask("ferrym").titles == ["River song"]
    assert ask("ferrym song").titles == ["River song"]


def test_misspelt_words_are_found_and_put_right(ask, river):
    found = ask("feryman")
    assert found.titles == ["River song"]
    assert found.found.suggestion == "ferryman"
    assert ask("song of the feryman").found.suggestion == "song of the ferryman"
    assert ask("rievr").found.suggestion == "river"  # has one run of letters in common
    assert ask("ferryman").found.suggestion == ""


def test_a_suggestion_names_only_what_is_public(ask, river):
    river[0].unpublish()
    assert ask("feryman").found.suggestion == ""


def test_exact_marks_come_first(ask):
    StoryPageFactory(language="yo", title="Ọkọ́ àgbẹ̀")
    StoryPageFactory(language="yo", title="Ọkọ̀ ojú omi")
    assert ask("ọkọ̀", "yo").titles == ["Ọkọ̀ ojú omi", "Ọkọ́ àgbẹ̀"]
    assert ask("ọkọ́", "yo").titles == ["Ọkọ́ àgbẹ̀", "Ọkọ̀ ojú omi"]
    assert len(ask("oko", "yo").titles) == 2


def test_strange_questions_find_nothing(ask, river):
    for text in (
        "",
        " ",
        '"',
        "-",
        '""',
        "- -",
        "%",
        "'",
        "\\",
        "a'b\\c",
        "🪡",
        "x" * 255,
        "' | '",
    ):
        assert ask(text).found.count == 0, text


def test_pages_of_results_go_on_where_the_last_ended(ask):
    for number in range(7):
        StoryPageFactory(title=f"Bell {number}")
    first, second = ask("bell", limit=4), ask("bell", limit=4, offset=4)
    assert first.found.count == second.found.count == 7
    assert len(set(first.titles + second.titles)) == 7


def test_words_are_looked_up_in_the_index(db):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "EXPLAIN QUERY PLAN SELECT rowid FROM search_terms WHERE search_terms MATCH 'bell'"
            )
            assert "VIRTUAL TABLE INDEX 0:M" in str(cursor.fetchall())
            return
        cursor.execute("SELECT proconfig FROM pg_proc WHERE proname = 'search_having'")
        assert cursor.fetchone() == (["enable_seqscan=off"],)
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT rowid FROM search_terms WHERE terms @@ $$'en:bell.th'$$::tsquery"
        )
        assert "search_terms_gin" in str(cursor.fetchall())


def test_phrases_are_found_in_every_script(ask):
    StoryPageFactory(language="zh-hans", title="河流之歌")
    StoryPageFactory(language="zh-hans", title="之歌河流")
    StoryPageFactory(language="ar", title="أغنية النهر", slug="aghniya")
    assert ask("“河流之歌”", "zh-hans").titles == ["河流之歌"]
    assert ask("“اغنيه النهر”", "ar").titles == ["أغنية النهر"]
    assert ask("“النهر اغنيه”", "ar").titles == []


@pytest.mark.parametrize(
    ("language", "said", "asked"),
    [
        ("sw", "Alimwandikia barua", "kuandika"),
        ("zu", "Ngizofundela ubaba", "ukufunda"),
        ("rw", "Isi n'amafi", "amafi"),
        ("om", "Namichi kun dheeraa dha", "nama"),
        ("ti", "አደይን ምግቢ ይሰርሓ", "አዴይ"),
        ("mr", "हरणाचे पिल्लू पळत होते", "हरिण"),
        ("ja", "母が歌っていた", "歌う"),
        ("ja", "パンを焼く", "ぱん"),
        ("ru", "Старые ковры", "ковёр"),
        ("ja", "星を数える", "数えました"),
        ("ko", "바닷가 등대", "등대에서"),
        ("th", "ปี ๒๕๐๐", "2500"),
        ("fa", "نامه های تازه", "نامه‌ها"),
        ("de", "Der Kirschbaum", "Bäume"),
        ("fr", "Elle jardine", "jardinière"),
        ("zh-hant", "舊書店", "旧书店"),
    ],
)
def test_other_forms_of_a_word_are_found(ask, language, said, asked):
    StoryPageFactory(language=language, title=said, slug="said")
    assert ask(asked, language).titles == [said]


def test_the_word_itself_comes_before_what_is_only_like_it(ask):
    StoryPageFactory(language="sw", title="Kiti", slug="kiti")
    StoryPageFactory(language="sw", title="Mji", summary="Vitabu vipya.", slug="vitabu")
    assert ask("kitabu", "sw").titles[0] == "Mji"


def test_two_letters_are_the_beginning_of_no_other_word_where_they_are_one(ask):
    StoryPageFactory(language="ar", title="الحق", slug="right")
    StoryPageFactory(language="ar", title="حقيبة", slug="bag")
    assert ask("الحق", "ar").titles == ["الحق"]
    assert "<mark>الحق</mark>" in _marked(ask("حق", "ar"))


def test_a_word_is_not_marked_in_another_one(ask):
    StoryPageFactory(language="bn", title="রাজা", summary="সবাই রাজি হলেন।", slug="king")
    assert "<mark>রাজি" not in _marked(ask("রাজা", "bn"))


def _marked(asked):
    return "".join(item["highlight"] for item in asked.items)


def test_a_name_known_elsewhere_is_still_one_misspelt_at_home(ask):
    StoryPageFactory(language="pl", title="Latarnia", slug="latarnia")
    for number in range(3):
        StoryPageFactory(language="it", title=f"Laterna {number}", slug=f"laterna-{number}")
    assert ask("laterna", "pl").titles[0] == "Latarnia"


def test_half_of_the_words_at_home_stand_before_all_of_them_elsewhere(ask):
    StoryPageFactory(language="fr", title="Le pont", slug="le-pont")
    StoryPageFactory(language="en", title="Pont Albion", slug="pont-albion")
    found = ask("pont Albion", "fr")
    assert found.titles == ["Le pont", "Pont Albion"]
    assert found.found.is_relaxed


@pytest.mark.parametrize(
    "said", ["龘靐", "龘 靐", "“龘靐”", "-龘靐", "ๆๆ", "ကက", "'", "ـ", "\u200d"]
)
def test_letters_that_no_page_has_are_found_nowhere(ask, said):
    StoryPageFactory(language="ja", title="母の歌", slug="uta")
    assert ask(said, "ja").titles == ask(said, "en").titles == []


@pytest.mark.parametrize("said", ["歌龘", "歌 -龘靐"])
def test_letters_that_no_page_has_hide_none_of_the_others(ask, said):
    StoryPageFactory(language="ja", title="母の歌", slug="uta")
    assert ask(said, "ja").titles == ask(said, "en").titles == ["母の歌"]
