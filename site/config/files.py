"""Where files lie when they lie in an S3 bucket."""

from botocore.config import Config

PUBLIC = "stories.library.storage.PublicS3Storage"
PRIVATE = "stories.library.storage.PrivateS3Storage"


def bucket(name, endpoint_url, region, key, secret, connect_timeout=5, read_timeout=10):
    """Two storages in one bucket, for Django's STORAGES: what is public, and what is not."""
    options = {
        "bucket_name": name,
        "endpoint_url": endpoint_url,
        "region_name": region,
        "access_key": key,
        "secret_key": secret,
        "file_overwrite": False,
        # A server that stops answering is an error within seconds, not a request that hangs.
        "client_config": Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            retries={"total_max_attempts": 2},
        ),
    }
    signed = {"querystring_auth": True, "querystring_expire": 300}
    return {
        "default": {"BACKEND": PUBLIC, "OPTIONS": options | {"location": "media"}},
        "private": {"BACKEND": PRIVATE, "OPTIONS": options | signed | {"location": "private"}},
    }
