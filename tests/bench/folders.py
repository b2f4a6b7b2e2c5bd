"""Where everything that a bench makes lies, and how it says how far it is."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "var" / "bench"
RESULTS = ROOT / "var" / "bench.json"


def made(name):
    """A folder of the bench's, made if it is not there."""
    folder = HERE / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def say(line):
    print(line, flush=True)  # noqa: T201
