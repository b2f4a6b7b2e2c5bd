"""What readers are shown is put together when it is published, and can be put together anew."""

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from stories.delivery import tags
from stories.delivery.models import Bond, Change, Near, PublicPage, Shape, Use
from stories.delivery.register import COLUMNS
from tests.factories import StoryImageFactory, StoryPageFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def kept():
    """All that is kept for readers, by name."""
    pages = {row.pk: [getattr(row, name) for name in COLUMNS] for row in PublicPage.objects.all()}
    shapes = dict(Shape.objects.values_list("name", "data"))
    bonds = set(Bond.objects.values_list("key", "type", "language", "kind", "identity"))
    near = set(Near.objects.values_list("key", "place", "other", "score"))
    uses = set(Use.objects.values_list("page_id", "owner", "tag"))
    return pages, shapes, uses, bonds, near


def test_what_is_put_together_anew_is_what_was_there(everything):
    StoryPageFactory.create_batch(2, themes=[ThemeFactory()])
    before = kept()
    assert all(before)
    PublicPage.objects.all().delete()
    Shape.objects.all().delete()
    Use.objects.exclude(page_id=None).delete()
    Bond.objects.all().delete()
    Near.objects.all().delete()
    call_command("rebuild_register", stdout=None)
    for was, now in zip(before, kept(), strict=True):
        assert now == was


def test_putting_together_what_is_there_tells_nobody_of_a_change(everything):
    changes = Change.objects.count()
    call_command("rebuild_register", stdout=None)
    assert Change.objects.count() == changes


def test_what_a_page_shows_is_noted_for_as_long_as_it_is_public():
    picture = StoryImageFactory()
    story = StoryPageFactory(lead_image=picture, lead_image_alt="A quay", draft=True)
    shown = Use.objects.filter(page_id=story.pk, tag=tags.image(picture.pk))
    assert not shown.exists()
    story.save_revision().publish()
    assert shown.count() == 1
    restriction = PageViewRestriction.objects.create(page=story, restriction_type="login")
    assert not shown.exists()
    restriction.delete()
    assert shown.count() == 1
    story.refresh_from_db()
    story.unpublish()
    assert not shown.exists()
