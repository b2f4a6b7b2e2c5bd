"""What all endpoints share: JSON for anybody, whoever asks, and known again by its validators."""

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

from stories.delivery import tags
from stories.delivery.answers import deliver

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
    # Whether one may be kept, which needs every change of what it shows to be in the log.
    is_kept = False

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if any("\x00" in value for values in request.GET.lists() for value in values[1]):
            raise BadRequestError("null characters are not allowed")

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        by_chance = request.GET.get("order") == "random"
        if response.status_code == 200 and request.method in ("GET", "HEAD") and not by_chance:
            deliver(response, **{"is_kept": self.is_kept} | self.delivered())
        return response

    def delivered(self):
        """What the answer shows, as `deliver` takes it: of a list, whatever may come into it or leave it."""
        return {"tags": [tags.EVERYTHING]}

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
