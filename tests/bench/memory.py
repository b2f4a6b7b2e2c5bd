"""What a server's processes take of the machine's memory."""

from pathlib import Path


def pss(process):
    """Megabytes: what is the process's own, and its share of what it shares with others."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    kilobytes = next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]
    return round(int(kilobytes) / 1024, 1)
