"""Asks a server as often as it can answer, with wrk."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .folders import made

SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Asked:
    """What is asked of a server: its address, and ``[(path, ETag or "")]``, by turns."""

    origin: str
    addresses: tuple

    def file(self):
        lines = "".join(f"{path} {etag}\n" for path, etag in self.addresses)
        file = made("addresses") / f"{abs(hash(lines)):x}"
        file.write_text(lines)
        return file


def load(asked, connections, seconds):
    """``{"rps", "p50", "p99", …}``, latencies in milliseconds."""
    output = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout=20s", f"-s{SCRIPT}",
         asked.origin, "--", str(asked.file())],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    found = json.loads(output.split("RESULT ", 1)[1].splitlines()[0])
    return {"rps": round(found["requests"] / found["seconds"], 1), **found}
