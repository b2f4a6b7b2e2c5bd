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
        help_text=_("If left empty, the page's title is shown in the reader's language."),
    )

    class Meta:
        icon = "link"
        label = _("Entry")

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            error = ValidationError(_("Choose a page or give an address, not both."))
            raise StructBlockValidationError(block_errors={"url": error})
        if value["url"] and not value["text"]:
            error = ValidationError(_("Say which words the address is shown with."))
            raise StructBlockValidationError(block_errors={"text": error})
        return value
