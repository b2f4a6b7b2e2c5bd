"""Feeds of a site with everything on it, and what they cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stories.delivery.hearing import heard_together
from stories.models import StoryPage
from tests import factories as make
from tests.once import forget_answers, measured
from tests.pages.markup import read as read_html

from .feeds import ADDRESS, BASE, BOTH, atom, content, json_feed

pytestmark = pytest.mark.any_database


@BOTH
def test_nothing_in_a_whole_text_needs_our_pages(client, everything_once, read):
    for story in StoryPage.objects.all():
        story.content_warnings = []
        story.save_revision().publish()
    for language in ("en", "ar", "bn"):
        html = content(read(client, language))
        for word in ("class=", "id=", "style", "script", "<svg", "<input", "<button", "<iframe"):
            assert word not in html
        addresses = ADDRESS.findall(html)
        assert len(addresses) > 10
        assert all(address.startswith("http") for address in addresses)


def test_every_page_leads_to_them(client, everything_once):
    for language in ("en", "ar", "bn"):
        feeds = {
            "application/atom+xml": f"{BASE}/{language}/stories/feed/",
            "application/feed+json": f"{BASE}/{language}/stories/feed.json",
        }
        for url in [
            *everything_once.urls(language),
            f"/{language}/search/",
            f"/{language}/nowhere/",
        ]:
            links = [each.attrs for each in read_html(client.get(url)).all("link", rel="alternate")]
            assert {each["type"]: each["href"] for each in links if "type" in each} == feeds, url
        for address in feeds.values():
            assert client.get(address.removeprefix(BASE)).status_code == 200


def costs_of_feeds():
    """What each feed costs of two stories, and of twenty more: ``[costs, costs]``."""

    def cost(read):
        read(Client())
        forget_answers()
        with CaptureQueriesContext(connection) as asked:
            read(Client())
        return len(asked)

    @heard_together()
    def made(number):
        for _ in range(number):
            about = make.StandardPageFactory()
            image = {"image": make.StoryImageFactory(), "alt_text": "", "decorative": True}
            body = [
                ("paragraph", f'<p><a linktype="page" id="{about.pk}">There</a></p>'),
                ("image", {"image": image, "caption": ""}),
                ("object_response", {"object": make.CollectionObjectFactory(),
                                     "response": "<p>Ours</p>", "respondent": ""}),
            ]  # fmt: skip
            make.StoryPageFactory(themes=[make.ThemeFactory()], body=body)

    costs = []
    for number in (2, 18):
        made(number)
        costs.append({read: cost(read) for read in (atom, json_feed)})
    return costs


costs = measured(costs_of_feeds)


@BOTH
def test_a_feed_costs_the_same_for_two_stories_and_for_twenty(costs, read):
    two, twenty = (each[read] for each in costs)
    assert twenty == two <= 6
