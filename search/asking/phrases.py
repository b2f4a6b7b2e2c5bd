"""Which of a number of entries have words in a row."""

from pyroaring import BitMap

from search.analysis.scripts import ELSEWHERE
from search.analysis.words import words_of
from search.models import Entry

MOST = 5_000
CHUNK = 500


def having(phrase, candidates):
    """Those of the candidates, the newest of them, in whose texts the parts of the phrase stand in a row."""
    found = BitMap()
    numbers = list(reversed(candidates))[:MOST] if len(candidates) else []
    for start in range(0, len(numbers), CHUNK):
        rows = Entry.objects.filter(pk__in=numbers[start : start + CHUNK])
        for pk, texts in rows.values_list("pk", "texts").iterator():
            if any(stands_in(phrase, each["text"], each["language"]) for each in texts):
                found.add(pk)
    return found


def stands_in(phrase, text, language):
    """Whether the text has the words of the phrase, marks aside, one after the other."""
    wanted = [part.forms.get(language, part.forms[ELSEWHERE]) for part in phrase]
    # Pairs and letters by place: a pair begins where its first letter does.
    if phrase[0].is_pair:
        return _letters(phrase) in "".join(
            word.folded for word in words_of(text, language) if word.is_pair and _single(word)
        )
    words = [word.folded for word in words_of(text, language)]
    row = [word.folded for word in wanted]
    first = row[0]
    return any(
        word == first and words[place : place + len(row)] == row for place, word in enumerate(words)
    )


def _letters(phrase):
    """What overlapping pairs say: 河流, 流之, 之歌 is 河流之歌."""
    letters = next(iter(phrase[0].forms.values())).folded
    for part in phrase[1:]:
        letters += next(iter(part.forms.values())).folded[-1:]
    return letters


def _single(word):
    return word.end - word.start == 1 or len(word.folded) == 1
