"""The pages that every language starts with: a home page, and the three lists below it."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop
from wagtail.models import Collection, Locale, Page, Site

from stories.models import ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage

from .models import HomePage

HOME_TITLE = gettext_noop("Community stories")
INDEXES = {
    "programmes": (ProgrammeIndexPage, gettext_noop("Programmes")),
    "projects": (ProjectIndexPage, gettext_noop("Projects")),
    "stories": (StoryIndexPage, gettext_noop("Stories")),
}


def ensure_structure(tags=()):
    """Makes what is missing of the structure, in every language that the site has and those in `tags`."""
    languages = dict.fromkeys([settings.LANGUAGE_CODE, *tags])
    for tag in languages:
        Locale.objects.get_or_create(language_code=tag)
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    default = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    others = Locale.objects.exclude(pk=default.pk).order_by("pk")
    home = _ensure_home(root, default, key_of=None)
    _ensure_site(home)
    for locale in others:
        _ensure_home(root, locale, key_of=home)


def _ensure_home(root, locale, key_of):
    home = HomePage.objects.filter(depth=2, locale=locale).first()
    if home is None:
        slug = "home" if key_of is None else f"home-{locale.language_code}"
        Page.objects.filter(depth=2, slug=slug).exclude(
            pk__in=HomePage.objects.values("pk")
        ).delete()
        home = _add(root, HomePage, slug, HOME_TITLE, locale, key_of)
    for slug, (model, title) in INDEXES.items():
        if not model.objects.child_of(home).exists():
            original = key_of and model.objects.child_of(key_of).first()
            _add(home, model, slug, title, locale, original)
    if key_of is None and not home.navigation:
        home.navigation = [
            ("item", {"page": model.objects.child_of(home).first(), "url": "", "text": ""})
            for model, _title in INDEXES.values()
        ]
        home.save(update_fields=["navigation"])
    return home


def _add(parent, model, slug, title, locale, original):
    now = timezone.now()
    with translation.override(locale.language_code):
        page = model(
            title=gettext(title),
            slug=slug,
            locale=locale,
            source_language=settings.LANGUAGE_CODE,
            first_published_at=now,
            last_published_at=now,
        )
    if original is not None:
        page.translation_key = original.translation_key
    return parent.add_child(instance=page)


def _ensure_site(home):
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site(hostname="localhost", root_page=home, is_default_site=True)
    old = site.root_page
    if not HomePage.objects.filter(pk=old.pk).exists():
        site.root_page = home
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()
    if old != home and type(old.specific) is Page and old.depth == 2 and old.numchild == 0:
        old.delete()
