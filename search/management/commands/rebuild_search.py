import time

from django.core.management.base import BaseCommand

from search.index.rebuilding import rebuild
from search.models import Entry


class Command(BaseCommand):
    help = (
        "Brings the search index up to date with what is public. The site may run meanwhile: what is "
        "found stays found."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--anew", action="store_true", help="also make anew what seems to be up to date"
        )

    def handle(self, *args, **options):
        started, pages = time.monotonic(), 0
        for pages in rebuild(anew=options["anew"]):
            if options["verbosity"] > 1:
                self.stdout.write(f"{pages} pages")
        took = time.monotonic() - started
        self.stdout.write(
            f"{pages} pages in {took:.1f} s: {Entry.objects.count()} of them are to be found."
        )
