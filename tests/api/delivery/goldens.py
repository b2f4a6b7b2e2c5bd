"""Answers that are compared with the files in ``golden/``, which are the contract as clients see it.

When one differs, see whether a client could notice. If the change is meant, write the files anew:

    REFRESH_GOLDEN=1 python -m pytest tests/api/delivery/test_golden.py tests/api/delivery/test_openapi.py

and read the difference that git shows. Keys may be added; a key that goes or changes breaks somebody.
"""

import json
import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Django puts these into the name of a file that is there already.
SUFFIX = re.compile(r"(picture|voice|film|captions)_\w{7}\b")
DOCUMENT = re.compile(r"/documents/\d+/")


def is_golden(name, shape):
    """Whether the shape is what the file of that name holds, whatever its identities are."""
    text = json.dumps(steady(shape), indent=2, ensure_ascii=False) + "\n"
    file = FOLDER / f"{name}.json"
    if os.environ.get("REFRESH_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(file.read_text(encoding="utf-8")), name
    return True


def steady(shape, seen=None):
    """The shape with identities numbered in the order in which they are met."""
    seen = {} if seen is None else seen
    if isinstance(shape, dict):
        return {
            name: numbered("number", value, seen)
            if name == "id" and isinstance(value, int)
            else steady(value, seen)
            for name, value in shape.items()
        }
    if isinstance(shape, list):
        return [steady(each, seen) for each in shape]
    if isinstance(shape, str):
        shape = UUID.sub(lambda found: numbered("uuid", found.group(), seen), shape)
        return DOCUMENT.sub("/documents/1/", SUFFIX.sub(r"\1", shape))
    return shape


def numbered(kind, value, seen):
    count = sum(1 for each, _value in seen if each == kind)
    return seen.setdefault((kind, value), f"{kind}-{count + 1}")
