"""What all endpoints share: JSON for anybody, whoever asks."""

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

FARTHEST = 1_000_000


class AlwaysJSON(BaseContentNegotiation):
    """A browser that asks for HTML gets JSON too."""

    def select_parser(self, request, parsers):
        return parsers[0]

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class Pagination(WagtailPagination):
    def paginate_queryset(self, queryset, request, view=None):
        offset = request.GET.get("offset", "0")
        if offset.isdigit() and int(offset) > FARTHEST:
            raise BadRequestError(f"offset cannot be higher than {FARTHEST}")
        return super().paginate_queryset(queryset, request, view)


class PublicMixin:
    """No session and no token is looked at: an editor's browser sees what everybody sees."""

    authentication_classes = []
    permission_classes = []
    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJSON
    pagination_class = Pagination

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if any("\x00" in value for values in request.GET.lists() for value in values[1]):
            raise BadRequestError("null characters are not allowed")

    def paginate_queryset(self, queryset):
        """The rows of the answer, fetched once for everything that is told of them."""
        self.rows = list(super().paginate_queryset(queryset))
        return self.rows

    def find_object(self, queryset, request):
        if not request.GET.get("id", "0").isdigit():
            raise BadRequestError("id must be a positive integer")
        return super().find_object(queryset, request)

    def resolve_rich_text_format(self):
        """HTML only: as it is stored, rich text names pages and files that may not be public."""
        if self.request.GET.get("rich_text_format", "html") != "html":
            raise BadRequestError("rich_text_format is html")
        return "html"
