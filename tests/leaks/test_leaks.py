"""Nothing that is a draft, private, expired, or only chosen by something public gets out anywhere."""

from collections import defaultdict

import pytest
from django.test import Client, override_settings

from stories.delivery.finishing import finish_some
from stories.library.models import StoryDocument
from tests.factories import searchable
from tests.leaks import delivery, ways_out
from tests.leaks.marks import WORD
from tests.leaks.planted import Planted
from tests.leaks.walk import Walk
from tests.once import once

pytestmark = [pytest.mark.django_db, pytest.mark.long]
PARTS = ("/en/stories/feed/", "/en/stories/feed.json", "/en/timeline/")
PARTS += ("/en/", "/bn/", "/ar/", "/api/v2/pages/", "/api/v2/images/", "/api/v2/documents/")


def walk_everywhere():
    """A planted site, and a visitor who has asked for everything: ``(planted, walk)``."""
    planted = Planted()
    searchable()
    while finish_some():
        pass
    walk = Walk(Client(raise_request_exception=False), planted.secret, planted.exact, planted.open)
    with override_settings(API_V3_PREVIEW=True):
        walk.through(everything(planted))
    return planted, walk


walked = once(walk_everywhere)


def everything(planted):
    yield from ways_out.without_parameters()
    for fill in ways_out.FILLED.values():
        yield from fill()
    words = [WORD, some_mark(planted.secret), some_mark(planted.open)]
    yield from ways_out.asked_of_wagtail(words)
    yield from ways_out.asked_of_pages()
    description = Client().get(delivery.DESCRIPTION)
    if description.status_code == 200:
        yield from delivery.addresses(description.json(), words)


def some_mark(marks):
    return next(mark for mark, where in marks.planted.items() if where.endswith("title"))


def test_every_way_out_is_walked():
    with_parameters = {
        route
        for route in ways_out.routes()
        if ways_out.PARAMETER.search(route) and "api/delivery" not in route
    }
    assert with_parameters == ways_out.FILLED.keys()


def test_no_secret_gets_out(walked):
    planted, walk = walked
    secret = planted.secret.planted | planted.exact.planted
    leaks = {
        f"{secret[mark]} ({mark})": addresses[:3]
        for mark, addresses in walk.met.items()
        if mark in secret
    }
    assert leaks == {}


def test_the_writable_api_answers_nobody_without_a_token(walked):
    _, walk = walked
    asked = {
        address: status for address, status in walk.answers.items() if "/v3-preview/" in address
    }
    assert len(asked) > 50
    assert {status for status in asked.values() if status != 404} == {401}


def test_the_walk_meets_what_is_public(walked):
    planted, walk = walked
    missed = {where for mark, where in planted.open.planted.items() if mark not in walk.met}
    assert missed == set()


@pytest.mark.parametrize("part", PARTS)
def test_the_walk_meets_something_public_in_every_part(walked, part):
    planted, walk = walked
    met = defaultdict(set)
    for mark, addresses in walk.met.items():
        for address in addresses:
            met[mark in planted.open.planted].add(address.startswith(part))
    assert True in met[True]


def test_no_address_crashes(walked):
    _, walk = walked
    assert [address for address, status in walk.answers.items() if status >= 500] == []


def test_hidden_files_are_not_there(walked):
    planted, walk = walked
    asked = [(file, address) for file in planted.files for address in addresses_of(file)]
    private = planted.private_document
    found = {
        address: walk.answers[address]
        for file, address in asked
        if walk.answers[address] != (302 if file == private else 404)
    }
    assert len(asked) > len(planted.files)
    assert found == {}


def addresses_of(file):
    if isinstance(file, StoryDocument):
        return [f"/documents/{file.pk}/{file.filename}"]
    renditions = file.renditions.all() if hasattr(file, "renditions") else []
    return [f"/media/{each.file.name}" for each in (file, *renditions)]


def test_a_redirect_leads_to_nothing_hidden(walked):
    planted, walk = walked
    assert walk.answers[f"/en/old-{planted.story.pk}/"] == 301
    asked = {what: f"/en/old-{page.pk}/" for what, page in planted.pages.items()}
    # Of these, another language's version is public: it stands in.
    found = dict.fromkeys(asked, 404) | {"draft translation": 301, "expired translation": 301}
    assert {what: walk.answers[each] for what, each in asked.items()} == found


def test_public_files_are_there(walked):
    planted, walk = walked
    asked = [
        address
        for file in (*planted.open_files.values(), planted.open_recording, planted.open_document)
        for address in addresses_of(file)
    ]
    assert {walk.answers[address] for address in asked} == {200}
