"""Rows brought to what the demo says, unless somebody has changed them by hand."""

import json

from wagtail.blocks import StreamValue
from wagtail.log_actions import registry
from wagtail.models import Locale


def edited_by_hand(row):
    """Whether anybody who has signed in ever changed the row."""
    return registry.get_logs_for_instance(row).filter(user__isnull=False).exists()


def ensure_locales(languages):
    """The site's languages by tag, made where they are missing."""
    return {tag: Locale.objects.get_or_create(language_code=tag)[0] for tag in languages}


def ensure(model, key, values_by_language, locales):
    """One row a language, sharing a translation key; the number of rows that were made or changed.

    `key` is ``{field: value}``, the same in every language.
    """
    rows = {row.locale_id: row for row in model.objects.filter(**key)}
    shared = next((row.translation_key for row in rows.values()), None)
    changed = 0
    for language, values in values_by_language.items():
        row = rows.get(locales[language].pk)
        if row is None:
            row = model(locale=locales[language], **key, **values)
            if shared:
                row.translation_key = shared
            row.save()
            shared, changed = row.translation_key, changed + 1
        elif different(row, values) and not edited_by_hand(row):
            for field, value in values.items():
                setattr(row, field, json.dumps(value) if is_stream(row, field) else value)
            row.save()
            changed += 1
    return changed


def different(row, values):
    return any(current(row, field) != value for field, value in values.items())


def current(row, field):
    value = getattr(row, field)
    return list(value.raw_data) if isinstance(value, StreamValue) else value


def is_stream(row, field):
    return isinstance(getattr(row, field), StreamValue)
