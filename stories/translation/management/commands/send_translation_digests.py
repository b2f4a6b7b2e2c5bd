from django.core.management.base import BaseCommand, CommandError

from stories.translation.digest import send_all


class Command(BaseCommand):
    help = (
        "Tells translators and reviewers by e-mail what is new or has changed in their languages "
        "since the last time; nothing where nothing is new. Run it once a day."
    )

    def handle(self, *args, **options):
        outcome = send_all()
        self.stdout.write(f"Digests sent: {outcome.sent}")
        if outcome.failed:
            raise CommandError(f"Not sent, and tried again next time: {', '.join(outcome.failed)}")
