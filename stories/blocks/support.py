"""Where somebody can turn to whom a story has touched."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from stories.translation.languages import language_choices


class SupportBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=255)
    url = blocks.URLBlock(label=_("Address"), required=False)
    phone = blocks.CharBlock(label=_("Telephone"), required=False, max_length=64)
    languages = blocks.MultipleChoiceBlock(
        label=_("Languages"),
        choices=language_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In which somebody there can listen."),
    )

    class Meta:
        icon = "help"
        label = _("Support")

    def clean(self, value):
        value = super().clean(value)
        if not (value["url"] or value["phone"]):
            error = ValidationError(_("Give an address, or a telephone number."))
            raise StructBlockValidationError(block_errors={"url": error})
        return value


def support_shape(raw):
    """``{"name", "url", "phone", "languages"}`` of a stored service; languages as tags."""
    return {
        "name": raw["name"],
        "url": raw.get("url") or "",
        "phone": raw.get("phone") or "",
        "languages": list(raw.get("languages") or ()),
    }
