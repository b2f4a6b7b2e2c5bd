"""A kind of the vocabulary as the admin shows it: to team members in their own languages only."""

from functools import cached_property

from django import forms
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Case, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber
from django.shortcuts import get_object_or_404
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.views.snippets_api import SnippetViewSet as SnippetAPI

from .teams import is_limited, own_languages
from .teams_policy import OfOneWord

ANY = ["add", "change", "delete", "publish", "view"]


class OwnWordMixin:
    """For each of the admin's addresses of one row: nobody else's opens, whatever it is for."""

    def setup(self, request, *args, **kwargs):
        self._asked_for = kwargs.get("pk")  # not every view keeps it
        super().setup(request, *args, **kwargs)

    @cached_property
    def permission_policy(self):
        policy = policy_registry.get_by_type(self.model)
        if self._asked_for is None:
            return policy
        return OfOneWord(policy, get_object_or_404(self.model, pk=unquote(str(self._asked_for))))

    def dispatch(self, request, *args, **kwargs):
        if not self.permission_policy.user_has_any_permission(request.user, ANY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class OncePerWordMixin:
    """Offers each word once, as readers of the page's language would get it.

    Wagtail's choosers say in which language the page is that they choose for.
    """

    @cached_property
    def language(self):
        return self.request.GET.get("locale") or settings.LANGUAGE_CODE

    def get_filter_form_class(self):
        language = forms.CharField(
            required=False, widget=forms.HiddenInput(attrs={"data-chooser-modal-search-filter": ""})
        )
        bases = (SearchFilterMixin, BaseFilterForm)
        return type("WordFilterForm", bases, {"locale": language})

    def get_object_list(self):
        words = super().get_object_list().select_related("locale")
        user = self.request.user
        if is_limited(user):
            return words.filter(locale_id__in=own_languages(user))
        return words.filter(pk__in=once_each(words, self.language))


def once_each(words, language):
    """The primary keys of one version of each word: a live one, in this language, else the site's."""
    rank = Case(
        When(live=False, then=Value(3)),
        When(locale__language_code=language, then=Value(0)),
        When(locale__language_code=settings.LANGUAGE_CODE, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    order = ["rank", F("locale__language_code"), "pk"]
    ranked = words.order_by().annotate(rank=rank)
    numbered = ranked.annotate(
        number=Window(RowNumber(), partition_by="translation_key", order_by=order)
    )
    return numbered.filter(number=1).values("pk")


class ChooseWords(OncePerWordMixin, ChooseView):
    pass


class ChooseWordsResults(OncePerWordMixin, ChooseResultsView):
    pass


class WordChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseWords
    choose_results_view_class = ChooseWordsResults


class OwnSnippets(SnippetAPI):
    """wagtail-localize's list of words for its editor, without those of other languages."""

    def get_queryset(self):
        policy = policy_registry.get_by_type(self.get_model())
        return policy.instances_user_has_any_permission_for(self.request.user, ANY)


class LanguageSnippetViewSet(SnippetViewSet):
    chooser_viewset_class = WordChooserViewSet

    def construct_view(self, view_class, **kwargs):
        name = f"Own{view_class.__name__}"
        return super().construct_view(type(name, (OwnWordMixin, view_class), {}), **kwargs)

    def get_queryset(self, request):
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(request.user, ANY)
