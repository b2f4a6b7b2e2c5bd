"""The interface's messages: collects, checks and compiles their translations.

`.ci/messages.py` brings site/locale/*/LC_MESSAGES/django.po up to date and compiles the .mo files,
so that a machine which only runs the site needs no gettext. `--check` changes nothing and says what
is missing, uncertain, broken or not compiled in the languages that the interface is complete in.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

import polib
from django.utils.translation import to_locale

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "site" / "locale"
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
NOT_OURS = [".*", "docs", "node_modules", "site/locale", "tests", "var"]

from config.languages import INTERFACE_LANGUAGES  # noqa: E402  (found by the line above)

COMPLETE = [to_locale(tag) for tag in INTERFACE_LANGUAGES if tag != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def extract(folder, locales):
    """Merges every message of code and templates into `folder`/<locale>/LC_MESSAGES/django.po."""
    os.environ["DEBUG"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.chdir(ROOT)
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.LOCALE_PATHS = [str(folder)]
    django.setup()
    call_command(
        "makemessages",
        locale=list(locales),
        ignore_patterns=NOT_OURS,
        add_location="file",
        no_obsolete=True,
        no_wrap=True,
        verbosity=0,
    )


def translated(catalogue):
    """{(context, message): translation} of what is really translated."""
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural
        for entry in catalogue
        if entry.translated() and not entry.obsolete and not entry.fuzzy
    }


def readable(compiled):
    """{(context, message): translation} of a .mo file, which holds what is translated and no more."""
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural
        for entry in polib.mofile(str(compiled))
    }


def placeholders(text):
    return sorted(set(PLACEHOLDER.findall(text)))


def broken(entry):
    """Whether a translation asks for values that its message does not have, or drops some."""
    allowed = placeholders(entry.msgid) + placeholders(entry.msgid_plural)
    if entry.msgid_plural:
        # A language may write the number of its singular as a word.
        return any(set(placeholders(text)) - set(allowed) for text in entry.msgstr_plural.values())
    return placeholders(entry.msgstr) != placeholders(entry.msgid)


def problems_of(locale, messages):
    path = CATALOGUES / locale / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return [f"{locale}: no catalogue at {path.relative_to(ROOT)}"]
    catalogue = polib.pofile(str(path))
    done = translated(catalogue)
    found = [
        f"{locale}: not translated: {entry.msgid!r} ({entry.occurrences[0][0]})"
        for entry in messages
        if not entry.obsolete and (entry.msgctxt, entry.msgid) not in done
    ]
    found += [
        f"{locale}: placeholders differ: {entry.msgid!r}"
        for entry in catalogue.translated_entries()
        if broken(entry)
    ]
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or readable(compiled) != done:
        found.append(f"{locale}: django.mo is older than django.po: run `make messages`")
    return found


def check():
    with tempfile.TemporaryDirectory() as folder:
        extract(folder, ["en"])
        messages = polib.pofile(f"{folder}/en/LC_MESSAGES/django.po")
    found = [problem for locale in COMPLETE for problem in problems_of(locale, messages)]
    sys.exit("\n".join(found) or 0)


def update():
    extract(CATALOGUES, COMPLETE)
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po")):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        check()
    else:
        update()
