"""Stories out of the site, as bundles that `importing` reads."""

import shutil
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from django.db import reset_queries

from stories.delivery.door import public_pages
from stories.models import StoryPage

from . import describing, surroundings
from .folders import Folder
from .naming import Names, Naming
from .problems import Refused
from .reading import STORY, read_bundle
from .write_body import body_markdown
from .yaml_text import dump


@dataclass
class Export:
    """What was written, and what there is to say of it."""

    written: Counter = field(default_factory=Counter)  # stories, texts, files
    folders: set = field(default_factory=set)
    skipped: list = field(default_factory=list)  # (slug, reason)
    # What the stories name: {"themes": {slug}, …}
    named: dict = field(default_factory=lambda: defaultdict(set))


def export_stories(path, language=None, progress=iter):
    """Writes every public story below `path`, a folder each; returns the Export.

    What may not be public is not written: `stories.delivery.door` decides. With a `language`, only
    stories that are in it, and of those the original and that language.
    """
    export = Export()
    for family in progress(families(language)):
        Exporter(Path(path), export, language).write(family)
        reset_queries()
    (Path(path) / surroundings.FILE).unlink(missing_ok=True)
    if described := surroundings.describe(export.named):
        (Path(path) / surroundings.FILE).write_text(described, encoding="utf-8")
    return export


def families(language=None):
    """The translation keys of public stories, in the order of their addresses."""
    pages = public_pages(StoryPage.objects.all())
    if language:
        pages = pages.filter(locale__language_code=language)
    slugs = dict(pages.order_by("slug").values_list("translation_key", "slug"))
    return sorted(slugs, key=lambda key: (slugs[key], str(key)))


class Exporter:
    def __init__(self, path, export, language=None):
        self.path, self.export, self.language = path, export, language

    def write(self, key):
        pages = {
            page.locale.language_code: page
            for page in public_pages(StoryPage.objects.filter(translation_key=key))
            .select_related("locale", "project", "programme")
            .order_by("locale__language_code")
        }
        source = next(iter(pages.values())).source_language
        slug = next(iter(pages.values())).slug
        if source not in pages:
            self.export.skipped.append((slug, f"its original ({source}) is not public"))
            return
        if self.language:
            pages = {tag: page for tag, page in pages.items() if tag in (source, self.language)}
        folder = self.path / pages[source].slug
        with tempfile.TemporaryDirectory(dir=self.path, prefix=".export-") as made:
            made = Path(made) / folder.name
            made.mkdir()
            self.bundle(made, pages, source)
            try:
                read_bundle(Folder(made))
            except Refused as refused:
                for problem in refused.problems:
                    self.export.skipped.append(
                        (f"{slug}/{problem.file}:{problem.line}", problem.reason)
                    )
                return
            if folder.exists() and not (folder / STORY).exists():
                self.export.skipped.append((slug, f"{folder} is there already, and is no bundle"))
                return
            if folder.exists():
                shutil.rmtree(folder)
            made.rename(folder)
        self.export.folders.add(folder.name)
        self.export.written["stories"] += 1

    def bundle(self, folder, pages, source):
        names = Names()
        naming = Naming(names)
        in_order = [source, *(tag for tag in pages if tag != source)]
        bodies = {tag: naming.body(pages[tag].body.raw_data) for tag in in_order}
        details = {tag: describing.details(pages[tag], names) for tag in in_order}
        uses = [use for tag in in_order for use in describing.uses_in(bodies[tag], tag)]
        leads = {tag: lead for tag in in_order if (lead := lead_image(pages[tag], details[tag]))}
        uses += [
            (lead["file"], tag, lead["alt"], lead["decorative"]) for tag, lead in leads.items()
        ]
        pictures = describing.describe_pictures(uses)
        self.note_names(details.values(), bodies.values())
        shared, others = describing.shared_details(details, source)
        for tag in in_order:
            blocks = [describing.without_repeating(each, pictures, tag) for each in bodies[tag]]
            front = self.front_matter(pages[tag], others.get(tag, {}))
            if lead := leads.get(tag):
                front |= lead_statement(lead, pictures, tag)
            text = f"---\n{dump(front)}---\n"
            if body := body_markdown(blocks):
                text += f"\n{body}"
            (folder / f"story.{tag}.md").write_text(text, encoding="utf-8")
            self.export.written["texts"] += 1
        story = self.story(pages[source], shared, pictures, names)
        (folder / STORY).write_text(dump(story), encoding="utf-8")
        for key, row in names.rows.items():
            self.copy(row, folder / names.files[key])

    def note_names(self, details, bodies):
        named = self.export.named
        for each in details:
            for kind in describing.WORDS:
                named[kind] |= set(each[kind])
            named["projects"] |= {each["project"]} - {""}
            named["programmes"] |= {each["programme"]} - {""}
            named["collection_objects"] |= {row["object"] for row in each["collection_objects"]}
        for body in bodies:
            responses = (block.value for block in body if block.type == "object_response")
            named["collection_objects"] |= {value["object"] for value in responses}

    def story(self, page, shared, pictures, names):
        return {
            "id": page.import_id or str(page.translation_key),
            "slug": page.slug,
            "translation_key": str(page.translation_key),
            "source_language": page.source_language,
            **describing.readable(shared),
            "images": {
                name: described
                for (kind, key), name in sorted(names.files.items(), key=lambda item: str(item[1]))
                if kind != "document" and name
                for described in [file_entry(names.rows[kind, key], pictures.get(name))]
            },
        }

    @staticmethod
    def front_matter(page, other):
        front = {
            "title": page.title,
            "language": page.locale.language_code,
            "summary": page.summary.replace("\r\n", "\n"),
            "translators": [name for name in page.translated_by.split("; ") if name],
            "seo_title": page.seo_title,
            "search_description": page.search_description.replace("\r\n", "\n"),
        }
        front = {key: value for key, value in front.items() if value}
        return front | describing.readable(other, is_shared=False)

    def copy(self, row, path):
        with row.file.storage.open(row.file.name) as stored, path.open("wb") as file:
            for chunk in stored.chunks():
                file.write(chunk)
        self.export.written["files"] += 1


def lead_image(page, details):
    """How a page shows its lead image, or None."""
    if not details["lead_image"]:
        return None
    alt = "" if page.lead_image_decorative else page.lead_image_alt
    return {"file": details["lead_image"], "alt": alt, "decorative": page.lead_image_decorative}


def lead_statement(lead, pictures, tag):
    alt, decorative = describing.said_here(lead, pictures, tag)
    said = {"lead_image_alt": alt, "lead_image_decorative": decorative}
    return {key: value for key, value in said.items() if value is not None}


def file_entry(row, picture):
    """What story.yaml says of a picture or recording."""
    entry = {
        "credit": row.credit_line,
        "licence": row.licence,
        "copyright_holder": row.copyright_holder,
        "description": getattr(row, "description", ""),
        "focal_point": focal_point(row),
        "duration": getattr(row, "duration", 0),
        **(picture or {}),
    }
    return {key: value for key, value in entry.items() if value}


def focal_point(row):
    names = ("x", "y", "width", "height")
    values = [getattr(row, f"focal_point_{name}", None) for name in names]
    return None if None in values else dict(zip(names, values, strict=True))
