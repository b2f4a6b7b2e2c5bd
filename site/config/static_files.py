"""Static files in production: under names that change with their contents, compressed, and few."""

import re
from pathlib import Path

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

ONE = "css/one.css"
# Those for all media. The list is the page's own.
LIST = "templates/components/stylesheets.html"
LISTED = re.compile(
    r"""^ *<link rel="stylesheet" href="{% static '(css/[\w-]+\.css)' %}">$""", re.MULTILINE
)


class SiteFiles(CompressedManifestStaticFilesStorage):
    """Whitenoise's, with all style sheets of a page in one file, in their order.

    What a page needs before it can be shown is then one request, without a build step for developers.
    """

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            sheets = (Path(self.path(name)).read_text(encoding="utf-8") for name in listed())
            Path(self.path(ONE)).write_text("\n".join(sheets), encoding="utf-8")
            paths[ONE] = (self, ONE)
        yield from super().post_process(paths, dry_run, **options)

    def one_stylesheet(self):
        """The address of the file that has them all."""
        return self.url(ONE)


def listed():
    return LISTED.findall((settings.ROOT / LIST).read_text(encoding="utf-8"))
