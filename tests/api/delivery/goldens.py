"""Answers that are compared with the files in ``golden/``, which are the contract as clients see it.

What was only added, or has another value, is written anew with

    REFRESH_GOLDEN=1 python -m pytest tests/api/delivery/test_golden.py tests/api/delivery/test_openapi.py

What breaks clients (`breaking.py` says what that is) is not. It belongs into a new version of the API
beside this one; while nobody uses this one yet, REFRESH_GOLDEN=breaking writes it.
"""

import json
import os
import re
from pathlib import Path

from tests.api.delivery.breaking import ADDS, BREAKS, DIFFERS, in_answers, in_documents

FOLDER = Path(__file__).parent / "golden"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Django puts these into the name of a file that is there already.
SUFFIX = re.compile(r"(picture|voice|film|captions)_\w{7}\b")
BREAKING = "breaking"
DOCUMENT = re.compile(r"/documents/\d+/")


COMMAND = (
    "REFRESH_GOLDEN={} python -m pytest tests/api/delivery/test_golden.py"
    " tests/api/delivery/test_openapi.py"
)
VERDICTS = {
    BREAKS: (
        "THIS BREAKS CLIENTS of the delivery API. Keep what they rely on and add the new beside it,"
        " or make a new version. While nobody uses this one: " + COMMAND.format("breaking")
    ),
    DIFFERS: (
        "The answer differs. If that is meant, and no client could stumble over it, write the file"
        " anew: " + COMMAND.format("1")
    ),
    ADDS: "Something was added, which breaks no client. Write the file anew: "
    + COMMAND.format("1"),
}


def is_golden(name, shape):
    """Whether the shape is what the file of that name holds, whatever its identities are."""
    file = FOLDER / f"{name}.json"
    new = json.loads(json.dumps(steady(shape)))
    refresh = os.environ.get("REFRESH_GOLDEN")
    if not file.exists():
        assert refresh, f"There is no {file}. Write it: {COMMAND.format('1')}"
        write(file, new)
    old = json.loads(file.read_text(encoding="utf-8"))
    kind, message = verdict(name, old, new)
    if refresh and (kind != BREAKS or refresh == BREAKING):
        write(file, new)
        return True
    assert old == new, message
    return True


def write(file, shape):
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(shape, indent=2, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")


def verdict(name, old, new):
    """The worst that a change does, and what to tell whoever made it."""
    told = list((in_documents if name == "openapi" else in_answers)(old, new))
    kind = next((each for each in VERDICTS if each in dict(told)), DIFFERS)
    lines = [f"  {kind}: {sentence}" for kind, sentence in told]
    return kind, "\n".join([f"golden/{name}.json: {VERDICTS[kind]}", *lines])


def steady(shape, seen=None):
    """The shape with identities numbered in the order in which they are met."""
    seen = {} if seen is None else seen
    if isinstance(shape, dict):
        return {
            # A picture and a recording may have the same number.
            name: numbered("number", (value, "sources" in shape), seen)
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
