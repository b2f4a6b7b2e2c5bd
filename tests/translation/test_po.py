"""A translator takes PO files out, works in another program, and brings them in: nothing is lost."""

import html
import subprocess
import time
from datetime import timedelta

import polib
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from stories.models import StoryPage, Theme
from stories.translation.exchange import po
from stories.translation.exchange.gathering import sheet_of
from stories.translation.teams import Role, ensure_team
from tests.factories import StoryPageFactory, ThemeFactory, locale

from .sheets import boss, exported, filled_po, filled_xliff, imported, reasons, zipped
from .telling import ENGLISH, go_live, page_in, publish, submitted, told, translate, translations_of

pytestmark = pytest.mark.django_db

LINKED = '<p>গান <a linktype="language" lang="en">song</a> আর <b>নদী</b>।<br/>আর ১০০%?</p>'


def linked():
    return told(body=[("paragraph", LINKED)])


def po_of(client, translation):
    return client.get(reverse("translation_export_one", args=[translation.pk, "po"])).content


def words_of_xml(source):
    """A text as it stands in XML, read: its escapes are the file's."""
    return html.unescape(source)


def named(reports):
    return {report.name: report for report in reports}


def test_a_file_names_page_languages_date_and_revision(client):
    translation = submitted(told())
    metadata = polib.pofile(po_of(boss(client), translation).decode()).metadata
    source = translation.source.get_source_instance()
    assert metadata["X-Page"] == str(source.translation_key)
    assert metadata["X-Page-Title"] == "নদীর গান"
    assert (metadata["X-Source-Language"], metadata["X-Target-Language"]) == ("bn", "en")
    assert metadata["X-Revision"] == str(source.live_revision_id)
    assert po.moment(metadata["X-Exported-At"]) <= timezone.now()
    assert metadata["X-WagtailLocalize-TranslationID"] == str(translation.uuid)


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True)


@pytest.mark.any_database
@pytest.mark.parametrize("language", ["en", "ar"])
def test_gettexts_own_programs_read_it(client, tmp_path, language):
    original = linked()
    translation = submitted(original, language)
    translate(translation, {"নদীর গান": "River song", "এক নদীর গল্প।": 'Two\\lines "and" 100%'})
    publish(original, title="নদীর গান গাই")
    path = tmp_path / "story.po"
    path.write_bytes(po_of(boss(client), translation))
    done = run("msgfmt", "--check", "-o", "/dev/null", path)
    assert (done.returncode, done.stderr) == (0, "")
    path.write_text(run("msgcat", "--width=40", "--sort-output", path).stdout)
    (report,) = imported(client, path.read_bytes(), "story.po")
    assert (report.imported, report.refusals) == (0, [])


AWKWARD = [
    'A "quoted" word, a \\ and a \\n',
    "বাংলা\u200cয় ক\u200dখ, עברית, 🛶 and\u00a0so on",
    " spaces before and after ",
    "long " * 400,
    "100% of %(this)s costs {that} &amp; more",
]


@pytest.mark.parametrize("kind", ["po", "xliff"])
def test_no_character_is_lost_on_the_way_out_and_in(client, kind):
    texts = [f"গল্প {number}: {text}" for number, text in enumerate(AWKWARD)]
    rows = [("paragraph", f"<p>{text}</p>") for text in texts]
    translation = submitted(told(body=rows))
    known = [each.source for each in sheet_of(translation).entries]
    wanted = {source: source.replace("গল্প", "Story") for source in known if "গল্প " in source}
    assert len(wanted) == len(AWKWARD)
    address = reverse("translation_export_one", args=[translation.pk, kind])
    content = boss(client).get(address).content
    if kind == "po":
        filled = filled_po(content, wanted)
    else:
        words = {words_of_xml(source): target for source, target in wanted.items()}
        filled = filled_xliff(content, words)
    (report,) = imported(client, filled, f"a.{'po' if kind == 'po' else 'xlf'}")
    assert (report.imported, report.refusals) == (len(AWKWARD), [])
    assert {
        each.source: each.target for each in sheet_of(translation).entries if each.target
    } == wanted


