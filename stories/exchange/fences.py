"""The blocks that Markdown has no form for: YAML between fences, the block's type as info string."""

from .blocks import Block
from .limits import AUDIO, PICTURES, VIDEO, suffix
from .yaml_text import Mapped, YamlError, parse

READERS = {}


def read_fence(name, text, line, checks):
    """The block of a fence whose opening is on `line`, or None where something is wrong with it."""
    kind = name.replace("-", "_")
    if kind not in READERS:
        checks.refuse(
            line, f"{name!r} is no block that can be written so: {', '.join(READERS)} are"
        )
        return None
    try:
        value = parse(text, line + 1)
    except YamlError as error:
        checks.refuse(error.line, f"in the {kind} block: {error}")
        return None
    if not isinstance(value, Mapped):
        checks.refuse(line, f"the {kind} block must hold keys and values")
        return None
    reader, keys = READERS[kind]
    before = len(checks.problems)
    checks.only(value, keys)
    read = reader(value, checks)
    return Block(kind, read, line) if len(checks.problems) == before else None


def reads(kind, *keys):
    def register(reader):
        READERS[kind] = reader, keys
        return reader

    return register


def rich(value, key, checks, required=False):
    """Markdown under a key as stored rich text."""
    from .body import rich_text

    text = checks.text(value, key, required=required, lines=True)
    # The text of a literal block (|) begins on the line below its key.
    below = "\n" in text and bool(value.get(key))
    return rich_text(text, value.line_of(key) + below, checks) if text else ""


def named_file(value, key, suffixes, what, checks, required=False):
    name = checks.text(value, key, required=required)
    if name and suffix(name) not in suffixes:
        checks.refuse(value.line_of(key), f"{name!r} is no {what} that we take, by its name")
    return name


def picture(value, checks, caption=True):
    known = ("file", "caption", "alt", "decorative") if caption else ("file", "alt", "decorative")
    checks.only(value, known)
    result = {
        "file": named_file(value, "file", PICTURES, "picture", checks, required=True),
        "alt": checks.text(value, "alt", 500) if "alt" in value else None,
        "decorative": checks.yes(value, "decorative") if "decorative" in value else None,
    }
    return result | {"caption": checks.text(value, "caption", 500)} if caption else result


@reads("heading", "text", "level")
def heading(value, checks):
    level = checks.choice(value, "level", ("2", "3"), "level of a heading") or "2"
    return {"text": checks.text(value, "text", 255, required=True), "level": level}


@reads("paragraph", "text")
def paragraph(value, checks):
    return rich(value, "text", checks, required=True)


@reads("image", "file", "caption", "alt", "decorative")
def image(value, checks):
    return picture(value, checks)


@reads("gallery", "title", "images")
def gallery(value, checks):
    images = []
    for item in checks.list(value, "images"):
        each = checks.mapping(item, value.line_of("images"), "a picture of a gallery")
        images.append(picture(each, checks))
    if not images:
        checks.refuse(value.line_of("images"), "a gallery needs pictures")
    return {"title": checks.text(value, "title", 255), "images": images}


@reads("quote", "text", "attribution", "lang")
def quote(value, checks):
    return {
        "text": checks.text(value, "text", required=True, lines=True).rstrip("\n"),
        "attribution": checks.text(value, "attribution", 255),
        "language": checks.language(value, "lang"),
    }


def recording(value, checks, suffixes, what):
    result = {
        "title": checks.text(value, "title", 255, required=True),
        "file": named_file(value, "file", suffixes, what, checks) or None,
        "embed": checks.web_address(value, "embed"),
        "transcript": rich(value, "transcript", checks),
        "transcript_language": checks.language(value, "transcript_lang"),
    }
    if bool(result["file"]) == bool(result["embed"]):
        checks.refuse(value.line, "give a file or embed: one of the two")
    return result


@reads("audio", "title", "file", "embed", "transcript", "transcript_lang")
def audio(value, checks):
    return recording(value, checks, AUDIO, "audio file")


@reads("video", "title", "file", "embed", "transcript", "transcript_lang", "poster")
def video(value, checks):
    poster = value.get("poster")
    if poster and not isinstance(poster, Mapped):
        poster = Mapped.of(value.line_of("poster"), file=poster)
    shown = picture(poster, checks, caption=False) if poster else None
    return recording(value, checks, VIDEO, "film") | {"poster": shown}


@reads("object_response", "object", "respondent", "response")
def object_response(value, checks):
    return {
        "object": checks.text(value, "object", required=True),
        "response": rich(value, "response", checks, required=True),
        "respondent": checks.text(value, "respondent", 255),
    }


@reads("parallel_text", "original", "translation", "note")
def parallel_text(value, checks):
    return {
        "original": passage(value, "original", checks),
        "translation": passage(value, "translation", checks),
        "note": checks.text(value, "note", 1000),
    }


def passage(value, key, checks):
    found = checks.mapping(value.get(key), value.line_of(key), key)
    checks.only(found, ("lang", "text"))
    return {
        "language": checks.language(found, "lang"),
        "text": rich(found, "text", checks, required=True),
    }


@reads("timeline", "title", "entries")
def timeline(value, checks):
    entries = []
    for item in checks.list(value, "entries"):
        entry = checks.mapping(item, value.line_of("entries"), "an entry")
        checks.only(entry, ("date", "title", "text"))
        entries.append({
            "date": checks.text(entry, "date", 64, required=True),
            "title": checks.text(entry, "title", 255, required=True),
            "text": rich(entry, "text", checks),
        })  # fmt: skip
    if not entries:
        checks.refuse(value.line_of("entries"), "a timeline needs entries")
    return {"title": checks.text(value, "title", 255), "entries": entries}


@reads("call_to_action", "title", "text", "link")
def call_to_action(value, checks):
    found = checks.mapping(value.get("link"), value.line_of("link"), "link")
    checks.only(found, ("text", "page", "url"))
    link = {
        "text": checks.text(found, "text", 255, required=True),
        "page": checks.text(found, "page"),
        "url": checks.text(found, "url", 500),
    }
    if bool(link["page"]) == bool(link["url"]):
        checks.refuse(found.line, "give page or url: one of the two")
    if link["url"] and not link["url"].startswith(("https://", "http://", "mailto:", "tel:")):
        checks.refuse(found.line_of("url"), "url must begin with https://, mailto: or tel:")
    return {
        "title": checks.text(value, "title", 255, required=True),
        "text": checks.text(value, "text", lines=True).rstrip("\n"),
        "link": link,
    }


@reads("related_pages", "title", "pages")
def related_pages(value, checks):
    pages = [str(page) for page in checks.words(value, "pages")]
    if not pages:
        checks.refuse(value.line_of("pages"), "pages are missing")
    return {"title": checks.text(value, "title", 255), "pages": pages}


@reads("embed", "url", "title", "caption")
def embed(value, checks):
    return {
        "url": checks.web_address(value, "url", required=True),
        "title": checks.text(value, "title", 255, required=True),
        "caption": checks.text(value, "caption", 500),
    }
