"""Answers are kept for many who ask at once, and by several processes, and none of them is stale."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from stories.delivery.finishing import left_to_others
from tests.factories import ProjectPageFactory, StoryPageFactory, ThemeFactory
from tests.room import url_of

ROOT = Path(__file__).resolve().parent.parent.parent
API = "/api/delivery/v1/"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story():
    return StoryPageFactory(
        slug="song",
        title="Song",
        project=ProjectPageFactory(slug="quay"),
        themes=[ThemeFactory(name="Weaving")],
    )


def test_many_who_ask_for_a_cold_page_wait_for_one_who_makes_it(story, monkeypatch):
    from stories.presentation import details

    made = []
    presented = details.PagePresenter.present

    def present(self):
        made.append(self.page.pk)
        return presented(self)

    monkeypatch.setattr(details.PagePresenter, "present", present)
    Client().get("/en/projects/")  # what a process does once
    made.clear()
    answers = []

    def ask():
        try:
            answers.append(Client().get("/en/stories/song/").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 200
    assert len(made) <= 2


READER = """
import sys
from config.wsgi import application
from django.test import RequestFactory
make = RequestFactory(headers={"host": "localhost"})
for address in sys.stdin:
    response = application(make.get(address.strip()).environ, lambda *told: None)
    print(b"".join(response).decode(), flush=True)
"""


def test_another_process_never_reads_what_is_stale(settings, redis_server, story):
    """Published in this process, read in another one, with one Redis between them."""
    theme = story.themes.get()
    address = f"{API}stories/{story.translation_key}/?fields=title,themes.title"
    environment = {
        **os.environ,
        "DATABASE_URL": url_of(connection.settings_dict["NAME"]),
        "KEEP_ANSWERS": "1",
        "CACHE_URL": redis_server.url,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
    }
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", READER],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as reader:  # fmt: skip
        # On SQLite the same, in less time: there is one writer only.
        for number in range(1000 if connection.vendor == "postgresql" else 100):
            theme.name = f"Theme {number}"
            if number % 50 == 0:  # saving a page takes so much longer, and so does finishing it
                theme.save()
                story.title = f"Title {number}"
                story.save()
            else:
                with left_to_others():
                    theme.save()
            reader.stdin.write(f"{address}\n")
            reader.stdin.flush()
            shown = json.loads(reader.stdout.readline())
            assert (shown["title"], shown["themes"][0]["title"]) == (story.title, theme.name)
        reader.stdin.close()


def test_a_connection_that_was_lost_is_opened_again(client):
    StoryPageFactory(slug="river-song")
    assert client.get("/en/stories/river-song/").status_code == 200
    connection.connection.close()
    assert client.get("/en/stories/river-song/").status_code == 200
