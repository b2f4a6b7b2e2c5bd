"""The site's own settings as in production, with everything that is written in the bench's folder."""

from config.settings import *  # noqa: F403
from config.settings import STORAGES

from .folders import made

MEDIA_ROOT = made("media")
STATIC_ROOT = made("static")
STORAGES["private"]["OPTIONS"]["location"] = made("private")
