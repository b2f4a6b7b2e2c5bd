"""Where files lie: public ones at the site's own address, private ones at none that lasts."""

from contextlib import contextmanager
from urllib.parse import urljoin

from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class FilesUnreachable(OSError):
    """The place where files lie does not answer as it should: nothing was read or saved."""


@contextmanager
def answered():
    """Makes one clear error of all that a network or an S3 server may say or leave unsaid."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise FilesUnreachable(
            f"The file store cannot be used ({type(error).__name__})."
        ) from error


class AnsweringS3Storage(S3Storage):
    def _save(self, name, content):
        with answered():
            return super()._save(name, content)

    def _open(self, name, mode="rb"):
        with answered():
            return super()._open(name, mode)

    def exists(self, name):
        with answered():
            return super().exists(name)

    def delete(self, name):
        with answered():
            return super().delete(name)


class PublicS3Storage(AnsweringS3Storage):
    """A bucket whose files are served from the site's own address, after the site's own checks."""

    def url(self, name, parameters=None, expire=None, http_method=None):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))


class PrivateS3Storage(AnsweringS3Storage):
    """A bucket whose files have no lasting address: a link to one is signed, and ends soon."""


class PrivateFolder(FileSystemStorage):
    """A folder whose files have no address at all."""

    def url(self, name):
        # The error by which Wagtail's document view knows that it has to send the file itself.
        raise NotImplementedError("A private file has no address: it is served after a check.")
