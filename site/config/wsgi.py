"""The door for web servers: `granian --interface wsgi config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# These read the settings.
from config.compression import Compressed  # noqa: E402
from config.proxies import scheme  # noqa: E402
from stories.delivery.at_once import AtOnce  # noqa: E402

# What leaves the site is packed, from wherever it comes.
application = Compressed(AtOnce(application, scheme))
