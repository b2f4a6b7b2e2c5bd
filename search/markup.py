"""The search page in HTML. What is the same for all searches in a language is remembered, with holes."""

from django.template.loader import get_template
from django.utils.safestring import mark_safe

from stories.delivery.memory import memory
from stories.presentation.frames import Frame, hole
from stories.templatetags.meeting_place import options

from .finished import PASSAGE, markup


def page(request, text, found, languages):
    """All of it around what was found; that is markup, or "" where nothing was asked."""
    reader, is_large = request.reader, request.GET.get("print") == "large"
    values = {"text": text, "found": found}
    values |= {f"to {each['code']}": each["url"] for each in languages}

    def make():
        context = {
            "is_search_page": True,
            "locale": reader.languages.shape(reader.language),
            "languages": [{**each, "url": hole(f"to {each['code']}")} for each in languages],
            "text": text and hole("text"),
            "found": found and hole("found"),
        }
        return Frame(get_template("search/search_page.html").render(context, request))

    asked = "search page", reader.language, reader.fallback, bool(text), bool(found), is_large
    return memory.get(asked, make).filled(values)


def found(context, reader):
    """What was found, with what it can be narrowed by."""
    filters = _filters(context["facets"], context["active_filters"], context["text"], reader)
    return get_template("search/found.html").render({**context, "filters": filters})


def _filters(facets, active, text, reader):
    template = get_template("components/filters.html")
    if active:
        return template.render({"filters": facets, "active_filters": active, "words": text})

    def make():
        unfilled = [{**each, "options": hole(each["name"])} for each in facets]
        return Frame(template.render({"filters": unfilled, "words": hole("text")}))

    asked = "search filters", reader.language, tuple(each["name"] for each in facets)
    values = {each["name"]: options(each["options"]) for each in facets}
    return memory.get(asked, make).filled({"text": text, **values})


def items(results, reader, **more):
    """A list of results, or "" for none."""
    shown = "\n".join(f"<li>{_item(each, reader, **more)}</li>" for each in results)
    return mark_safe(shown and f'<ul class="cards">\n{shown}\n</ul>')


def _item(result, reader, **more):
    """One of them, safe; what is also in the reader's language is not called missing there."""
    if result.text:
        return result.text.body.decode().replace(PASSAGE, result.more["highlight"])
    shown = result.item
    language = shown["language"]
    if reader.language in language["available"] and language["is_fallback"]:
        shown = {**shown, "language": {**language, "is_fallback": False}}
    return markup(shown, reader, **more)
