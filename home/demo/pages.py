"""The demo's programmes, projects and other pages: an English original and its translations."""

import json

from django.db.models import Q

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from stories.exchange.body import rich_text
from stories.exchange.bundles import Bundle, Details, Version
from stories.exchange.checks import Checks
from stories.exchange.storing import Storing
from stories.models import ProgrammeIndexPage, ProgrammePage, ProjectIndexPage, ProjectPage
from stories.translation.review_required import let_go_live, waits_for_review

from . import fields
from .files import LANGUAGES, ORIGINAL, in_language, read, read_all
from .keeping import edited_by_hand

KINDS = {
    "programmes": (ProgrammePage, ProgrammeIndexPage),
    "projects": (ProjectPage, ProjectIndexPage),
    "pages": (StandardPage, HomePage),
}
# Those pages of a folder that are of another type say so.
TYPES = {"accessibility_statement": AccessibilityStatementPage}


def entries():
    """``(model, parent's model, entry)`` of all pages below home pages, programmes first."""
    for folder, (model, parent) in KINDS.items():
        for name, entry in read_all(folder).items():
            yield TYPES.get(entry.get("type"), model), parent, {"slug": name, **entry}


def languages_of(entry):
    return [language for language in LANGUAGES if in_language(entry["title"], language)]


def place_pages(locales):
    """Makes the pages that are missing, empty and offline, so that others can lead to them."""
    made = 0
    for model, parent, entry in entries():
        pages = pages_of(model, entry["slug"])
        for language in languages_of(entry):
            if language in pages:
                continue
            page = model(
                title=in_language(entry["title"], language),
                slug=entry["slug"],
                locale=locales[language],
                source_language=ORIGINAL,
                live=False,
            )
            if pages:
                page.translation_key = next(iter(pages.values())).translation_key
            parent.objects.get(locale=locales[language]).add_child(instance=page)
            pages[language] = page
            made += 1
    return made


def pages_of(model, slug):
    pages = model.objects.filter(slug=slug, alias_of=None).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def fill_pages(lookup, pictures):
    """Brings all pages to what the demo says and publishes them; the number of those changed."""
    changed = 0
    for model, _parent, entry in entries():
        pages = pages_of(model, entry["slug"])
        for language in languages_of(entry):
            changed += fill(pages[language], entry, language, lookup, pictures)
    entry = read("home.yaml")
    if entry:
        homes = HomePage.objects.filter(depth=2).select_related("locale")
        pages = {page.locale.language_code: page for page in homes}
        for language in languages_of(entry):
            changed += fill(pages[language], entry, language, lookup, pictures)
    return changed


def fill(page, entry, language, lookup, pictures):
    """Whether the page had to be changed."""
    writer = Writer(entry, language, lookup)
    values = fields.values(page, entry, language, writer, pictures)
    if page.live and not fields.differ(page, values):
        return False
    if edited_by_hand(page):
        return False
    for field, value in values.items():
        setattr(page, field, json.dumps(value) if fields.is_stream(page, field) else value)
    revision = page.save_revision()
    if waits_for_review(revision.as_object(), revision.pk):
        let_go_live(revision, None)
    revision.publish()
    return True


class Writer(Storing):
    """Makes stored forms out of the Markdown of a page that is no story."""

    def __init__(self, entry, language, lookup):
        file = f"{entry.get('slug', 'home')}.yaml"
        self.checks = Checks(file)
        identity = f"demo-page-{entry.get('slug', 'home')}"
        bundle = Bundle(None, identity, "", 1, "", ORIGINAL, {}, {}, "")
        version = Version(
            language, file, "", "", "", "", None, None, [], Details(), {}, [], ""
        )  # fmt: skip
        super().__init__(bundle, version, None, lookup, [])

    def rich(self, text):
        return self.html(rich_text(text, 1, self.checks)) if text else ""


def featured(model, slugs, language, lookup):
    """The primary keys of pages by their slugs, in the language where it has them."""
    found = model.objects.filter(Q(slug__in=slugs)).select_related("locale")
    by_slug = {}
    for page in found:
        by_slug.setdefault(page.slug, {})[page.locale.language_code] = page.pk
    return [
        by_slug[slug].get(language) or by_slug[slug].get(ORIGINAL) or min(by_slug[slug].values())
        for slug in slugs
        if slug in by_slug
    ]
