"""What all our blocks share: how a block's stored value becomes what readers and clients get."""


class PresentedMixin:
    """A block that is shown as a plain dict, the same for the page's template and for the API.

    Blocks work on the *stored* value (what is in the database's JSON), so that a page's pictures, pages
    and objects are fetched in one go for the whole page and not block by block.
    """

    def references(self, raw):
        """The rows that the stored value points to, as ``(kind, primary key)`` pairs."""
        return ()

    def present(self, raw, references):
        """The value as readers get it, or None where nothing of it may be shown."""
        raise TypeError(f"{type(self).__name__} has no present()")

    def render(self, value, context=None):
        if self.get_api_representation(value) is None:
            return ""
        return super().render(value, context)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["value"] = self.get_api_representation(value)
        return context

    def get_api_representation(self, value, context=None):
        # Here, because what is presented (pages, objects) is made of models, which are made of blocks.
        from stories.presentation.references import References

        raw = self.get_prep_value(value)
        references = References()
        references.want(self.references(raw))
        return self.present(raw, references.load())


def newest(model):
    """The newest of a library, to show in a block's preview what the block really looks like, or None."""
    return model.objects.order_by("-pk").first()


def items(raw):
    """The stored values in a list block, whatever form they were stored in."""
    for item in raw or []:
        yield item["value"] if isinstance(item, dict) and "value" in item else item
