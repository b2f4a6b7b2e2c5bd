"""What a museum's stories are part of: vocabulary, objects, recordings, programmes and projects."""

from dataclasses import dataclass

from stories.library.models import Recording, StoryDocument, StoryImage
from stories.models import (
    CollectionObject,
    Community,
    ContentWarning,
    Place,
    ProgrammePage,
    ProjectPage,
    Theme,
)
from tests.factories import (
    CollectionObjectFactory,
    CommunityFactory,
    ContentWarningFactory,
    PartnerFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    RecordingFactory,
    StoryDocumentFactory,
    ThemeFactory,
    locale,
)

from .body import Shown, body
from .environment import LANGUAGES
from .words import paragraphs, sentences, titles

# How many of each there are, in every language.
THEMES, COMMUNITIES, PLACES, WARNINGS, PARTNERS = 30, 40, 40, 6, 40
OBJECTS, RECORDINGS, PROGRAMMES, PROJECTS = 200, 6, 20, 100


@dataclass
class Surroundings:
    """The original of each word, object and page, and what bodies are made with."""

    themes: list
    communities: list
    places: list
    warnings: list
    objects: list
    pictures: list
    programmes: list
    projects: list
    shown: Shown


def surroundings():
    """What was made, read back."""
    pictures = list(StoryImage.objects.order_by("pk"))
    rows = {
        "themes": Theme, "communities": Community, "places": Place, "warnings": ContentWarning,
        "objects": CollectionObject, "programmes": ProgrammePage, "projects": ProjectPage,
    }  # fmt: skip
    return Surroundings(
        **{name: _originals(model) for name, model in rows.items()},
        pictures=pictures,
        shown=_shown(pictures, _originals(CollectionObject)),
    )


def _originals(model):
    """The first of each translation key, in the order in which they were made."""
    return list({row.translation_key: row for row in model.objects.order_by("-pk")}.values())[::-1]


def _shown(pictures, objects):
    keys = {
        "pictures": [each.pk for each in pictures],
        "objects": [each.pk for each in objects],
        "recordings": list(Recording.objects.order_by("pk").values_list("pk", flat=True)),
        "captions": list(StoryDocument.objects.order_by("pk").values_list("pk", flat=True)),
    }
    return Shown(**keys)


def make_surroundings(pictures):
    vocabulary = {
        "themes": _words(ThemeFactory, "Theme", THEMES),
        "communities": _words(CommunityFactory, "Community", COMMUNITIES),
        "places": _words(PlaceFactory, "Place", PLACES),
    }
    _words(ContentWarningFactory, "Warning", WARNINGS)
    partners = _words(PartnerFactory, "Partner", PARTNERS)
    objects = _objects(pictures)
    for number in range(RECORDINGS):
        RecordingFactory(title=f"Recording {number}", duration=93)
        StoryDocumentFactory(title=f"Captions {number}")
    _pages(vocabulary, partners, objects, pictures, _shown(pictures, objects))


def _words(factory, name, count):
    """The originals, in the site's languages by turns; each is translated into the others."""
    originals = []
    for number in range(count):
        own, *others = turned(number)
        slug = f"{name.lower()}-{number}"
        original = factory(name=_name(number, own), slug=slug, language=own)
        for language in others:
            factory(name=_name(number, language), language=language, translation_of=original)
        originals.append(original)
    return originals


def turned(number):
    """The site's languages, beginning with another one each time: that of an original."""
    start = number % len(LANGUAGES)
    return LANGUAGES[start:] + LANGUAGES[:start]


def _name(number, language):
    words = sentences(language)[number % len(sentences(language))].split()
    return f"{' '.join(words[:3])} {number}"


def _objects(pictures):
    originals = []
    for number in range(OBJECTS):
        original = None
        for language in turned(number):
            values = {
                "museum_number": f"FM.1931.{number}", "title": _name(number, language),
                "maker": "Unknown", "date": "1931", "image": pictures[number % len(pictures)],
                "image_alt": sentences(language)[number % 90], "language": language,
            }  # fmt: skip
            if original is None:
                original = CollectionObjectFactory(**values)
            else:
                values["locale"] = locale(values.pop("language"))
                CollectionObject.objects.create(translation_key=original.translation_key, **values)
        originals.append(original)
    return originals


def _pages(vocabulary, partners, objects, pictures, shown):
    made = {"programme": [], "project": []}
    for number in range(PROGRAMMES + PROJECTS):
        kind = "programme" if number < PROGRAMMES else "project"
        factory = ProgrammePageFactory if kind == "programme" else ProjectPageFactory
        original = None
        for language in turned(number):
            text = paragraphs(language)
            words = {name: [terms[number % len(terms)]] for name, terms in vocabulary.items()}
            values = {
                "title": f"{titles(language)[number % len(titles(language))]} {number}",
                "slug": f"{kind}-{number}",
                "summary": sentences(language)[number % 90],
                "lead_image": pictures[number % len(pictures)],
                "lead_image_alt": sentences(language)[(number + 1) % 90],
                "translation_of": original,
                "language": language,
                **words,
            }
            if kind == "project":
                values |= {
                    "programme": made["programme"][number % PROGRAMMES],
                    "aims": text[number % len(text)],
                    "approach": text[(number + 1) % len(text)],
                    "outcomes": text[(number + 2) % len(text)],
                    "collaboration": ["co_curation"],
                    "partners": [
                        {"partner": partners[(number + step) % PARTNERS], "role": "Host"}
                        for step in range(2)
                    ],
                    "collection_objects": [
                        {"object": objects[(number + step) % OBJECTS], "use": "Shown"}
                        for step in range(3)
                    ],
                }
            page = factory(**values)
            page.body = body(number, language, shown, page.pk, [])
            page.save()
            original = original or page
        made[kind].append(original)
