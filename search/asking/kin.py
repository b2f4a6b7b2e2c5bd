"""Words of the vocabulary that a word of a question may mean as well."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from search.analysis.errors import errors, errors_allowed
from search.analysis.families.compounding import is_compound_of
from search.analysis.kinship import compared, is_inflected_by_likeness, kinship
from search.analysis.stems import stemmer_of
from search.index.spellings import grams_in
from search.models import Gram, Spelling

NEAR = 0.72
MOST = 30
CANDIDATES = 200
# A word has at least a sixth of its runs of letters in common with one that is alike: bagde, badge.
SHARED = 6
SHORTEST_BEGINNING = 3  # letters of the Latin alphabet, of which others take more for a word
FOUND = f"SELECT language, exact, folded, stem, entries FROM {Spelling._meta.db_table}"


@dataclass(frozen=True)
class Known:
    """A spelling of the vocabulary, and how near it is to what was asked for (of errors, how far)."""

    language: str
    exact: str
    folded: str
    stem: str
    entries: int
    nearness: float = 1.0


def same(parts):
    """Every known form of the words themselves: with the same stem, or alike but for marks."""
    words = [word for part in parts for word in part.forms.values() if not word.is_unspaced]
    if not words:
        return []
    stems, folded = {word.stem for word in words}, {word.folded for word in words}
    return _found(
        f"stem IN ({_places(stems)}) OR folded IN ({_places(folded)}) ORDER BY id",
        *sorted(stems),
        *sorted(folded),
    )


def _found(condition, *parameters):
    """Spellings of the vocabulary. Written once: Django takes longer to write than databases to answer."""
    with connection.cursor() as cursor:
        cursor.execute(f"{FOUND} WHERE {condition}", parameters)
        return [Known(*row) for row in cursor.fetchall()]


def _places(values):
    return ", ".join(["%s"] * len(values))


def beginning_with(part, is_known):
    """The most frequent words that begin as this one does; if it `is_known` itself, it takes more letters to
    mean others as well.
    """
    found = {}
    beginnings = {word.folded for word in part.forms.values()}
    for beginning in beginnings:
        shortest = SHORTEST_BEGINNING if is_known or beginning.isascii() else 2
        if len(beginning) < shortest:
            continue
        several = _found(
            f"folded LIKE %s AND language IN ({_places(part.languages)})"
            f" ORDER BY entries DESC, id LIMIT {MOST}",
            f"{beginning}%",
            *part.languages,
        )
        found |= {(each.language, each.exact): each for each in several}
    return list(found.values())


# Counted before anything else is read: some runs of letters are in a tenth of all words.
SQL = """
SELECT spelling.language, spelling.exact, spelling.folded, spelling.stem, spelling.entries
FROM (
    SELECT spelling, count(*) AS shared FROM {gram} WHERE gram IN ({grams})
    GROUP BY spelling HAVING count(*) * {least} >= %s
) AS near JOIN {spelling} AS spelling ON spelling.id = near.spelling
ORDER BY near.shared * 2.0 / (length(spelling.folded) + %s) DESC, spelling.id
LIMIT %s
"""


def alike(part, languages):
    """Words that share letters with this one."""
    found = {}
    by_letters = defaultdict(list)
    for tag in languages:
        by_letters[_letters(part, tag)].append(tag)
    for letters, tags in by_letters.items():
        for known in _alike(letters, tags):
            found[known.language, known.exact] = known
    return list(found.values())


def _alike(letters, tags):
    wanted = sorted(gram for tag in tags for gram in grams_in(tag, letters))
    count = len(wanted) // len(tags)  # in each language
    sql = SQL.format(
        gram=Gram._meta.db_table,
        spelling=Spelling._meta.db_table,
        grams=_places(wanted),
        least=SHARED,
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*wanted, count, count, CANDIDATES])
        return [Known(*row) for row in cursor.fetchall()]


def forms_of(known):
    """The other forms of a word of the vocabulary, in its language, where there are no rules for them."""
    if not is_inflected_by_likeness(known.language):
        return []
    letters = compared(known.folded, known.stem, known.language)
    return [
        each
        for each in _alike(letters, [known.language])
        if kinship(letters, compared(each.folded, each.stem, each.language), each.language) >= NEAR
    ][:MOST]


def forms(part, candidates, languages, home):
    """Of the candidates those that are forms of the word, by likeness, the nearest first; in other
    languages than `home` only the near ones.
    """
    found = []
    for each in candidates:
        if each.language in languages:
            theirs = compared(each.folded, each.stem, each.language)
            near = kinship(_letters(part, each.language), theirs, each.language)
            if near >= NEAR or (near and each.language == home):
                found.append(Known(*_row(each), near))
    return sorted(found, key=lambda each: (-each.nearness, -each.entries, each.exact))[:MOST]


def compounds(part, candidates, home):
    """Of the candidates those that are longer words made with this one, in the language `home`."""
    word = part.forms.get(home)
    return [
        each
        for each in candidates
        if word and each.language == home and is_compound_of(word.stem, each.stem, home)
    ]


def meant(part, candidates, home, is_known):
    """Of the candidates those that the word may be a misspelling of, the likeliest first. If it `is_known`
    in another language, one letter only may be wrong.
    """
    found = []
    for each in candidates:
        word = part.forms.get(each.language)
        if word is None:
            continue
        letters = _letters(part, each.language)
        theirs = compared(each.folded, each.stem, each.language)
        count = errors(letters, theirs)
        allowed = min(errors_allowed(letters[-1]), 1 if is_known else MOST)
        if count > allowed and stemmer_of(each.language):
            # Misspelt, and in another form than any page has it in: less likely than misspelt only.
            count = 1 + errors((word.stem,), (each.stem,))
            allowed = 1 + errors_allowed(word.stem)
        # Who errs rarely errs in the first letter as well, or in the language.
        is_begun_otherwise = letters[-1][:1] != theirs[-1][:1]
        if count <= allowed and not (count > 1 and is_begun_otherwise):
            count += 0.5 * is_begun_otherwise + (each.language != home)
            found.append(Known(*_row(each), count))
    found.sort(key=lambda each: (each.nearness, each.language != home, -each.entries, each.exact))
    if not found:
        return []
    best = found[0].nearness
    return [each for each in found if each.nearness <= best + 0.5][:8]


def _letters(part, language):
    word = part.forms[language]
    return compared(word.folded, word.stem, language)


def _row(known):
    return known.language, known.exact, known.folded, known.stem, known.entries
