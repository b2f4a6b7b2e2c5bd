"""Who may take a page back: who may publish it, in every language that it is in."""

from wagtail.models import Page

from ..log import Change
from ..register import PublicPage
from .record import is_withdrawn


def versions_of(key):
    """The page in all its languages, published or not."""
    pages = Page.objects.filter(translation_key=key, alias_of=None).order_by(
        "locale__language_code"
    )
    return list(pages.select_related("locale"))


def may_publish_all(versions, user):
    """Whether a person may; of a page that there is no more only those who may do everything."""
    if not versions:
        return user.is_superuser
    return all(page.permissions_for_user(user).can_publish() for page in versions)


def may_withdraw(page, user):
    """Whether there is something to take back, and this person may."""
    key = page.translation_key
    if page.depth <= 2 or is_withdrawn(key) or not may_publish_all(versions_of(key), user):
        return False
    # The log is long; of most pages the register tells.
    return (
        PublicPage.objects.filter(key=key).exists()
        or Change.objects.filter(identity=str(key)).exists()
    )
