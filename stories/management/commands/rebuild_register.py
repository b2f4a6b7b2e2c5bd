"""What readers are shown, put together anew: for content that was written past the admin, a restored
backup, or a new release."""

from django.core.management.base import BaseCommand

from stories.beside import FILES, WORDS, keep_files, keep_objects, keep_words
from stories.delivery.finishing import finish
from stories.delivery.register import record
from stories.models import CollectionObject, ContentPage
from stories.related.following import keep_bonds_of, rebuild

BATCH = 200


class Command(BaseCommand):
    help = "Puts together anew what readers are shown of every page, word, object and file."

    def handle(self, **options):
        for model in FILES:
            for keys in batches(model, "pk"):
                keep_files(model, keys)
        for model in WORDS:
            for keys in batches(model, "translation_key"):
                keep_words(model, keys)
        for keys in batches(CollectionObject, "translation_key"):
            keep_objects(keys)
        done = 0
        for keys in batches(ContentPage, "pk"):
            record(keys)
            finish(keys)
            done += len(keys)
            self.stdout.write(f"{done} pages")
        for keys in batches(ContentPage, "translation_key"):
            keep_bonds_of(keys)
        for keys in batches(ContentPage, "translation_key"):
            rebuild(keys)


def batches(model, column):
    """The values of a unique or repeated column, in order, so many at a time."""
    last = None
    rows = model._base_manager.order_by(column).values_list(column, flat=True).distinct()
    while keys := list((rows.filter(**{f"{column}__gt": last}) if last else rows)[:BATCH]):
        yield keys
        last = keys[-1]
