"""How well the search finds what is asked for: ``python -m tests.search`` prints it.

`tests/search/evaluation/` has the questions, a file a language: the query, what is to be found, and why
it is asked. They are asked of the demo's texts, of all languages in one index, in the reader's language.
"""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from django.db import transaction

from search.index.writing import write
from search.models import Entry
from search.search import search
from stories.translation.locales import Fallback

from .evaluation.corpus import corpus, identity

QUESTIONS = Path(__file__).parent / "evaluation"
LANGUAGES = sorted(path.stem for path in QUESTIONS.glob("*.txt"))
FIRST = 10


@dataclass(frozen=True)
class Asked:
    query: str
    wanted: tuple
    why: str
    found: tuple

    @property
    def recall(self):
        return len(set(self.wanted) & set(self.found)) / len(self.wanted)

    @property
    def reciprocal_rank(self):
        ranks = [place for place, name in enumerate(self.found, 1) if name in self.wanted]
        return 1 / ranks[0] if ranks else 0


@dataclass(frozen=True)
class Result:
    """Of one language: recall among the first ten, and mean reciprocal rank."""

    language: str
    asked: tuple

    @property
    def recall(self):
        return sum(each.recall for each in self.asked) / len(self.asked)

    @property
    def rank(self):
        return sum(each.reciprocal_rank for each in self.asked) / len(self.asked)


def questions(language):
    lines = (QUESTIONS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            query, wanted, why = (part.strip() for part in line.split(" | "))
            yield query, tuple(name.strip() for name in wanted.split(",")), why


def evaluate(languages=None):
    """A `Result` a language. What is written for it is taken back."""
    with transaction.atomic():
        prepared = [each for language in LANGUAGES for each in corpus(language)]
        names = {
            each.key: name for name in _names() for each in prepared if each.key == identity(name)
        }
        write(prepared)
        results = [_result(language, names) for language in languages or LANGUAGES]
        transaction.set_rollback(True)
    return results


def _names():
    return {
        name for language in LANGUAGES for _, wanted, _ in questions(language) for name in wanted
    }


def _result(language, names):
    asked = []
    for query, wanted, why in questions(language):
        reader = SimpleNamespace(language=language, fallback=Fallback((language, "en")))
        hits = search(query, reader, limit=FIRST).hits
        keys = Entry.objects.in_bulk([hit.entry for hit in hits])
        found = tuple(names.get(keys[hit.entry].key, "?") for hit in hits)
        asked.append(Asked(query, wanted, why, found))
    return Result(language, tuple(asked))


def lines(results):
    yield f"{'language':10} {'queries':>8} {'recall@10':>10} {'MRR':>6}"
    for each in results:
        yield f"{each.language:10} {len(each.asked):8} {each.recall:10.3f} {each.rank:6.3f}"


def misses(results):
    for result in results:
        for each in result.asked:
            if each.recall < 1 or each.reciprocal_rank < 1:
                yield f"{result.language}: {each.query} ({each.why}): {each.wanted} in {each.found}"
