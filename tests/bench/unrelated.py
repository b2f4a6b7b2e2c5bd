"""Of many answers that are kept, how many one publication leaves valid.

    {"kept": 10000, "changed": {"list": 300}, "for_nothing": {"search": 24}, "valid": 9676, "share": 0.997}

`changed` are those that are other answers since, `for_nothing` those that are made anew and are the same;
`share` is that of the valid ones in all that did not change.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from itertools import islice, product

from .addresses import addresses
from .environment import LANGUAGES, environment
from .folders import ROOT, say

HOST = {"HTTP_HOST": "127.0.0.1"}
# A site of few stories gives as many answers by telling of each in several ways.
FIELDS = (
    "title",
    "summary",
    "body",
    "lead_image",
    "themes",
    "project",
    "contributors",
    "translations",
)
MEGABYTES = "4000"
SPARE = 100  # for those of the published story itself


def measured(name, count, stories):
    """The above, of a site of so many stories."""
    say(f"Keeping {count:,} answers, and publishing one story …")
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.bench.unrelated", str(count)],
        cwd=ROOT,
        env=os.environ | environment(name, KEPT_MEGABYTES=MEGABYTES),
        input=json.dumps(asked(name, count + SPARE, stories)).encode(),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return json.loads(told.splitlines()[-1])


def asked(name, count, stories):
    """``(kind, path)`` of so many answers: every page of the list, some searches, and stories."""
    paths = addresses(name, stories * len(LANGUAGES))
    pages = -(-stories // 20) * len(LANGUAGES)
    lists = [("list", path) for path in paths["list"][:pages]]
    searches = [(kind, path) for kind in ("search", "search_html") for path in paths[kind]]
    told = [(kind, path) for kind in ("html", "detail") for path in paths[kind]]
    more = (
        ("detail", f"{path}&fields={','.join(field for field, is_in in choice if is_in)}")
        for choice in (
            list(zip(FIELDS, ways, strict=True))
            for ways in product((True, False), repeat=len(FIELDS))
        )
        for path in paths["detail"]
    )
    few = lists + searches + told
    return few[:count] + list(islice(more, max(0, count - len(few))))


def main(count, paths):
    import django

    django.setup()
    from django.db import transaction
    from django.test import Client

    from stories.delivery.memory import memory
    from stories.delivery.shelf import shelf
    from stories.models import StoryPage

    client = Client(**HOST)

    def ask(path):
        """The answer's ETag."""
        response = client.get(path)
        assert response.status_code == 200, path
        return response.headers["ETag"]

    with transaction.atomic():  # nothing of this stays
        stories = StoryPage.objects.filter(locale__language_code=LANGUAGES[0])
        story = stories.order_by("pk")[stories.count() // 2]
        story.unpublish()
        its_own = {f"/stories/{story.slug}/", str(story.translation_key)}
        answers = [
            (kind, path, ask(path))
            for kind, path in paths
            if not any(part in path for part in its_own)
        ][:count]
        by_path = {_path(address): held for address, held in shelf.items()}
        story.title = "A story that has just been published"
        story.save_revision().publish()
        with memory.reading():
            stale = [each for each in answers if not by_path[each[1]].is_valid()]
        other = [kind for kind, path, tag in stale if ask(path) != tag]
        transaction.set_rollback(True)
    found = tally(answers, [each[0] for each in stale], other)
    print(json.dumps(found))  # noqa: T201


def tally(answers, stale, changed):
    """From the kinds of those that were made anew, and of those of them that are other answers."""
    for_nothing = Counter(stale) - Counter(changed)
    valid = len(answers) - len(stale)
    return {
        "kept": len(answers),
        "changed": Counter(changed),
        "for_nothing": for_nothing,
        "valid": valid,
        "share": valid / (len(answers) - len(changed)),
    }


def _path(address):
    _scheme, _host, _script, path, query = address
    return f"{path}?{query}" if query else path


if __name__ == "__main__":
    main(int(sys.argv[1]), json.load(sys.stdin))
