"""Blocks that lead on."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .address import AddressBlock
from .presented import PresentedMixin


class LinkBlock(blocks.StructBlock):
    """The one form of a link: words, and either a page of ours or an address."""

    text = blocks.CharBlock(label=_("Text"), max_length=255)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(
        label=_("Or address"),
        required=False,
        max_length=500,
        help_text=_("https://…, mailto:… or tel:…"),
    )

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            error = ValidationError(_("Choose a page or give an address, not both."))
            raise StructBlockValidationError(block_errors={"url": error})
        if value["url"] and not value["url"].startswith(("https://", "http://", "mailto:", "tel:")):
            error = ValidationError(_("An address begins with https://, mailto: or tel:."))
            raise StructBlockValidationError(block_errors={"url": error})
        return value

    def references(self, raw):
        yield "page", raw.get("page")

    def present(self, raw, references):
        """``{"text", "url", "kind"}``, or None where the page may not be shown."""
        if page := raw.get("page"):
            url = references.page_url(page)
            return {"text": raw["text"], "url": url, "kind": "page"} if url else None
        if not raw.get("url"):
            return None
        scheme = raw["url"].partition(":")[0]
        kind = {"mailto": "email", "tel": "phone"}.get(scheme, "external")
        return {"text": raw["text"], "url": raw["url"], "kind": kind}


class CallToActionBlock(PresentedMixin, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=255)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "arrow-right-full"
        label = _("Call to action")
        description = _("Invites the reader to do something: take part, find out more.")
        preview_value = {
            "title": "Come along on Saturday",
            "text": "Everybody is welcome, and there is tea.",
            "link": {"text": "Find out more", "url": "https://museum.example/"},
        }
        template = "blocks/call_to_action.html"

    def references(self, raw):
        return self.child_blocks["link"].references(raw["link"])

    def present(self, raw, references):
        link = self.child_blocks["link"].present(raw["link"], references)
        return link and {"title": raw["title"], "text": raw.get("text") or "", "link": link}


class RelatedPagesBlock(PresentedMixin, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="stories.ContentPage"), label=_("Pages"), min_num=1
    )

    class Meta:
        icon = "list-ul"
        label = _("Related pages")
        description = _("Leads on to other pages of this site.")
        preview_value = {"title": "More from this project", "pages": []}
        template = "blocks/related_pages.html"

    def references(self, raw):
        return (("card", page) for page in self._pages(raw))

    def present(self, raw, references):
        return {"title": raw.get("title") or "", "pages": references.cards(self._pages(raw))}

    @staticmethod
    def _pages(raw):
        return [
            item["value"] if isinstance(item, dict) else item for item in raw.get("pages") or []
        ]
