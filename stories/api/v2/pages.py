"""Pages that anybody may see, whole, in a fixed number of queries."""

from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils.functional import SimpleLazyObject, cached_property
from rest_framework.fields import Field
from wagtail.api.v2.filters import (
    AncestorOfFilter,
    ChildOfFilter,
    DescendantOfFilter,
    LocaleFilter,
    SearchFilter,
    TranslationOfFilter,
)
from wagtail.api.v2.serializers import PageSerializer as WagtailPageSerializer
from wagtail.api.v2.serializers import get_serializer_class
from wagtail.api.v2.utils import BadRequestError, page_models_from_string
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.fields import StreamField
from wagtail.models import Page

from stories.delivery import tags
from stories.delivery.door import public_pages
from stories.delivery.register import next_expiry
from stories.library.shapes import absolute_base
from stories.models import ContentPage
from stories.models.choices import ChoiceListField
from stories.presentation.details import detail, details, with_rows
from stories.presentation.families import address
from stories.presentation.reader import Reader
from stories.queries import pages_at
from stories.translation.locales import Languages

from .answers import PublicMixin
from .filters import FieldsFilter, OrderingFilter


class AddressField(Field):
    """The page's address in its own language."""

    def get_attribute(self, page):
        return address(page, page.locale.language_code, absolute_base())

    def to_representation(self, url):
        return url


class ParentField(Field):
    """The page above, as Wagtail shows it; null where that one is not public."""

    def get_attribute(self, page):
        above = public_pages(ContentPage.objects.select_related("locale"))
        return above.filter(path=page.path[: -page.steplen]).first()

    def to_representation(self, parent):
        meta = ["type", "detail_url", "html_url"]
        serializer = get_serializer_class(
            type(parent), ["id", *meta, "title"], meta_fields=meta, base=PageSerializer
        )
        return serializer(context=self.context).to_representation(parent)


class PageSerializer(WagtailPageSerializer):
    html_url = AddressField(read_only=True)
    parent = ParentField(read_only=True)


class PagesViewSet(PublicMixin, PagesAPIViewSet):
    model = ContentPage
    base_serializer_class = PageSerializer
    # What a page by itself has takes a query a page in a list.
    detail_only_fields = ["parent", "featured", "stories", "projects"]
    filter_backends = [
        FieldsFilter,
        ChildOfFilter,
        AncestorOfFilter,
        DescendantOfFilter,
        OrderingFilter,
        TranslationOfFilter,
        LocaleFilter,
        SearchFilter,
    ]
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"site"}
    is_kept = True

    def delivered(self):
        if self.action == "detail_view":
            page = self.get_object()
            above = [tags.place(page.path[: -page.steplen])]
            self.reader.shows(tags.page(page.translation_key), *above)
            return {"shown": self.reader, "until": page.expire_at}
        # The search index may be written after the log.
        is_searched = "search" in self.request.GET
        return {**super().delivered(), "until": next_expiry(), "is_kept": not is_searched}

    @classmethod
    def get_available_fields(cls, model, db_fields_only=False):
        """Fields; with `db_fields_only` those that can be filtered and ordered by."""
        names = super().get_available_fields(model, db_fields_only)
        if not db_fields_only:
            return names
        stored = (StreamField, ChoiceListField)
        return [name for name in names if not isinstance(model._meta.get_field(name), stored)]

    def get_base_queryset(self):
        return public_pages(Page.objects.all())

    def get_queryset(self):
        try:
            asked = self.request.GET.get("type")
            models = page_models_from_string(asked) if asked else ()
        except (LookupError, ValueError) as error:
            raise BadRequestError("type doesn't exist") from error
        model = models[0] if len(models) == 1 and models[0] is not Page else ContentPage
        # The door's own conditions stay inside, where search can't stumble over them.
        public = self.get_base_queryset()
        if len(models) > 1:
            public = public.type(*models)
        streams = [field.name for field in model._meta.fields if isinstance(field, StreamField)]
        return (
            model.objects.filter(pk__in=public.values("pk"))
            .select_related("locale")
            .defer(*streams)
        )

    def get_object(self):
        if not hasattr(self, "_cached_object"):
            row = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
            page = row.specific_class.objects.get(pk=row.pk)
            page.locale = row.locale
            with_rows([page])
            self._cached_object = page
        return self._cached_object

    def find_object(self, queryset, request):
        if "html_path" not in request.GET:
            return super().find_object(queryset, request)
        path = urlsplit(request.GET["html_path"]).path.strip("/")
        language, _, below = path.partition("/")
        if language not in Languages.load():
            language, below = settings.LANGUAGE_CODE, path
        here = pages_at(below).filter(locale__language_code=language)
        return queryset.filter(pk__in=here.values("pk")).first()

    def get_serializer_context(self):
        return {**super().get_serializer_context(), "details": SimpleLazyObject(self._details)}

    @cached_property
    def reader(self):
        """Of one page: who reads it in its own language."""
        page = self.get_object()
        return Reader(page.locale.language_code, Languages.load(), base=absolute_base())

    def _details(self):
        """The Details of the answer's pages by primary key, fetched when a field first asks."""
        if self.action == "detail_view":
            page = self.get_object()
            return {page.pk: detail(page, self.reader)}
        keys = [row.pk for row in self.rows]
        whole = self.get_queryset().model.objects.filter(pk__in=keys).select_related("locale")
        return details(with_rows(whole), Languages.load(), absolute_base())
