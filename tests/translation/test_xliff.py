"""XLIFF goes the way of PO, with inline elements in place of markup."""

import time

import pytest
from django.urls import reverse
from lxml import etree

from stories.translation.exchange import xliff
from stories.translation.exchange.gathering import sheet_of

from .sheets import XLIFF, boss, exported, filled_xliff, imported, reasons, zipped
from .telling import ENGLISH, publish, submitted, told, translate, translations_of

pytestmark = pytest.mark.django_db

LINKED = '<p>গান &amp; <a linktype="language" lang="en">song <b>আর</b></a><br/><b>নদী</b>।</p>'
SOURCE = 'গান &amp; <a id="a1">song <b>আর</b></a><br/><b>নদী</b>।'


def linked():
    return told(body=[("paragraph", LINKED)])


def xliff_of(client, translation):
    return client.get(reverse("translation_export_one", args=[translation.pk, "xliff"])).content


def units(content):
    return list(etree.fromstring(content).iter(f"{XLIFF}trans-unit"))


def test_a_file_names_page_languages_date_and_revision(client):
    translation = submitted(told())
    (file,) = etree.fromstring(xliff_of(boss(client), translation))
    source = translation.source.get_source_instance()
    assert file.get("original") == f"testserver/{source.translation_key}/{translation.uuid}"
    assert (file.get("source-language"), file.get("target-language")) == ("bn", "en")
    assert file.get("product-version") == str(source.live_revision_id)
    assert file.find(f"{XLIFF}header/{XLIFF}note").text == "নদীর গান"


@pytest.mark.any_database
def test_markup_is_inline_elements(client):
    unit = units(xliff_of(boss(client), submitted(linked())))[2]
    source = unit.find(f"{XLIFF}source")
    assert source.text == "গান & "
    assert [(each.tag, each.get("id"), each.get("ctype")) for each in source.iter()][1:] == [
        (f"{XLIFF}g", "a1", "link"),
        (f"{XLIFF}g", "b-1", "bold"),
        (f"{XLIFF}x", "br-1", "lb"),
        (f"{XLIFF}g", "b-2", "bold"),
    ]


def test_a_file_that_comes_back_as_it_went_changes_nothing(client):
    translation = submitted(linked())
    translate(translation, ENGLISH | {SOURCE: SOURCE.replace("গান", "A song")})
    (report,) = imported(boss(client), xliff_of(client, translation), "story.xlf")
    assert (report.status, report.unchanged, report.refusals) == ("unchanged", 3, [])
    read = xliff.read(xliff_of(client, translation))
    known = sheet_of(translation)
    assert [(each.path, each.source, each.target) for each in read.entries] == [
        (each.path, each.source, each.target) for each in known.entries
    ]


def test_everything_open_in_a_language_goes_out_and_comes_back(client):
    told(slug="one")
    translate(submitted(told(slug="other")), {"নদী": "The river"})
    files = exported(boss(client), kind="xliff")
    assert {"one.xlf", "other.xlf"} <= set(files)
    filled = {name: filled_xliff(content, ENGLISH) for name, content in files.items()}
    reports = {report.name: report for report in imported(client, zipped(filled))}
    assert (reports["one.xlf"].imported, reports["one.xlf"].refusals) == (7, [])
    assert (reports["other.xlf"].imported, reports["other.xlf"].unchanged) == (6, 1)


def test_inline_elements_come_back_as_markup(client):
    translation = submitted(linked())
    target = 'On <g id="b-2">rivers</g>: <g id="a1">a <g id="b-1">song</g></g> &amp; <x id="br-1"/>'
    words = "গান & song আরনদী।"
    (report,) = imported(
        boss(client), filled_xliff(xliff_of(client, translation), {words: target}), "a.xlf"
    )
    assert (report.imported, report.refusals) == (1, [])
    assert translations_of(SOURCE) == ['On <b>rivers</b>: <a id="a1">a <b>song</b></a> &amp; <br/>']


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ('<g id="b-1">a</g><g id="b-2">b</g>', '<a id="a1"> is missing'),
        ('<g id="a1"><g id="b-1">a</g></g>', "<b> is missing"),
        ('<g id="a1"><g id="b-1">a</g></g><g id="b-2">b</g><g id="i-1">c</g>', "<i> is not in"),
        ('<g id="script-1">alert(1)</g>', 'id="script-1"'),
        ('<ph id="1">&lt;script&gt;</ph>', 'id="1"'),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "is missing"),
    ],
)
def test_lost_added_and_hostile_elements_are_refused_with_their_line(client, target, reason):
    translation = submitted(linked())
    texts = {"গান & song আরনদী।": target, "নদীর গান": "River song"}
    (report,) = imported(boss(client), filled_xliff(xliff_of(client, translation), texts), "a.xlf")
    assert report.imported == 1
    (refusal,) = report.refusals
    assert reason in refusal.reason
    assert refusal.place.startswith("line ")


