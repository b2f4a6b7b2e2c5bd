"""Serves the site: `deploy/serve.py --workers 2 --port 8000`, with whatever options granian has.

Everything is loaded before the workers are forked, so that they share it: a worker then costs what it
keeps itself, and answers at once. docs/performance.md has the figures.
"""

import multiprocessing
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A view holds its thread until the database has answered: a few more than there are processors.
OPTIONS = ["--interface=wsgi", "--blocking-threads=4", "--log-level=warning"]


def load():
    """Loads what the first requests would load, and lets go of what workers must not share."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.db import connections
    from django.urls import get_resolver

    import config.wsgi  # noqa: F401

    get_resolver().url_patterns  # noqa: B018 (which imports all views)
    connections.close_all()


def main():
    multiprocessing.set_start_method("fork")
    load()
    from granian.cli import cli

    from config.garbage import look_seldom

    look_seldom()

    cli([*OPTIONS, *sys.argv[1:], "config.wsgi:application"])


if __name__ == "__main__":
    main()
