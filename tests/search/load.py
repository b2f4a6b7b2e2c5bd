"""``python -m tests.search.load`` fills an index with 100,000 entries and prints what searching it costs.

The entries are of no pages: their words are those of the demo and of made-up ones, as frequent as words are
(Zipf), in the demo's languages. ENTRIES in the environment changes how many.
"""

import os
import resource
import statistics
import sys
import time
from collections import Counter
from itertools import accumulate, islice
from random import Random
from types import SimpleNamespace
from uuid import UUID

import django

ENTRIES = int(os.environ.get("ENTRIES", 100_000))
WORDS = 140  # of an entry, of which the title has five and the summary fifteen
VOCABULARY = 30_000  # words in a language
TIMES = 60


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.db import connection

    from .evaluate import LANGUAGES

    connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        words = {language: vocabulary(language) for language in LANGUAGES}
        rate, grown = fill(words)
        say(f"{ENTRIES:,} entries on {connection.vendor}: {rate:.0f} written a second")
        say(f"memory grew by {grown:.0f} MB from the first tenth to the last")
        for what, text in questions(words["en"]).items():
            say("{}: {} found, p50 {:.1f} ms, p95 {:.1f} ms".format(what, *asked(text)))
        if connection.vendor == "postgresql":
            say(plan(connection))
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def vocabulary(language):
    """Words of a language, the most frequent first."""
    from search.analysis.words import words_of

    from .evaluation.corpus import corpus

    text = " ".join(piece.text for each in corpus(language) for piece in each.pieces).lower()
    # Of unspaced scripts pairs of letters, about as long as their words are.
    found = (
        text[word.start : word.end] for word in words_of(text, language) if not word.form.is_letter
    )
    known = [word for word, _count in Counter(found).most_common(VOCABULARY)]
    random = Random(language)
    while len(known) < VOCABULARY:
        one, other = random.choice(known[:2_000]), random.choice(known[:2_000])
        known.append(one[: len(one) // 2 + 1] + other[len(other) // 2 :])
    return known


def entries(words):
    """So many entries, as they are prepared for the index."""
    from search.index.texts import BODY, SUMMARY, TITLE, Piece
    from search.index.writing import Prepared

    random = Random(1)
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    languages = list(words)
    for number in range(ENTRIES):
        language = languages[number % len(languages)]
        said = random.choices(words[language], cum_weights=weights, k=WORDS)
        parts = {TITLE: said[:5], SUMMARY: said[5:20], BODY: said[20:]}
        yield Prepared(
            page_id=number + 1,
            key=UUID(int=number + 1),
            locale=language,
            expire_at=None,
            pieces=[Piece(place, " ".join(part), language) for place, part in parts.items()],
            facets=[["language", language], ["type", "story"], ["format", "text"]],
        )


def fill(words):
    """``(entries written a second, megabytes)``; to make up their words is not counted."""
    from config.garbage import look_seldom
    from search.index.writing import BATCH, write

    look_seldom()

    taken, sizes, made = 0, [], entries(words)
    while batch := list(islice(made, BATCH)):
        started = time.monotonic()
        write(batch)
        taken += time.monotonic() - started
        sizes.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return ENTRIES / taken, sizes[-1] - sizes[len(sizes) // 10]


def questions(words):
    common, other = words[0], words[40]
    return {
        "the most frequent word": common,
        "a frequent word": words[5],
        "two frequent words": f"{words[5]} {other}",
        "a rare word": words[VOCABULARY - 500],
        "a frequent word, misspelt": f"{words[30][:2]}q{words[30][2:]}",
    }


def asked(text):
    """``(found, p50, p95)`` in milliseconds, of what is asked as if something had changed each time."""
    from search.asking.matching import matches, words
    from search.search import search
    from stories.delivery.memory import memory
    from stories.translation.locales import Fallback

    reader = SimpleNamespace(language="en", fallback=Fallback(("en",)))
    times = []
    for _turn in range(TIMES):
        memory.forget()
        words.forget()
        matches.forget()
        started = time.perf_counter()
        found = search(text, reader, limit=20)
        times.append((time.perf_counter() - started) * 1000)
    return found.count, statistics.median(times), statistics.quantiles(times, n=20)[-1]


def plan(connection):
    """What PostgreSQL says it does for a term."""
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")  # as the function has it that searches ask
        cursor.execute("EXPLAIN SELECT rowid FROM search_terms WHERE terms @@ '''en:river.'':*'")
        return "\n".join(line for (line,) in cursor.fetchall())


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.path[:0] = ["site", "."]
    main()
