"""Sheets as gettext's PO files."""

import tempfile

import polib
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from .sheet import Entry, Sheet, Unreadable

EXTENSION = "po"
CONTENT_TYPE = "text/x-gettext-translation"
MOST_ENTRIES = 20_000


def write(sheet):
    """A PO file, as bytes: fuzzy is what somebody has still to look at."""
    po = polib.POFile(wrapwidth=0)
    made = sheet.made.strftime("%Y-%m-%d %H:%M%z")
    po.metadata = {
        "Project-Id-Version": f"{sheet.site} {sheet.revision}".strip(),
        "POT-Creation-Date": made,
        "PO-Revision-Date": made,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": to_locale(sheet.target),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Site": sheet.site,
        "X-Page": sheet.key,
        "X-Page-Title": " ".join(sheet.title.split()),
        "X-Source-Language": sheet.source,
        "X-Target-Language": sheet.target,
        "X-Revision": sheet.revision,
        "X-Exported-At": sheet.made.isoformat(),
    }
    if sheet.translation:
        po.metadata["X-WagtailLocalize-TranslationID"] = sheet.translation
    for entry in sheet.entries:
        po.append(
            polib.POEntry(
                msgctxt=entry.path,
                msgid=entry.source,
                msgstr=entry.target,
                comment=_comment(entry),
                previous_msgid=entry.previous or None,
                previous_msgctxt=entry.path if entry.previous else None,
                flags=["fuzzy"] if entry.target and not entry.is_done else [],
            )
        )
    return (str(po) + "\n").encode()


def _comment(entry):
    if entry.is_machine:
        return f"{entry.label}\n{_('Translated by a machine, not yet checked.')}"
    return entry.label


def read(data):
    """The sheet in a PO file's bytes; raises Unreadable."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("It is not text in UTF-8.")) from error
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.count(b"\nmsgid") > MOST_ENTRIES:
        raise Unreadable(_("It has more texts than any page."))
    # A path to a file: of text, polib would ask whether it is itself such a path.
    with tempfile.NamedTemporaryFile(suffix=".po") as file:
        file.write(data)
        file.flush()
        try:
            po = polib.pofile(file.name, encoding="utf-8")
        except (OSError, ValueError, IndexError, AttributeError) as error:
            raise Unreadable(_("It is not a valid PO file."), _line_in(error)) from error
    return _sheet(po)


def _line_in(error):
    found = [
        part for part in str(error).replace(")", " ").replace(":", " ").split() if part.isdigit()
    ]
    return _("line %(line)s") % {"line": found[-1]} if found else ""


def _sheet(po):
    said = po.metadata
    missing = [
        name for name in ("X-Page", "X-Source-Language", "X-Target-Language") if not said.get(name)
    ]
    if missing:
        raise Unreadable(
            _("It was not exported from this site: %(name)s is missing.") % {"name": missing[0]}
        )
    sheet = Sheet(
        key=said["X-Page"],
        site=said.get("X-Site", ""),
        source=said["X-Source-Language"],
        target=said["X-Target-Language"],
        revision=said.get("X-Revision", ""),
        made=moment(said.get("X-Exported-At", "")),
        title=said.get("X-Page-Title", ""),
        translation=said.get("X-WagtailLocalize-TranslationID", ""),
    )
    for each in po:
        if each.obsolete:
            continue
        place = _("line %(line)s") % {"line": each.linenum}
        if each.msgid_plural:
            raise Unreadable(_("It has texts with plural forms, which no page has."), place)
        sheet.entries.append(
            Entry(each.msgctxt or "", each.msgid, each.msgstr, is_done=not each.fuzzy, place=place)
        )
    return sheet


def moment(text):
    """A date and time with its zone, or None."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
