import signal

from django.core.management.base import BaseCommand

from stories.delivery.webhooks.worker import Worker


class Command(BaseCommand):
    help = (
        "Sends what changes to the webhooks that administrators have set up, until it is stopped. "
        "Several at once do no harm."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="Send what is due, and end: for cron."
        )

    def handle(self, *args, once, **options):
        worker = Worker()
        signal.signal(signal.SIGTERM, worker.stop)
        signal.signal(signal.SIGINT, worker.stop)
        worker.run(once)
