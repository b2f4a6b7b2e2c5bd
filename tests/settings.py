"""The site's own settings, only faster, and with everything that they write in a temporary folder.

TEST_DATABASE=sqlite (default) or postgres chooses the database.
"""

import os

from tests import room

os.environ.update(
    SECRET_KEY="for tests only",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    BASE_URL="http://testserver",
    DEBUG="0",
    DEFAULT_LANGUAGE="en",
    LANGUAGES="en,ar,bn",
    TASKS_BACKEND="immediate",
    EMAIL_URL="memorymail://",
    # Tests ask often, and from one address.
    **{f"RATE_LIMIT_{kind}": "off" for kind in ("SEARCH", "WRITES", "PASSWORDS", "TOKENS")},
    DATABASE_URL=room.database_url(),
)
for name in (
    "CACHE_URL",
    "EDGE_URL",
    "MEDIA_URL_BASE",
    "PREVIEW_URL",
    "RATE_LIMIT_READS",
    "S3_BUCKET",
    "SECURITY_CONTACT",
    "SECURITY_POLICY",
    "SECURITY_LANGUAGES",
    "TRUSTED_PROXIES",
    "MACHINE_TRANSLATION_URL",
    "WEBHOOKS_ALLOW_PRIVATE",
):
    os.environ.pop(name, None)

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, LOGGING, STORAGES, WAGTAILSEARCH_BACKENDS  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as on a real site: in memory, a live server and its test would share one connection.
    DATABASES["default"]["TEST"] = {"NAME": room.folder() / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0

# Wagtail's own index, which editors and /api/v2/ search, is a fifth of the work of saving a page: tests
# that search it call `tests.factories.searchable`.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = room.folder() / "media"
STORAGES["private"]["OPTIONS"]["location"] = room.folder() / "private"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
STATIC_ROOT = room.folder() / "static"
STATIC_ROOT.mkdir(exist_ok=True)
LOGGING["root"]["level"] = LOGGING["loggers"]["django"]["level"] = "ERROR"
# Journeys sign in often, and from one address.
AXES_ENABLED = False
