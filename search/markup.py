"""The search page in HTML. What is the same for all searches in a language is remembered, with holes."""

from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import ngettext

from stories.delivery.memory import memory
from stories.presentation.frames import Frame, hole
from stories.presentation.listings import numbers
from stories.templatetags.meeting_place import options
from stories.translation.numerals import numerals

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


def found(found, own, others, filters, suggestion_url, pagination, reader, is_filtered):
    """What was found, with what it can be narrowed by."""
    values = {
        "count": _count(found.count, reader.language),
        "filters": filters,
        "suggestion": found.suggestion,
        "suggestion_url": suggestion_url,
        "own": own,
        "others": others,
        "pagination": pagination,
    }
    there = tuple(name for name, value in values.items() if value)
    signs = {
        "is_relaxed": found.is_relaxed, "is_empty": not found.count, "is_filtered": is_filtered
    }  # fmt: skip

    def make():
        holes = {name: hole(name) for name in there}
        context = {**holes, **signs, "language": reader.language}
        return Frame(get_template("search/found.html").render(context))

    asked = "search found", reader.language, there, *signs.values()
    return memory.get(asked, make).filled(values)


def _count(count, language):
    said = ngettext("%(counter)s result", "%(counter)s results", count) % {"counter": count}
    return numerals(said, language)


def pagination(page, address, reader):
    """The page numbers of what was found, a Paginator's `page`; `address` is that of the first."""

    def make():
        first = hole("address")
        listing = numbers(page, lambda each: f"{first}&page={each}" if each > 1 else first)
        return Frame(get_template("components/pagination.html").render({"listing": listing}))

    asked = "search pagination", reader.language, page.paginator.num_pages, page.number
    return memory.get(asked, make).filled({"address": address})


def filters(facets, active, text, reader):
    """What it can be narrowed by, as a form."""
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
