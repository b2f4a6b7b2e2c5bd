"""A corrected passage keeps its translations."""

from wagtail_localize.models import String, StringTranslation, TranslationContext


def carry_over(record, changes):
    """Takes the translations of changed passages of a source for those of what they are now."""
    for change in changes:
        if change.old is None or change.new is None:
            continue
        context = TranslationContext.objects.filter(
            object_id=record.object_id, path=change.new.path
        ).first()
        if context is None:
            continue
        string = String.objects.get_or_create(
            locale_id=record.locale_id,
            data_hash=String._get_data_hash(change.new.html),
            defaults={"data": change.new.html},
        )[0]
        for known in StringTranslation.objects.filter(
            translation_of__locale_id=record.locale_id,
            translation_of__data_hash=String._get_data_hash(change.old.html),
            context__object_id=record.object_id,
            context__path=change.old.path,
        ):
            StringTranslation.objects.get_or_create(
                translation_of=string,
                context=context,
                locale_id=known.locale_id,
                defaults={
                    "data": known.data,
                    "translation_type": known.translation_type,
                    "tool_name": known.tool_name,
                    "last_translated_by": known.last_translated_by,
                },
            )
