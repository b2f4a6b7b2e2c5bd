"""Which passage of one language's version stands for which of another's."""

from collections import defaultdict


def counterparts(passages, others):
    """``{passage: its counterpart}``, for those of `passages` that have one.

    Two texts are told to run in parallel field by field: where both have the same blocks in the same
    order, with as many passages in each, their passages belong together one by one. Where they do not,
    nothing is guessed.
    """
    found = {}
    theirs = _by_field(others)
    for field, ours in _by_field(passages).items():
        if [each.place for each in ours] == [each.place for each in theirs[field]]:
            found |= dict(zip(ours, theirs[field], strict=True))
    return found


def counterparts_by_block(passages, others):
    """The same for a text that was made block by block out of the other, and may lack some."""
    theirs, ours = _by_path(others), _by_path(passages)
    found = {}
    for path, group in ours.items():
        if len(group) == len(theirs[path]):
            found |= dict(zip(group, theirs[path], strict=True))
    return found


def _by_field(passages):
    groups = defaultdict(list)
    for each in passages:
        groups[each.field].append(each)
    return groups


def _by_path(passages):
    groups = defaultdict(list)
    for each in passages:
        groups[each.path].append(each)
    return groups