def test_a_file_that_comes_back_as_it_went_changes_nothing(client):
    translation = submitted(told())
    translate(translation)
    before = list(StringTranslation.objects.order_by("pk").values())
    (report,) = imported(boss(client), po_of(client, translation), "story.po")
    assert (report.status, report.imported, report.unchanged) == ("unchanged", 0, 7)
    assert list(StringTranslation.objects.order_by("pk").values()) == before


def test_a_translation_made_in_another_program_is_complete_and_not_yet_live(client):
    translation = submitted(told())
    filled = filled_po(po_of(boss(client), translation), ENGLISH)
    (report,) = imported(client, filled, "story.po")
    assert (report.status, report.imported, report.refusals) == ("imported", 7, [])
    assert translation.get_progress() == (7, 7)
    assert not page_in(translation.source.get_source_instance(), "en").live
    assert sheet_of(translation).entries[0].target == "River song"


def test_one_zip_has_what_is_missing_and_what_is_outdated_and_nothing_else(client):
    complete = submitted(told(title="পূর্ণ", slug="complete"))
    translate(complete, ENGLISH | {"পূর্ণ": "Complete"})
    begun = submitted(told(slug="begun"))
    translate(begun, {"নদী": "The river"})
    told(slug="untouched")
    behind = told(slug="behind")
    outdated = submitted(behind)
    translate(outdated)
    go_live(outdated)
    publish(behind, summary="এক বড় নদীর গল্প।")
    StoryPageFactory(language="bn", slug="a-draft", draft=True)
    files = exported(boss(client))
    assert {"begun.po", "untouched.po", "behind.po"} <= set(files)
    assert not {"complete.po", "a-draft.po"} & set(files)
    assert polib.pofile(files["behind.po"].decode()).percent_translated() == 85


def test_an_export_begins_nothing_and_its_import_begins_what_was_translated(client):
    original = told(slug="untouched")
    files = exported(boss(client))
    assert not Translation.objects.exists()
    filled = {name: filled_po(content, ENGLISH) for name, content in files.items()}
    report = named(imported(client, zipped(filled)))["untouched.po"]
    assert (report.status, report.imported) == ("imported", 7)
    english = page_in(original, "en")
    assert (english.live, english.draft_title) == (False, "River song")


def test_a_file_without_translations_begins_nothing(client):
    told(slug="untouched")
    reports = imported(boss(client), zipped(exported(client)))
    assert {report.status for report in reports} == {"unchanged"}
    assert not Translation.objects.exists()


def test_a_changed_text_goes_out_as_fuzzy_with_what_it_was_before(client):
    original = told()
    translation = submitted(original)
    translate(translation)
    go_live(translation)
    publish(original, summary="এক বড় নদীর গল্প।")
    entry = polib.pofile(po_of(boss(client), translation).decode()).find("এক বড় নদীর গল্প।")
    assert entry.fuzzy
    assert (entry.msgstr, entry.previous_msgid) == ("The story of a river.", "এক নদীর গল্প।")
    (report,) = imported(client, po_of(client, translation), "story.po")
    assert (report.imported, report.unchanged, report.open) == (0, 6, 1)


