"""How a page becomes HTML: its Detail, and for an index page the list that it shows."""

from urllib.parse import urlencode

from stories.previews.modes import PreviewedMixin
from stories.translation.languages import direction, native_name

# What an index page has beside its own words.
LISTING = ("listing", "filters", "active_filters")


class ServedMixin(PreviewedMixin):
    """Gives templates the same dict that the API gives clients."""

    def get_context(self, request, *args, **kwargs):
        # Here, because presenters are made of models.
        from stories.presentation.details import detail
        from stories.presentation.reader import Reader
        from stories.translation.locales import Languages

        reader = getattr(request, "reader", None)
        if reader is None:
            language = self.locale.language_code
            reader = Reader(language, Languages.load(), query=request.GET, preview=True)
        presented = detail(self, reader)
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "page": presented,
            "locale": reader.languages.shape(reader.language),
            "languages": switcher(reader.language, presented, filters_in(reader, presented)),
            **{name: presented[name] for name in LISTING if name in presented},
        }


def filters_in(reader, presented):
    """What a list was narrowed by: ``{"theme": "rivers"}``; words have one slug in all languages."""
    query, names = reader.query or {}, [each["name"] for each in presented.get("filters", ())]
    return {name: query[name] for name in names if query.get(name)}


def switcher(language, presented, filters=None):
    """The languages that a page really is in, and the one that is being read.

    A list stays narrowed by its `filters`, from its first page on. "Only in this language" means the
    other language there.
    """
    found = {each["locale"]: each["url"] for each in presented["translations"]}
    if language not in found:
        found[language] = presented["url"]
    return [
        {
            "code": tag,
            "name": native_name(tag),
            "dir": direction(tag),
            "url": url + _query(filters or {}, language, tag),
            "current": tag == language,
        }
        for tag, url in sorted(found.items(), key=lambda each: native_name(each[0]).casefold())
    ]


def _query(filters, language, other):
    if filters.get("language") == language:
        filters = {**filters, "language": other}
    return "?" + urlencode(filters) if filters else ""
