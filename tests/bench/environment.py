"""The environment of a site in production, as docs/operators.md has it."""

import os

from . import database
from .folders import ROOT

ORIGIN = "http://127.0.0.1:8000"
LANGUAGES = ("en", "ar", "bn")


def environment(name, **more):
    """That of the site whose database has that name."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "SECRET_KEY": "of a site that only this machine can reach, and only while it is measured",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": ORIGIN,
        "LANGUAGES": ",".join(LANGUAGES),
        "RATE_LIMIT_SEARCH": "off",  # all that ask here are one client
        "EDGE_URL": "varnish://nothing-is-purged-while-it-is-measured@127.0.0.1:6081",
        **({} if "DATABASE_URL" in more else {"DATABASE_URL": database.url(name)}),
        **more,
    }
