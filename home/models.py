"""The front door, and the pages that are neither programme nor project nor story."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.blocks.links import CallToActionBlock
from stories.blocks.support import SupportBlock
from stories.models import ContentPage
from stories.presentation.rich_text import TEXT_FEATURES
from stories.presentation.serializers import presented

from .accessibility import AccessibilityStatementPage
from .blocks import NavigationItemBlock

__all__ = ["AccessibilityStatementPage", "HomePage", "StandardPage"]


def chosen_pages(page_type, label):
    return StreamField(
        [("page", PageChooserBlock(page_type=page_type, label=_("Page")))],
        verbose_name=label,
        blank=True,
        help_text=_("If left empty, the newest are shown."),
    )


class HomePage(ContentPage):
    """The first page in a language. It also says what that language's menus hold."""

    organisation = models.CharField(_("name of the organisation"), max_length=255, blank=True)
    introduction = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)
    mission = RichTextField(_("mission"), blank=True, features=TEXT_FEATURES)
    featured_programmes = chosen_pages("stories.ProgrammePage", _("featured programmes"))
    featured_projects = chosen_pages("stories.ProjectPage", _("featured projects"))
    featured_stories = chosen_pages("stories.StoryPage", _("featured stories"))
    calls_to_action = StreamField(
        [("call_to_action", CallToActionBlock())], verbose_name=_("calls to action"), blank=True
    )
    navigation = StreamField(
        [("item", NavigationItemBlock())],
        verbose_name=_("main menu"),
        blank=True,
        help_text=_(
            "If left empty, the default language's menu is shown, in this language's words."
        ),
    )
    footer_navigation = StreamField(
        [("item", NavigationItemBlock())], verbose_name=_("menu at the foot of pages"), blank=True
    )

    support = StreamField(
        [("service", SupportBlock())],
        verbose_name=_("support"),
        blank=True,
        help_text=_("Shown with every content warning, after what the warning itself offers."),
    )
    quick_exit_url = models.URLField(
        _("where a quick exit leads"),
        blank=True,
        help_text=_("An everyday page on another site. If left empty, it is the weather."),
    )

    content_panels = [
        *Page.content_panels,
        *ContentPage.lead_panels,
        MultiFieldPanel([FieldPanel("introduction"), FieldPanel("mission")], heading=_("Welcome")),
        FieldPanel("featured_programmes"),
        FieldPanel("featured_projects"),
        FieldPanel("featured_stories"),
        FieldPanel("calls_to_action"),
        FieldPanel("body"),
    ]
    about_panels = [
        FieldPanel("organisation"),
        FieldPanel("navigation"),
        FieldPanel("footer_navigation"),
        MultiFieldPanel(
            [FieldPanel("support"), FieldPanel("quick_exit_url")],
            heading=_("Looking after readers"),
        ),
        *ContentPage.about_panels,
    ]

    api_fields = [
        *ContentPage.api_fields,
        "organisation",
        *presented("introduction", "mission", "featured", "calls_to_action"),
    ]

    translatable_fields = [
        *ContentPage.translatable_fields,
        TranslatableField("organisation"),
        TranslatableField("introduction"),
        TranslatableField("mission"),
        TranslatableField("featured_programmes"),
        TranslatableField("featured_projects"),
        TranslatableField("featured_stories"),
        TranslatableField("calls_to_action"),
        TranslatableField("navigation"),
        TranslatableField("footer_navigation"),
        TranslatableField("support"),
        SynchronizedField("quick_exit_url"),
    ]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "stories.ProgrammeIndexPage",
        "stories.ProjectIndexPage",
        "stories.StoryIndexPage",
        "home.StandardPage",
        "home.AccessibilityStatementPage",
    ]
    # Made for each language by `home.structure`; a second one would have no address.
    is_creatable = False
    api_type = "home"

    class Meta:
        verbose_name = _("home page")


class StandardPage(ContentPage):
    """A page of words: about us, privacy, take part."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    api_type = "page"

    class Meta:
        verbose_name = _("standard page")
