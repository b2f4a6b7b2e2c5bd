"""Webhooks: everything that the log has arrives, whatever dies on the way."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import OperationalError, connection
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from stories.delivery import worker
from stories.delivery.log import Change, Entry, append
from stories.delivery.models import Attempt, Delivery, Endpoint
from stories.delivery.webhooks import queue, sending
from stories.delivery.webhooks.again import send_again, send_again_since
from stories.delivery.worker import Worker
from tests.factories import StoryPageFactory
from tests.room import url_of

ROOT = Path(__file__).resolve().parent.parent.parent
ONE, OTHER = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
pytestmark = pytest.mark.django_db


@pytest.fixture
def endpoint(receiver):
    return Endpoint.objects.create(name="Front end", address=receiver.url)


def happens(kind="updated", identity=ONE, type="story", locale="en"):
    append([Entry(kind, type, identity, locale)])


def deliver():
    Worker().run(once=True)


def all_due():
    Delivery.objects.filter(delivered_at=None).update(due_at=timezone.now())


def told(receiver):
    """``[(seq, type)]`` of what has arrived, in that order."""
    messages = [json.loads(each.body) for each in receiver.received]
    return [(each["data"]["seq"], each["type"]) for each in messages]


def failing(status, body=b""):
    return lambda request: (status, {}, body)


def test_a_publication_arrives_as_the_contract_has_it_and_its_signature_is_right(
    endpoint, receiver, settings
):
    story = StoryPageFactory(slug="song")
    deliver()
    (request,) = receiver.received
    payload = Webhook(endpoint.secret).verify(request.body, request.headers)
    change = Change.objects.get(identity=story.translation_key)
    at = change.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert payload == {
        "type": "page.published",
        "timestamp": at,
        "data": {
            "seq": change.seq,
            "at": at,
            "kind": "published",
            "id": str(story.translation_key),
            "type": "story",
            "locale": "en",
            "url": f"{settings.BASE_URL}/en/stories/song/",
        },
    }
    assert request.headers["Content-Type"] == "application/json; charset=utf-8"
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoint.secret).verify(request.body + b" ", request.headers)


def test_what_is_no_page_has_its_own_name(endpoint, receiver):
    happens("deleted", type="theme")
    happens(type="site", identity="", locale="")
    deliver()
    # Only what happens to one thing arrives in its order.
    assert {name for _seq, name in told(receiver)} == {"theme.deleted", "site.updated"}


def test_what_was_taken_back_meanwhile_is_not_told_where_it_was(endpoint, receiver):
    story = StoryPageFactory(slug="song")
    story.unpublish()
    deliver()
    assert {json.loads(each.body)["data"]["url"] for each in receiver.received} == {""}


def test_an_endpoint_hears_of_what_happens_from_its_making_on(receiver):
    happens()
    endpoint = Endpoint.objects.create(name="Later", address=receiver.url)
    happens("moved")
    deliver()
    deliver()
    assert [name for _seq, name in told(receiver)] == ["page.moved"]
    endpoint.refresh_from_db()
    assert endpoint.position == Change.objects.latest("seq").seq


@pytest.mark.parametrize(
    ("wanted", "arrives"),
    [
        ({"kinds": ["deleted"]}, ["page.deleted"]),
        ({"types": ["project"]}, ["page.moved"]),
        ({"locales": ["ar"]}, ["page.deleted", "image.updated"]),
        ({"kinds": ["deleted"], "locales": ["en"]}, []),
        ({"is_active": False}, []),
    ],
)
def test_only_what_is_wanted_arrives(endpoint, receiver, wanted, arrives):
    Endpoint.objects.update(**wanted)
    happens("moved", ONE, "project", "en")
    happens("deleted", OTHER, "story", "ar")
    happens("updated", "7", "image", "")
    deliver()
    assert sorted(name for _seq, name in told(receiver)) == sorted(arrives)


def test_a_receiver_that_was_down_gets_all_of_it_when_it_is_up_again(endpoint, receiver):
    receiver.stop()
    for identity in (ONE, OTHER):
        happens(identity=identity)
    deliver()
    assert list(Attempt.objects.values_list("failure", flat=True)) == ["unreachable"] * 2
    endpoint.refresh_from_db()
    assert endpoint.failing_since
    deliver()  # nothing is due yet
    assert Attempt.objects.count() == 2
    receiver.start()
    all_due()
    deliver()
    assert len(told(receiver)) == 2
    endpoint.refresh_from_db()
    assert endpoint.failing_since is None
    assert not Delivery.objects.filter(delivered_at=None).exists()


def test_a_change_waits_for_the_earlier_ones_of_its_page_and_others_overtake(endpoint, receiver):
    receiver.answers = lambda request: (500 if ONE.encode() in request.body else 200, {}, b"")
    happens("published", ONE)
    happens("updated", ONE)
    happens("published", OTHER)
    first = endpoint.position + 1
    deliver()
    assert sorted(told(receiver)) == [(first, "page.published"), (first + 2, "page.published")]
    receiver.answers = failing(200)
    receiver.received.clear()
    all_due()
    deliver()
    assert told(receiver) == [(first, "page.published"), (first + 1, "page.updated")]


def test_a_message_keeps_its_id_over_tries_and_has_a_new_timestamp(endpoint, receiver, monkeypatch):
    receiver.answers = failing(503)
    happens()
    deliver()
    all_due()
    later = timezone.now() + timedelta(minutes=4)
    monkeypatch.setattr("stories.delivery.webhooks.message.timezone.now", lambda: later)
    Delivery.objects.update(due_at=later)
    deliver()
    first, second = (each.headers for each in receiver.received)
    assert first["webhook-id"] == second["webhook-id"]
    assert int(second["webhook-timestamp"]) == int(later.timestamp())


def test_waits_double_up_to_a_day_and_are_never_the_same():
    longest = [max(queue.wait_after(n).total_seconds() for _ in range(200)) for n in range(1, 31)]
    shortest = [min(queue.wait_after(n).total_seconds() for _ in range(200)) for n in range(1, 31)]
    for n, (low, high) in enumerate(zip(shortest, longest, strict=True)):
        bound = min(10 * 2**n, 86_400)
        assert bound / 2 <= low < bound * 0.6
        assert bound * 0.9 < high <= bound
    assert len({queue.wait_after(5) for _ in range(10)}) > 1


def test_a_try_is_written_down_with_the_first_500_bytes_of_the_answer(endpoint, receiver):
    receiver.answers = failing(500, b"no\0pe" + b"x" * 2_000)
    happens()
    deliver()
    attempt = Attempt.objects.get()
    assert (attempt.status, attempt.failure) == (500, "")
    assert attempt.answer == "no�pe" + "x" * 495
    assert 0 < attempt.seconds < 5
    delivery = attempt.delivery
    assert delivery.failures == 1
    assert timedelta(seconds=4) < delivery.due_at - timezone.now() <= timedelta(seconds=10)


def test_redirects_are_not_followed(endpoint, receiver):
    receiver.answers = lambda request: (307, {"Location": "/elsewhere"}, b"")
    happens()
    deliver()
    assert [each.path for each in receiver.received] == ["/hook"]
    assert Attempt.objects.get().status == 307
    assert not Delivery.objects.get().delivered_at


def test_a_receiver_that_sends_a_byte_now_and_then_is_left_after_the_time_out(
    monkeypatch, settings
):
    settings.WEBHOOKS_ALLOW_PRIVATE = True
    monkeypatch.setattr(sending, "TIMEOUT", 0.4)

    def trickle():
        link, _address = server.accept()
        with link, contextlib.suppress(OSError):
            for _ in range(40):
                link.send(b"H")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=trickle, daemon=True).start()
        outcome = sending.post(f"http://127.0.0.1:{server.getsockname()[1]}/", b"{}", {})
    assert (outcome.status, outcome.failure) == (None, "timeout")
    assert outcome.seconds < 1


def test_a_worker_that_is_stopped_notes_what_it_is_sending_and_takes_nothing_more(
    endpoint, receiver
):
    stopped = Worker()

    def answer(request):
        stopped.stop()
        time.sleep(0.1)
        return 200, {}, b""

    receiver.answers = answer
    happens("published", ONE)
    happens("updated", ONE)
    stopped.run()
    latest, first = Delivery.objects.all()
    assert first.delivered_at
    assert not latest.delivered_at
    assert len(receiver.received) == 1


@pytest.fixture
def administrator():
    return get_user_model().objects.create_superuser("boss", "boss@museum.example", "long password")


def test_410_disables_at_once_and_nothing_is_lost(
    endpoint, receiver, administrator, django_capture_on_commit_callbacks
):
    get_user_model().objects.create_user("editor", "editor@museum.example", "long password")
    receiver.answers = failing(410)
    happens(identity=ONE)
    with django_capture_on_commit_callbacks(execute=True):
        deliver()
    endpoint.refresh_from_db()
    assert (endpoint.is_active, endpoint.disabled_because) == (False, "gone")
    (message,) = mail.outbox
    assert message.to == ["boss@museum.example"]
    assert "Front end" in message.subject
    assert f"/admin/webhooks/{endpoint.pk}/deliveries/" in message.body
    happens(identity=OTHER)
    all_due()
    deliver()
    assert len(receiver.received) == 1
    receiver.answers = failing(200)
    endpoint.is_active = True
    endpoint.save()
    deliver()
    assert len(receiver.received) == 3


def test_three_days_of_failures_disable(
    endpoint, receiver, administrator, django_capture_on_commit_callbacks
):
    receiver.answers = failing(500)
    happens()
    for age, active in ((timedelta(days=2, hours=23), True), (timedelta(days=3), False)):
        Endpoint.objects.update(failing_since=timezone.now() - age)
        all_due()
        with django_capture_on_commit_callbacks(execute=True):
            deliver()
        assert Endpoint.objects.get().is_active is active
        assert len(mail.outbox) == (not active)
    assert Endpoint.objects.get().disabled_because == "failing"


def test_no_e_mail_is_no_reason_to_stop(
    endpoint, receiver, administrator, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    receiver.answers = failing(410)
    happens()
    with django_capture_on_commit_callbacks(execute=True):
        deliver()
    assert not Endpoint.objects.get().is_active


def test_one_is_sent_again_with_the_same_id(endpoint, receiver):
    happens(identity=ONE)
    happens(identity=OTHER)
    deliver()
    send_again(Delivery.objects.get(subject=f"story {ONE}"))
    deliver()
    ids = [each.headers["webhook-id"] for each in receiver.received]
    assert len(ids) == 3
    assert len(set(ids)) == 2


def test_all_since_a_moment_is_sent_again_also_what_was_not_wanted_then(endpoint, receiver):
    Endpoint.objects.update(kinds=["deleted"])
    happens("published", ONE)
    Change.objects.update(at=timezone.now() - timedelta(hours=2))
    happens("updated", ONE)
    happens("deleted", ONE)
    deliver()
    Endpoint.objects.update(kinds=[])
    receiver.received.clear()
    assert send_again_since(endpoint.pk, timezone.now() - timedelta(hours=1)) == 2
    deliver()
    assert [name for _seq, name in told(receiver)] == ["page.updated", "page.deleted"]
    assert send_again_since(endpoint.pk, timezone.now() + timedelta(hours=1)) == 0


def test_for_a_day_both_secrets_sign(endpoint, receiver):
    old = endpoint.secret
    endpoint.rotate_secret()
    happens()
    deliver()
    request = receiver.received.pop()
    for secret in (old, endpoint.secret):
        Webhook(secret).verify(request.body, request.headers)
    Endpoint.objects.update(former_until=timezone.now())
    happens()
    deliver()
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(receiver.received[0].body, receiver.received[0].headers)


def test_a_form_that_was_open_does_not_take_the_worker_back(endpoint, receiver):
    opened = Endpoint.objects.get()
    happens()
    deliver()
    opened.name = "Renamed"
    opened.save()
    deliver()
    assert len(receiver.received) == 1
    assert Endpoint.objects.get().name == "Renamed"


def test_what_arrived_long_ago_is_forgotten(endpoint, receiver):
    happens(identity=ONE)
    happens(identity=OTHER)
    deliver()
    old = Delivery.objects.filter(subject=f"story {ONE}")
    old.update(delivered_at=timezone.now() - timedelta(days=31))
    deliver()
    assert [each.subject for each in Delivery.objects.all()] == [f"story {OTHER}"]
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("number", [1, 10])
def test_having_nothing_to_do_costs_six_queries(receiver, number, django_assert_num_queries):
    for n in range(number):
        Endpoint.objects.create(name=str(n), address=receiver.url)
    happens()
    deliver()
    idle = Worker()
    idle.cleaned = time.monotonic()
    with django_assert_num_queries(6):
        idle.run(once=True)


def test_a_database_that_does_not_answer_is_asked_again(endpoint, receiver, monkeypatch):
    happens()
    steady = Worker()
    real, asked, closed = worker.fill, [], []

    def fill(up_to=None):
        asked.append(1)
        if len(asked) == 1:
            raise OperationalError("gone")
        if len(asked) > 2:
            steady.stop()
        return real()

    monkeypatch.setattr(worker, "fill", fill)
    monkeypatch.setattr(worker, "PAUSE", 0.01)
    monkeypatch.setattr(worker.connection, "close", lambda: closed.append(1))
    steady.run()
    assert closed
    assert len(receiver.received) == 1


def test_what_was_read_but_not_noted_down_is_read_again(endpoint, receiver, monkeypatch):
    happens()
    with monkeypatch.context() as patch:
        patch.setattr(Endpoint, "save", lambda *args, **kwargs: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            queue.fill()
    assert not Delivery.objects.exists()
    deliver()
    assert len(receiver.received) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_after_sending_sends_again_with_the_same_id(endpoint, receiver):
    arrived, killed = threading.Event(), threading.Event()

    def answer(request):
        arrived.set()
        killed.wait(20)
        return 200, {}, b""

    receiver.answers = answer
    happens()
    environment = os.environ | {
        "DATABASE_URL": url_of(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "WEBHOOKS_ALLOW_PRIVATE": "1",
    }
    command = [sys.executable, "manage.py", "follow_log"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        assert arrived.wait(20)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        killed.set()
    deliver()  # another worker would wait until the first has had its time
    assert len(receiver.received) == 1
    all_due()
    deliver()
    first, second = receiver.received
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert Delivery.objects.get().delivered_at


@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_send_everything_once_and_in_order(endpoint, receiver):
    for n in range(30):
        happens(identity=f"00000000-0000-4000-8000-{n % 5:012}")

    def run():
        try:
            deliver()
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    deliver()
    sent = [json.loads(each.body)["data"] for each in receiver.received]
    assert len(sent) == 30
    for identity in {each["id"] for each in sent}:
        seqs = [each["seq"] for each in sent if each["id"] == identity]
        assert seqs == sorted(seqs)
