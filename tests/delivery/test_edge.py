"""Varnish in front of the site: what it keeps, and what it forgets when."""

import json
import time

import pytest
import requests
from django.utils import timezone
from wagtail.models import PageViewRestriction

from stories.delivery.edge import varnish as backend
from stories.delivery.edge.turns import SETTLING
from stories.delivery.log import Entry, Kind, append
from stories.delivery.models import Edge, Endpoint
from stories.delivery.withdrawal.withdrawing import withdraw
from stories.delivery.worker import Worker
from tests.factories import StoryImageFactory, StoryPageFactory, home
from tests.fixtures.varnish import SECRET

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.any_database]
LIST = "/api/delivery/v1/stories/?locale=en&fields=title"
HIT, MISS = (200, "hit"), (200, "miss")


def follow():
    Worker().run(once=True)


def publish(page, title):
    page.title = title
    page.save_revision().publish()


@pytest.fixture
def song(varnish):
    """A published story; the caches know of all that was before."""
    home("en")
    song = StoryPageFactory(slug="song", title="The river")
    follow()
    return song


def kept(varnish, *paths):
    """Has Varnish keep the answers of some addresses."""
    for path in paths:
        varnish.get(path)
        assert varnish.state(path) == HIT


def test_what_is_published_leaves_what_it_touches_and_nothing_else(varnish, song):
    StoryPageFactory(slug="other", title="Another")
    follow()
    detail = f"/api/delivery/v1/stories/{song.translation_key}/?locale=en"
    touched = ["/en/stories/song/", "/en/stories/", LIST, detail]
    kept(varnish, *touched, "/en/stories/other/")
    publish(song, "The sea")
    assert varnish.state("/en/stories/song/") == HIT
    follow()
    for path in touched:
        answer = varnish.get(path)
        assert answer.headers["X-Cache"] == "miss"
        assert "The sea" in answer.text
        assert varnish.state(path) == HIT
    assert varnish.state("/en/stories/other/") == HIT


def test_what_was_taken_back_is_gone_at_once_even_though_it_may_be_stale_for_a_while(varnish, song):
    kept(varnish, "/en/stories/song/", LIST)
    song.unpublish()
    follow()
    assert varnish.state("/en/stories/song/") == (404, "miss")
    assert varnish.get(LIST).json() == {"count": 0, "items": []}


def test_a_picture_goes_with_the_page_that_shows_it(varnish, song):
    image = StoryImageFactory(rendered=True)
    song.lead_image, song.lead_image_alt = image, "A river"
    publish(song, "With a picture")
    follow()
    found = varnish.get(f"/api/delivery/v1/stories/{song.translation_key}/?locale=en").json()
    path = found["lead_image"]["src"].removeprefix("http://testserver")
    kept(varnish, path)
    song.unpublish()
    follow()
    assert varnish.state(path) == (404, "miss")


def test_a_change_of_the_whole_site_forgets_everything(varnish, song):
    kept(varnish, "/en/stories/song/", "/en/")
    append([Entry(Kind.UPDATED, "site", tags=frozenset({"site"}))])
    follow()
    assert varnish.state("/en/stories/song/") == varnish.state("/en/") == MISS


def test_who_is_signed_in_is_answered_by_the_site(varnish, song, client, admin_user):
    client.force_login(admin_user)
    cookies = {"sessionid": client.cookies["sessionid"].value}
    for _ in range(2):
        assert varnish.state("/en/stories/song/", cookies=cookies) == MISS
        assert varnish.state("/en/stories/song/", headers={"Authorization": "x y"}) == MISS
    assert "wagtail-userbar" not in varnish.get("/en/stories/song/").text
    kept(varnish, "/en/stories/song/")
    assert varnish.state("/en/stories/song/", cookies=cookies) == MISS
    # A language that was chosen changes no page.
    assert varnish.state("/en/stories/song/", cookies={"django_language": "ar"}) == HIT


def test_no_draft_private_page_or_refusal_is_kept(varnish, song):
    private = StoryPageFactory(slug="private", title="Not for all")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="pass")
    StoryPageFactory(slug="draft", live=False)
    follow()
    paths = [
        "/en/stories/private/", "/en/stories/draft/", "/", "/admin/login/", "/readyz",
        "/en/stories/song/?preview=abc", "/api/delivery/v1/changes/",
        f"/api/delivery/v1/stories/{song.translation_key}/?preview=abc",
        f"/api/delivery/v1/stories/{song.translation_key}/?%70review=abc",
    ]  # fmt: skip
    for path in paths * 2:
        assert varnish.get(path).headers["X-Cache"] == "miss", path
    assert "Not for all" not in varnish.get("/en/stories/private/").text


def test_the_address_is_kept_as_it_stands(varnish, song):
    kept(varnish, "/en/stories/song/")
    assert varnish.state("/en/stories/song/?a=1") == MISS
    assert varnish.state("/en/stories/song/?a=1&b=2") == MISS
    assert varnish.state("/en/stories/song/?b=2&a=1") == MISS
    assert varnish.state("/en/stories/song/", headers={"Host": "localhost"}) == MISS
    assert varnish.state("/en/stories/song/", headers={"X-Forwarded-Proto": "https"}) == MISS


def test_who_has_an_answer_already_is_told_so_by_varnish(varnish, song):
    kept(varnish, "/en/stories/song/")
    whole = varnish.get("/en/stories/song/")
    known = {"If-None-Match": whole.headers["ETag"]}
    assert varnish.state("/en/stories/song/", headers=known) == (304, "hit")
    date = {"If-Modified-Since": whole.headers["Last-Modified"]}
    assert varnish.state("/en/stories/song/", headers=date) == HIT
    publish(song, "The sea")
    follow()
    assert varnish.get("/en/stories/song/", headers=known).status_code == 200


