"""What of this site is translated, as the work list and the coverage report are told."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .models import (
    CollectionObject,
    Community,
    ContentPage,
    ContentWarning,
    Partner,
    Place,
    ProgrammePage,
    ProjectPage,
    StoryPage,
    Theme,
)
from .translation.coverage_kinds import Kind, Narrowing, register


def kinds():
    """Every page type, stories first, then the vocabulary."""
    models = sorted(_concrete(ContentPage), key=lambda model: (model is not StoryPage, str(model)))
    pages = [Kind(model.api_type, model) for model in models]
    words = [Theme, Community, Place, ContentWarning, Partner]
    return [
        *pages,
        *(Kind(model._meta.model_name, model, "name") for model in words),
        Kind("collectionobject", CollectionObject, "title"),
    ]


def _concrete(model):
    for each in model.__subclasses__():
        yield each
        yield from _concrete(each)


def programmes():
    """``[(key, title)]``, each programme by its original's title."""
    rows = ProgrammePage.objects.filter(alias_of=None).order_by("title")
    found = {}
    for key, title, source, tag in rows.values_list(
        "translation_key", "title", "source_language", "locale__language_code"
    ):
        if source == tag or str(key) not in found:
            found[str(key)] = title
    return sorted(found.items(), key=lambda each: each[1].casefold())


def keys_in_programme(key):
    """The programme itself, its projects, and what was told in either."""
    programme = ProgrammePage.objects.filter(translation_key=key)
    projects = ProjectPage.objects.filter(programme__translation_key=key)
    stories = StoryPage.objects.filter(
        Q(programme__translation_key=key)
        | Q(programme=None, project__programme__translation_key=key)
    )
    return {
        each
        for rows in (programme, projects, stories)
        for each in rows.values_list("translation_key", flat=True)
    }


def tell():
    register(
        ContentPage,
        kinds(),
        [Narrowing("programme", _("Programme"), programmes, keys_in_programme)],
    )
