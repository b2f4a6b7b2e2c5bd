"""``python -m tests.search`` prints how well the search finds, on the database of TEST_DATABASE."""

import os
import sys

import django


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.db import connection

    # Models can be imported only now.
    from .evaluate import evaluate, lines, misses

    connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        results = evaluate()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    told = [*lines(results), *(misses(results) if "--misses" in sys.argv else ())]
    sys.stdout.write("\n".join([f"Search on {connection.vendor}", *told, ""]))


if __name__ == "__main__":
    sys.path[:0] = ["site", "."]
    main()
