"""The publication log: what is written down of what happens, and in which order it can be read."""

import random
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from stories.delivery.log import Change, Entry, Head, append
from stories.delivery.register import record_expired
from tests.factories import (
    CollectionObjectFactory,
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def happens():
    """`happens()` is ``[(kind, type, locale, url)]`` since it was last called."""
    seen = Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0

    def since():
        nonlocal seen
        rows = list(Change.objects.filter(seq__gt=seen))
        seen = rows[-1].seq if rows else seen
        return [(row.kind, row.type, row.locale, row.url) for row in rows]

    return since


def published(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_a_page_is_published_updated_unpublished_and_deleted(happens):
    story = StoryPageFactory(live=False, slug="song")
    assert happens() == []
    published(story)
    assert happens() == [("published", "story", "en", "/en/stories/song/")]
    published(story, title="Another song")
    assert happens() == [("updated", "story", "en", "/en/stories/song/")]
    story.refresh_from_db()
    story.unpublish()
    assert happens() == [("unpublished", "story", "en", "/en/stories/song/")]
    published(story)
    happens()
    Page.objects.get(pk=story.pk).delete()
    assert happens() == [("deleted", "story", "en", "/en/stories/song/")]


def test_a_draft_is_nobodys_business(happens):
    story = StoryPageFactory(slug="song")
    happens()
    story.title = "Not yet"
    story.save_revision()
    story.locked = True
    story.save(update_fields=["locked"])
    draft = StoryPageFactory(live=False, slug="draft")
    draft.slug = "still-a-draft"
    draft.save()
    draft.delete()
    assert happens() == []


def test_a_new_slug_moves_a_page_and_all_below_it(happens):
    project = ProjectPageFactory(slug="quay")
    below = StoryPageFactory(parent=project, slug="song")
    below.refresh_from_db()
    happens()
    project.refresh_from_db()
    project.slug = "pier"
    project.save()
    assert happens() == [
        ("moved", "project", "en", "/en/projects/pier/"),
        ("moved", "story", "en", "/en/projects/pier/song/"),
    ]


def test_a_page_that_was_moved_in_the_tree(happens):
    one, other = ProjectPageFactory(slug="one"), ProjectPageFactory(slug="other")
    story = StoryPageFactory(parent=one, slug="song")
    happens()
    story.move(Page.objects.get(pk=other.pk), pos="last-child")
    assert ("moved", "story", "en", "/en/projects/other/song/") in happens()


def test_what_is_restricted_is_unpublished_and_what_is_opened_published(happens):
    project = ProjectPageFactory(slug="quay")
    StoryPageFactory(parent=project, slug="song")
    happens()
    restriction = PageViewRestriction.objects.create(page=project, restriction_type="login")
    both = ["/en/projects/quay/", "/en/projects/quay/song/"]
    assert [(kind, url) for kind, _type, _tag, url in happens()] == [
        ("unpublished", url) for url in both
    ]
    restriction.delete()
    assert [(kind, url) for kind, _type, _tag, url in happens()] == [
        ("published", url) for url in both
    ]


def test_a_page_whose_time_is_over(happens, monkeypatch):
    story = StoryPageFactory(slug="song")
    happens()
    story.expire_at = timezone.now() + timedelta(minutes=1)
    story.save()
    assert happens() == [("updated", "story", "en", "/en/stories/song/")]
    record_expired()
    assert happens() == []
    later = timezone.now() + timedelta(minutes=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    record_expired()
    assert happens() == [("unpublished", "story", "en", "/en/stories/song/")]


def test_a_picture_counts_once_a_public_page_shows_it(happens):
    picture = StoryImageFactory()
    picture.title = "Quay"
    picture.save()
    assert happens() == []
    thing = CollectionObjectFactory(image=picture)
    happens()
    picture.save()
    assert happens() == []
    StoryPageFactory(collection_objects=[("object", {"object": thing, "use": ""})])
    happens()
    picture.save()
    assert [(kind, type) for kind, type, _tag, _url in happens()] == [("published", "image")]
    thing.title = "A boat"
    thing.save()
    assert [(kind, type) for kind, type, _tag, _url in happens()] == [
        ("published", "collection_object")
    ]
    picture.delete()
    assert ("deleted", "image", "", "") in happens()


def test_a_picture_in_a_private_collection_is_nobodys_business(client, happens):
    picture = StoryImageFactory()
    StoryPageFactory(slug="song", lead_image=picture, lead_image_alt="A quay")
    assert b"A quay" in client.get("/en/stories/song/").content
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    happens()
    picture.collection = private
    picture.save()
    assert [(kind, type) for kind, type, _tag, _url in happens()] == [("unpublished", "image")]
    assert b"A quay" not in client.get("/en/stories/song/").content
    picture.title = "Secret"
    picture.save()
    assert happens() == []
    picture.collection = Collection.get_first_root_node()
    picture.save()
    assert [(kind, type) for kind, type, _tag, _url in happens()] == [("published", "image")]
    assert b"A quay" in client.get("/en/stories/song/").content


def test_a_word_is_told_of_in_its_language(happens):
    theme = ThemeFactory(name="Weaving")
    theme.name = "Looms"
    theme.save()
    theme.delete()
    assert happens() == [(kind, "theme", "en", "") for kind in ("published", "updated", "deleted")]


def test_what_fails_leaves_no_gap():
    append([Entry("updated", "site")])
    before = Head.objects.get(pk=1).seq

    def fail():
        with transaction.atomic():
            append([Entry("updated", "site")] * 3)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    append([Entry("updated", "site")])
    assert list(Change.objects.filter(seq__gte=before).values_list("seq", flat=True)) == [
        before,
        before + 1,
    ]


@pytest.mark.django_db(transaction=True)
def test_who_polls_never_misses_a_change():
    """Writers take their time between appending and committing, and some fail; a reader polls."""
    writers, each = 6, 12
    append([Entry("updated", "site")])
    start = Head.objects.get(pk=1).seq
    failures, done = [], threading.Event()

    def write(number):
        chance = random.Random(number)
        try:
            for turn in range(each):
                while not written(number, turn, chance):
                    pass
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    def written(number, turn, chance):
        """False where SQLite, which has one writer at a time, would rather be asked again."""
        try:
            with transaction.atomic():
                append([Entry("updated", "story", f"{number}-{turn}")] * chance.randint(1, 3))
                time.sleep(chance.random() / 200)
                if turn % 4 == 3:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        except OperationalError:
            if connection.vendor != "sqlite":
                raise
            return False
        return True

    read = []

    def follow():
        position = start
        try:
            while True:
                is_last = done.is_set()
                new = list(
                    Change.objects.filter(seq__gt=position).values_list("seq", flat=True)[:5]
                )
                read.extend(new)
                position = new[-1] if new else position
                if is_last and not new:
                    return
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[number]) for number in range(writers)]
    reader = threading.Thread(target=follow)
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    assert failures == []
    assert len(read) >= writers * each * 3 // 4
    assert read == list(range(start + 1, start + 1 + len(read)))
    assert read == list(Change.objects.filter(seq__gt=start).values_list("seq", flat=True))


@pytest.mark.django_db(transaction=True)
def test_an_edit_and_its_entry_are_one_transaction(admin_client, monkeypatch):
    """Where the log cannot be written, nothing has changed either."""
    story = StoryPageFactory(slug="song")
    before = Change.objects.count()

    def fail(path):
        raise ZeroDivisionError

    monkeypatch.setattr("stories.delivery.hearing.record_below", fail)
    admin_client.raise_request_exception = False
    form = {"restriction_type": "login", "password": "", "groups": []}
    assert admin_client.post(f"/admin/pages/{story.pk}/privacy/", form).status_code == 500
    assert not PageViewRestriction.objects.exists()
    monkeypatch.undo()
    assert admin_client.post(f"/admin/pages/{story.pk}/privacy/", form).status_code == 200
    assert PageViewRestriction.objects.exists()
    assert Change.objects.count() == before + 1
