"""Several of a fixed list, on one field."""

from django import forms
from django.db import models


class ChoiceListField(models.JSONField):
    """A list of values of a ``TextChoices``, edited as check boxes, stored as JSON in the list's order."""

    def __init__(self, *args, choices_class=None, **kwargs):
        self.choices_class = choices_class
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=self.choices_class.choices,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            initial=list,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        for item in value:
            self.choices_class(item)


def titled(choices_class, values):
    """``[{"id", "title"}]`` of the stored values, titles in the active language."""
    return [{"id": value, "title": str(choices_class(value).label)} for value in values]
