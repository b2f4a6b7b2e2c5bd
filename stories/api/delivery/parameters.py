"""What can be asked for, and for whom an answer is made."""

from typing import Annotated, Literal

from django.conf import settings
from pydantic import BaseModel, Field

from stories.delivery.problems import BadParameters
from stories.presentation.reader import Reader
from stories.translation.locales import Fallback, Languages

# None where it was left out; nobody can send it.
Given = Annotated[str, Field(min_length=1, max_length=255)]
Words = Annotated[str, Field(max_length=255)]
Names = Annotated[str, Field(min_length=1, max_length=2000)]

LOCALE = Field(
    description="The language to answer in. Left out, it is the site's default language.",
    examples=["so"],
)
FIELDS = Field(
    description=(
        "Only these keys, separated by commas, with dots into what they hold. "
        "`id` and `type` always stay."
    ),
    examples=["title,lead_image.src"],
)
FALLBACK = Field(
    description=(
        "What may stand in for a missing translation: `default` (the languages that editors chose "
        "for it, then the original, then any other), `none`, or locales separated by commas, best "
        "first."
    ),
    examples=["none", "ar,en"],
)
PREVIEW = Field(
    min_length=1,
    max_length=1000,
    description=(
        "A token from an editor's preview. The answer is then the draft that it was made for, in "
        "its language, `private, no-store`. A token opens nothing else, and lasts for an hour."
    ),
)


class LocaleParameters(BaseModel):
    locale: Annotated[Given, LOCALE] = None


class ImageParameters(LocaleParameters):
    fields: Annotated[Names, FIELDS] = None


class PageParameters(ImageParameters):
    fallback: Annotated[str, FALLBACK] = "default"


class DetailParameters(PageParameters):
    preview: Annotated[str, PREVIEW] = None


class ResolveParameters(BaseModel):
    path: Annotated[
        str,
        Field(
            pattern="^/",
            description="The path of an address on the site, as a visitor's browser has it.",
            examples=["/so/stories/river-song/"],
        ),
    ]
    fields: Annotated[Names, FIELDS] = None
    fallback: Annotated[str, FALLBACK] = "default"
    preview: Annotated[str, PREVIEW] = None


def having(name):
    return Field(description=f"Only what has this {name}: its slug or its id.")


Limit = Annotated[int, Field(ge=1, le=100, description="How many.")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="After how many.")]


class SubjectsParameters(ImageParameters):
    limit: Limit = 20
    offset: Offset = 0


class SubjectParameters(PageParameters):
    limit: Limit = 20
    offset: Offset = 0


class ListParameters(PageParameters):
    limit: Limit = 20
    offset: Offset = 0
    order: Literal["published_at", "-published_at", "title"] = "-published_at"
    theme: Annotated[Given, having("theme")] = None
    community: Annotated[Given, having("community")] = None
    place: Annotated[Given, having("place")] = None
    programme: Annotated[Given, having("programme")] = None
    project: Annotated[Given, having("project")] = None
    language: Annotated[Given, Field(description="Only what is served in this language.")] = None
    q: Annotated[Words, Field(description="Only what has these words in its title or summary.")] = (
        None
    )


def check_names(request, parameters):
    """Refuses what an endpoint does not know, what is said twice, and what is no text."""
    known = type(parameters).model_fields
    wrong = {}
    for name, values in request.GET.lists():
        if name not in known:
            wrong[name] = f"There is no such parameter here. There are: {', '.join(known)}."
        elif len(values) > 1:
            wrong[name] = "Give it once."
        elif "\0" in values[0]:
            wrong[name] = "This is no text."
    if wrong:
        raise BadParameters(wrong)


def reader_for(parameters, locale=None, languages=None):
    """The reader for whom to answer; refuses languages that the site has not got."""
    languages = languages or Languages.load()
    locale = locale or getattr(parameters, "locale", None) or settings.LANGUAGE_CODE
    check_language("locale", locale, languages)
    fallback = fallback_for(getattr(parameters, "fallback", "default"), locale, languages)
    return Reader(locale, languages, fallback=fallback, base=settings.BASE_URL)


def fallback_for(asked, locale, languages):
    if asked == "default":
        return languages.fallback(locale)
    if asked == "none":
        return Fallback.none(locale)
    others = [tag.strip() for tag in asked.split(",")]
    for tag in others:
        check_language("fallback", tag, languages)
    return Fallback.listed(locale, others)


def check_language(name, tag, languages):
    if tag not in languages:
        raise BadParameters(
            {name: f"The site has no locale “{tag}”. It has: {', '.join(languages)}."}
        )
