"""Pictures and documents that something public shows."""

from django.db.models import prefetch_related_objects
from django.urls import reverse
from rest_framework.fields import Field
from wagtail.api.v2.serializers import BaseSerializer
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from stories.delivery.door import shown_files
from stories.delivery.shown_by import tags_of_shown
from stories.delivery.uses import file_tag
from stories.library.shapes import absolute_base, file_url, stored_name

from .answers import PublicMixin


class TagNamesField(Field):
    """Tags by name, out of what was prefetched."""

    def to_representation(self, tags):
        return sorted(tag.name for tag in tags.all())


class FileSerializer(BaseSerializer):
    def build_property_field(self, field_name, model_class):
        if field_name == "tags":
            return TagNamesField, {}
        return super().build_property_field(field_name, model_class)


class ImageAddressField(Field):
    """The picture as it is kept: upright, and with nothing in it about who made it."""

    def to_representation(self, file):
        return file_url(stored_name(file), absolute_base())


class DocumentAddressField(Field):
    def get_attribute(self, document):
        return absolute_base() + reverse("wagtaildocs_serve", args=[document.pk, document.filename])

    def to_representation(self, url):
        return url


class ImageSerializer(FileSerializer):
    download_url = ImageAddressField(source="file", read_only=True)


class DocumentSerializer(FileSerializer):
    download_url = DocumentAddressField(read_only=True)


class ShownMixin(PublicMixin):
    """Not kept: whether something public shows a file changes with what shows it."""

    beside = ["tags"]

    def delivered(self):
        if self.action != "detail_view":
            return super().delivered()
        return {"tags": tags_of_shown(file_tag(self.model, self.kwargs["pk"]))}

    def get_queryset(self):
        # The door's own conditions stay inside, where search can't stumble over them.
        shown = shown_files(self.model.objects.all())
        return self.model.objects.filter(pk__in=shown.values("pk")).order_by("id")

    def paginate_queryset(self, queryset):
        rows = super().paginate_queryset(queryset)
        prefetch_related_objects(rows, *self.beside)
        return rows


class ImagesViewSet(ShownMixin, ImagesAPIViewSet):
    base_serializer_class = ImageSerializer
    beside = ["tags", "renditions"]


class DocumentsViewSet(ShownMixin, DocumentsAPIViewSet):
    base_serializer_class = DocumentSerializer
