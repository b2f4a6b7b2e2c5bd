"""Rows into PostgreSQL as fast as it takes them: a page is three rows, which Django saves one by one."""

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max


def next_key(model):
    return (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1


def copy_rows(model, rows):
    """Writes unsaved instances into the table of that model alone, without that of its parents."""
    fields = [field for field in model._meta.local_concrete_fields if _is_given(field, rows)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    query = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.cursor.copy(query) as copy:
        for row in rows:
            copy.write_row([
                field.get_db_prep_save(field.pre_save(row, add=True), connection)
                for field in fields
            ])  # fmt: skip


def _is_given(field, rows):
    """Not where the database counts by itself."""
    return not (field.primary_key and rows and rows[0].pk is None)


def count_on(*models):
    """Lets the database count keys on from those that were copied."""
    with connection.cursor() as cursor:
        for query in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(query)
