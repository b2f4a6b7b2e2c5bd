"""Everything that a reader can see of a page, as pieces of text: taken from the page as it is presented."""

from typing import NamedTuple

from lxml import html

# How much a word counts, by where it stands.
TITLE, SUMMARY, BODY, SPOKEN = "title", "summary", "body", "spoken"


class Piece(NamedTuple):
    """A piece of text in one language. `start` is the second at which a recording says it, in the
    block of that id.
    """

    place: str
    text: str
    language: str
    block: str = ""
    start: float | None = None


def pieces_of(page, spoken=()):
    """The pieces of a presented page, most important first; `spoken` are those of its captions."""
    language = page["language"]["served"]
    found = [Piece(TITLE, page["title"], language), Piece(SUMMARY, page["summary"], language)]
    found += _names(page, language)
    found += _about(page, language)
    for block in page["body"]:
        found += BLOCKS[block["type"]](block["value"], block["id"], language)
    found += spoken
    return [piece for piece in found if piece.text.strip()]


def _names(page, language):
    """People as credited, partners, objects by title and number, words of the vocabulary."""
    for kind in ("themes", "communities", "places"):
        for word in page[kind]:
            yield Piece(SUMMARY, word["title"], word["language"])
    for person in page.get("contributors", ()):
        yield Piece(SUMMARY, person["name"], language)
        yield Piece(BODY, person["biography"], language)
    for partner in page.get("partners", ()):
        yield Piece(SUMMARY, partner["title"], partner["language"])
        yield Piece(BODY, partner["role"], language)
    for each in page.get("collection_objects", ()):
        yield from _object(each, SUMMARY)
        yield Piece(BODY, each["use"], language)


def _object(each, place):
    yield Piece(place, f"{each['title']} {each['museum_number']}", each["language"])
    for name in ("maker", "culture", "date", "rights"):
        yield Piece(BODY, each[name], each["language"])
    if each["image"]:
        yield from _picture(each["image"], each["language"])


def _about(page, language):
    for name in ("audiences", "access_notes", "recorded_by", "credit_line"):
        yield Piece(BODY, page.get(name) or "", language)
    for name in ("introduction", "mission", "aims", "approach", "outcomes", "how_to_take_part"):
        yield from _rich(page.get(name) or "", language)
    for name in ("methods_of_engagement", "access_provision", "collaboration"):
        for choice in page.get(name, ()):
            yield Piece(BODY, choice["title"], language)
    yield Piece(BODY, (page.get("contact") or {}).get("name") or "", language)
    if statement := page.get("statement"):
        yield from _statement(statement, language)
    for warning in page["content_warnings"]:
        yield Piece(BODY, f"{warning['title']} {warning['text']}", warning["language"])
    for call in page.get("calls_to_action", ()):
        yield from _call(call, "", language)
    if page["lead_image"]:
        yield from _picture(page["lead_image"], language)


def _statement(statement, language):
    for text in (statement["contact"]["more"], statement["improving"], statement["how_tested"]):
        yield from _rich(text, language)
    for issue in statement["issues"]:
        for name in ("what", "where", "explanation", "instead"):
            yield Piece(BODY, issue[name], language)


def _picture(image, language, block=""):
    yield Piece(SPOKEN, image["alt"], language, block)
    yield Piece(SPOKEN, image["credit_line"], language, block)


def _heading(value, block, language):
    yield Piece(BODY, value["text"], language, block)


def _paragraph(value, block, language):
    yield from _rich(value["html"], language, block)


def _captioned(value, block, language):
    yield Piece(SPOKEN, value["caption"], language, block)
    if value["image"]:
        yield from _picture(value["image"], language, block)


def _gallery(value, block, language):
    yield Piece(BODY, value["title"], language, block)
    for image in value["images"]:
        yield from _captioned(image, block, language)


def _quote(value, block, language):
    yield Piece(BODY, value["text"], value["lang"] or language, block)
    yield Piece(BODY, value["attribution"], language, block)


def _recording(value, block, language):
    yield Piece(BODY, value["title"], language, block)
    if value["recording"]:
        yield Piece(SPOKEN, value["recording"]["credit_line"], language, block)
    if value["transcript"]:
        yield from _rich(value["transcript"]["html"], value["transcript"]["lang"], block, SPOKEN)
    if value.get("poster"):
        yield from _picture(value["poster"], language, block)


def _response(value, block, language):
    yield from (
        Piece(p.place, p.text, p.language, block) for p in _object(value["object"], SUMMARY)
    )
    yield from _rich(value["response"], language, block)
    yield Piece(BODY, value["respondent"], language, block)


def _parallel(value, block, language):
    for side in (value["original"], value["translation"]):
        yield from _rich(side["html"], side["lang"], block)
    yield Piece(BODY, value["note"], language, block)


def _timeline(value, block, language):
    yield Piece(BODY, value["title"], language, block)
    for entry in value["entries"]:
        yield Piece(BODY, f"{entry['date']} {entry['title']}", language, block)
        yield from _rich(entry["html"], language, block)


def _call(value, block, language):
    for text in (value["title"], value["text"], value["link"]["text"]):
        yield Piece(BODY, text, language, block)


def _related(value, block, language):
    yield Piece(BODY, value["title"], language, block)


def _embed(value, block, language):
    yield Piece(BODY, value["title"], language, block)
    yield Piece(SPOKEN, value["caption"], language, block)


BLOCKS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "image": _captioned,
    "gallery": _gallery,
    "quote": _quote,
    "audio": _recording,
    "video": _recording,
    "object_response": _response,
    "parallel_text": _parallel,
    "timeline": _timeline,
    "call_to_action": _call,
    "related_pages": _related,
    "embed": _embed,
}
BREAKS = ("</p>", "</li>", "<br>", "</h2>", "</h3>", "</h4>", "</blockquote>")


def _rich(markup, language, block="", place=BODY):
    """The words of clean HTML; phrases in another language once more, as what they are."""
    if not markup:
        return
    for tag in BREAKS:
        markup = markup.replace(tag, f"{tag} ")
    element = html.fragment_fromstring(markup, create_parent="div")
    yield Piece(place, _words(element), language, block)
    for phrase in element.iterfind(".//span[@lang]"):
        if phrase.get("lang") != language:
            yield Piece(place, _words(phrase), phrase.get("lang"), block)


def _words(element):
    return " ".join(element.text_content().split())
