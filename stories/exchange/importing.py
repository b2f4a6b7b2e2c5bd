"""Story bundles into the site: each bundle whole, or not at all."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db import reset_queries, transaction

from stories.delivery.finishing import made_at_the_end
from stories.delivery.hearing import heard_together

from . import surroundings
from .folders import Folder
from .lookup import Lookup
from .problems import Problem, Refused
from .reading import read_bundle, read_id
from .report import Report
from .shelf import Shelf, nothing_left_behind
from .writing_pages import Family


class RolledBack(Exception):
    """Ends a rehearsal."""


@dataclass
class Outcome:
    """What became of one bundle."""

    pages: Counter = field(default_factory=Counter)
    files: Counter = field(default_factory=Counter)
    warnings: list = field(default_factory=list)
    slug: str = ""
    # Warnings of pages that are not there, by their places: they may come with a later bundle.
    missing: dict = field(default_factory=dict)


class Importer:
    """Imports bundles one after another.

    `parent` is the page of stories in one language below which stories are put, or None for each
    language's own. `shared` is what `Shelf` shares between bundles. `folder` makes a bundle's Folder
    out of its path.
    """

    def __init__(self, publish=False, dry_run=False, parent=None, shared=None, folder=Folder):
        self.publish, self.dry_run, self.parent = publish, dry_run, parent
        self.shared, self.folder = shared, folder
        self.lookup = Lookup()
        self.report = Report()
        self.slugs = set()  # of the stories in this import

    def run(self, paths, progress=iter):
        """Imports the bundles at those paths and returns the Report."""
        folders = [self.folder(path) for path in paths]
        with made_at_the_end():
            self._run(folders, progress)
        return self.report

    def _run(self, folders, progress):
        twins = self._twins(folders)
        waiting = {}
        for folder in progress(folders):
            self.report.bundles += 1
            if folder.name in twins:
                self.report.refuse(folder.name, [twins[folder.name]])
            elif missing := self._import(folder).missing:
                waiting[folder] = missing
        self._lead_on(waiting)

    def prepare(self, collection):
        """Makes what the collection's ``collection.yaml`` describes and the site has not yet."""
        try:
            with transaction.atomic():
                self.report.added = surroundings.ensure(collection)
        except Refused as refused:
            self.report.refuse(collection.name, refused.problems)

    def _twins(self, folders):
        """Why bundles are refused that have their id in common: ``{folder's name: problem}``."""
        by_id = defaultdict(list)
        for folder in folders:
            if found := read_id(folder):
                by_id[found[0]].append((folder.name, found[1]))
        return {
            name: Problem("story.yaml", line, f"the id {identity!r} is that of {other} too")
            for identity, same in by_id.items()
            if len(same) > 1
            for name, line in same
            for other in [", ".join(each for each, _ in same if each != name)]
        }

    def _lead_on(self, waiting):
        """Once more those that lead to stories which came later; what is missing now, is missing."""
        for folder, missing in waiting.items():
            if self.dry_run:
                missing = {
                    place: problem
                    for place, problem in missing.items()
                    if place.rpartition("/")[2] not in self.slugs
                }
            else:
                outcome = self._import(folder, again=True)
                missing = outcome.missing if outcome.pages["updated"] else missing
            self.report.warn(folder.name, missing.values())

    def _import(self, folder, again=False):
        try:
            bundle = read_bundle(folder)
            outcome = self._take_in(bundle)
        except Refused as refused:
            self.report.refuse(folder.name, refused.problems)
            self.lookup.forget()
            return Outcome()
        finally:
            reset_queries()
        if not again:
            self.report.pages += outcome.pages
            self.report.warn(folder.name, [*bundle.warnings, *outcome.warnings])
        self.report.files += outcome.files
        self.slugs.add(outcome.slug)
        return outcome

    def _take_in(self, bundle):
        outcome = Outcome()
        try:
            with nothing_left_behind() as written, heard_together():
                family = Family(bundle, self.lookup, outcome, self.parent)
                shelf = Shelf(bundle, family.known(), written, self.shared)
                family.write(shelf, self.publish)
                outcome.files.update(shelf.added)
                if self.dry_run:
                    raise RolledBack
        except RolledBack:
            self.lookup.forget()
        else:
            if self.shared is not None:
                self.shared.update(shelf.new_shared)
        return outcome
