"""What stands around every page: menus, languages, the organisation's name. A context processor."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from stories.presentation.reader import Reader
from stories.serving import switcher
from stories.translation.locales import Languages

from .navigation import navigation_for


def chrome(request):
    """`navigation`, `organisation`, `site_name` and `offline_reading`.

    Nothing is asked of the database unless the template uses it, so the admin pays nothing.
    """
    navigation = SimpleLazyObject(lambda: navigation_for(reader_of(request)))

    def menus():
        here, front = request.path, f"/{reader_of(request).language}/"

        def current(url):
            return here == url if url == front else here.startswith(url)

        return {
            "main": [{**entry, "current": current(entry["url"])} for entry in navigation.main],
            "footer": navigation.footer,
            "support": navigation.support,
            "quick_exit_url": navigation.quick_exit_url,
        }

    return {
        "navigation": SimpleLazyObject(menus),
        "organisation": SimpleLazyObject(lambda: navigation.organisation),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "offline_reading": settings.OFFLINE_READING,
    }


def reader_of(request):
    """The request's reader; for a page that is none of ours, one who reads the language of the address."""
    reader = getattr(request, "reader", None)
    if reader is None:
        languages = Languages.load()
        tag = request.LANGUAGE_CODE
        reader = Reader(tag if tag in languages else settings.LANGUAGE_CODE, languages)
        request.reader = reader
    return reader


def page_of_no_kind(request):
    """`locale` and `languages` for what is no page of the tree: a 404, a request for a password."""
    reader = reader_of(request)
    offered = set(reader.languages) - reader.languages.empty | {reader.language}
    homes = [{"locale": tag, "url": f"/{tag}/"} for tag in offered]
    return {
        "locale": reader.languages.shape(reader.language),
        "languages": switcher(reader.language, {"translations": homes}),
    }
