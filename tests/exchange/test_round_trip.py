"""Whatever a body holds, what is written of it reads back as the same: for any words in any script."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stories.exchange.blocks import Block
from stories.exchange.body import read_body
from stories.exchange.checks import Checks
from stories.exchange.rich_text import BREAK, List, Paragraph, Span, stored, tree
from stories.exchange.write_body import body_markdown

# Markdown's own signs, joiners, combining marks, right to left, scripts without spaces, wide spaces.
PECULIAR = (
    "ab1 .*_`[]()<>#&!{}|~-+=\\\"':;\u00a0\u3000\u0301\u09cd\u200d\u200c\u0644\u064e\u5bb6\ud55c🌊"
)
letters = st.one_of(
    st.sampled_from(PECULIAR), st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
)
texts = st.text(letters, min_size=1, max_size=12)
lines = texts.filter(lambda text: text == text.strip())
blank_or_line = st.one_of(st.just(""), lines)
several_lines = st.lists(lines, min_size=1, max_size=3).map("\n".join)
tags = st.sampled_from(["bn", "ar", "so", "zh-hans"])
addresses = st.sampled_from(
    [
        "https://a.example/x?y=1&z=(2)", "mailto:a@b.example", "tel:+44", "page:stories/x",
        "https://a.example/<b>\\ d",
    ]
)  # fmt: skip
marks = st.one_of(
    st.sampled_from([("bold", ""), ("italic", ""), ("superscript", "")]),
    tags.map(lambda tag: ("language", tag)),
    addresses.map(lambda address: ("link", address)),
)
words = st.lists(
    st.recursive(
        st.one_of(texts, st.just(BREAK)),
        lambda inner: st.builds(
            lambda mark, each: Span(*mark, tuple(each)),
            marks,
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=5,
    ),
    min_size=1,
    max_size=5,
).map(tuple)


def lists_of(inner):
    inside = st.just(()) if inner is None else st.lists(inner, max_size=2).map(tuple)
    item = st.tuples(words, inside)
    return st.builds(
        lambda ordered, items: List(ordered, tuple(items)),
        st.booleans(),
        st.lists(item, min_size=1, max_size=3),
    )


lists = st.recursive(lists_of(None), lists_of, max_leaves=4)
rich_texts = (
    st.lists(st.one_of(words.map(Paragraph), lists), min_size=1, max_size=4)
    .map(lambda blocks: stored(tree(stored(blocks))))
    .filter(bool)
)
maybe_rich = st.one_of(st.just(""), rich_texts)
web = st.sampled_from(["https://a.example/film", "https://vimeo.com/1?x=y"])
files = st.sampled_from(["a.jpg", "the quay (2).jpg", "নদী.png"])


def record(kind, **fields):
    return st.fixed_dictionaries(fields).map(lambda value: Block(kind, value))


def picture_fields(**more):
    shown = st.one_of(
        st.tuples(st.one_of(st.none(), st.just(""), lines), st.none()),
        st.tuples(st.none(), st.booleans()),
        st.tuples(lines, st.just(False)),
    )
    return st.builds(
        lambda file, alt, rest: {"file": file, "alt": alt[0], "decorative": alt[1], **rest},
        files,
        shown,
        st.fixed_dictionaries(more),
    )


pictures = picture_fields(caption=blank_or_line)
recordings = {
    "title": lines,
    "transcript": maybe_rich,
    "transcript_language": st.one_of(st.just(""), tags),
}


def sound_or_film(kind, name, **more):
    places = st.one_of(st.just((name, "")), web.map(lambda address: (None, address)))
    return st.builds(
        lambda place, rest: Block(kind, {"file": place[0], "embed": place[1], **rest}),
        places,
        st.fixed_dictionaries(recordings | more),
    )


passages = st.fixed_dictionaries({"language": tags, "text": rich_texts})
links = st.one_of(
    st.fixed_dictionaries({"text": lines, "page": st.just("stories/x"), "url": st.just("")}),
    st.fixed_dictionaries({"text": lines, "page": st.just(""), "url": web}),
)
blocks = st.one_of(
    record("heading", text=lines, level=st.sampled_from(["2", "3"])),
    rich_texts.map(lambda html: Block("paragraph", html)),
    pictures.map(lambda value: Block("image", value)),
    record("gallery", title=blank_or_line, images=st.lists(pictures, min_size=1, max_size=3)),
    record("quote", text=several_lines, attribution=blank_or_line, language=st.one_of(st.just(""), tags)),
    sound_or_film("audio", "quay.mp3"),
    sound_or_film("video", "walk.webm", poster=st.one_of(st.none(), picture_fields())),
    record("object_response", object=st.just("FM.1"), response=rich_texts, respondent=blank_or_line),
    record("parallel_text", original=passages, translation=passages, note=blank_or_line),
    record(
        "timeline",
        title=blank_or_line,
        entries=st.lists(
            st.fixed_dictionaries({"date": lines, "title": lines, "text": maybe_rich}),
            min_size=1,
            max_size=3,
        ),
    ),
    record("call_to_action", title=lines, text=st.one_of(st.just(""), several_lines), link=links),
    record("related_pages", title=blank_or_line, pages=st.just(["stories/x", "take-part"])),
    record("embed", url=web, title=lines, caption=blank_or_line),
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks, max_size=4))
def test_a_body_reads_back_as_it_was(body):
    checks = Checks("story.en.md")
    assert read_body(body_markdown(body), 1, checks) == body
    assert checks.problems == []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(letters | st.sampled_from("\n\t"), max_size=200))
def test_any_text_can_be_read_and_is_never_html(text):
    body = read_body(text, 1, Checks("story.en.md"))
    for block in body:
        if block.type == "paragraph":
            assert stored(tree(block.value)) == block.value


def test_what_reads_best_is_written():
    body = [
        Block("heading", {"text": "The river", "level": "2"}),
        Block("paragraph", "<p>We <b>sang</b>.</p><ul><li>one</li><li>two</li></ul>"),
        Block("paragraph", '<p>Then <a linktype="language" lang="bn">নদী</a>.</p>'),
        Block("image", {"file": "01.jpg", "alt": None, "decorative": None, "caption": "On the quay"}),
        Block("quote", {"text": "I kept it.", "attribution": "Najma", "language": ""}),
        Block("embed", {"url": "https://vimeo.com/1", "title": "The walk", "caption": ""}),
    ]  # fmt: skip
    assert body_markdown(body) == (
        "## The river\n\n"
        "We **sang**.\n\n- one\n- two\n\n"
        "***\n\n"
        "Then [নদী]{lang=bn}.\n\n"
        '![](01.jpg "On the quay")\n\n'
        "> I kept it.\n> — Najma\n\n"
        "```embed\nurl: https://vimeo.com/1\ntitle: The walk\n```\n"
    )


def read(text):
    return [(block.type, block.value) for block in read_body(text, 1, Checks("story.en.md"))]


def test_html_is_text():
    assert read('<script>alert("x")</script>\n\n<b>a</b>') == [
        ("paragraph", '<p>&lt;script&gt;alert("x")&lt;/script&gt;</p><p>&lt;b&gt;a&lt;/b&gt;</p>')
    ]


def test_only_addresses_that_are_safe_are_linked():
    assert read("[a](javascript:x) [b](../c.md) [d](https://e.example)") == [
        ("paragraph", '<p>a b <a href="https://e.example">d</a></p>')
    ]


def test_lines_of_scripts_without_spaces_are_joined_without_one():
    assert read("你\n好\n\na\nb\n\n한\n글") == [("paragraph", "<p>你好</p><p>a b</p><p>한 글</p>")]


def test_pictures_among_words_stand_between_them():
    picture = {"file": "a.jpg", "alt": "A", "decorative": None, "caption": ""}
    assert read("one ![A](a.jpg) two\n\n- x ![A](a.jpg)") == [
        ("paragraph", "<p>one </p>"),
        ("image", picture),
        ("paragraph", "<p> two</p><ul><li>x </li></ul>"),
        ("image", picture),
    ]


def test_a_quotation_in_another_language():
    assert read("> [নদী পথ]{lang=bn}\n> — Rahima") == [
        ("quote", {"text": "নদী পথ", "attribution": "Rahima", "language": "bn"})
    ]
