"""What operators are told at each update of the languages that the site has beside those it is told of."""

from django.conf import settings
from django.core.checks import Info, Warning

from .languages import is_known, native_name


def check_languages(databases=None, **kwargs):
    """Languages live in the database, and LANGUAGES only adds some: nobody's pages go by a variable."""
    from wagtail.models import Locale, Page

    if not databases or not has_tables():
        return []
    others = Locale.all_objects.exclude(language_code__in=settings.SITE_LANGUAGES)
    pages = Page.objects.filter(depth__gt=1, alias_of=None)
    counted = {
        each.language_code: pages.filter(locale=each).count()
        for each in others.order_by("language_code")
    }
    known = {tag: count for tag, count in counted.items() if is_known(tag)}
    unknown = {tag: count for tag, count in counted.items() if tag not in known}
    return [*_kept(known), *_nameless(unknown)]


def _kept(counted):
    if counted:
        named = (f"{native_name(tag)} ({tag}, {pages} pages)" for tag, pages in counted.items())
        yield Info(
            f"The site is also in languages that LANGUAGES does not name: {', '.join(named)}. Their pages "
            "stay public, as what they are.",
            hint="Name them in LANGUAGES, or remove them in the admin (Settings → Locales), which says "
            "what goes.",
            id="translation.I001",
        )


def _nameless(counted):
    for tag, pages in counted.items():
        yield Warning(
            f"The database has {pages} pages in “{tag}”, which the site does not know as a language: "
            "nobody can ask for them by that language.",
            hint="Put it back into site/config/languages.py, or remove it (Settings → Locales).",
            id="translation.W001",
        )


def has_tables():
    from django.db import connection
    from wagtail.models import Locale, Page

    tables = set(connection.introspection.table_names())
    return {Locale._meta.db_table, Page._meta.db_table} <= tables
