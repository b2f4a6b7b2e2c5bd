"""How surely two words are forms of one, in languages whose affixes nobody keeps rules for."""

from .families import bantu, bengali, philippine, semitic
from .pieces import by_consonants, by_letters
from .spelled import FEW_LETTERS, spelled
from .stems import ALONE, base_of, stemmer_of, without_article

# A syllable is a word here, and none has other forms.
ISOLATING = {"vi"}


def compared(folded, stem, language):
    """What of a word is compared, most telling first: without marks, and, where rules find the shortest part
    of long words, that too; where there are rules for a few things only, what they leave.
    """
    rules = stemmer_of(language)
    if rules == "arabic":
        return stem, without_article(folded)
    if rules == "tamil":
        return folded, stem
    return (stem,) if base_of(language) in ALONE else (folded,)


def is_inflected_by_likeness(language):
    """Whether other forms of a word are found by likeness: where there are no rules, or where these leave
    plurals aside.
    """
    rules = stemmer_of(language)
    if rules is None:
        return base_of(language) not in ISOLATING
    return rules in ("arabic", "tamil", "indonesian")


def kinship(ones, others, language):
    """How surely two words as they are `compared` are forms of one, 0 to 1."""
    return max(likeness(one, other, language) for one in ones for other in others)


def likeness(one, other, language):
    """How surely two folded words are forms of one word, 0 to 1: by what they begin with, or, where
    words change at their beginning, by what they share in one piece.
    """
    if one == other:
        return 1.0
    base = base_of(language)
    if base in ISOLATING:
        return 0.0
    if base in semitic.LANGUAGES and semitic.SCRIPT.search(one):
        return semitic.by_root(one, other)
    one, other = spelled(one), spelled(other)
    if one == other:
        return 1.0
    if base in philippine.LANGUAGES and (root := philippine.root(one, other)):
        return 0.8 if root > FEW_LETTERS else 0.6
    if base in bantu.LANGUAGES:
        if root := bantu.noun_root(one, other):
            return 0.75 if root > FEW_LETTERS else 0.6
        if root := bantu.verb_root(one, other):
            return 0.65 if root > FEW_LETTERS else 0.6
    if base == "bn":
        return bengali.by_endings(one, other)
    if base in semitic.BORROWING_PLURALS and one[0] == other[0]:
        roots = semitic.consonants(one), semitic.consonants(other)
        if roots[0] == roots[1] and len(roots[0]) >= 3:
            return 0.6
    skeleton = by_consonants(one, other, base)
    return max(skeleton, by_letters(one, other, base))
