"""`make bench`: builds the site once, measures it beside its floors, prints a table, writes var/bench.json.

STORIES, SECONDS and ROUNDS in the environment change how much is measured; of several rounds the best
counts, of the site and of the floors alike.
"""

import json
import os
from contextlib import ExitStack
from datetime import UTC, datetime

from . import content, floors, unrelated
from .addresses import COLD, KEPT, addresses
from .document import document
from .folders import RESULTS, say
from .goals import MANY, goals
from .load import Asked, load
from .memory import pss
from .process import ask, end_what_was_started
from .site import WORKERS, site
from .table import lines
from .varnish import varnish

STORIES = int(os.environ.get("STORIES", 2000))
SECONDS = int(os.environ.get("SECONDS", 3))
ROUNDS = int(os.environ.get("ROUNDS", 1))
REQUESTS = 10_000
ANSWERS = 10_000
MACHINE = "2 shared cores"
CONDITIONAL = "conditional"


def main():
    end_what_was_started()
    name = content.ready(STORIES)
    warm, cold = addresses(name, KEPT), addresses(name, COLD)
    found = {"machine": MACHINE, "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
             "stories": STORIES, "workers": WORKERS, "seconds": SECONDS, "rounds": ROUNDS}  # fmt: skip
    found |= first_answer_and_memory(name, cold, warm)
    found["unrelated"] = unrelated.measured(name, ANSWERS, STORIES)
    with ExitStack() as running:

        def start(process):
            return running.enter_context(process).origin

        first = warm["html"][0]
        kept = start(site(name, first))
        found["left_out"] = [kind for kind, paths in warm.items() if ask(kept, paths[0])[0] != 200]
        for kind in found["left_out"]:
            del warm[kind], cold[kind]
        asked = {"cold": site_asked(start(site(name, first, is_kept=False)), cold),
                 "warm": site_asked(kept, warm)}  # fmt: skip
        floors.keep_answers(asked["warm"])
        view = start(floors.constant(name, first))
        for target, origin in {
            "constant": view,
            "bare": start(floors.bare(name, first)),
            "varnish": start(varnish("site", kept, first)),
            "varnish_constant": start(varnish("constant", view, first)),
        }.items():
            asked[target] = same_asked(origin, asked["warm"])
        asked["nginx"] = files_asked(start(floors.nginx()), asked["warm"])
        found["requests"] = measured(asked)
    found["goals"] = goals(found)
    RESULTS.write_text(json.dumps(found, indent=1))
    say("\n".join(["", *lines(found), "", f"All figures: {RESULTS}"]))
    document("bench", lines(found))


def first_answer_and_memory(name, cold, warm):
    """Hundreds of answers that have to be made, then so many that are kept."""
    say("Starting the site, and asking it often …")
    with site(name, cold["html"][0]) as server:
        first, total = server.seconds, 0
        for paths, seconds in [(cold, 10), *[(warm, 3)] * 100]:
            if total >= REQUESTS:
                break
            mixed = [(path, "") for kind in ("html", "detail", "list") for path in paths[kind]]
            total += load(Asked(server.origin, tuple(mixed)), 8, seconds)["requests"]
        workers = sorted(map(pss, server.children()))
        whole = sum(workers) + pss(server.process.pid)
    return {
        "first_answer_seconds": round(first, 2),
        "memory": {"requests": total, "workers_mb": workers, "server_mb": round(whole, 1)},
    }


def site_asked(origin, paths):
    """What the site is asked, and the same details with the ETags that it gave them."""
    asked = {
        kind: Asked(origin, tuple((path, "") for path in each)) for kind, each in paths.items()
    }
    tagged = tuple((path, ask(origin, path)[1]["etag"]) for path in paths["detail"][:KEPT])
    return asked | {CONDITIONAL: Asked(origin, tagged)}


def same_asked(origin, kinds):
    """The same of another server."""
    return {kind: Asked(origin, each.addresses) for kind, each in kinds.items()}


def files_asked(origin, kinds):
    """The same answers as files."""
    return {
        kind: Asked(
            origin, tuple((f"/{kind}/{number}", "") for number in range(len(each.addresses)))
        )
        for kind, each in kinds.items()
    }


def warm_up(asked, is_kept):
    """Asks until everything is as it will be: where answers are kept, until all workers have them all."""
    for _turn in range(20):
        passes = load(asked, 8, 1)["requests"] / len(asked.addresses)
        if not is_kept or passes > 10:
            return


def measured(asked):
    """The best of all rounds, for each target, kind and number of connections."""
    best = {}
    for turn in range(ROUNDS):
        for kind in asked["warm"]:
            say(f"Round {turn + 1} of {ROUNDS}: {kind}")
            for target, kinds in asked.items():
                if kind == CONDITIONAL and target in ("nginx", "cold"):
                    continue
                warm_up(kinds[kind], is_kept=target != "cold")
                for connections in (1, MANY):
                    each = load(kinds[kind], connections, SECONDS)
                    if each["failed"]:
                        say(f"  {each['failed']} requests failed: {target}, {connections}")
                    key = target, kind, connections
                    if key not in best or each["rps"] > best[key]["rps"]:
                        best[key] = each
    return [
        {"target": target, "kind": kind, "connections": connections, **each}
        for (target, kind, connections), each in best.items()
    ]


if __name__ == "__main__":
    main()
