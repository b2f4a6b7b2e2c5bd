"""What is translated: the kinds of page, as the room above registers them.

>>> register(ContentPage, [Kind("story", StoryPage), …], narrowings=[Narrowing("programme", …)])
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Page


@dataclass(frozen=True)
class Kind:
    """A page type, or a kind of word, by the name that addresses give it; `title` is what it is called by."""

    name: str
    model: type
    title: str = "draft_title"

    @property
    def label(self):
        return capfirst(self.model._meta.verbose_name)

    def edit_url(self, pk):
        """The address of the form of one of them."""
        if issubclass(self.model, Page):
            return reverse("wagtailadmin_pages:edit", args=[pk])
        return reverse(self.model.snippet_viewset.get_url_name("edit"), args=[pk])


@dataclass(frozen=True)
class Narrowing:
    """A further filter: `choices()` is ``[(value, label)]``; `keys(value)` the texts that it leaves."""

    name: str
    label: str
    choices: Callable
    keys: Callable


@dataclass
class Register:
    """`base` is the one table in which all kinds of page lie: a page with `VersionMixin`'s fields.

    `kinds` are those of pages, then those of words, each of which is a table of its own.
    """

    base: type | None = None
    kinds: tuple = ()
    narrowings: tuple = ()

    def named(self, names):
        """The kinds with these names; all where none is named."""
        return [kind for kind in self.kinds if not names or kind.name in names]

    def rows(self, kinds):
        """A queryset of those kinds' pages, without copies that follow another page."""
        models = (kind.model for kind in kinds if issubclass(kind.model, self.base))
        types = ContentType.objects.get_for_models(*models)
        return self.base._default_manager.filter(
            alias_of=None, content_type__in=[each.pk for each in types.values()]
        )

    def words(self, kinds):
        """``[(kind, queryset)]`` of those kinds that are words."""
        return [
            (kind, kind.model._default_manager.all())
            for kind in kinds
            if not issubclass(kind.model, self.base)
        ]

    def kind_of(self, content_type_id):
        for kind in self.kinds:
            if ContentType.objects.get_for_model(kind.model).pk == content_type_id:
                return kind
        return None


register_of_kinds = Register()


def register(base, kinds, narrowings=()):
    register_of_kinds.base = base
    register_of_kinds.kinds = tuple(kinds)
    register_of_kinds.narrowings = tuple(narrowings)
