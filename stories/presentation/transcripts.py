"""A recording's captions as a transcript to read: what is said when, in one or two languages."""

from bisect import bisect_right

from django.conf import settings

# How much later than its original a translated caption may begin, in seconds.
LATE = 0.25


def timed(captions, language):
    """``{"tracks", "rows"}``: captions in the language that is spoken, the first that there are, and beside
    them in the reader's, or else in the site's own. None where captions say nothing.

    A row is ``{"start", "end", "texts"}``, a list of cues for each of the tracks; what is said in the other
    language stands in the row in which it begins.
    """
    tracks = [track for track in captions if track.get("cues")]
    if not tracks:
        return None
    spoken, *others = tracks
    by_language = {track["lang"]: track for track in others if language != spoken["lang"]}
    beside = by_language.get(language) or by_language.get(settings.LANGUAGE_CODE)
    shown = [spoken, beside] if beside else [spoken]
    return {"tracks": shown, "rows": _rows(*(track["cues"] for track in shown))}


def _rows(spoken, beside=None):
    rows = []
    for cue in sorted(spoken, key=lambda cue: cue["start"]):
        if rows and rows[-1]["start"] == cue["start"]:
            rows[-1]["texts"][0].append(cue)
            rows[-1]["end"] = max(rows[-1]["end"], cue["end"])
        else:
            texts = [[cue]] if beside is None else [[cue], []]
            rows.append({"start": cue["start"], "end": cue["end"], "texts": texts})
    starts = [row["start"] for row in rows]
    for cue in beside or ():
        rows[max(0, bisect_right(starts, cue["start"] + LATE) - 1)]["texts"][1].append(cue)
    return rows
