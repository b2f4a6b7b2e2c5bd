"""Pictures, recordings and documents, each with the rights that it may be shown under."""

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia

from .licences import Licence
from .pictures import cleaned_picture
from .serializers import shaped


class RightsMixin(models.Model):
    """Who is to be named, who holds the rights, and what others may do with the file."""

    credit_line = models.CharField(
        _("credit line"), max_length=255, blank=True, help_text=_("As it is to be printed.")
    )
    copyright_holder = models.CharField(_("copyright holder"), max_length=255, blank=True)
    licence = models.CharField(_("licence"), max_length=32, choices=Licence.choices, blank=True)

    rights_fields = ("credit_line", "copyright_holder", "licence")

    class Meta:
        abstract = True


class StoryImage(RightsMixin, AbstractImage):
    """A picture. The file that is kept is upright and holds no EXIF or GPS, however it came in."""

    admin_form_fields = (*Image.admin_form_fields, *RightsMixin.rights_fields)
    api_fields = [
        "description",
        "credit_line",
        "copyright_holder",
        *shaped("licence", "focal_point", "src", "sources"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self._keep_cleaned_file()
        super().save(*args, **kwargs)

    def _keep_cleaned_file(self):
        cleaned = cleaned_picture(self.file.file)
        self.file = cleaned
        self.file_size = cleaned.size
        cleaned.seek(0)
        self._set_file_hash()
        cleaned.seek(0)


class StoryRendition(AbstractRendition):
    image = models.ForeignKey(StoryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]


def private_storage():
    return storages["private"]


class StoryDocument(AbstractDocument):
    """A document. Its file is never at a public address: it is served after a check of who may see it."""

    file = models.FileField(_("file"), upload_to="documents", storage=private_storage)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]


class Recording(RightsMixin, AbstractMedia):
    """An audio or video file."""

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "duration",
        "width",
        "height",
        *RightsMixin.rights_fields,
        "tags",
    )

    class Meta(AbstractMedia.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