def test_a_story_translated_without_the_editor_is_taken_into_it(client):
    original = told()
    english = publish(
        StoryPageFactory(
            translation_of=original, language="en", live=False, title="River song",
            summary="The story of a river.",
            body=[
                ("heading", {"text": "The river", "level": "2"}),
                ("paragraph", "<p>A river is a road.</p><p>We went to the ghat.</p>"),
                ("quote", {"text": "The river is our mother.", "attribution": "Rahima"}),
            ],
        )
    )  # fmt: skip
    publish(original, summary="এক বড় নদীর গল্প।")
    content = exported(boss(client))[f"{original.slug}.po"]
    assert not Translation.objects.exists()
    assert polib.pofile(content.decode()).find("নদী পথ।").msgstr == "A river is a road."
    filled = filled_po(content, {"এক বড় নদীর গল্প।": "The story of a big river."})
    (report,) = imported(client, filled, "story.po")
    assert (report.imported, report.unchanged, report.refusals) == (1, 6, [])
    assert Translation.objects.get().get_progress() == (7, 7)
    english.refresh_from_db()
    assert english.summary == "The story of a river."


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A song <script>alert(1)</script>", "<script>"),
        ('A <a id="a1">song</a> of the <b>river</b><img src=x onerror=alert(1)>', "<img>"),
        ('A <a href="https://evil.example">song</a> <b>river</b><br/>100%?', "attributes"),
        ("A song of the <b>river</b>.<br/>And 100%?", '<a id="a1"> is missing'),
        ('A <a id="a1">x</a><a id="a2">y</a> <b>z</b>', '<a id="a2"> is not in the original'),
        ('A <a id="a1">song</a> of the river.', "<b> is missing"),
        ('A <a id="a1">song</a> <b>river</b><i>!</i>', "<i> is not in the original"),
        ('A <a id="a1">song</a> <b>river</b><!-- x -->', "comment"),
        ('A <a id="a1">song</a> <b>river</b> %(name)s', "%(name)s is not in the original"),
        ('A <a id="a1">song</a> <b>river</b> \u202egnos', "direction"),
        ("x" * 50_001, "longer"),
    ],
)
def test_markup_links_and_placeholders_are_checked_and_the_rest_is_taken(client, text, reason):
    translation = submitted(linked())
    content = po_of(boss(client), translation)
    (source,) = [each.msgid for each in polib.pofile(content.decode()) if "a1" in each.msgid]
    (report,) = imported(client, filled_po(content, ENGLISH | {source: text}), "story.po")
    assert report.status == "partly"
    assert report.imported == 2
    (refusal,) = report.refusals
    assert reason in refusal.reason
    assert refusal.place.startswith("line ")
    assert refusal.target == text[:50_000]
    assert translation.get_progress() == (3, 2)


def test_a_right_translation_keeps_its_link_and_markup(client):
    translation = submitted(linked())
    content = po_of(boss(client), translation)
    (source,) = [each.msgid for each in polib.pofile(content.decode()) if "a1" in each.msgid]
    text = 'Of the <b>river</b> a <a id="a1">song</a>, 100%? &amp; "more"'
    (report,) = imported(client, filled_po(content, {source: text}), "story.po")
    assert (report.imported, report.refusals) == (1, [])
    assert translations_of(source) == [text]
    (report,) = imported(client, po_of(client, translation), "story.po")
    assert (report.imported, report.unchanged, report.refusals) == (0, 1, [])


def test_a_title_longer_than_its_field_is_refused(client):
    translation = submitted(told())
    filled = filled_po(po_of(boss(client), translation), {"নদীর গান": "x" * 256})
    (report,) = imported(client, filled, "story.po")
    assert "255" in reasons(report)[0]


def test_what_the_original_no_longer_says_is_refused_and_the_rest_taken(client):
    original = told()
    translation = submitted(original)
    filled = filled_po(po_of(boss(client), translation), ENGLISH)
    publish(original, summary="এক বড় নদীর গল্প।")
    (report,) = imported(client, filled, "story.po")
    assert report.imported == 6
    (refusal,) = report.refusals
    assert "changed" in refusal.reason
    assert "এক বড় নদীর গল্প।" in refusal.reason
    assert refusal.target == "The story of a river."


def test_what_somebody_translated_in_the_meantime_is_kept(client):
    translation = submitted(told())
    filled = filled_po(po_of(boss(client), translation), ENGLISH)
    translate(translation, {"নদী": "Our river"})
    (report,) = imported(client, filled, "story.po")
    assert (report.imported, len(report.refusals)) == (6, 1)
    assert translations_of("নদী") == ["Our river"]


