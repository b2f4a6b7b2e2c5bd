"""`make lighthouse`: the demo as a phone on a slow line sees it, by Lighthouse on its mobile settings.

The demo is made once, under var/bench/. ROUNDS in the environment (3) says how often each page is
looked at; the median counts. Writes var/lighthouse.json.
"""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.fixtures.browser import FLAGS, PLACES
from tests.ports import free_port

from .document import document
from .environment import environment
from .folders import HERE, ROOT, made, say
from .process import Process, ask, end_what_was_started
from .site import SERVE, options

VERSION = "13.5.0"
FOLDER = ROOT / "var" / "tools" / f"lighthouse-{VERSION}"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
DATABASE = HERE / "demo.sqlite3"
RESULTS = ROOT / "var" / "lighthouse.json"
ROUNDS = int(os.environ.get("ROUNDS", 3))
PAGES = {
    "home": "/en/",
    "story": "/en/stories/the-badge/",
    "index": "/en/stories/",
    "search": "/en/search/?q=river",
    "story, in Arabic": "/ar/stories/the-badge/",
    "story, in Bengali": "/bn/stories/the-river-takes-a-name/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# What a search engine is not to list is right to say so.
MEANT = {"search": "is-crawlable"}
SCORE, LCP, CLS, SCRIPTS = 98, 1800, 0.02, 12_000


def main():
    end_what_was_started()
    install()
    env = prepared()
    port = free_port()
    with Process(
        "lighthouse", [sys.executable, str(SERVE), *options(port)], port, PAGES["home"], env
    ) as server:
        found = {name: looked_at(server.origin, name, path) for name, path in PAGES.items()}
    RESULTS.write_text(json.dumps(found, indent=1))
    say("\n".join(["", *lines(found), "", f"All figures: {RESULTS}"]))
    document("lighthouse", lines(found))


def install():
    if PROGRAM.exists():
        return
    say(f"Installing Lighthouse {VERSION} …")
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent")
    package = f"lighthouse@{VERSION}"
    subprocess.run(["npm", "install", *quiet, "--prefix", FOLDER, package], check=True)


def prepared():
    """The environment of a site with the demo, as in production."""
    env = environment(
        "demo",
        DATABASE_URL=f"sqlite:///{DATABASE}",
        LANGUAGES="en,ar,bn,so,pl,zh-hans,fr,es",
        EDGE_URL="",
    )

    def manage(*command, **more):
        subprocess.run(
            [sys.executable, "manage.py", *command, "--verbosity=0"],
            cwd=ROOT, env={**env, **more}, check=True,
        )  # fmt: skip

    if not DATABASE.exists():
        say("Loading the demo …")
        manage("migrate")
        manage("demo", DEBUG="1")
    manage("collectstatic", "--noinput")
    return env


def looked_at(origin, name, path):
    """``{category: score, "lcp", "cls", "scripts"}`` of a page, the median of all rounds."""
    ask(origin, path)  # a visitor is rarely the first
    rounds = []
    for turn in range(ROUNDS):
        say(f"Round {turn + 1} of {ROUNDS}: {name}")
        rounds.append(figures(report(origin + path), MEANT.get(name)))
    found = {key: median(each[key] for each in rounds) for key in rounds[0]}
    return found | {"scripts": scripts(origin, path)}


def report(url, patience=2):
    """What Lighthouse says of a page. Now and then it misses the beginning, and asks to be run again."""
    output = made("lighthouse") / "report.json"
    flags = " ".join(["--headless=new", *FLAGS])
    chromium = next(place for place in PLACES if place and Path(place).exists())
    said = subprocess.run(
        ["node", PROGRAM, url, "--quiet", "--output=json", f"--output-path={output}",
         f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"],
        env=os.environ | {"CHROME_PATH": chromium}, check=not patience,
    )  # fmt: skip
    if said.returncode:
        return report(url, patience - 1)
    return json.loads(output.read_text())


def figures(said, meant):
    """Scores of 100, LCP in ms and CLS; an audit that is `meant` to fail does not count."""
    audits = said["audits"]
    scores = {}
    for category in CATEGORIES:
        counted = [
            (each["weight"], audits[each["id"]]["score"])
            for each in said["categories"][category]["auditRefs"]
            if each["weight"] and each["id"] != meant and audits[each["id"]]["score"] is not None
        ]
        whole = sum(weight for weight, _score in counted)
        scores[category] = round(100 * sum(weight * score for weight, score in counted) / whole)
    return scores | {
        "lcp": round(audits["largest-contentful-paint"]["numericValue"]),
        "cls": round(audits["cumulative-layout-shift"]["numericValue"], 3),
    }


def scripts(origin, path):
    """What all of the page's scripts weigh, compressed."""

    def text(address):
        return ask(origin, address, {"Accept-Encoding": "identity"})[2]

    html = text(path).decode()
    addresses = {part.split('"')[0] for part in html.split('<script src="')[1:]}
    return sum(len(gzip.compress(text(address))) for address in addresses)


def lines(found):
    yield "| | performance | accessibility | best practices | SEO | LCP | CLS | JavaScript | |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---|"
    for name, each in found.items():
        scores = [each[category] for category in CATEGORIES]
        met = (
            min(scores) >= SCORE
            and each["lcp"] < LCP
            and each["cls"] < CLS
            and each["scripts"] < SCRIPTS
        )
        cells = [*scores, f"{each['lcp'] / 1000:.2f} s", each["cls"], f"{each['scripts']} B"]
        yield f"| {name} | {' | '.join(map(str, cells))} | {'met' if met else '**missed**'} |"
    yield ""
    yield (
        f"Goals: each score at least {SCORE}, LCP under {LCP / 1000} s, CLS under {CLS}, "
        f"JavaScript under {SCRIPTS // 1000} kB compressed."
    )


if __name__ == "__main__":
    main()
