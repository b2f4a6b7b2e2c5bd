"""What a page is tied to, as lists that editors put in order: people, partners, objects."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .own_page import OwnPageBlock


class ContributorRole(models.TextChoices):
    STORYTELLER = "storyteller", _("Storyteller")
    AUTHOR = "author", _("Author")
    ILLUSTRATOR = "illustrator", _("Illustrator")
    TRANSLATOR = "translator", _("Translator")
    INTERVIEWER = "interviewer", _("Interviewer")
    PHOTOGRAPHER = "photographer", _("Photographer")
    MUSICIAN = "musician", _("Musician")
    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer of the translation")


class ContributorBlock(blocks.StructBlock):
    name = blocks.CharBlock(
        label=_("Name"), max_length=255, help_text=_("As they want to be credited.")
    )
    role = blocks.ChoiceBlock(
        label=_("Role"), choices=ContributorRole.choices, default=ContributorRole.STORYTELLER
    )
    biography = blocks.TextBlock(label=_("Biography"), required=False, rows=2)
    page = OwnPageBlock(label=_("Page of their own"), required=False)

    class Meta:
        icon = "user"
        label = _("Contributor")


class PartnerBlock(blocks.StructBlock):
    partner = SnippetChooserBlock("stories.Partner", label=_("Partner organisation"))
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=255)

    class Meta:
        icon = "group"
        label = _("Partner organisation")


class ObjectUseBlock(blocks.StructBlock):
    object = SnippetChooserBlock("stories.CollectionObject", label=_("Collection object"))
    use = blocks.TextBlock(label=_("What was done with it"), required=False, rows=2)

    class Meta:
        icon = "tag"
        label = _("Collection object")
