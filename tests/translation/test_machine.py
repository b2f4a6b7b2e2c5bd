"""A machine translates only where a story allows it, is marked, and never goes live by itself."""

import json
import re
import socket
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from stories.translation.gate import Incomplete
from stories.translation.machine.marking import unchecked
from stories.translation.taking_in import take_in
from stories.translation.teams import Role, ensure_team
from tests.factories import StoryPageFactory, locale

from .sheets import boss, filled_po, imported
from .telling import ENGLISH, page_in, publish, submitted, told, translate, translations_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


class LibreTranslate(BaseHTTPRequestHandler):
    """Speaks LibreTranslate's protocol: POST /translate, a list of texts in, a list out."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked))
        time.sleep(self.server.wait)
        status, answer = self.server.answer(asked)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # who asked has not waited

    def log_message(self, *args):
        pass


def translates(asked):
    return 200, {"translatedText": [f"EN {re.sub('[ঀ-৿]+', 'word', q)}" for q in asked["q"]]}


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), LibreTranslate)
    server.asked, server.wait, server.answer = [], 0, translates
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def configured(port, timeout=5):
    return {
        "CLASS": "stories.translation.machine.translator.Translator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": f"http://127.0.0.1:{port}",
            "API_KEY": "key",
            "TIMEOUT": timeout,
        },
    }


@pytest.fixture
def machine(server, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = configured(server.server_port)
    return server


def allowed(**values):
    return told(machine_translation_allowed=True, **values)


def ask(client, translation, follow=True):
    return client.post(reverse("translation_machine", args=[translation.pk]), follow=follow)


def said(answer):
    return " ".join(str(each) for each in answer.context["messages"])


def publish_button(client, original):
    edit = reverse("wagtailadmin_pages:edit", args=[page_in(original, "en").pk])
    return client.post(edit, {"action": "publish"}, follow=True)


def test_what_is_missing_is_translated_and_what_is_there_is_kept(client, machine):
    original = allowed()
    translation = submitted(original)
    translate(translation, {"নদী": "The river"})
    answer = ask(boss(client), translation)
    assert "A machine has translated 6 texts" in said(answer)
    assert "A machine translated 6 texts" in answer.content.decode()
    ((path, asked),) = machine.asked
    assert path == "/translate"
    assert (asked["source"], asked["target"], asked["format"]) == ("bn", "en", "html")
    assert asked["api_key"] == "key"
    assert "নদী" not in asked["q"]
    assert len(asked["q"]) == 6
    assert translations_of("নদী") == ["The river"]
    assert unchecked(translation).count() == 6
    english = page_in(original, "en")
    assert (english.live, english.translation_origin) == (False, "machine")


def test_without_the_setting_nothing_is_offered_or_done(client, server):
    original = allowed()
    translation = submitted(original)
    assert ask(boss(client), translation, follow=False).status_code == 404
    edit = reverse("wagtailadmin_pages:edit", args=[page_in(original, "en").pk])
    assert "Have a machine" not in client.get(edit).content.decode()
    assert server.asked == []


@pytest.mark.parametrize("address", ["translation_machine", "wagtail_localize:machine_translate"])
def test_a_story_that_does_not_allow_it_is_not_sent_anywhere(client, machine, address):
    original = told()
    translation = submitted(original)
    answer = boss(client).post(reverse(address, args=[translation.pk]))
    assert answer.status_code in (302, 403)
    edit = reverse("wagtailadmin_pages:edit", args=[page_in(original, "en").pk])
    text = client.get(edit).content.decode()
    assert "Have a machine" not in text
    assert '"machineTranslator": {' not in text.replace("&quot;", '"')
    assert machine.asked == []
    assert translation.get_progress() == (7, 0)


def test_the_update_of_all_translations_sends_nothing_to_the_machine(client, machine):
    translation = submitted(allowed())
    update = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    boss(client).post(update, {"use_machine_translation": "on", "publish_translations": ""})
    assert machine.asked == []


def test_translators_of_other_languages_may_not_ask(client, machine):
    translation = submitted(allowed())
    user = User.objects.create_user("hodan")
    user.groups.add(ensure_team(locale("ar"), Role.TRANSLATORS).group)
    client.force_login(user)
    for name in ("translation_machine", "translation_machine_checked"):
        client.post(reverse(name, args=[translation.pk]))
    assert machine.asked == []


def test_the_publish_button_asks_to_check_first(
    client, machine, django_capture_on_commit_callbacks
):
    original = allowed()
    ask(boss(client), submitted(original))
    with django_capture_on_commit_callbacks(execute=True):
        answer = publish_button(client, original)
    assert "nobody has checked them" in said(answer)
    assert not page_in(original, "en").live


def test_nothing_else_publishes_it_either(client, machine, django_capture_on_commit_callbacks):
    original = allowed()
    translation = submitted(original)
    ask(boss(client), translation)
    with pytest.raises(Incomplete), django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    update = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    with pytest.raises(Incomplete), django_capture_on_commit_callbacks(execute=True):
        client.post(update, {"publish_translations": "on"})
    assert not page_in(original, "en").live


def test_a_schedule_does_not_publish_it(client, machine):
    original = allowed()
    ask(boss(client), submitted(original))
    english = page_in(original, "en")
    revision = english.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled")
    assert not page_in(original, "en").live
    english.refresh_from_db()
    english.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(Incomplete):
        english.save_revision(approved_go_live_at=english.go_live_at).publish()


@pytest.mark.django_db(transaction=True)
def test_in_an_update_of_all_one_that_is_not_checked_holds_up_no_other(client, machine):
    original = allowed()
    english, arabic = submitted(original), submitted(original, "ar")
    ask(boss(client), english)
    translate(arabic)
    update = reverse("wagtail_localize:update_translations", args=[english.source.pk])
    answer = client.post(update, {"publish_translations": "on"}, follow=True)
    assert "nobody has checked them" in said(answer)
    assert not page_in(original, "en").live
    assert page_in(original, "ar").live


def test_a_machines_page_from_elsewhere_stays_a_machines_in_the_editor():
    original = told()
    english = publish(
        StoryPageFactory(
            translation_of=original,
            language="en",
            live=False,
            title="River song",
            summary="The story of a river.",
            body=[("heading", {"text": "The river", "level": "2"})],
            translation_origin="machine",
        )
    )
    take_in(english)
    translation = Translation.objects.get()
    assert unchecked(translation).count() == 2
    publish(english)
    assert page_in(original, "en").trust == "machine"


def test_who_has_checked_them_all_publishes_as_a_person(
    client, machine, django_capture_on_commit_callbacks
):
    original = allowed()
    translation = submitted(original)
    ask(boss(client), translation)
    client.post(reverse("translation_machine_checked", args=[translation.pk]))
    assert unchecked(translation).count() == 0
    with django_capture_on_commit_callbacks(execute=True):
        publish_button(client, original)
    english = page_in(original, "en")
    assert (english.live, english.translation_origin, english.trust) == (True, "human", "human")


def test_a_text_that_somebody_changes_is_theirs(client, machine):
    translation = submitted(allowed())
    ask(boss(client), translation)
    segment = translation.source.stringsegment_set.get(string__data="নদী")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client.put(address, "value=The+river", content_type="application/x-www-form-urlencoded")
    assert unchecked(translation).count() == 6


def test_a_publisher_may_publish_it_marked_and_readers_are_told(client, machine):
    original = allowed()
    translation = submitted(original)
    ask(boss(client), translation)
    answer = client.post(reverse("translation_machine_publish", args=[translation.pk]), follow=True)
    assert "marked as machine translation" in said(answer)
    english = page_in(original, "en")
    assert (english.live, english.trust) == (True, "machine")
    text = client.get(english.url).content.decode()
    assert "A machine made this translation, and nobody has checked it yet." in text
    for address in ("stories/", f"stories/{english.translation_key}/"):
        answer = client.get(f"/api/delivery/v1/{address}?locale=en").json()
        card = answer["items"][0] if "items" in answer else answer
        assert (card["title"], card["language"]["trust"]) == (english.title, "machine")
    translate(translation, ENGLISH)
    assert page_in(original, "en").trust == "machine"  # what readers have is still the machine's


def test_a_live_translation_is_not_changed_by_the_machine(
    client, machine, django_capture_on_commit_callbacks
):
    original = allowed()
    translation = submitted(original)
    translate(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    publish(original, summary="অন্য কথা।")
    ask(boss(client), translation)
    assert unchecked(translation).count() == 1
    with pytest.raises(Incomplete):
        translation.save_target(publish=False)  # would write into the live page
    english = page_in(original, "en")
    assert (english.summary, english.trust) == ("The story of a river.", "human")


def test_those_without_the_right_to_publish_do_not(client, machine):
    original = allowed()
    translation = submitted(original)
    ask(boss(client), translation)
    user = User.objects.create_user("amina")
    user.groups.add(ensure_team(locale("en"), Role.TRANSLATORS).group)
    client.force_login(user)
    client.post(reverse("translation_machine_publish", args=[translation.pk]))
    assert not page_in(original, "en").live
    client.post(reverse("translation_machine_checked", args=[translation.pk]))
    assert unchecked(translation).count() == 0


def test_a_reviewers_approval_counts_as_checking(client, machine):
    settings = locale("en").settings
    settings.requires_review = True
    settings.save()
    original = allowed()
    translation = submitted(original)
    ask(boss(client), translation)
    client.post(reverse("translation_submit", args=[translation.pk]), {"translated_by": ""})
    page = page_in(original, "en")
    state = page.current_workflow_task_state
    assert state is not None
    state.task.specific.on_action(state, User.objects.get(), "approve")
    page = page_in(original, "en")
    assert (page.live, page.trust) == (True, "human")


def refuses(asked):
    return 429, {"error": "Slowdown: 10 per 1 minute"}


def breaks(asked):
    return 500, b"<html>oops"


def talks_nonsense(asked):
    return 200, b"<html>hello"


def sends_a_flood(asked):
    return 200, {"translatedText": ["<b>" * 16_000] * len(asked["q"])}


def forgets_one(asked):
    return 200, {"translatedText": asked["q"][1:]}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refuses, "Slowdown: 10 per 1 minute"),
        (breaks, "refused: 500"),
        (talks_nonsense, "cannot be understood"),
        (forgets_one, "cannot be understood"),
        (lambda asked: (200, {"translatedText": None}), "cannot be understood"),
    ],
)
def test_an_error_is_said_and_loses_nothing(client, machine, answer, reason):
    machine.answer = answer
    translation = submitted(allowed())
    translate(translation, {"নদী": "The river"})
    message = said(ask(boss(client), translation))
    assert reason in message
    assert "Nothing was changed." in message
    assert translation.get_progress() == (7, 1)
    assert page_in(translation.source.get_source_instance(), "en").translation_origin == "human"


def test_a_server_that_does_not_answer_is_not_waited_for(client, server, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = configured(server.server_port, timeout=0.2)
    server.wait = 1
    translation = submitted(allowed())
    assert "did not answer in time" in said(ask(boss(client), translation))
    assert translation.get_progress() == (7, 0)


def test_a_server_that_is_not_there_is_said_to_be(client, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = configured(port)
    assert "cannot be reached" in said(ask(boss(client), submitted(allowed())))


def loses_links(asked):
    return 200, {"translatedText": [re.sub("<[^>]+>", "", f"EN {q}") for q in asked["q"]]}


def adds_script(asked):
    return 200, {"translatedText": [f"{q}<script>alert(1)</script>" for q in asked["q"]]}


@pytest.mark.parametrize(
    ("answer", "made"), [(loses_links, 2), (adds_script, 0), (sends_a_flood, 0)]
)
def test_what_lost_its_links_or_brings_markup_is_left_to_people(client, machine, answer, made):
    machine.answer = answer
    linked = '<p>গান <a linktype="language" lang="en">song</a></p>'
    translation = submitted(allowed(body=[("paragraph", linked)]))
    message = said(ask(boss(client), translation))
    assert "left to you" in message
    assert translation.get_progress() == (3, made)
    assert not StringTranslation.objects.filter(data__contains="script").exists()


def test_many_texts_are_sent_in_portions(client, machine):
    rows = [("paragraph", f"<p>নদী {number}</p>") for number in range(60)]
    translation = submitted(allowed(body=rows))
    ask(boss(client), translation)
    assert [len(asked["q"]) for _path, asked in machine.asked] == [25, 25, 12]
    assert translation.get_progress() == (62, 62)


def test_a_machines_texts_go_out_as_fuzzy_and_come_back_checked(client, machine):
    translation = submitted(allowed())
    ask(boss(client), translation)
    content = client.get(reverse("translation_export_one", args=[translation.pk, "po"])).content
    assert content.count(b"#, fuzzy") == 7
    (report,) = imported(client, content, "a.po")
    assert (report.imported, report.unchanged) == (0, 7)
    assert unchecked(translation).count() == 7
    same = {each.translation_of.data: each.data for each in unchecked(translation)}
    (report,) = imported(client, filled_po(content, same), "a.po")
    assert report.imported == 7
    assert unchecked(translation).count() == 0
