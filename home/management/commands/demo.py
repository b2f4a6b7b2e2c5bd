import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.loading import load
from home.demo.people import PASSWORDS

HERE = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}


class Command(BaseCommand):
    help = (
        "Loads the demo: a museum's department, with programmes, projects and stories in eight "
        "languages. Again, it changes nothing. It refuses on a site in production."
    )

    def handle(self, *args, **options):
        host = urlsplit(settings.BASE_URL).hostname
        if not settings.DEBUG and host not in HERE:
            raise CommandError(
                f"The demo is not for production: BASE_URL is {settings.BASE_URL}, and the demo "
                "makes accounts whose passwords everybody can read."
            )
        # Wagtail's line for every page would hide what is said here.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        changed = load(lambda line: self.stdout.write(line) if options["verbosity"] > 0 else None)
        self.stdout.write("The demo is loaded." if changed else "The demo was loaded already.")
        for name, password in PASSWORDS.items():
            self.stdout.write(f"Sign in        {name} / {password}")
