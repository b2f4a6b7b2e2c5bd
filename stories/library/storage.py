"""Where files lie when they lie in a bucket."""

from urllib.parse import urljoin

from botocore.exceptions import BotoCoreError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class FilesUnreachable(OSError):
    """The place where files lie does not answer: nothing was read or saved."""


class AnsweringS3Storage(S3Storage):
    """A bucket whose silence is one clear error, whatever the network called it."""

    def _save(self, name, content):
        try:
            return super()._save(name, content)
        except BotoCoreError as error:
            raise FilesUnreachable("The file store does not answer.") from error

    def _open(self, name, mode="rb"):
        try:
            return super()._open(name, mode)
        except BotoCoreError as error:
            raise FilesUnreachable("The file store does not answer.") from error

    def exists(self, name):
        try:
            return super().exists(name)
        except BotoCoreError as error:
            raise FilesUnreachable("The file store does not answer.") from error

    def delete(self, name):
        try:
            return super().delete(name)
        except BotoCoreError as error:
            raise FilesUnreachable("The file store does not answer.") from error


class PublicS3Storage(AnsweringS3Storage):
    """Files that are served from the site's own address, after the site's own checks."""

    def url(self, name, parameters=None, expire=None, http_method=None):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))


class PrivateS3Storage(AnsweringS3Storage):
    """Files that have no lasting address: a link to one is signed, and ends soon."""
