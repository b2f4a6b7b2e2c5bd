"""A feed in Atom, RFC 4287."""

import mimetypes

from lxml import etree

from stories.delivery.telling import timestamp

from .feeds import authors, entry_id, other_versions, version_makers

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What a category tells, where it is no theme: the language that a story was told in, and warnings.
ORIGINAL_LANGUAGE, CONTENT_WARNING = "original-language", "content-warning"


def atom(feed):
    """The feed as a document, bytes."""
    root = etree.Element(_name("feed"), {XML_LANG: feed.interface}, nsmap={None: ATOM})
    _add(root, "id", feed.address("atom"))
    _add(root, "title", feed.title)
    _add(root, "updated", timestamp(feed.changed_at))
    _link(root, "self", feed.address("atom"), type="application/atom+xml", hreflang=feed.language)
    _link(root, "alternate", feed.home, type="text/html", hreflang=feed.language)
    _person(root, "author", feed.site)
    for story in feed.stories:
        _entry(root, story, feed)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(root, story, feed):
    language = story["language"]
    entry = etree.SubElement(root, _name("entry"), {XML_LANG: language["served"]})
    _add(entry, "id", entry_id(story))
    _add(entry, "title", story["title"])
    _add(entry, "published", story["published_at"])
    _add(entry, "updated", story["updated_at"] or story["published_at"])
    for name in authors(story):
        _person(entry, "author", name)
    for name in version_makers(story):
        _person(entry, "contributor", name)
    _add(entry, "summary", story["summary"] or story["title"])
    _add(entry, "content", story["whole_text"], {"type": "html"})
    _links(entry, story)
    _categories(entry, story, feed.base)
    if rights := rights_of(story):
        _add(entry, "rights", rights, {XML_LANG: feed.interface})


def _links(entry, story):
    language = story["language"]
    _link(entry, "alternate", story["url"], type="text/html", hreflang=language["served"])
    for version in other_versions(story):
        rel = "via" if version["locale"] == language["source"] else "alternate"
        _link(entry, rel, version["url"], type="text/html", hreflang=version["locale"],
              title=version["title"])  # fmt: skip
    if image := story["lead_image"]:
        kind = mimetypes.guess_type(image["src"])[0]
        _link(entry, "enclosure", image["src"], type=kind, title=image["alt"])
    if story["licence"] and story["licence"]["url"]:
        _link(entry, "license", story["licence"]["url"])


def _categories(entry, story, base):
    told_in = story["language"]["source"]
    _category(entry, told_in, f"{base}/#{ORIGINAL_LANGUAGE}")
    for warning in story["content_warnings"]:
        _category(entry, warning["title"], f"{base}/#{CONTENT_WARNING}")
    for term in (*story["themes"], *story["communities"], *story["places"]):
        _category(entry, term["slug"], f"{base}/#{term['type']}", term["title"])


def rights_of(story):
    """The credit line and the licence, as a line to be printed."""
    licence = story["licence"]
    return ". ".join(part for part in (story["credit_line"], licence and licence["title"]) if part)


def _name(name):
    return f"{{{ATOM}}}{name}"


def _add(parent, name, text, attributes=None):
    etree.SubElement(parent, _name(name), attributes or {}).text = plain(text)


def _link(parent, rel, href, **more):
    more = {name: plain(value) for name, value in more.items() if value}
    etree.SubElement(parent, _name("link"), {"rel": rel, "href": href, **more})


def _person(parent, role, name):
    _add(etree.SubElement(parent, _name(role)), "name", name)


def _category(parent, term, scheme, label=""):
    named = {"label": plain(label)} if label else {}
    etree.SubElement(parent, _name("category"), {"term": plain(term), "scheme": scheme, **named})


def plain(text):
    """The text without the signs that no XML document can hold."""
    return "".join(sign for sign in str(text) if sign >= " " or sign in "\t\n")
