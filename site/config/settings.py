"""The settings: one file, driven by the environment, safe by default.

docs/operators.md lists the variables. Without DEBUG the site refuses to start when SECRET_KEY or
ALLOWED_HOSTS is missing, and says so in one line.
"""

import warnings
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from wagtail.admin.localization import WAGTAILADMIN_PROVIDED_LANGUAGES

from config.edges import EXAMPLE, WrongEdge, edges, lifetime_headers
from config.files import bucket
from config.front_end import origin
from config.languages import INTERFACE_LANGUAGES as SPOKEN
from config.languages import LANGUAGES as CATALOGUE
from config.rates import Rate
from config.release import fingerprint
from config.security_txt import is_contact

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "site"
VAR = ROOT / "var"

env = environ.Env()


def refuse(problem, remedy):
    """Stops the start with one line that says what is wrong and what to do."""
    raise SystemExit(f"Meeting Place cannot start: {problem} {remedy}")


def is_web_address(text):
    """Whether a text is an address of a web server, with a host and at most a right port."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def address(name, read, default):
    """What `read` makes of the variable; what it cannot read stops the start with one line."""
    try:
        with warnings.catch_warnings(action="ignore"):
            config = read(name, default)
    except (ValueError, KeyError, ImproperlyConfigured):
        config = {}
    if not (config.get("ENGINE") or config.get("BACKEND") or config.get("EMAIL_BACKEND")):
        refuse(f"{name} cannot be understood.", f"Set it to an address such as {default}")
    return config


# Who and where

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

if DEBUG:
    SECRET_KEY = SECRET_KEY or "for development on this machine only"
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
if not SECRET_KEY:
    refuse("SECRET_KEY is not set.", "Set it to a long random value that stays the same.")
if not ALLOWED_HOSTS:
    refuse("ALLOWED_HOSTS is not set.", "Set it to the site's host names, separated by commas.")
if not is_web_address(BASE_URL):
    refuse(f"BASE_URL is {BASE_URL!r}.", "Set it to an address such as https://stories.example.org")
try:
    TRUSTED_PROXIES = [ip_network(proxy, strict=False) for proxy in TRUSTED_PROXIES]
except ValueError as error:
    refuse(f"TRUSTED_PROXIES: {error}.", "Set it to addresses or networks, separated by commas.")

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

INSTALLED_APPS = [
    "search",
    "home",
    "stories",
    "stories.library",
    "stories.translation",
    "stories.delivery",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.api.v2",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "ninja",
    "rest_framework",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "storages",
    "csp",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.proxies.TrustedProxiesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.policies.PoliciesMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.limits.LimitsMiddleware",
    "stories.delivery.middleware.DeliveryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "stories.translation.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "stories.translation.refusals.RefusalMiddleware",
    "stories.redirects.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.outages.OutagesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.chrome.chrome",
            ],
        },
    },
]

# Database, cache, tasks, mail

# Readers never wait for a writer; writers queue up instead of failing. (Django itself turns foreign
# keys on.)
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
if "DATABASE_URL" not in env.ENVIRON:
    VAR.mkdir(exist_ok=True)
DATABASE = address("DATABASE_URL", env.db_url, f"sqlite:///{VAR / 'db.sqlite3'}")
DATABASE |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    DATABASE["OPTIONS"] = DATABASE.get("OPTIONS", {}) | SQLITE_OPTIONS
else:
    # A pooler that gives each transaction another session forgets what was prepared.
    prepare = {} if DATABASE.get("DISABLE_SERVER_SIDE_CURSORS") else {"prepare_threshold": 1}
    DATABASE["OPTIONS"] = {"connect_timeout": 5} | prepare | DATABASE.get("OPTIONS", {})
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": address("CACHE_URL", env.cache_url, "locmemcache://meeting-place")}
# A developer wants to see what they have just changed in a template.
KEEP_ANSWERS = env.bool("KEEP_ANSWERS", not DEBUG)
# Of those each process has at hand as many as fit into its own memory.
KEPT_MEGABYTES = env.int("KEPT_MEGABYTES", 16)
SESSION_ENGINE = "django.contrib.sessions.backends.db"
if "Redis" in CACHES["default"]["BACKEND"]:
    CACHES["default"]["BACKEND"] = "config.caches.ForgivingRedisCache"
    CACHES["default"].setdefault("OPTIONS", {}).update(socket_connect_timeout=1, socket_timeout=1)
    SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS_BACKEND = env.str("TASKS_BACKEND", "immediate")
if TASKS_BACKEND not in TASK_BACKENDS:
    refuse(f"TASKS_BACKEND is {TASKS_BACKEND!r}.", "Set it to immediate or database.")
TASKS = {"default": {"BACKEND": TASK_BACKENDS[TASKS_BACKEND]}}

vars().update(address("EMAIL_URL", env.email_url, "consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"Meeting Place <noreply@{urlsplit(BASE_URL).hostname}>"

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [SITE / "static"]
# Files keep one address wherever they lie: the site's own, or that of a CDN which pulls from it.
MEDIA_URL = env.str("MEDIA_URL_BASE", "/media/").rstrip("/") + "/"
MEDIA_ROOT = VAR / "media"

S3_BUCKET = env.str("S3_BUCKET", "")
if S3_BUCKET:
    FILES = bucket(
        S3_BUCKET,
        endpoint_url=env.str("S3_ENDPOINT_URL", None),
        region=env.str("S3_REGION", None),
        key=env.str("S3_ACCESS_KEY_ID", None),
        secret=env.str("S3_SECRET_ACCESS_KEY", None),
    )
else:
    FILES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "private": {
            "BACKEND": "stories.library.storage.PrivateFolder",
            "OPTIONS": {"location": VAR / "private"},
        },
    }
STATIC_FILES = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "config.static_files.SiteFiles"
)
STORAGES = FILES | {"staticfiles": {"BACKEND": STATIC_FILES}}

# Languages

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = CATALOGUE
INTERFACE_LANGUAGES = SPOKEN
# What editors may have their own pages in: our languages, and those that Wagtail itself is translated into.
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    *WAGTAILADMIN_PROVIDED_LANGUAGES,
    *(
        (tag, dict(CATALOGUE)[tag])
        for tag in SPOKEN
        if tag not in dict(WAGTAILADMIN_PROVIDED_LANGUAGES)
    ),
]
LANGUAGE_CODE = env.str("DEFAULT_LANGUAGE", "en").lower()
DEMO_LANGUAGES = ["en", "ar", "bn", "so", "pl", "zh-hans", "fr", "es"]
# What the site starts with; an editor may add any other of the catalogue.
SITE_LANGUAGES = [
    tag.strip().lower() for tag in env.list("LANGUAGES", default=DEMO_LANGUAGES) if tag.strip()
]
if LANGUAGE_CODE not in SITE_LANGUAGES:
    SITE_LANGUAGES.insert(0, LANGUAGE_CODE)
if unknown := [tag for tag in SITE_LANGUAGES if tag not in dict(CATALOGUE)]:
    refuse(
        f"LANGUAGES or DEFAULT_LANGUAGE names {', '.join(unknown)}, which is no known language.",
        "site/config/languages.py lists those that are.",
    )
LOCALE_PATHS = [SITE / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# A LibreTranslate server of one's own; without an address nothing is ever sent to a machine.
if MACHINE_TRANSLATION_URL := env.str("MACHINE_TRANSLATION_URL", "").rstrip("/"):
    if not is_web_address(MACHINE_TRANSLATION_URL):
        refuse(
            f"MACHINE_TRANSLATION_URL is {MACHINE_TRANSLATION_URL!r}.",
            "Set it to an address such as https://translate.example.org, or leave it out.",
        )
    MACHINE_TRANSLATION_TIMEOUT = env.str("MACHINE_TRANSLATION_TIMEOUT", "30")
    if not MACHINE_TRANSLATION_TIMEOUT.isdecimal() or int(MACHINE_TRANSLATION_TIMEOUT) == 0:
        refuse(
            f"MACHINE_TRANSLATION_TIMEOUT is {MACHINE_TRANSLATION_TIMEOUT!r}.",
            "Set it to a number of seconds, or leave it out for 30.",
        )
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "stories.translation.machine.translator.Translator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": MACHINE_TRANSLATION_URL,
            "API_KEY": env.str("MACHINE_TRANSLATION_KEY", ""),
            "TIMEOUT": int(MACHINE_TRANSLATION_TIMEOUT),
        },
    }

# Previews

# With an address given, editors see drafts there too; frames may show what is at its origin.
if PREVIEW_URL := env.str("PREVIEW_URL", ""):
    PREVIEW_ORIGIN = origin(PREVIEW_URL)
    if PREVIEW_ORIGIN is None:
        refuse(
            f"PREVIEW_URL is {PREVIEW_URL!r}.",
            "Set it to an address such as "
            "https://front.example.org/preview?token={token}&path={path}, or leave it out.",
        )

# Caches in front of the site, which `manage.py follow_log` purges; those in EDGE_HEADERS are told by
# headers of their own that they may keep answers for longer than caches which nobody purges.

EDGE_URL = env.str("EDGE_URL", "").replace(",", " ").split()
try:
    EDGES, EDGE_HEADERS = edges(EDGE_URL), lifetime_headers(EDGE_URL)
except WrongEdge as error:
    refuse(f"EDGE_URL: {error}.", f"Set it to an address such as {EXAMPLE}, or leave it out.")

# Wagtail's read-write API, for imports and automation. Administrators then give out tokens in the admin.
API_V3_PREVIEW = env.bool("API_V3_PREVIEW", False)
if API_V3_PREVIEW:
    INSTALLED_APPS.append("wagtail.api.v3")

# Webhooks go to public addresses only; receivers on one's own machine are for development and tests.
WEBHOOKS_ALLOW_PRIVATE = env.bool("WEBHOOKS_ALLOW_PRIVATE", False)

# Readers' browsers keep the last stories that were read. Off, they remove what they have kept.
OFFLINE_READING = env.bool("OFFLINE_READING", True)

RELEASE = fingerprint(
    ROOT, BASE_URL, MEDIA_URL, LANGUAGE_CODE, SITE_LANGUAGES, DEBUG, OFFLINE_READING
)

# Wagtail

WAGTAIL_SITE_NAME = "Meeting Place"
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "library.StoryImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "stories.library.forms.PictureForm"
# More than any camera takes; a picture that unpacks to more is an attack.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "library.StoryDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILMEDIA = {
    "MEDIA_MODEL": "library.Recording",
    "AUDIO_EXTENSIONS": ["mp3", "ogg", "wav", "m4a"],
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Neither editors' addresses nor the site's existence are told to others.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# A page with long texts in many blocks posts more fields than Django's default of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Signing in

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False

# Limits for each client: reading is most often a CDN's business, the rest is not.

USUAL_LIMITS = {
    "reads": "off",
    "search": "60/m",
    "writes": "300/m",
    "passwords": "10/m",
    "tokens": "20/m",
}
RATE_LIMITS = {}
for kind, usual in USUAL_LIMITS.items():
    name = f"RATE_LIMIT_{kind.upper()}"
    written = env.str(name, usual)
    try:
        RATE_LIMITS[kind] = Rate.read(written)
    except ValueError:
        refuse(
            f"{name} is {written!r}.", "Set it to a rate such as 600/m, 10/s or 100/5m, or to off."
        )

# Security: what is only possible over https follows the scheme of BASE_URL.

HTTPS = urlsplit(BASE_URL).scheme == "https"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# For browsers that do not know frame-ancestors, below; Wagtail allows its own previews.
X_FRAME_OPTIONS = "DENY"
if TRUSTED_PROXIES:
    # Safe, since TrustedProxiesMiddleware removes the header when anyone else sends it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Putting a domain on the browsers' preload list is its owner's decision, and hard to take back.
# SQLite leaves out what an index has beside its keys, which only makes it slower.
SILENCED_SYSTEM_CHECKS = ["security.W021", "models.W040"]

MEDIA_SOURCES = [SELF] if MEDIA_URL.startswith("/") else [SELF, MEDIA_URL]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [*MEDIA_SOURCES, "data:"],
        "media-src": MEDIA_SOURCES,
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# Wagtail's editor and the API's docs page write scripts and styles into their pages.
EDITOR_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [*MEDIA_SOURCES, "data:", "blob:"],
    "frame-src": [SELF],
}

# Whom to tell of a weakness: /.well-known/security.txt, which is not there until somebody is named.

SECURITY_CONTACT = env.list("SECURITY_CONTACT", default=[])
SECURITY_POLICY = env.str("SECURITY_POLICY", "")
SECURITY_LANGUAGES = env.list("SECURITY_LANGUAGES", default=[LANGUAGE_CODE])
if wrong := [contact for contact in SECURITY_CONTACT if not is_contact(contact)]:
    refuse(
        f"SECURITY_CONTACT names {wrong[0]!r}.",
        "Set it to addresses such as mailto:security@example.org, separated by commas.",
    )
if SECURITY_POLICY and not is_web_address(SECURITY_POLICY):
    refuse(
        f"SECURITY_POLICY is {SECURITY_POLICY!r}.",
        "Set it to the address of a page, or leave it out.",
    )

# Logs: to the console, one line each, without personal data.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # These write down who signed in, and from where.
        "axes": {"level": "ERROR"},
        # One line for each page that is made, with its title.
        "wagtail": {"level": "WARNING"},
        "azure": {"level": "WARNING"},
        "botocore": {"level": "WARNING"},
        "boto3": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
    },
}
