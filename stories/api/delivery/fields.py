"""Sparse answers: only the keys that were asked for."""

from typing import get_args

from pydantic import BaseModel

from stories.delivery.problems import BadParameters

WHOLE = {}
ALWAYS = ("id", "type")


def wanted(fields, schema):
    """The keys to keep, as a tree: ``{"title": {}, "lead_image": {"src": {}}}``, or None for all.

    `schema` is the schema, or the union of schemas, that the names must be keys of.
    """
    if fields is None:
        return None
    tree = dict.fromkeys(ALWAYS, WHOLE)
    unknown = []
    for dotted in fields.split(","):
        names = dotted.strip().split(".")
        if not _is_known(names, schema):
            unknown.append(dotted)
            continue
        _add(tree, names)
    if unknown:
        names = ", ".join(f"“{each}”" for each in unknown)
        raise BadParameters({"fields": f"There is no field {names} here."})
    return tree


def kept(shape, tree):
    """What of a shape the tree keeps. A block keeps its type, which says what its value is."""
    if tree is None or tree == WHOLE:
        return shape
    if isinstance(shape, list):
        return [kept(each, tree) for each in shape]
    if not isinstance(shape, dict):
        return shape
    is_block = shape.keys() == {"type", "id", "value"}
    return {
        name: kept(value, tree.get(name, WHOLE))
        for name, value in shape.items()
        if name in tree or (is_block and name in ALWAYS)
    }


def _add(tree, names):
    for name in names[:-1]:
        if tree.get(name) == WHOLE and name in tree:
            return  # all of it was asked for already
        tree = tree.setdefault(name, {})
    tree[names[-1]] = WHOLE


def _is_known(names, schema):
    schemas = list(_schemas(schema))
    for name in names:
        found = [each.model_fields[name] for each in schemas if name in each.model_fields]
        if not found:
            return False
        schemas = [each for field in found for each in _schemas(field.annotation)]
    return True


def _schemas(annotation):
    """The schemas in an annotation such as ``list[Ref] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _schemas(inner)
