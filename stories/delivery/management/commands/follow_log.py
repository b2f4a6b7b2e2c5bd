import signal

from django.core.management.base import BaseCommand

from stories.delivery.worker import Worker


class Command(BaseCommand):
    help = (
        "Follows the publication log until it is stopped: purges the caches in front of the site, and "
        "sends what changes to webhooks. Several at once do no harm."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="Do what is due, and end: for cron."
        )

    def handle(self, *args, once, **options):
        worker = Worker()
        signal.signal(signal.SIGTERM, worker.stop)
        signal.signal(signal.SIGINT, worker.stop)
        worker.run(once)
