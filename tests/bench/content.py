"""The sites that are measured: made once, and anew when a migration or what makes them has changed.

A museum without stories is made first, and copied for each site.
"""

import hashlib
import json
import logging
import os
import subprocess
import sys
import time

from . import database
from .environment import environment
from .folders import ROOT, made, say

MUSEUM = "bench_museum"
MAKES_MUSEUM = ("body", "pictures", "surroundings", "words")
MAKES_STORIES = (*MAKES_MUSEUM, "copying", "stories")


def ready(count, is_searched=True):
    """The name of a database with a site of so many stories, each in three languages.

    One that is not searched has no index for that, which takes three times as long to make as the rest; its
    stories lead to each other in turn, and its texts are left to `filled`.
    """
    name = f"bench_{count}" if is_searched else f"scale_{count}"
    mark = fingerprint(MAKES_STORIES)
    if not _is_made(MUSEUM, fingerprint(MAKES_MUSEUM)):
        _make(MUSEUM, fingerprint(MAKES_MUSEUM), "a museum that has no stories yet", "template0")
        _mark(name).unlink(missing_ok=True)
    if not _is_made(name, mark):
        what = f"a site of {count:,} stories in three languages"
        _make(name, mark, what, MUSEUM, str(count), "searched" if is_searched else "")
    if is_searched:
        _timed(name, "finished", "content", "finished")
    return name


def filled(name, paths):
    """Has the texts made of the pages that are asked for (`filling`), at those addresses of the API."""
    file = made("addresses") / f"{name}.json"
    file.write_text(json.dumps(paths))
    _timed(name, "finished or filled", "filling", str(file))


def _timed(name, what, module, *arguments):
    started = time.monotonic()
    _run(name, module, *arguments)
    say(f"{name}: what this release serves was {what} in {time.monotonic() - started:.0f} s")


def _mark(name):
    return made("sites") / name


def _is_made(name, mark):
    return _mark(name).exists() and _mark(name).read_text() == mark


def _make(name, mark, what, like, *arguments):
    _mark(name).unlink(missing_ok=True)
    started = time.monotonic()
    say(f"Making {what} …")
    database.make_anew(name, like)
    _run(name, "content", *arguments)
    _mark(name).write_text(mark)
    say(f"  made in {time.monotonic() - started:.0f} s")


def _run(name, module, *arguments):
    subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        env=os.environ | environment(name),
        check=True,
    )


def fingerprint(names):
    files = sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py"))
    files += [ROOT / "tests" / "bench" / f"{name}.py" for name in names]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_museum():
    from django.core.management import call_command

    from .pictures import make_pictures
    from .surroundings import make_surroundings

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    say("  pictures, each in all its widths")
    pictures = make_pictures()
    say("  vocabulary, objects, programmes, projects")
    make_surroundings(pictures)


def finish_all():
    """As whoever follows the log does when a new release has been installed."""
    from stories.delivery.finishing import doubt_other_releases, finish_some

    doubt_other_releases()
    while finish_some():
        pass


def main(count=None, is_searched=""):
    """Fills the database of this process's environment: with a museum, or with stories in it."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    from stories.delivery.finishing import left_to_others

    if count is None:
        with left_to_others():
            make_museum()
        return
    if count == "finished":
        finish_all()
        return
    from stories.delivery import register

    from .filling import bonds_only, lead_on
    from .stories import make_stories
    from .surroundings import surroundings

    if not is_searched:
        register._follow.clear()  # what follows the log is the index, and what is finished later
        register._touch[:] = [bonds_only]
    with left_to_others():
        make_stories(int(count), surroundings())
    if not is_searched:
        lead_on()


if __name__ == "__main__":
    main(*sys.argv[1:])
