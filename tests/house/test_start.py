"""What is missing or wrong in the environment stops the start with one clear line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parent.parent.parent
COMPLETE = {
    "SECRET_KEY": "f0Qm1rV8xT2cLw7Zk4Bn9Hs3Yd6Gp5JaUe0iOoR2tWqXv-Ck7Mz",
    "ALLOWED_HOSTS": "stories.example.org",
    "BASE_URL": "https://stories.example.org",
    "DATABASE_URL": "sqlite://:memory:",
}


def start(*arguments, **environment):
    """Runs a command in a new process that has just this environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")} | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS is not set"),
        ("LANGUAGES", "en,tlh", "names tlh"),
        ("DEFAULT_LANGUAGE", "qq", "names qq"),
        ("BASE_URL", "stories.example.org", "Set it to an address such as https://"),
        ("TRUSTED_PROXIES", "the-proxy", "Set it to addresses or networks"),
        ("RATE_LIMIT_READS", "600 a minute", "Set it to a rate such as 600/m"),
        ("RATE_LIMIT_SEARCH", "", "RATE_LIMIT_SEARCH is ''"),
        ("TASKS_BACKEND", "celery", "Set it to immediate or database"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL cannot be understood"),
        ("CACHE_URL", "nonsense", "CACHE_URL cannot be understood"),
        ("EMAIL_URL", "nonsense", "EMAIL_URL cannot be understood"),
        ("EDGE_URL", "https://cdn.example", "begins with none of azure-cdn, azure-front-door"),
        ("EDGE_URL", "varnish://short@127.0.0.1:6081", "less than 16 plain characters"),
        ("EDGE_URL", "varnish://a-secret-of-16-characters@cache", "has no host and port"),
        ("EDGE_URL", "cloudflare://zone", "is a token and a zone's id"),
        ("EDGE_URL", "cloudfront://key@E1", "is a distribution's id"),
        ("EDGE_URL", "azure-cdn://id@group/profile/endpoint", "azure-identity are not installed"),
        ("EDGE_URL", "cloudfront://E1 cloudfront://E1", "cloudfront E1 is named twice"),
        ("PREVIEW_URL", "https://front.example.org/?path={path}", "PREVIEW_URL is"),
        ("SECURITY_CONTACT", "security@example.org", "such as mailto:security@example.org"),
        ("SECURITY_POLICY", "our-policy", "Set it to the address of a page"),
        ("MACHINE_TRANSLATION_URL", "translate.example", "such as https://translate.example.org"),
        ("MACHINE_TRANSLATION_URL", "https://:80x/", "such as https://translate.example.org"),
    ],
)
def test_one_line_says_what_is_wrong(name, value, words):
    result = start("check", **COMPLETE | {name: value})
    assert result.returncode == 1
    assert words in result.stderr
    assert result.stderr.startswith("Meeting Place cannot start: ")
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_debug_needs_nothing():
    assert start("check", DEBUG="1", DATABASE_URL="sqlite://:memory:").returncode == 0


def test_production_settings_pass_djangos_own_check():
    result = start("check", "--deploy", "--fail-level", "WARNING", **COMPLETE)
    assert result.returncode == 0, result.stderr
    assert "WARNINGS" not in result.stderr


@pytest.mark.parametrize(("base", "https"), [("https", True), ("http", False)])
def test_https_follows_the_base_address(base, https):
    names = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS"
    code = (
        "from django.conf import settings;"
        f"print([bool(getattr(settings, name)) for name in {names.split()}])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONPATH": "site", "DJANGO_SETTINGS_MODULE": "config.settings"}
        | COMPLETE
        | {"BASE_URL": f"{base}://stories.example.org"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == str([https] * 4)
