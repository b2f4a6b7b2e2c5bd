from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class NavigationItemBlock(blocks.StructBlock):
    """An entry of a menu: a page, by its own title unless other words are given, or an address."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)
    text = blocks.CharBlock(
        label=_("Text"),
        required=False,
        max_length=100,
        help_text=_("Left empty, the page's title in the reader's language."),
    )

    class Meta:
        icon = "link"
        label = _("Entry")

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            error = ValidationError(_("Choose a page or give an address: one of the two."))
            raise StructBlockValidationError(block_errors={"url": error})
        if value["url"] and not value["text"]:
            error = ValidationError(_("An address needs words to be shown by."))
            raise StructBlockValidationError(block_errors={"text": error})
        return value
