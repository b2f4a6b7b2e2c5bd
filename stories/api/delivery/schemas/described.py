"""Schemas whose fields are described by the docstrings below them.

Pydantic can do that (`use_attribute_docstrings`), but looks through all modules for each class, which was a
sixth of the time in which the site starts. Here each file is read once.
"""

import ast
import sys
from functools import cache
from inspect import cleandoc
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Described(BaseModel):
    """The base of such schemas; a description that a field has itself comes first."""

    # Built when its fields are described.
    model_config = ConfigDict(defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs):
        super().__pydantic_init_subclass__(**kwargs)
        for name, said in _docstrings(cls.__module__).get(cls.__name__, {}).items():
            field = cls.model_fields[name]
            field.description = field.description or said
        cls.model_rebuild(raise_errors=False)


@cache
def _docstrings(module):
    """``{class: {field: docstring}}`` of a module."""
    source = Path(sys.modules[module].__file__).read_text(encoding="utf-8")
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {each.name: dict(_of_fields(each)) for each in classes}


def _of_fields(node):
    for field, below in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            yield field.target.id, cleandoc(below.value.value)
