"""Where the admin shows a page or a word, and what it offers for either."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import get_edit_url

from .words import WordMixin

PAGE = "page"


def edit_address(version):
    """The address of its form, or of its translation's."""
    return get_edit_url(version)


def word_models():
    """The kinds of words that are translated, by the name that addresses give them."""
    models = (model for model in get_snippet_models() if issubclass(model, WordMixin))
    return {model._meta.model_name: model for model in models}


def address(name, version):
    """The address of what `addresses` registered by that name."""
    return address_of(name, type(version), version.pk)


def address_of(name, model, pk, *more):
    kind = [] if issubclass(model, Page) else [model._meta.model_name]
    return reverse(name, args=[*kind, pk, *more])


def addresses(step, view, name):
    """The addresses of a step that is there for pages and for words alike."""
    return [
        path(f"translations/page/<int:pk>/{step}", view, name=name),
        path(f"translations/word/<slug:kind>/<int:pk>/{step}", view, name=name),
    ]


def version_at(kind, pk):
    """The page or word at an address."""
    if kind == PAGE:
        return get_object_or_404(Page, pk=pk).specific
    model = word_models().get(kind)
    if model is None:
        raise Http404
    return get_object_or_404(model, pk=pk)