def test_ones_own_import_can_be_corrected_by_the_same_file(client):
    translation = submitted(told())
    content = po_of(boss(client), translation)
    imported(client, filled_po(content, ENGLISH), "story.po")
    (report,) = imported(client, filled_po(content, ENGLISH | {"নদী": "River"}), "story.po")
    assert (report.imported, report.unchanged, report.refusals) == (1, 6, [])


def broken(content):
    return content.replace(b'msgid "', b'msgid x"', 1)


def foreign(content):
    return content.replace(b'"X-Site: testserver', b'"X-Site: elsewhere.example')


def of_a_lost_page(content):
    lines = content.decode().splitlines()
    return "\n".join(
        '"X-Page: 00000000-0000-0000-0000-000000000000\\n"' if "X-Page:" in line else line
        for line in lines
    ).encode()


def in_no_language(content):
    return content.replace(b"X-Target-Language: en", b"X-Target-Language: tlh")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (broken, "not a valid PO file"),
        (foreign, "elsewhere.example"),
        (of_a_lost_page, "not on this site"),
        (in_no_language, "tlh"),
        (lambda content: b"\xff\xfe\x00" + content, "UTF-8"),
        (lambda content: b"/etc/passwd", "not a valid PO file"),
        (lambda content: b"", "not exported from this site"),
        (lambda content: b"x" * (5 * 1024 * 1024 + 1), "too large"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_by_name_and_the_others_are_taken(
    client, spoil, reason
):
    one, other = submitted(told(slug="one")), submitted(told(slug="other"))
    content = po_of(boss(client), one)
    good = filled_po(po_of(client, other), ENGLISH)
    reports = named(imported(client, zipped({"one.po": spoil(content), "other.po": good})))
    assert reports["one.po"].status == "refused"
    assert reason in reasons(reports["one.po"])[0]
    assert reports["other.po"].imported == 7
    assert one.get_progress() == (7, 0)


@pytest.mark.any_database
def test_a_syntax_error_is_named_with_its_line(client):
    content = broken(po_of(boss(client), submitted(told())))
    (report,) = imported(client, content, "story.po")
    assert report.refusals[0].place.startswith("line ")


def test_names_that_lead_out_of_a_zip_and_other_kinds_of_file_are_refused(client):
    files = {"../../evil.po": b"x", "/etc/evil.po": b"x", "a.exe": b"x", "in.zip": zipped({})}
    reports = named(imported(boss(client), zipped(files)))
    assert {report.status for report in reports.values()} == {"refused"}
    assert "outside the zip" in reasons(reports["../../evil.po"])[0]
    assert "neither" in reasons(reports["a.exe"])[0]


@pytest.mark.any_database
def test_a_bomb_is_not_unpacked(client):
    bomb = zipped({"bomb.po": b"0" * (40 * 1024 * 1024)})
    assert len(bomb) < 100_000
    (report,) = imported(boss(client), bomb)
    assert "too large" in reasons(report)[0]


@pytest.mark.any_database
def test_many_files_together_are_no_bomb_either(client):
    begun = time.monotonic()
    reports = imported(
        boss(client), zipped({f"{n}.po": b"0" * (4 * 1024 * 1024) for n in range(30)})
    )
    assert time.monotonic() - begun < 20
    assert "holds too much" in reasons(reports[-1])[0]
    assert "holds too much" not in reasons(reports[0])[0]
    (report,) = imported(client, zipped({f"{n}.po": b"x" for n in range(2_001)}))
    assert "too many files" in reasons(report)[0]


@pytest.mark.parametrize(
    "text", ["<b>" * 16_000, "<b " * 16_000, "<a id='a1'>" * 400, "&" * 4_000_000]
)
def test_a_text_that_takes_long_to_read_is_refused_at_once(client, text):
    translation = submitted(told())
    filled = filled_po(po_of(boss(client), translation), ENGLISH | {"নদী": text})
    begun = time.monotonic()
    (report,) = imported(client, filled, "story.po")
    assert time.monotonic() - begun < 5
    assert (report.imported, len(report.refusals)) == (6, 1)


def test_a_broken_zip_is_refused(client):
    content = zipped({"a.po": b"x"})
    (report,) = imported(boss(client), content[:-10])
    assert "zip is broken" in reasons(report)[0]


def test_the_editors_own_upload_takes_only_this_translations_file(client):
    one, other = submitted(told(slug="one")), submitted(told(slug="other"))
    boss(client)
    upload = reverse("wagtail_localize:upload_pofile", args=[one.pk])
    filled = filled_po(po_of(client, other), ENGLISH)
    answer = client.post(upload, {"file": SimpleUploadedFile("a.po", filled)})
    assert "belongs to another translation" in answer.content.decode()
    filled = filled_po(po_of(client, one), ENGLISH)
    answer = client.post(upload, {"file": SimpleUploadedFile("a.po", filled)})
    assert answer.status_code == 302
    assert (one.get_progress(), other.get_progress()) == ((7, 7), (7, 0))
    download = client.get(reverse("wagtail_localize:download_pofile", args=[one.pk]))
    assert polib.pofile(download.content.decode()).find("নদী").msgstr == "The river"


def arabic_translator():
    user = User.objects.create_user("hodan")
    user.groups.add(ensure_team(locale("ar"), Role.TRANSLATORS).group)
    return user


def test_translators_take_out_and_bring_in_their_own_language_only(client):
    english, arabic = submitted(told(slug="one")), submitted(told(slug="other"), "ar")
    boss(client)
    files = {
        "en.po": filled_po(po_of(client, english), ENGLISH),
        "ar.po": filled_po(po_of(client, arabic), ENGLISH),
    }
    client.force_login(arabic_translator())
    reports = named(imported(client, zipped(files)))
    assert "may not" in reasons(reports["en.po"])[0]
    assert reports["ar.po"].imported == 7
    assert client.get(reverse("translation_export_one", args=[english.pk, "po"])).status_code in (
        302,
        403,
    )
    page = client.get(reverse("translation_export"), {"language": "en", "format": "po"})
    assert page["Content-Type"].startswith("text/html")
    assert all(b"X-Target-Language: ar" in content for content in exported(client, "ar").values())


def test_nobody_else_gets_there(client):
    client.force_login(User.objects.create_user("visitor"))
    for address in ("translation_files", "translation_export"):
        assert client.get(reverse(address)).status_code == 302


def test_what_waits_for_review_is_not_changed_under_the_reviewers_hands(client):
    original = told()
    translation = submitted(original)
    filled = filled_po(po_of(boss(client), translation), ENGLISH)
    page = page_in(original, "en")
    StoryPage.objects.filter(pk=page.pk).update(locked=True, locked_at=timezone.now())
    (report,) = imported(client, filled, "story.po")
    assert "locked" in reasons(report)[0]
    assert translation.get_progress() == (7, 0)


def test_a_snippets_file_goes_the_same_way(client):
    theme = ThemeFactory(name="River life")
    content = exported(boss(client), "bn")[f"{theme.slug}.po"]
    (report,) = imported(client, filled_po(content, {"River life": "নদীর জীবন"}), "a.po")
    assert (report.imported, report.refusals) == (1, [])
    assert Translation.objects.get(source__object_id=theme.translation_key)
    assert Theme.objects.filter(translation_key=theme.translation_key).count() == 2


def test_an_old_file_is_told_from_a_new_one_by_its_date():
    assert po.moment("yesterday") is None
    assert po.moment("2026-01-01T10:00:00") is None
    assert po.moment("2026-01-01T10:00:00+00:00") < timezone.now() + timedelta(days=9999)
