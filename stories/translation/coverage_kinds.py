"""What is translated: the kinds of page, as the room above registers them.

>>> register(ContentPage, [Kind("story", StoryPage), …], narrowings=[Narrowing("programme", …)])
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst


@dataclass(frozen=True)
class Kind:
    """A page type, by the name that addresses give it."""

    name: str
    model: type

    @property
    def label(self):
        return capfirst(self.model._meta.verbose_name)


@dataclass(frozen=True)
class Narrowing:
    """A further filter: `choices()` is ``[(value, label)]``; `keys(value)` the texts that it leaves."""

    name: str
    label: str
    choices: Callable
    keys: Callable


@dataclass
class Register:
    """`base` is the one table in which all kinds of page lie: a page with `VersionMixin`'s fields."""

    base: type | None = None
    kinds: tuple = ()
    narrowings: tuple = ()

    def named(self, names):
        """The kinds with these names; all where none is named."""
        return [kind for kind in self.kinds if not names or kind.name in names]

    def rows(self, kinds):
        """A queryset of those kinds' pages, without copies that follow another page."""
        types = ContentType.objects.get_for_models(*(kind.model for kind in kinds))
        return self.base._default_manager.filter(
            alias_of=None, content_type__in=[each.pk for each in types.values()]
        )

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
