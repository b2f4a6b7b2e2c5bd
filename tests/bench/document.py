"""Puts what was measured into docs/performance.md, where DOCUMENT is set in the environment."""

import os
import re

from .folders import ROOT

GUIDE = ROOT / "docs" / "performance.md"


def document(name, lines):
    """Replaces what stands between the comments of that name."""
    if not os.environ.get("DOCUMENT"):
        return
    begins, ends = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    pattern = re.compile(f"{begins}.*?{ends}", re.DOTALL)
    table = begins + "\n".join(lines) + "\n" + ends
    text = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(pattern.sub(lambda _match: table, text), encoding="utf-8")
