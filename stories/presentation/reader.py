"""For whom a page is presented."""

from stories.delivery import tags

from .references import References


class Reader:
    """Who a page is presented to: a language, what may stand in for it, and how addresses begin.

    `query` is the query string of a visitor who reads an index page, None for who wants no list.
    Who does not want the page `alone`, but with others, gets no lists of what belongs to it.
    """

    def __init__(
        self, language, languages, fallback=None, base="", query=None, preview=False, alone=True
    ):
        self.language, self.languages, self.base, self.preview = language, languages, base, preview
        self.alone = alone
        self.query = query
        self.fallback = fallback or languages.fallback(language)
        self._shown = []
        self._told, self._ends = {tags.SITE}, []

    def references(self):
        made = References(self.language, self.languages, self.fallback, self.base)
        self._shown.append(made)
        return made

    def shows_with(self, references):
        """Notes what others have asked `references` for, and what an answer shows of it."""
        self._shown.append(references)

    def nearest_expiry(self):
        """When the first of the pages that were shown so far stops being public, or None."""
        expiries = (made.nearest_expiry() for made in self._shown)
        return min((moment for moment in (*expiries, *self._ends) if moment), default=None)

    def shows(self, *more):
        """Notes what an answer shows that was not asked of `references`: a list, say."""
        self._told.update(more)

    def shows_text(self, text):
        """Notes that an answer shows a finished text."""
        self._told |= text.tags
        self._ends.append(text.until)

    def tags(self):
        """The tags of all that was shown so far."""
        return self._told.union(*(made.tags() for made in self._shown))
