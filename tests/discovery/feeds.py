"""Feeds as their readers take them: valid, or it is said what is wrong with them."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
GRAMMAR = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_FEED = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))
NAMES = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "http://testserver"


def atom(client, language="en"):
    answer = client.get(f"/{language}/stories/feed/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    GRAMMAR.assertValid(feed)
    assert feed.xpath("boolean(a:author) or not(a:entry[not(a:author)])", namespaces=NAMES)
    ids = feed.xpath("//a:id/text()", namespaces=NAMES)
    assert len(set(ids)) == len(ids)
    return feed


def json_feed(client, language="en"):
    answer = client.get(f"/{language}/stories/feed.json")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = answer.json()
    assert [error.message for error in JSON_FEED.iter_errors(feed)] == []
    return feed


def titles(feed):
    if isinstance(feed, dict):
        return [item["title"] for item in feed["items"]]
    return feed.xpath("a:entry/a:title/text()", namespaces=NAMES)


BOTH = pytest.mark.parametrize("read", [atom, json_feed])


def content(feed):
    """The whole text of the feed's only entry, as HTML."""
    if isinstance(feed, dict):
        [item] = feed["items"]
        return item["content_html"]
    [found] = feed.xpath("a:entry/a:content[@type='html']/text()", namespaces=NAMES)
    return found


ADDRESS = re.compile(r'(?:href|src|poster)="([^"]*)"')
