"""Which passages differ between two versions of a text."""

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from .passages import Passage

ALIKE = 0.5  # how much of a passage must stay for it to be the same one, changed


@dataclass(frozen=True)
class Change:
    """A passage that was changed; `old` is None where it was added, `new` where it was taken out."""

    old: Passage | None
    new: Passage | None

    @property
    def passage(self):
        return self.new or self.old


def compare(before, after):
    """The changes that lead from one list of passages to another: in reading order, then what is gone.

    A passage that only moved has not changed, and ids of blocks need not be the same in both: an
    imported story numbers its blocks anew when one comes between.
    """
    gone, come = _without_equals(before, after)
    changes = [Change(_taken(gone, each), each) for each in come]
    return changes + [Change(each, None) for each in gone]


def changes_since(basis, now):
    """``([Change], how many passages are left out)`` between what a version is made from and `now`.

    A passage that the version leaves out is not behind too, whatever becomes of it.
    """
    left_out = basis.left_out
    changes = compare(basis.source + left_out, now)
    of_left_out = [each for each in changes if each.old in left_out]
    gone = sum(each.new is None for each in of_left_out)
    return [each for each in changes if each not in of_left_out], len(left_out) - gone


def _without_equals(before, after):
    """What is left of both lists when each passage was struck out with its equal in the other."""
    waiting = defaultdict(list)
    for number, each in enumerate(before):
        waiting[each.field, each.html].append(number)
    come = []
    for each in after:
        if same := waiting[each.field, each.html]:
            same.pop(0)
        else:
            come.append(each)
    left = sorted(number for numbers in waiting.values() for number in numbers)
    return [before[number] for number in left], come


def _taken(gone, new):
    """Out of what is gone, the passage that became `new`, or None."""
    for old in gone:
        if old.path == new.path:
            gone.remove(old)
            return old
    for old in gone:
        if old.place == new.place and _are_alike(old.text, new.text):
            gone.remove(old)
            return old
    return None


def _are_alike(one, other):
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE
