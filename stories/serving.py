"""How a page becomes HTML: its Detail, and for an index page the list that it shows."""

from stories.translation.languages import direction, native_name

# What an index page has beside its own words.
LISTING = ("listing", "filters", "active_filters")


class ServedMixin:
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
            "languages": switcher(reader.language, presented),
            **{name: presented[name] for name in LISTING if name in presented},
        }


def switcher(language, presented):
    """The languages that a page really is in, and the one that is being read."""
    found = {each["locale"]: each["url"] for each in presented["translations"]}
    if language not in found:
        found[language] = presented["url"]
    return [
        {
            "code": tag,
            "name": native_name(tag),
            "dir": direction(tag),
            "url": url,
            "current": tag == language,
        }
        for tag, url in sorted(found.items(), key=lambda each: native_name(each[0]).casefold())
    ]
