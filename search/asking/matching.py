"""Which entries have the words of a question, and how well: as bitmaps by score, from whole numbers only."""

from dataclasses import dataclass, field, replace
from functools import partial

import regex
from pyroaring import BitMap

from search.analysis.kinship import is_inflected_by_likeness
from search.analysis.stems import stemmer_of
from search.analysis.words import clusters
from search.index.tables import table
from search.index.terms import (
    COMBINATIONS,
    EXACT,
    SPELLED_WITH_MARKS,
    spelling_term,
    term,
    terms_beginning,
)
from stories.delivery.memory import Memory

from . import kin

FEW = 3  # of so few entries a word may be a misspelling
PLENTY = 1_000  # with so many, nobody needs words that only begin so
LATIN = regex.compile(r"\p{Latin}")
HAN_AND_ENDING = regex.compile(r"(\p{Han})\p{Hiragana}")
HAN = regex.compile(r"\p{Han}")
# What a form of a word counts by how it was found, (present, in the title).
NEAR, FAR, BEGUN, MEANT, DOUBTED = (5, 17), (3, 4), (2, 4), (5, 17), (1, 3)
IN_SUMMARY = [signs for signs in COMBINATIONS if "s" in signs]
COMMON = 0.4  # the share of entries that says nothing any more, beside a rarer word


# What words mean to the vocabulary of what is public, and which entries have them, as long as that stays
# as it is. As many entries are remembered as fit into 4 MB.
words = Memory()
matches = Memory(1_000_000, weigh=lambda match: 50 + sum(map(len, match[0].values())))


@dataclass
class Wanted:
    """What is looked for because of a part of the question: stems and spellings by language."""

    part: object
    asked: tuple  # all that the rest depends on, while the vocabulary stays as it is
    stems: set = field(default_factory=set)  # (language, stem)
    exact: set = field(default_factory=set)  # terms
    weaker: list = field(default_factory=list)  # ((present, title), {(language, stem)})
    known: list = field(default_factory=list)  # the spellings that these are, for highlights
    entries: int = 0
    counts: dict = field(default_factory=dict)  # entries by language, those with two forms twice
    meant: object = None  # the spelling that the reader probably meant
    is_marked: bool = False

    def every_stem(self):
        return self.stems.union(*(stems for _weight, stems in self.weaker))


def wanted_for(parts, home, last=None, is_lenient=True):
    """What to look for, for each of the parts. `last` is the part that is still being typed, if any."""
    found = []
    for part in parts:
        asked = (part.said, home, tuple(part.forms), part is last, is_lenient)
        known = words.get(asked, partial(_wanted, part, asked, home, part is last, is_lenient))
        found.append(replace(known, part=part))
    return found


def _wanted(part, asked, home, is_last, is_lenient):
    wanted = Wanted(part, asked)
    known = kin.same([part])
    counts, begun = {}, set()
    for tag, word in part.forms.items():
        if word.is_unspaced:
            wanted.stems.add((tag, word.stem))
            if inflected := HAN_AND_ENDING.fullmatch(word.stem):  # 歌う, 歌った
                begun.add((tag, inflected[1]))
            continue
        for each in known:
            if each.language == tag and (each.stem == word.stem or each.folded == word.folded):
                wanted.stems.add((tag, each.stem))
                wanted.known.append(each)
                counts[tag] = counts.get(tag, 0) + each.entries
        if word.exact != word.stem:
            wanted.exact.add(spelling_term(tag, word.exact))
        if word.exact != word.folded and LATIN.search(word.exact) and not stemmer_of(tag):
            wanted.is_marked = True
    if begun and is_lenient:
        wanted.weaker.append((BEGUN, begun))
    wanted.entries, wanted.counts = sum(counts.values()), counts
    if is_lenient and not part.is_unspaced:
        _widen(wanted, counts, home, is_last)
    return wanted


def _widen(wanted, counts, home, is_last):
    part = wanted.part
    if all(word.folded.isdecimal() for word in part.forms.values()):
        return
    own = counts.get(home, 0)
    is_rare = own < FEW and home in part.forms
    languages = [
        tag
        for tag in part.languages
        if (tag == home and (is_rare or is_inflected_by_likeness(tag)))
        or (not own and is_inflected_by_likeness(tag))
    ]
    candidates = []
    if languages or wanted.entries < FEW:
        candidates = kin.alike(part, part.languages if wanted.entries < FEW else languages)
    forms = kin.forms(part, candidates, languages, home)
    # Where rules have found the word, what is only like it says less.
    near = FAR if own and not is_inflected_by_likeness(home) else NEAR
    _add(wanted, near, [each for each in forms if each.nearness >= kin.NEAR])
    _add(wanted, FAR, [each for each in forms if each.nearness < kin.NEAR])
    is_begun = wanted.entries < PLENTY if is_last else is_rare or wanted.entries < FEW
    begun = kin.beginning_with(part, own > 0) if is_begun else []
    _add(wanted, BEGUN, [*begun, *kin.compounds(part, candidates, home)])
    if (is_rare or wanted.entries < FEW) and not any(each.language == home for each in begun):
        meant = kin.meant(part, candidates, home, wanted.entries > 0)
        is_likely = meant and meant[0].nearness < 2
        _add(
            wanted, MEANT if is_likely and not (wanted.entries or _near(forms)) else DOUBTED, meant
        )
        if not wanted.entries and meant and not begun and not _near(forms):
            wanted.meant = meant[0]
            _add(wanted, FAR, kin.forms_of(meant[0]))