def test_escaped_markup_stays_words(client):
    translation = submitted(told())
    text = "&lt;script&gt;alert(1)&lt;/script&gt;"
    content = filled_xliff(xliff_of(boss(client), translation), {"নদী": text})
    (report,) = imported(client, content, "a.xlf")
    assert report.imported == 1
    assert translations_of("নদী") == [text]


def test_what_the_original_no_longer_says_is_refused(client):
    original = told()
    translation = submitted(original)
    content = filled_xliff(xliff_of(boss(client), translation), ENGLISH)
    publish(original, summary="এক বড় নদীর গল্প।")
    (report,) = imported(client, content, "a.xlf")
    assert report.imported == 6
    assert "changed" in reasons(report)[0]


def test_what_is_not_finished_stays_open(client):
    translation = submitted(told())
    content = filled_xliff(xliff_of(boss(client), translation), ENGLISH)
    content = content.replace(b'state="translated"', b'state="needs-review-translation"', 3)
    (report,) = imported(client, content, "a.xlf")
    assert (report.imported, report.open) == (4, 3)


ENTITIES = '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<!DOCTYPE xliff [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)


def declaring(doctype, reference):
    def spoil(content):
        head, _end, rest = content.decode().partition("?>")
        return f"{head}?>{doctype}{rest}".replace("নদীর গান", reference, 1).encode()

    return spoil


def in_utf_16(content):
    text = declaring(ENTITIES, "&x;")(content).decode()
    return text.replace("UTF-8", "UTF-16").encode("utf-16")


def crowded(content):
    return content.replace(b"<source>", b"<source>" + b'<g id="b-1"/>' * 300_000, 1)


def with_attributes(content):
    added = " ".join(f'a{number}="x"' for number in range(30_000))
    return content.replace(b"<source>", f"<source {added}>".encode(), 1)


def two_files(content):
    text = content.decode()
    start, end = text.index("<file"), text.index("</file>") + 7
    return (text[:end] + text[start:end] + text[end:]).encode()


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (declaring(ENTITIES, "&x;"), "entities"),
        (declaring(LAUGHS, "&a11;"), "entities"),
        (in_utf_16, "entities"),
        (lambda content: content.replace(b"</source>", b"</sauce>", 1), "well-formed"),
        (lambda content: content.replace(b"<source>", b"<source><p/>", 1), "structure"),
        (lambda content: content.replace(b' id="1"', b"", 1), "structure"),
        (lambda content: content.replace(b'version="1.2"', b'version="2.0"', 1), "XLIFF 1.2"),
        (lambda content: b"<html/>", "XLIFF 1.2"),
        (lambda content: b"", "well-formed"),
        (lambda content: content.replace(b"testserver", b"elsewhere.example"), "elsewhere.example"),
        (lambda content: content.replace(b'original="testserver/', b'original="'), "not exported"),
        (two_files, "more than one page"),
        (crowded, "more markup"),
        (with_attributes, "more markup"),
    ],
)
def test_broken_foreign_and_hostile_files_are_refused_and_the_others_are_taken(
    client, spoil, reason
):
    one, other = submitted(told(slug="one")), submitted(told(slug="other"))
    content = xliff_of(boss(client), one)
    good = filled_xliff(xliff_of(client, other), ENGLISH)
    begun = time.monotonic()
    reports = imported(client, zipped({"one.xlf": spoil(content), "other.xlf": good}))
    assert time.monotonic() - begun < 10
    assert [report.status for report in reports] == ["refused", "imported"]
    assert reason in reasons(reports[0])[0]
    assert one.get_progress() == (7, 0)


def test_other_programs_additions_do_no_harm(client):
    translation = submitted(told())
    content = filled_xliff(xliff_of(boss(client), translation), ENGLISH).decode()
    content = content.replace(
        "<header>",
        '<header><tool tool-id="t" tool-name="CAT"/><reference><internal-file/></reference>',
    ).replace(
        "</trans-unit>",
        '<alt-trans match-quality="80"><target>?</target></alt-trans>'
        '<cat:x xmlns:cat="urn:cat" cat:y="z"/></trans-unit>',
    )
    (report,) = imported(client, content.encode("utf-8-sig"), "a.xliff")
    assert (report.imported, report.refusals) == (7, [])
