"""What the admin offers beside pages: the vocabulary, the partners, the objects."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from . import language_phrases, moving_hooks  # noqa: F401  (registers its hooks)
from .models import CollectionObject, Community, ContentWarning, Partner, Place, Theme
from .translation.teams_policy import LanguagePermissionPolicy
from .translation.teams_snippets import LanguageSnippetViewSet

for model in (CollectionObject, Community, ContentWarning, Partner, Place, Theme):
    register_permission_policy(model, LanguagePermissionPolicy(model))


class ThemeViewSet(LanguageSnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "slug", "locale"]


class CommunityViewSet(LanguageSnippetViewSet):
    model = Community
    icon = "group"
    list_display = ["name", "slug", "locale"]


class PlaceViewSet(LanguageSnippetViewSet):
    model = Place
    icon = "site"
    list_display = ["name", "latitude", "longitude", "locale"]


class ContentWarningViewSet(LanguageSnippetViewSet):
    model = ContentWarning
    icon = "warning"
    list_display = ["name", "locale"]


class PartnerViewSet(LanguageSnippetViewSet):
    model = Partner
    icon = "group"
    list_display = ["name", "url", "locale"]


class CollectionObjectViewSet(LanguageSnippetViewSet):
    model = CollectionObject
    icon = "folder-open-inverse"
    list_display = ["museum_number", "title", "culture", "date", "locale"]


class VocabularyGroup(SnippetViewSetGroup):
    menu_label = _("Vocabulary")
    menu_icon = "tag"
    menu_order = 250
    items = (ThemeViewSet, CommunityViewSet, PlaceViewSet, ContentWarningViewSet)


class CollectionGroup(SnippetViewSetGroup):
    menu_label = pgettext_lazy("museum", "Collection")
    menu_icon = "folder-open-inverse"
    menu_order = 260
    items = (CollectionObjectViewSet, PartnerViewSet)


register_snippet(VocabularyGroup)
register_snippet(CollectionGroup)


@hooks.register("register_rich_text_features")
def register_language_phrases(features):
    language_phrases.register(features)
