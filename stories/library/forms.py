"""The form that pictures come in by."""

from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .pictures import check_picture


class PictureField(WagtailImageField):
    """Refuses in words what can't be kept, before anything unpacks the picture's pixels."""

    def to_python(self, data):
        if data:
            check_picture(data)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label,
                help_text=field.help_text,
                required=field.required,
                widget=field.widget,
            )
