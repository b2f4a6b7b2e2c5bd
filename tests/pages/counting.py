"""What a page asks the database."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.once import forget_answers


def queries(client, url):
    ContentType.objects.clear_cache()
    client.get(url)  # what a process asks once
    forget_answers()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return asked


def said(asked):
    return "\n\n".join(each["sql"][:300] for each in asked)
