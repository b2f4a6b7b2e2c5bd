import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from stories.exchange.exporting import export_stories


class Command(BaseCommand):
    help = (
        "Exports stories as bundles, a folder each (docs/bundles.md). Only what the public may see "
        "is exported: no drafts, nothing private, withheld or expired."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the folder; it is made if it is missing")
        parser.add_argument(
            "--locale", metavar="L", help="only stories in that language: their original and it"
        )
        parser.add_argument(
            "--type", default="story", choices=["story"], help="what to export; stories so far"
        )

    def handle(self, *args, path, locale, **options):
        if locale and locale.lower() not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            raise CommandError(f"{locale} is no language that this site knows.")
        path.mkdir(parents=True, exist_ok=True)
        export = export_stories(path, locale and locale.lower(), self.progress)
        for slug, reason in export.skipped:
            self.stdout.write(f"left out  {slug}: {reason}")
        written = export.written
        self.stdout.write(
            f"{written['stories']} stories, {written['texts']} texts and {written['files']} files "
            f"written to {path}. Drafts and what is not public were left out."
        )
        there = {each.name for each in path.iterdir() if (each / "story.yaml").exists()}
        if old := sorted(there - export.folders):
            self.stdout.write(f"Not of this export, but in that folder: {', '.join(old)}")
        if export.skipped:
            sys.exit(1)

    @staticmethod
    def progress(keys):
        return tqdm(keys, unit="story", file=sys.stderr, disable=not sys.stderr.isatty())
