"""The finished texts of a large site: the pages that are asked for have their own; all others have copies of
those, so that the table is as large as it would be. To make them all takes an hour for 100,000 pages.
"""

import json
import sys
from pathlib import Path

import django
from django.conf import settings
from django.db import connection, transaction

from .folders import say

COLUMNS = "part, release, seq, until, changed_at, tags, body"
# Page after page gets the texts of one of those that are made, by turns.
FILL = f"""
    WITH made AS (
        SELECT page_id, row_number() OVER (ORDER BY page_id) - 1 AS number
        FROM (SELECT DISTINCT page_id FROM delivery_finished) AS pages
    ), empty AS (
        SELECT page_id, row_number() OVER (ORDER BY page_id) AS number
        FROM delivery_publicpage WHERE page_id NOT IN (SELECT page_id FROM made)
    )
    INSERT INTO delivery_finished (page_id, {COLUMNS})
    SELECT empty.page_id, {COLUMNS}
    FROM empty
    JOIN made ON made.number = empty.number % (SELECT count(*) FROM made)
    JOIN delivery_finished AS text ON text.page_id = made.page_id
"""


def main(paths):
    """Finishes the pages that are at those addresses of the delivery API, or in the lists there."""
    django.setup()
    from stories.delivery.finishing import finish
    from stories.delivery.register import PublicPage

    if not PublicPage.objects.exclude(finished__release=settings.RELEASE).exists():
        return
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE delivery_finished")
    pages = sorted(_pages(paths))
    finish(pages)
    say(f"  {len(pages)} pages are asked for, and have been finished; all others are filled")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FILL)
        cursor.execute("TRUNCATE delivery_unfinished")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE delivery_finished")


def _pages(paths):
    """The primary keys of what is shown there."""
    from django.test import Client

    from stories.delivery.register import PublicPage

    client, asked = Client(SERVER_NAME="127.0.0.1"), {}
    for path in paths:
        found = client.get(path).json()
        for each in found.get("items", [found]):
            asked.setdefault(each["language"]["served"], set()).add(each["id"])
    for language, keys in asked.items():
        yield from PublicPage.objects.filter(locale=language, key__in=keys).values_list(
            "pk", flat=True
        )


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
