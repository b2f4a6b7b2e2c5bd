"""The tables of a large site that would take hours to fill as publishing does, filled to the same size.

The pages that are asked for have finished texts of their own, all others have copies of those. Each story
leads to as many others as it would, but to the next ones instead of the nearest.
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

NEAR = """
    WITH numbered AS (
        SELECT key, row_number() OVER (ORDER BY key) - 1 AS number, count(*) OVER () AS total
        FROM (SELECT DISTINCT key FROM delivery_publicpage WHERE type = 'story') AS stories
    )
    INSERT INTO delivery_near (key, other, place, score)
    SELECT story.key, other.key, place, %s - place
    FROM numbered AS story
    CROSS JOIN generate_series(0, %s - 1) AS place
    JOIN numbered AS other ON other.number = (story.number + 1 + place) %% story.total
"""


def bonds_only(keys):
    """What `stories.related` does of a change, but for the lists of what is near."""
    from stories.related.following import keep_bonds_of

    keep_bonds_of(keys)
    return ()


def lead_on():
    from stories.related.weights import KEPT

    with connection.cursor() as cursor:
        cursor.execute(NEAR, [2 * KEPT, KEPT])
        cursor.execute("VACUUM ANALYZE delivery_near")


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
