"""Which of a number of entries have words in a row."""

from array import array
from itertools import islice

from pyroaring import BitMap

from search.analysis.scripts import ELSEWHERE
from search.analysis.words import clusters, number
from search.index.concordance import NUMBER
from search.index.tables import table

from .choosing import newest_first

MOST = 50_000


def having(phrase, candidates):
    """Those of the candidates, the newest of them, in whose texts the parts of the phrase stand in a row."""
    languages = {tag for part in phrase for tag in part.forms} - {ELSEWHERE} or {ELSEWHERE}
    rows = {row for tag in languages if (row := _row(phrase, tag))}
    if not candidates or not rows:
        return BitMap()
    newest = islice(newest_first(candidates), MOST)
    return BitMap(table().having_rows(newest, sorted(rows)))


def _row(phrase, language):
    """What stands in entries where the phrase is said in that language, marks aside; or None."""
    numbers, before = array(NUMBER), None
    for part in phrase:
        form = part.forms.get(language) or part.forms.get(ELSEWHERE)
        if form is None:
            return None
        if not form.is_unspaced:
            numbers.append(form.folded_number)
            before = None
            continue
        # Pairs overlap: 河流, 流之, 之歌 is 河流之歌.
        letters = clusters(form.folded)
        skipped = 1 if before == letters[0] and len(letters) > 1 else 0
        numbers.extend(number(form.language, letter) for letter in letters[skipped:])
        before = letters[-1]
    return numbers.tobytes()
