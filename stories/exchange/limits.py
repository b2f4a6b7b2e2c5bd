"""How much one bundle may hold. Sizes are asked for before anything is read."""

from pathlib import PurePath

KB, MB, GB = 1024, 1024**2, 1024**3

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic"}
AUDIO = {".mp3", ".ogg", ".wav", ".m4a"}
VIDEO = {".mp4", ".webm"}
TEXTS = {".md", ".yaml", ".vtt"}
MEDIA = PICTURES | AUDIO | VIDEO

FILES = 2000
BLOCKS = 5000
LANGUAGES = 60

LARGEST = {
    **dict.fromkeys(PICTURES, 50 * MB),
    **dict.fromkeys(AUDIO, 250 * MB),
    **dict.fromkeys(VIDEO, GB),
    **dict.fromkeys(TEXTS, MB),
}


def largest(name):
    """How many bytes a file of that name may have."""
    return LARGEST.get(suffix(name), GB)


def suffix(name):
    return PurePath(name).suffix.lower()


def in_words(size):
    """A number of bytes to be read by people: "50 MB"."""
    if size >= GB:
        return f"{size / GB:.3g} GB"
    return f"{size / MB:.3g} MB" if size >= MB else f"{size / KB:.3g} kB"
