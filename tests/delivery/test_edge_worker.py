"""Who purges, when a worker dies; and who is told that something is not purged."""

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from config.edges import edges
from stories.delivery.edge.purging import Purging
from stories.delivery.edge.turns import length_of_log, take
from stories.delivery.finished import Unfinished
from stories.delivery.log import Change, Entry, append
from stories.delivery.models import Edge
from stories.delivery.worker import Worker
from tests.room import url_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def edge(receiver, settings):
    """What takes purges as Varnish does: a real web server."""
    address = f"varnish://a-secret-of-16-characters@{urlsplit(receiver.url).netloc}"
    receiver.answers = purged
    settings.EDGES = edges([address])
    settings.EDGE_ADDRESS = address
    return receiver


def purged(request):
    return 200, {"Purged": "1", "Content-Length": "0"}, b""


def happens(tag="p-1", kind="updated"):
    append([Entry(kind, "story", tags=frozenset({tag}))])
    Unfinished.objects.all().delete()  # the worker has nothing else to do, and comes back only when it is due


def follow():
    Worker().run(once=True)


def sent(edge):
    return [each.headers["Purge-Tags"] for each in edge.received]


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_it_was_confirmed_leaves_it_to_the_next(edge, settings):
    happens()
    follow()
    arrived, killed = threading.Event(), threading.Event()

    def answer(request):
        arrived.set()
        killed.wait(20)
        return purged(request)

    edge.answers = answer
    happens("p-2", "unpublished")
    environment = os.environ | {
        "DATABASE_URL": url_of(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "EDGE_URL": settings.EDGE_ADDRESS,
    }
    command = [sys.executable, "manage.py", "follow_log"]
    process = subprocess.Popen(command, cwd=site.ROOT, env=environment)
    try:
        assert arrived.wait(20)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        killed.set()
    edge.answers = purged
    assert Edge.objects.get().position == length_of_log() - 1
    follow()  # the first one's turn is not over
    assert Edge.objects.get().position == length_of_log() - 1
    Edge.objects.update(due_at=timezone.now())
    follow()
    assert Edge.objects.get().position == length_of_log()
    assert sent(edge)[1:] == ["all p-2", "all p-2"]


@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_take_turns(edge):
    happens()
    follow()
    for number in range(3):
        happens(f"p-{number}")
        threads = [threading.Thread(target=run_apart) for _ in range(3)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    follow()
    assert len(edge.received) <= 4  # not once for each worker
    assert {tag for each in sent(edge)[1:] for tag in each.split()} == {"all", "p-0", "p-1", "p-2"}
    assert Edge.objects.get().position == length_of_log()


def run_apart():
    try:
        follow()
    finally:
        connection.close()


def test_a_purge_that_the_database_did_not_note_is_made_again(edge, monkeypatch):
    happens()
    with monkeypatch.context() as patch:
        patch.setattr("stories.delivery.edge.purging.note_purged", lambda *args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            follow()
    Edge.objects.update(due_at=timezone.now())
    follow()
    assert len(edge.received) == 2
    assert Edge.objects.get().position == length_of_log()


@pytest.mark.parametrize(
    "answer",
    [
        (200, {}, b"some other server"),
        (403, {"Purged": "1"}, b""),
        (302, {"Location": "/elsewhere", "Content-Length": "0"}, b""),
        (500, {}, b""),
    ],
)
def test_what_is_not_confirmed_is_tried_again_later_each_time(edge, answer):
    edge.answers = lambda request: answer
    happens()
    waits = []
    for _ in range(8):
        Edge.objects.update(due_at=timezone.now())
        follow()
        row = Edge.objects.get()
        waits.append(round((row.due_at - timezone.now()).total_seconds()))
    assert row.position is None
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (1, 60)


def test_a_log_that_was_put_back_has_everything_forgotten(edge):
    for _ in range(5):
        happens()
    follow()
    Edge.objects.update(position=500, settled=500)
    follow()
    assert sent(edge) == ["site all", "site all"]
    assert Edge.objects.get().position == length_of_log()


def test_having_nothing_to_do_costs_three_queries_a_cache(edge, django_assert_num_queries):
    happens()
    follow()
    purging = Purging()
    with django_assert_num_queries(3):
        assert not purging.step()
        purging.told_up_to()


def test_one_worker_has_a_turn(edge):
    happens()
    purging = Purging()
    ((name, cache),) = purging.caches.items()
    assert take(name, cache)
    assert take(name, cache) is None


@pytest.mark.django_db(transaction=True)
def test_readyz_and_the_admins_first_page_tell_of_a_cache_that_is_behind(
    edge, client, admin_client
):
    happens()
    (name,) = (f"varnish {urlsplit(edge.url).netloc}",)
    assert name in admin_client.get("/admin/").content.decode()
    follow()
    assert client.get("/readyz").json()["parts"]["edge"] == "ok"
    assert name not in admin_client.get("/admin/").content.decode()
    edge.answers = lambda request: (500, {}, b"")
    happens()
    follow()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["parts"]["edge"]) == (200, "behind")
    assert "It has not answered as it should since" in admin_client.get("/admin/").content.decode()
    Edge.objects.update(failing_since=None)
    assert client.get("/readyz").json()["parts"]["edge"] == "ok"
    Change.objects.update(at=timezone.now() - timedelta(minutes=5))
    assert "No worker purges it" in admin_client.get("/admin/").content.decode()


def test_whom_it_is_no_business_of_is_not_told(edge, client, django_user_model):
    happens()
    editor = django_user_model.objects.create_user("editor", "e@example.org", "pass")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    assert "edges-behind" not in client.get("/admin/").content.decode()
