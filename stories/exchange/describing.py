"""What story.yaml and the front matters of a story say: the reverse of `reading`."""

from .blocks import Block, pictures_of
from .naming import public_versions
from .times import tells_of

FIELDS = ("licence", "told_on", "recorded_by", "place_precision", "show_in_menus")
WORDS = ("themes", "communities", "places", "content_warnings")
ORDER = (
    "project", "programme", "licence", "credit_line", "told_on", "recorded_by", "tells_of",
    "themes", "communities", "places", "place_precision", "content_warnings", "collection_objects",
    "contributors", "related_pages", "lead_image", "social_image", "show_in_menus",
)  # fmt: skip


def details(page, names):
    """What a page says of its story, as story.yaml would; without what is empty."""
    found = {field: getattr(page, field) for field in FIELDS}
    found["credit_line"] = page.credit_line
    for name in WORDS:
        found[name] = sorted({word.slug for word in getattr(page, name).all()})
    for name in ("project", "programme"):
        target = getattr(page, name)
        found[name] = target.slug if target and public_versions(target).exists() else ""
    found["collection_objects"] = [
        {"object": number, "use": use}
        for block in page.collection_objects.raw_data
        if (number := names.object(block["value"]["object"]))
        for use in [block["value"].get("use") or ""]
    ]
    found["contributors"] = [
        {
            "name": block["value"]["name"],
            "role": block["value"]["role"],
            "biography": (block["value"].get("biography") or "").replace("\r\n", "\n").strip(),
            "page": block["value"].get("page") or "",
        }
        for block in page.contributors.raw_data
    ]
    found["related_pages"] = [
        place for block in page.related_pages.raw_data if (place := names.place(block["value"]))
    ]
    found["lead_image"] = names.file("image", page.lead_image_id) or ""
    found["social_image"] = names.file("image", page.social_image_id) or ""
    found["tells_of"] = tells_of(page)
    found["told_on"] = page.told_on.isoformat() if page.told_on else ""
    return found


def shared_details(by_language, source):
    """What holds for all languages, and ``{language: what is otherwise there}``.

    Texts that differ become maps by language, where the lists that they stand in are the same.
    """
    original = by_language[source]
    shared = dict(original)
    shared["credit_line"] = by_tag({tag: each["credit_line"] for tag, each in by_language.items()})
    for name, keys, texts in (
        ("contributors", ("role", "page"), ("name", "biography")),
        ("collection_objects", ("object",), ("use",)),
    ):
        lists = {tag: each[name] for tag, each in by_language.items()}
        if (
            len({tuple(tuple(row[key] for key in keys) for row in rows) for rows in lists.values()})
            == 1
        ):
            shared[name] = [
                {key: row[key] for key in keys}
                | {
                    text: by_tag({tag: rows[number][text] for tag, rows in lists.items()})
                    for text in texts
                }
                for number, row in enumerate(original[name])
            ]
            for each in by_language.values():
                each[name] = shared[name]
    others = {
        tag: {
            key: each[key]
            for key in ORDER
            if key != "credit_line"
            and each[key]
            != (shared if key in ("contributors", "collection_objects") else original)[key]
        }
        for tag, each in by_language.items()
        if tag != source
    }
    return shared, others


def by_tag(texts):
    """One text where it is the same in every language, else ``{language: text}`` without empty ones."""
    if len(set(texts.values())) == 1:
        return next(iter(texts.values()))
    return {tag: text for tag, text in texts.items() if text}


def readable(found, is_shared=True):
    """The details in their order; those that are empty only where that says something."""
    result = {}
    for key in ORDER:
        if key not in found:
            continue
        value = found[key]
        if key == "collection_objects":
            value = [row["object"] if not row["use"] else row for row in value]
        if key == "contributors":
            value = [{name: each for name, each in ordered(row).items() if each} for row in value]
        if value or not is_shared or key == "lead_image":
            result[key] = value if value != "" else None
    return result


def ordered(contributor):
    return {key: contributor[key] for key in ("name", "role", "biography", "page")}


# Pictures


def describe_pictures(uses):
    """``{file: {"alt": {language: text}}}``, or ``{"decorative": True}`` for a file.

    `uses` are ``(file, language, alt, decorative)``.
    """
    described = {}
    decorative = {}
    for file, language, alt, is_decorative in uses:
        decorative.setdefault(file, set()).add(is_decorative)
        alts = described.setdefault(file, {})
        if not is_decorative:
            alts.setdefault(language, alt)
    return {
        file: {"alt": {}, "decorative": True}
        if decorative[file] == {True}
        else {"alt": {tag: alt for tag, alt in alts.items() if alt}, "decorative": False}
        for file, alts in described.items()
    }


def uses_in(blocks, language):
    for block in blocks:
        for picture in pictures_of(block):
            yield picture["file"], language, picture["alt"], picture["decorative"]


def without_repeating(block, described, language):
    """The block, silent about alternative texts that story.yaml has."""
    for picture in pictures_of(block):
        picture["alt"], picture["decorative"] = said_here(picture, described, language)
    return Block(block.type, block.value, block.line)


def said_here(picture, described, language):
    """``(alt, decorative)``: None for what story.yaml says already."""
    known = described[picture["file"]]
    alt, decorative = picture["alt"], picture["decorative"]
    if decorative:
        return (None, None) if known["decorative"] else (None, True)
    if known["decorative"]:
        return alt, False
    return (None if alt == known["alt"].get(language, "") else alt), None
