"""Where a link leads, when it leads away from this site."""

from wagtail import blocks
from wagtail_localize.segments import OverridableSegmentValue


class AddressBlock(blocks.CharBlock):
    """An address is no text to translate: translations have the original's, or one of their own."""

    def get_translatable_segments(self, value):
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(self, value, segments):
        return segments[0].data if segments else value