def _taken_apart(wishes, scores):
    """Of wishes for pairs of letters that nothing has, their letters that say something by themselves:
    歌う is sung otherwise elsewhere.
    """
    apart = []
    for wanted, buckets in zip(wishes, scores, strict=True):
        if wanted.part.is_unspaced and not buckets:
            stems = {
                (tag, letter)
                for tag, form in wanted.part.forms.items()
                for letter in clusters(form.folded)
                if len(form.folded) > 1 and HAN.match(letter)
            }
            if stems:
                wanted.weaker = [*wanted.weaker, (FAR, stems)]
                apart.append(wanted)
    return apart


def _near(forms):
    return any(each.nearness >= kin.NEAR for each in forms)


def _add(wanted, weight, found):
    stems = {(each.language, each.stem) for each in found} - wanted.every_stem()
    wanted.known += found
    if stems:
        wanted.weaker.append((weight, stems))


def scored(wishes):
    """For each of `Wanted` its entries by score, ``{score: BitMap}``, which nobody may change. One query for
    all, or none where they are remembered.
    """
    made = {}

    def make(wanted):
        if not made:
            found = zip(wishes, _scored(wishes), strict=True)
            made.update((each.asked, (buckets, each.weaker)) for each, buckets in found)
        return made[wanted.asked]

    scores = []
    for wanted in wishes:
        buckets, wanted.weaker = matches.get(wanted.asked, partial(make, wanted))
        scores.append(buckets)
    return scores


def _scored(wishes):
    scores = _found(wishes)
    apart = _taken_apart(wishes, scores)
    more = dict(zip(map(id, apart), _found(apart), strict=True))
    return [more.get(id(wanted), buckets) for wanted, buckets in zip(wishes, scores, strict=True)]


def _found(wishes):
    sets = []
    for wanted in wishes:
        sets += [{term(*key, signs) for key in wanted.stems} for signs in COMBINATIONS]
        sets.append(wanted.exact)
        for _weight, stems in wanted.weaker:
            sets.append({terms_beginning(*key) for key in stems})
            sets.append({terms_beginning(*key, "t") for key in stems})
            sets.append({term(*key, signs) for key in stems for signs in IN_SUMMARY})
    found = iter(table().having(sets))
    return [_scores(wanted, found) for wanted in wishes]


def _scores(wanted, found):
    buckets, seen = {}, BitMap()
    for score in COMBINATIONS.values():
        those = next(found) - seen
        if those:
            buckets = merged(buckets, {score: those})
            seen = seen | those
    bonus = SPELLED_WITH_MARKS if wanted.is_marked else EXACT
    buckets = split(buckets, next(found), bonus)
    for (value, title), _stems in wanted.weaker:
        some, titled, summed = next(found), next(found), next(found)
        # A form of the word in the title counts also where the word itself is elsewhere.
        buckets = split(buckets, some & seen, 1)
        new = {value: some - seen} if some - seen else {}
        buckets = merged(buckets, new)
        buckets = split(buckets, titled, title - value)
        buckets = split(buckets, summed, (title - value) // 2)
        seen = seen | some
    return buckets


def merged(one, other):
    return {
        score: one.get(score, BitMap()) | other.get(score, BitMap())
        for score in one.keys() | other.keys()
    }


def split(buckets, those, value):
    """The same entries, `those` of them with so much more."""
    made = {}
    for score, entries in buckets.items():
        more = entries & those
        if more:
            made[score + value] = made[score + value] | more if score + value in made else more
            entries = entries - more
        if entries:
            made[score] = made[score] | entries if score in made else entries
    return made


def union(buckets):
    return BitMap.union(*buckets.values()) if buckets else BitMap()


def together(scores, within, weights):
    """The entries in `within` by the sum of their scores; those that lack a part get nothing for it."""
    total = {0: within} if within else {}
    for buckets, weight in zip(scores, weights, strict=True):
        made = {}
        for so_far, entries in total.items():
            left = entries
            for score, those in buckets.items():
                if more := left & those:
                    key = so_far + score * weight
                    made[key] = made[key] | more if key in made else more
                    left = left - more
            if left:
                made[so_far] = made[so_far] | left if so_far in made else left
        total = made
    return total


def weights(scores, count):
    """How much each part counts beside the others: 1 to 4, a rare word most."""
    if len(scores) == 1:
        return [1]
    found = []
    for buckets in scores:
        share = max(count, 1) / max(len(union(buckets)), 1)
        found.append(1 + min(3, max(0, (int(share).bit_length() - 1) // 2)))
    return found
