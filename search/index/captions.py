"""What is said in recordings, with the time, as their captions have it."""

from .texts import SPOKEN, Piece


def spoken_in(pages):
    """``{page: [Piece…]}`` for presented pages by primary key: the captions of their recordings."""
    return {pk: list(_spoken(page)) for pk, page in pages.items()}


def _spoken(page):
    for block in page["body"]:
        if block["type"] in ("audio", "video") and block["value"]["recording"]:
            for captions in block["value"]["recording"]["captions"]:
                for cue in captions["cues"]:
                    yield Piece(SPOKEN, cue["text"], captions["lang"], block["id"], cue["start"])
