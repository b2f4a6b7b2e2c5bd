"""`make bench SCALE=1`: whether a hundred times as many stories make uncached answers dearer.

Both sites are asked by turns, one request at a time. Writes var/bench-scale.json. STORIES in the environment
changes how many the larger one has.
"""

import json
import os
from contextlib import ExitStack

import psycopg

from . import content, database
from .addresses import stories
from .document import document
from .environment import LANGUAGES
from .folders import ROOT, say
from .load import Asked, load
from .memory import pss
from .process import end_what_was_started
from .site import site

SMALL, LARGE = 500, int(os.environ.get("STORIES", 50_000))
MOST = 1.3
ROUNDS, SECONDS = 3, 3
ASKED = 30
RESULTS = ROOT / "var" / "bench-scale.json"
API = "/api/delivery/v1"
FILTERS = ("theme", "community", "place", "programme", "project")


def main():
    end_what_was_started()
    names = {count: content.ready(count, is_searched=False) for count in (SMALL, LARGE)}
    paths = {count: addresses(name, count) for count, name in names.items()}
    for count, name in names.items():
        asked = {path for each in paths[count].values() for path in each if path.startswith(API)}
        content.filled(name, sorted(asked))
    with ExitStack() as running:
        sites = {
            count: running.enter_context(site(name, paths[count]["page"][0], is_kept=False))
            for count, name in names.items()
        }
        best = {kind: {} for kind in paths[SMALL]}
        for turn in range(ROUNDS):
            for kind, found in best.items():
                say(f"Round {turn + 1} of {ROUNDS}: {kind}")
                for count, server in sites.items():
                    asked = Asked(server.origin, tuple((path, "") for path in paths[count][kind]))
                    load(asked, 2, 1)
                    each = load(asked, 1, SECONDS)
                    if each["failed"]:
                        say(f"  {each['failed']} requests failed")
                    found[count] = min(found.get(count, each["p50"]), each["p50"])
        memory = {count: sorted(map(pss, server.children())) for count, server in sites.items()}
    rows = [
        {"what": kind, "small_ms": each[SMALL], "large_ms": each[LARGE],
         "ratio": round(each[LARGE] / each[SMALL], 2)}
        for kind, each in best.items()
    ]  # fmt: skip
    found = {"small": SMALL, "large": LARGE, "requests": rows, "workers_mb": memory}
    RESULTS.write_text(json.dumps(found, indent=1))
    say("\n".join(["", *lines(found), "", f"All figures: {RESULTS}"]))
    document("scale", lines(found))


def lines(found):
    yield f"| Median in ms | {SMALL} stories | {LARGE:,} stories | ratio | at most {MOST} |"
    yield "|---|---:|---:|---:|---|"
    for each in found["requests"]:
        met = "met" if each["ratio"] <= MOST else "**missed**"
        yield (
            f"| {each['what']} | {each['small_ms']:.1f} | {each['large_ms']:.1f} | {each['ratio']} | {met} |"
        )
    yield ""
    for count, workers in found["workers_mb"].items():
        yield f"Workers with {count:,} stories: {' + '.join(f'{each:.0f}' for each in workers)} MB (PSS)"


def addresses(name, count):
    """``{kind: paths}``; deep pages are those of offset 1,000 or, of fewer stories, the last."""
    with psycopg.connect(database.url(name)) as connection:
        rows = stories(connection, ASKED)
        words = {each: _slugs(connection, f"stories_{each}") for each in FILTERS[:3]}
        words |= {
            each: _slugs(
                connection,
                f"stories_{each}page JOIN wagtailcore_page"
                " ON wagtailcore_page.id = contentpage_ptr_id",
            )
            for each in FILTERS[3:]
        }
    last, deep = count - 20, min(1000, count - 20)
    lists = f"{API}/stories/?locale=%s&limit=20"
    found = {
        "list": [lists % tag for tag in LANGUAGES],
        "detail": [f"{API}/stories/{key}/?locale={tag}" for key, _slug, tag in rows],
        "page": [f"/{tag}/stories/{slug}/" for _key, slug, tag in rows],
        "page of the list": [f"/{tag}/stories/" for tag in LANGUAGES],
        "list by title": [f"{lists % tag}&order=title" for tag in LANGUAGES],
        "list, offset 1,000": [f"{lists % tag}&offset={deep}" for tag in LANGUAGES],
        "list, last page": [f"{lists % tag}&offset={last}" for tag in LANGUAGES],
    }
    for each in FILTERS:
        # A project of the small site has five stories: so many are asked for of both.
        few = lists.replace("limit=20", "limit=5") if each == "project" else lists
        found[f"list, {each}"] = [
            f"{few % LANGUAGES[number % 3]}&{each}={word}"
            for number, word in enumerate(words[each])
        ]
    return found


def _slugs(connection, rows):
    query = f"SELECT DISTINCT slug FROM {rows} ORDER BY slug LIMIT {ASKED}"
    return [slug for (slug,) in connection.execute(query)]


if __name__ == "__main__":
    main()
