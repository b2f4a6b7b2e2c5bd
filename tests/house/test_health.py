"""Load balancers learn whether the site is alive, and what it stands on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NOTHING_ANSWERS = {
    "DATABASE_URL": "postgres://someone:hush-hush@127.0.0.1:1/site",
    "CACHE_URL": "redis://:hush-hush@127.0.0.1:1/0",
    "S3_BUCKET": "files",
    "S3_ENDPOINT_URL": "http://127.0.0.1:1",
    "S3_REGION": "us-east-1",
    "S3_ACCESS_KEY_ID": "someone",
    "S3_SECRET_ACCESS_KEY": "hush-hush",
}
ASK = """
import django; django.setup()
from django.test import Client
for path in ("/healthz", "/readyz"):
    answer = Client().get(path)
    print(answer.status_code, answer.content.decode())
"""


@pytest.mark.django_db(transaction=True)
def test_ready_when_all_answer(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "down": [],
        "parts": {"database": "ok", "cache": "ok", "storage": "ok"},
    }
    assert "no-store" in answer.headers["Cache-Control"]


def test_alive_asks_nobody(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


def test_what_is_down_is_named_and_no_secret_is_told():
    result = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env=os.environ
        | {
            "PYTHONPATH": f"site{os.pathsep}.",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "hush-hush",
            "ALLOWED_HOSTS": "testserver",
        }
        | NOTHING_ANSWERS,
        capture_output=True,
        text=True,
        timeout=60,
    )
    alive, ready = result.stdout.splitlines()
    assert alive == '200 {"status": "ok"}'
    status, body = ready.split(" ", 1)
    assert status == "503"
    assert sorted(json.loads(body)["down"]) == ["cache", "database", "storage"]
    assert "hush-hush" not in result.stdout + result.stderr
    assert "storage is down" in result.stderr
