"""How long a story takes to read and to hear."""

import re

from django.utils.html import strip_tags

from stories.blocks.presented import items

# Adults' silent reading of ordinary texts, Trauzettel-Klosinski and Dietz, "Standardized assessment of
# reading performance: the new International Reading Speed Texts IReST", 2012.
WORDS_A_MINUTE = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
OTHERS = 180  # the mean of those, for languages that nobody has measured
# Where no spaces part the words, characters are counted; Thai and its neighbours as five to a word.
CHARACTERS_A_MINUTE = {"zh": 255, "ja": 357, "th": 900, "lo": 900, "km": 900, "my": 900}
LETTER = re.compile(r"\w")
RECORDINGS = ("audio", "video")


def reading_minutes(body, language):
    """Whole minutes, at least one, or None where there is nothing to read. `body` is as stored."""
    text = " ".join(strip_tags(html.replace("<", " <")) for block in body for html in _texts(block))
    base = language.partition("-")[0]
    if base in CHARACTERS_A_MINUTE:
        minutes = len(LETTER.findall(text)) / CHARACTERS_A_MINUTE[base]
    else:
        minutes = len(text.split()) / WORDS_A_MINUTE.get(base, OTHERS)
    return max(1, round(minutes)) if minutes else None


def recordings_in(body):
    """The primary keys of the recordings of a stored body."""
    found = (block["value"].get("recording") for block in body if block["type"] in RECORDINGS)
    return [int(key) for key in found if key]


def listening_minutes(recordings):
    """The same as `reading_minutes`, of recordings in their shape, as far as their lengths are known."""
    seconds = sum(recording["duration"] or 0 for recording in recordings)
    return max(1, round(seconds / 60)) if seconds else None


def _texts(block):
    """What is read of a block: of a passage in two languages, one of them."""
    value = block["value"]
    match block["type"]:
        case "paragraph":
            yield value
        case "heading" | "quote":
            yield value["text"]
        case "image":
            yield value.get("caption") or ""
        case "gallery":
            yield from (image.get("caption") or "" for image in items(value["images"]))
        case "object_response":
            yield value["response"]
        case "parallel_text":
            yield value["translation"]["text"]
        case "timeline":
            for entry in items(value["entries"]):
                yield f"{entry['title']} {entry.get('text') or ''}"
