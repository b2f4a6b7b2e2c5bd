"""What the three index pages share."""

from stories.serving import ServedMixin


class ListingMixin(ServedMixin):
    """An index page: lists every page of one type, in one language each, a page at a time."""

    def get_listing_context(self, request, reader):
        # Here, because lists are made of models.
        from stories.presentation.listings import listing_context

        return listing_context(self, request, reader)
