"""What is served of pages, and whether it is finished."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stories.delivery.finishing import finish_some
from stories.delivery.models import PublicPage
from stories.translation.models import LanguageSettings, StandIn
from tests.factories import locale

API = "/api/delivery/v1/"
PLURALS = {"story": "stories", "project": "projects", "programme": "programmes"}
LANGUAGES = ("en", "ar", "bn")


def finish_all():
    while finish_some():
        pass


def said(path):
    """An answer, whole."""
    response = Client().get(path)
    return response.status_code, dict(response.headers), response.content


def addresses(languages=LANGUAGES):
    """Those of all that is public, in every language."""
    paths = []
    for row in PublicPage.objects.order_by("pk"):
        paths += [f"/{tag}/{row.below}" for tag in languages]
        plural = PLURALS.get(row.type, "pages")
        paths += [f"{API}{plural}/{row.key}/?locale={tag}" for tag in languages]
    for tag in languages:
        paths += [f"{API}{plural}/?locale={tag}" for plural in (*PLURALS.values(), "pages")]
        paths.append(f"{API}stories/?locale={tag}&fields=title,themes.title&order=title&offset=1")
        paths += [f"/{tag}/stories/feed/", f"/{tag}/stories/feed.json"]
    return list(dict.fromkeys(paths))


def cost(path):
    said(path)  # what a process asks once
    with CaptureQueriesContext(connection) as asked:
        said(path)
    return len(asked)


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def stand_in(tag="ar"):
    """That language stands in for Bengali."""
    bengali = LanguageSettings.objects.get(locale=locale("bn"))
    StandIn.objects.filter(settings=bengali).delete()
    StandIn.objects.create(settings=bengali, locale=locale(tag))
