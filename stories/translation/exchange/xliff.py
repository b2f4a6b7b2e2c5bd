"""Sheets as XLIFF 1.2 (OASIS Standard, 1 February 2008), which translators' programs read.

``docs/decisions/0007-translators-files.md`` says why this is written with lxml.
"""

import re
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from lxml import etree

from .po import MOST_ENTRIES, moment
from .sheet import Entry, Sheet, Unreadable
from .xliff_markup import NAMESPACE, fill, html_of, named

EXTENSION = "xlf"
CONTENT_TYPE = "application/xliff+xml"
STRUCTURE = Path(__file__).with_name("xliff-1.2.rng")
MOST_ATTRIBUTES = 50  # of an element
WIDEST = 1_000  # elements in one that is no list of texts
LISTS = ("body", "group")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNDONE = {"new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-translation",
          "needs-review-adaptation", "needs-review-l10n"}  # fmt: skip


def write(sheet):
    """An XLIFF file, as bytes."""
    root = etree.Element(named("xliff"), nsmap={None: NAMESPACE}, version="1.2")
    file = etree.SubElement(
        root,
        named("file"),
        {
            "original": f"{sheet.site}/{sheet.key}/{sheet.translation or '-'}",
            "source-language": sheet.source,
            "target-language": sheet.target,
            "datatype": "html",
            "date": sheet.made.isoformat(),
            "product-name": sheet.site,
            "product-version": sheet.revision or "0",
        },
    )
    header = etree.SubElement(file, named("header"))
    etree.SubElement(header, named("note")).text = " ".join(sheet.title.split())
    body = etree.SubElement(file, named("body"))
    for number, entry in enumerate(sheet.entries, 1):
        _write_unit(body, str(number), entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def _write_unit(body, number, entry):
    done = entry.is_done and bool(entry.target)
    unit = etree.SubElement(
        body, named("trans-unit"), {"id": number, "resname": entry.path, SPACE: "preserve"}
    )
    unit.set("approved", "yes" if done else "no")
    fill(etree.SubElement(unit, named("source")), entry.source)
    if entry.target and not entry.previous:
        target = etree.SubElement(unit, named("target"))
        target.set("state", "translated" if done else "needs-review-translation")
        if entry.is_machine:
            target.set("state-qualifier", "mt-suggestion")
        fill(target, entry.target)
    if entry.previous:
        before = etree.SubElement(unit, named("alt-trans"), alttranstype="previous-version")
        fill(etree.SubElement(before, named("source")), entry.previous)
        fill(etree.SubElement(before, named("target")), entry.target)
    if entry.label:
        etree.SubElement(unit, named("note")).text = entry.label


def read(data):
    """The sheet in an XLIFF file's bytes; raises Unreadable."""
    root = _parsed(_text(data))
    if etree.QName(root).namespace != NAMESPACE or root.get("version") != "1.2":
        raise Unreadable(_("It is not XLIFF 1.2."))
    if sum(1 for _each in root.iter(named("trans-unit"))) > MOST_ENTRIES:
        raise Unreadable(_("It has more texts than any page."))
    _check_size(root)
    structure = _structure()
    if not structure.validate(root):
        error = structure.error_log[0]
        raise Unreadable(
            _("It does not have XLIFF's structure: %(error)s") % {"error": error.message},
            _place(error.line),
        )
    files = root.findall(named("file"))
    if len(files) != 1:
        raise Unreadable(_("It has more than one page in it."), _place(files[1].sourceline))
    return _sheet(files[0])


def _text(data):
    """A file's text, whichever of Unicode's encodings it says that it is in."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("It is not text in UTF-8.")) from error
    # Entities can read files of ours, call other machines, and grow beyond all memory.
    for line, content in enumerate(text.splitlines(), 1):
        if "<!DOCTYPE" in content or "<!ENTITY" in content:
            raise Unreadable(_("It declares entities, which no translation needs."), _place(line))
    return re.sub(r"^\s*<\?xml[^>]*\?>", lambda found: "\n" * found[0].count("\n"), text)


def _parsed(text):
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        line = getattr(error, "lineno", 0)
        raise Unreadable(_("It is not well-formed XML."), _place(line) if line else "") from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable(_("It declares entities, which no translation needs."))
    return root


def _check_size(root):
    """Refuses what no program writes and what takes minutes to validate."""
    for element in root.iter(etree.Element):
        is_wide = len(element) > WIDEST and etree.QName(element).localname not in LISTS
        if is_wide or len(element.attrib) > MOST_ATTRIBUTES:
            raise Unreadable(
                _("It has more markup than any text may have."), _place(element.sourceline)
            )


@cache
def _structure():
    return etree.RelaxNG(etree.parse(STRUCTURE))


def _place(line):
    return _("line %(line)s") % {"line": line}


def _sheet(file):
    parts = file.get("original").split("/")
    if len(parts) != 3 or not file.get("target-language"):
        raise Unreadable(_("It was not exported from this site."), _place(file.sourceline))
    site, key, translation = parts
    note = file.find(f"{named('header')}/{named('note')}")
    sheet = Sheet(
        key=key,
        site=site,
        source=file.get("source-language"),
        target=file.get("target-language"),
        revision=file.get("product-version", ""),
        made=moment(file.get("date", "")),
        title=note.text or "" if note is not None else "",
        translation="" if translation == "-" else translation,
    )
    for unit in file.iter(named("trans-unit")):
        sheet.entries.append(_entry(unit))
    return sheet


def _entry(unit):
    source, target = unit.find(named("source")), unit.find(named("target"))
    path, place = unit.get("resname", ""), _place(unit.sourceline)
    if target is None:
        return Entry(path, "".join(source.itertext()), place=place)
    try:
        original, translated = html_of(source), html_of(target)
    except ValueError as error:
        words, said = "".join(source.itertext()), "".join(target.itertext())
        return Entry(path, words, said, place=place, problem=str(error))
    done = target.get("state") not in UNDONE
    return Entry(path, original, translated, is_done=done, place=place)
