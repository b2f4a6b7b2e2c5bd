"""Every asset that others made lies beside its licence, which docs/licences.md names."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What others made lies in these; our own icons and styles are under the LICENSE of the project.
FOLDERS = ("fonts", "vendor")
NAMES = ("licence", "license", "ofl", "copying")


def is_licence(path):
    return path.name.lower().startswith(NAMES) and path.suffix.lower() in ("", ".txt", ".md")


def licence_of(path, top):
    """The licence in the asset's folder, or in the nearest one above it up to `top`; else None."""
    for folder in path.parents:
        for candidate in sorted(folder.iterdir()):
            if candidate.is_file() and is_licence(candidate):
                return candidate
        if folder == top:
            return None
    return None


def problems(root=ROOT):
    """A line for every shipped asset without a licence, and for every licence without a mention."""
    inventory = root / "docs" / "licences.md"
    listed = inventory.read_text(encoding="utf-8") if inventory.exists() else ""
    found = []
    licences = set()
    for top in (root / "site" / "static" / name for name in FOLDERS):
        for asset in sorted(path for path in top.rglob("*") if path.is_file()):
            licence = licence_of(asset, top)
            if licence:
                licences.add(licence.relative_to(root).as_posix())
            else:
                found.append(f"{asset.relative_to(root)}: no licence file beside it")
    unlisted = sorted(path for path in licences if path not in listed)
    return found + [f"{path}: not listed in docs/licences.md" for path in unlisted]


if __name__ == "__main__":
    sys.exit("\n".join(problems()) or 0)
