import logging
import sys
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from stories.exchange.folders import bundles_in
from stories.exchange.importing import Importer
from stories.exchange.surroundings import FILE
from stories.models import StoryIndexPage


class Command(BaseCommand):
    help = (
        "Imports story bundles: a folder of bundles, or one bundle (docs/bundles.md). "
        "Ends with status 1 if any bundle was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the folder")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument(
            "--publish", action="store_true", help="publish; without it pages stay drafts"
        )
        parser.add_argument(
            "--parent", type=int, metavar="ID", help="the page of stories to put new stories below"
        )

    def handle(self, *args, path, dry_run, publish, parent, **options):
        if not path.is_dir():
            raise CommandError(f"{path} is no folder.")
        bundles = bundles_in(path)
        if not bundles:
            raise CommandError(f"There is no bundle in {path}.")
        # Wagtail's line for every page would tear up the progress bar.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        importer = Importer(publish=publish, dry_run=dry_run, parent=self.parent(parent))
        # A rehearsal undoes each bundle, and what all of them need with the last.
        undone = dry_run and (path / FILE).is_file()
        with transaction.atomic() if undone else nullcontext():
            importer.prepare(path)
            report = importer.run(bundles, self.progress)
            if undone:
                transaction.set_rollback(True)
        for line in report.lines():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Nothing was changed: this was a rehearsal.")
        if report.refused:
            sys.exit(1)

    @staticmethod
    def parent(key):
        if key is None:
            return None
        parent = StoryIndexPage.objects.filter(pk=key).first()
        if parent is None:
            raise CommandError(f"{key} is not the ID of a page of stories.")
        return parent

    @staticmethod
    def progress(folders):
        return tqdm(folders, unit="story", file=sys.stderr, disable=not sys.stderr.isatty())
