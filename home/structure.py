"""The pages that every language starts with: a home page, and the three lists below it."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop
from wagtail.models import Collection, Locale, Page, Site

from stories.delivery.hearing import heard_together
from stories.models import ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage

from .models import HomePage

HOME_TITLE = gettext_noop("Community stories")
INDEXES = {
    "programmes": (ProgrammeIndexPage, gettext_noop("Programmes")),
    "projects": (ProjectIndexPage, gettext_noop("Projects")),
    "stories": (StoryIndexPage, gettext_noop("Stories")),
}
STARTING = {HomePage, *(model for model, _title in INDEXES.values())}


@heard_together()
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
    # On a site that has had another default language, what is there already is the original.
    first = HomePage.objects.filter(depth=2).exclude(locale=default).order_by("path").first()
    home = _ensure_home(root, default, original=first)
    _ensure_menu(home)
    _ensure_site(home)
    for locale in others:
        _ensure_home(root, locale, original=home)


def _ensure_home(root, locale, original):
    home = HomePage.objects.filter(depth=2, locale=locale).first()
    if home is None:
        slug = "home" if original is None else f"home-{locale.language_code}"
        Page.objects.filter(depth=2, slug=slug).exclude(
            pk__in=HomePage.objects.values("pk")
        ).delete()
        home = _add(root, HomePage, slug, HOME_TITLE, locale, original)
    for slug, (model, title) in INDEXES.items():
        if not model.objects.child_of(home).exists():
            same = original and model.objects.child_of(original).first()
            _add(home, model, slug, title, locale, same)
    return home


def _ensure_menu(home):
    if not home.navigation:
        home.navigation = [
            ("item", {"page": model.objects.child_of(home).first(), "url": "", "text": ""})
            for model, _title in INDEXES.values()
        ]
        home.save(update_fields=["navigation"])


def _add(parent, model, slug, title, locale, original):
    words, is_said = title_in(title, locale.language_code)
    page = model(
        title=words, slug=slug, locale=locale, source_language=settings.LANGUAGE_CODE, live=is_said
    )
    if is_said:
        page.first_published_at = page.last_published_at = timezone.now()
    if original is not None:
        page.translation_key = original.translation_key
    return parent.add_child(instance=page)


def title_in(title, tag):
    """A starting page's title, and whether it is in that language: else the page waits as a draft.

    Readers then get the page of another language, which says so. One word may be the same in two
    languages (a French "Programmes"), the name of the site is not.
    """
    with translation.override(tag):
        is_known = gettext(HOME_TITLE) != HOME_TITLE or tag.partition("-")[0] == "en"
        return gettext(title), is_known


def keeps_others(page):
    """Whether a page that its language started with has pages below that somebody made."""
    if type(page) not in STARTING:
        return False
    below = page.get_descendants().filter(alias_of=None).specific()
    return any(not is_untouched(each) for each in below)


def is_untouched(page):
    """Whether a page is as the site made it when its language was added."""
    # An editor's change makes a revision.
    if type(page) not in STARTING or page.latest_revision_id:
        return False
    own = {field.field_name for field in page.translatable_fields} - {"title", "slug"}
    values = (getattr(page, name) for name in own)
    return not any(value.exists() if hasattr(value, "exists") else value for value in values)


def _ensure_site(home):
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site(hostname="localhost", root_page=home, is_default_site=True)
    old = site.root_page
    if not HomePage.objects.filter(pk=old.pk, locale=home.locale).exists():
        site.root_page = home
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()
    if old != home and type(old.specific) is Page and old.depth == 2 and old.numchild == 0:
        old.delete()
