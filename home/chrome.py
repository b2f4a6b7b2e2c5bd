"""What stands around every page: menus, languages, the organisation's name. A context processor."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from stories.presentation.reader import Reader
from stories.serving import switcher
from stories.translation.locales import Languages

from .navigation import navigation_for


def chrome(request):
    """`navigation`, `organisation`, `site_name`, and for pages that are none of ours `locale` and `languages`.

    Nothing is asked of the database unless the template uses it, so the admin pays nothing.
    """

    def load():
        reader = getattr(request, "reader", None)
        if reader is None:
            languages = Languages.load()
            tag = get_language()
            reader = Reader(tag if tag in languages else settings.LANGUAGE_CODE, languages)
        return reader

    reader = SimpleLazyObject(load)
    navigation = SimpleLazyObject(lambda: navigation_for(reader))

    def menus():
        here = request.path
        return {
            "main": [
                {**entry, "current": here.startswith(entry["url"])} for entry in navigation.main
            ],
            "footer": navigation.footer,
        }

    return {
        "navigation": SimpleLazyObject(menus),
        "organisation": SimpleLazyObject(lambda: navigation.organisation),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "locale": SimpleLazyObject(lambda: reader.languages.shape(reader.language)),
        "languages": SimpleLazyObject(lambda: _homes(reader)),
    }


def _homes(reader):
    homes = [{"locale": tag, "url": f"/{tag}/"} for tag in reader.languages]
    return switcher(reader.language, {"translations": homes, "url": f"/{reader.language}/"})