def test_only_the_edge_is_told_that_it_may_keep_an_answer_for_long(varnish, song, live_server):
    inside = requests.get(f"{live_server.url}/en/stories/song/", timeout=20).headers
    outside = varnish.get("/en/stories/song/").headers
    short = "public, max-age=0, s-maxage=60, stale-while-revalidate=300"
    assert inside["Cache-Control"] == outside["Cache-Control"] == short
    assert inside["Surrogate-Control"] == "max-age=3600, stale-while-revalidate=300"
    assert "Surrogate-Control" not in outside
    assert "xkey" not in outside
    assert outside["Surrogate-Key"] == inside["Surrogate-Key"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Purge-Secret": ""}, 403),
        ({"Purge-Secret": SECRET[:-1]}, 403),
        ({"X-Forwarded-For": "203.0.113.9"}, 403),
        ({"Purge-Tags": ""}, 400),
    ],
)
def test_nobody_else_purges(varnish, song, headers, status):
    kept(varnish, "/en/stories/song/")
    assert varnish.purge("all site", **headers).status_code == status
    request = requests.request("BAN", f"{varnish.url}/en/stories/song/", timeout=20)
    assert request.status_code != 200
    assert varnish.state("/en/stories/song/") == HIT


def test_who_is_not_on_the_list_does_not_purge_even_with_the_secret(varnish, song):
    kept(varnish, "/en/stories/song/")
    with requests.Session() as session:
        adapter = requests.adapters.HTTPAdapter()
        adapter.init_poolmanager(1, 1, source_address=("127.0.0.2", 0))
        session.mount("http://", adapter)
        headers = {"Purge-Tags": "site", "Purge-Secret": SECRET}
        assert session.request("PURGE", varnish.url, headers=headers).status_code == 403
    assert varnish.state("/en/stories/song/") == HIT


def test_nothing_is_lost_while_varnish_is_away(varnish, song, caplog):
    caplog.set_level("WARNING", logger="stories.delivery")
    varnish.stop()
    try:
        publish(song, "The sea")
        follow()
        edge = Edge.objects.get()
        assert (edge.failures, edge.failing_since is None) == (1, False)
        assert edge.due_at > timezone.now()
        assert f"{edge.name} was not purged" in caplog.text
        assert SECRET not in caplog.text
        behind = edge.position
    finally:
        varnish.start()
    kept(varnish, "/en/stories/song/")
    Edge.objects.update(due_at=timezone.now())
    follow()
    assert varnish.state("/en/stories/song/") == MISS
    edge.refresh_from_db()
    assert edge.position > behind
    assert (edge.failures, edge.failing_since) == (0, None)


def test_what_was_being_answered_during_a_purge_is_purged_once_more(varnish, song):
    publish(song, "The sea")
    follow()
    # As if this had been under way before, and had come in only now.
    kept(varnish, "/en/stories/song/")
    follow()
    assert varnish.state("/en/stories/song/") == HIT
    Edge.objects.update(again_at=timezone.now())
    follow()
    assert varnish.state("/en/stories/song/") == MISS
    edge = Edge.objects.get()
    if edge.again_at:
        assert edge.again_at > timezone.now() + SETTLING / 2


def test_many_tags_are_split_and_what_was_withdrawn_goes_first(varnish, song, monkeypatch):
    kept(varnish, "/en/stories/song/")
    sent = []
    real = backend.Varnish._purge

    def purge(self, session, names):
        sent.append(names.split())
        real(self, session, names)

    monkeypatch.setattr(backend.Varnish, "_purge", purge)
    for number in range(900):
        append([Entry(Kind.UPDATED, "story", tags=frozenset({f"p-{number:010}"}))])
    append([Entry(Kind.UNPUBLISHED, "story", tags=frozenset({"p-gone"}))])
    withdraw(song.translation_key)
    follow()
    assert len(sent) > 2
    assert f"p-{song.translation_key.hex[:10]}" in sent[0][: sent[0].index("p-gone")]
    assert sum(names.count("p-0000000899") for names in sent) == 1
    assert varnish.get("/en/stories/song/").status_code == 410


def test_more_than_can_be_named_forgets_everything(varnish, song, monkeypatch):
    kept(varnish, "/en/stories/song/")
    monkeypatch.setattr("stories.delivery.edge.plan.MOST", 3)
    for _ in range(4):
        append([Entry(Kind.UPDATED, "story", tags=frozenset({"p-x"}))])
    follow()
    assert varnish.state("/en/stories/song/") == MISS


def test_an_edge_that_nobody_knows_is_emptied_first(varnish, song):
    kept(varnish, "/en/stories/song/")
    Edge.objects.all().delete()
    follow()
    assert varnish.state("/en/stories/song/") == MISS


def test_receivers_are_told_of_a_change_when_varnish_knows_of_it(varnish, song, receiver):
    Endpoint.objects.create(name="Front end", address=receiver.url)
    kept(varnish, "/en/stories/song/")
    seen = []

    def answer(request):
        seen.append("The sea" in varnish.get("/en/stories/song/").text)
        return 204, {}, b""

    receiver.answers = answer
    publish(song, "The sea")
    follow()
    assert seen == [True]
    assert json.loads(receiver.received[0].body)["type"] == "page.updated"


def test_varnish_serves_on_while_the_site_makes_a_new_answer(varnish, song, settings):
    from stories.delivery import lifetimes  # the lifetime of an answer, cut to a second

    settings.KEEP_ANSWERS = True
    long = lifetimes.PURGED
    lifetimes.PURGED = 1
    try:
        kept(varnish, "/en/stories/song/")
        time.sleep(1.2)
        assert varnish.state("/en/stories/song/") == HIT
    finally:
        lifetimes.PURGED = long
