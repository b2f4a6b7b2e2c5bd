"""Caches of cloud services, by a real web server that stands where the service would."""

import json
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone

from config.edges import edges, lifetime_headers
from stories.delivery.edge.caches import Whole, caches
from stories.delivery.edge.cloudflare import Cloudflare
from stories.delivery.finished import Unfinished
from stories.delivery.log import Entry, append
from stories.delivery.models import Edge
from stories.delivery.worker import Worker
from tests.factories import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
DISTRIBUTION = "E2ABCDEFGH1234"
INVALIDATION = b"""<?xml version="1.0"?>
<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status>
<CreateTime>2026-01-01T00:00:00Z</CreateTime><InvalidationBatch><Paths><Quantity>1</Quantity>
<Items><Path>/*</Path></Items></Paths><CallerReference>r</CallerReference></InvalidationBatch></Invalidation>"""
DENIED = b"""<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not allowed</Message></Error></ErrorResponse>"""


def happens(kind="updated", tag="p-1"):
    append([Entry(kind, "story", tags=frozenset({tag}))])
    Unfinished.objects.all().delete()  # the worker has nothing else to do, and comes back only when it is due


def follow():
    Edge.objects.update(due_at=timezone.now())
    Worker().run(once=True)


def position():
    return Edge.objects.get().position


@pytest.fixture
def cloudflare(receiver, settings, monkeypatch):
    settings.EDGES = edges(["cloudflare://a-token@zone1"])
    receiver.answers = lambda request: (200, {}, b'{"success": true, "errors": []}')
    made = Cloudflare.__init__

    def here(self, params):
        made(self, params)
        place = self.cloudflare_purge_endpoint_url.replace("https://api.cloudflare.com", "")
        self.cloudflare_purge_endpoint_url = receiver.url.replace("/hook", place)

    monkeypatch.setattr(Cloudflare, "__init__", here)
    return receiver


@pytest.fixture
def cloudfront(receiver, settings, monkeypatch):
    settings.EDGES = edges([f"cloudfront://KEY:se%2Fcret@{DISTRIBUTION}"])
    monkeypatch.setenv("AWS_ENDPOINT_URL_CLOUDFRONT", receiver.url.removesuffix("/hook"))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    receiver.answers = lambda request: (201, {"Content-Type": "text/xml"}, INVALIDATION)
    return receiver


def test_cloudflare_is_purged_by_tag_in_portions(cloudflare):
    happens()
    follow()
    for number in range(70):
        happens(tag=f"p-{number}")
    happens("withdrawn", "p-gone")
    follow()
    first, *portions = cloudflare.received
    assert first.path == "/client/v4/zones/zone1/purge_cache"
    assert first.headers["Authorization"] == "Bearer a-token"
    assert json.loads(first.body) == {"tags": ["site", "all"]}
    sent = [json.loads(each.body)["tags"] for each in portions]
    assert [len(tags) for tags in sent] == [30, 30, 12]
    assert sent[0][:2] == ["all", "p-gone"]
    assert Edge.objects.get().again_at is not None


@pytest.mark.parametrize(
    "answer",
    [
        (200, {}, b'{"success": false, "errors": [{"code": 1, "message": "no such zone"}]}'),
        (403, {}, b'{"success": true}'),
        (502, {}, b"<html>"),
        (200, {}, b"<html>"),
    ],
)
def test_cloudflare_has_to_confirm(cloudflare, answer):
    cloudflare.answers = lambda request: answer
    happens()
    follow()
    assert position() is None
    assert Edge.objects.get().failures == 1


def test_cloudfront_forgets_everything(cloudfront):
    happens()
    follow()
    (request,) = cloudfront.received
    assert request.path.endswith(f"/distribution/{DISTRIBUTION}/invalidation")
    assert "Credential=KEY/" in request.headers["Authorization"]
    paths = ET.fromstring(request.body).iter(
        "{http://cloudfront.amazonaws.com/doc/2020-05-31/}Path"
    )
    assert [each.text for each in paths] == ["/*"]
    assert position() is not None


def test_a_refusal_that_wagtails_backend_only_writes_down_is_no_confirmation(cloudfront, caplog):
    caplog.set_level("WARNING", logger="stories.delivery")
    cloudfront.answers = lambda request: (403, {"Content-Type": "text/xml"}, DENIED)
    happens()
    follow()
    assert (position(), Edge.objects.get().failures) == (None, 1)
    assert f"cloudfront {DISTRIBUTION} was not purged, next try in 1 s" in caplog.text
    assert "AccessDenied" in caplog.text
    cloudfront.stop()
    follow()
    assert (position(), Edge.objects.get().failures) == (None, 2)


def test_what_forgets_everything_is_purged_once_a_minute_but_at_once_of_what_is_gone(cloudfront):
    happens()
    follow()
    happens()
    follow()
    assert len(cloudfront.received) == 1
    Edge.objects.update(purged_at=timezone.now() - timedelta(minutes=1))
    follow()
    assert len(cloudfront.received) == 2
    happens()
    happens("unpublished")
    follow()
    assert len(cloudfront.received) == 3
    follow()
    assert len(cloudfront.received) == 3


def test_azures_backends_are_told_a_path_of_everything():
    paths = []

    class Azure:
        def purge_batch(self, urls):
            from wagtail.contrib.frontend_cache.backends.azure import AzureBaseBackend

            paths.extend(AzureBaseBackend._get_path(self, url) for url in urls)

    Whole(Azure()).purge(None)
    assert paths == ["/*"]


def test_one_log_serves_several_caches_each_from_where_it_is(cloudflare, settings):
    settings.EDGES = settings.EDGES | edges(["cloudflare://a-token@zone2"])
    cloudflare.answers = lambda request: (
        (500, {}, b"") if "zone2" in request.path else (200, {}, b'{"success": true}')
    )
    happens()
    follow()
    found = {edge.name: edge.failures for edge in Edge.objects.all()}
    assert found == {"cloudflare zone1": 0, "cloudflare zone2": 1}
    assert sorted(caches()) == sorted(found)


def test_each_cache_is_told_of_its_lifetime_in_its_own_header(client, settings):
    StoryPageFactory(slug="song")
    addresses = ["varnish://a-secret-of-16-characters@a:1", "cloudflare://t@z", "cloudfront://E1"]
    settings.EDGE_HEADERS = lifetime_headers(addresses)
    answer = client.get("/en/stories/song/")
    for name in ("Surrogate-Control", "Cloudflare-CDN-Cache-Control"):
        assert answer.headers[name] == "max-age=3600, stale-while-revalidate=300"
    assert "s-maxage=60," in answer.headers["Cache-Control"]
    again = client.get("/en/stories/song/", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Surrogate-Control"] == answer.headers["Surrogate-Control"]
    settings.EDGE_HEADERS = lifetime_headers(["cloudfront://E1"])
    assert "Surrogate-Control" not in client.get("/en/stories/song/?fresh=1").headers


def test_no_cache_may_keep_what_expires_for_longer(client, settings):
    settings.EDGE_HEADERS = ["Surrogate-Control"]
    StoryPageFactory(slug="song", expire_at=timezone.now() + timedelta(seconds=600))
    lifetime = client.get("/en/stories/song/").headers["Surrogate-Control"]
    fresh, stale = (int(part.split("=")[1]) for part in lifetime.split(", "))
    assert 500 < fresh + stale <= 600
