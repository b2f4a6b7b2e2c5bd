"""Rich text as readers get it: clean HTML, with links that lead to public pages only."""

import re

import nh3
from wagtail.rich_text.rewriters import LinkRewriter

from stories.translation.languages import direction, is_known

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "language", "superscript"]

ALLOWED_TAGS = {
    "a", "b", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "span",
    "strong", "sub", "sup", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {"a": {"href"}, "span": {"lang", "dir"}}
PAGE_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
DOCUMENT_LINK = re.compile(r'<a\b[^>]*\blinktype="document"[^>]*>')
ID = re.compile(r'\bid="(\d+)"')
DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
# A phrase in another language is kept as a kind of link, because the translation editor carries links
# from the source to the translation, and nothing else that has attributes.
LANGUAGE_PHRASE = re.compile(
    r'<a\b(?=[^>]*\blinktype="language")[^>]*\blang="([\w-]+)"[^>]*>(.*?)</a>', re.DOTALL
)


def page_references(raw):
    """The pages and documents that stored rich text links to, as ``(kind, primary key)``."""
    for kind, pattern in (("page", PAGE_LINK), ("document", DOCUMENT_LINK)):
        for tag in pattern.findall(raw or ""):
            if found := ID.search(tag):
                yield kind, int(found.group(1))


def readable(raw, page_url, document_url):
    """Stored rich text as clean HTML.

    `page_url` and `document_url` give the address of a primary key, or None for what may not be
    linked: then the words stay and the link goes.
    """
    if not raw:
        return ""

    def link(address_of):
        def opening_tag(attributes):
            address = address_of(int(attributes["id"])) if attributes.get("id") else None
            return f'<a href="{address}">' if address else "<a>"

        return opening_tag

    html = LANGUAGE_PHRASE.sub(_phrase, raw)
    html = LinkRewriter({"page": link(page_url), "document": link(document_url)})(html)
    clean = nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return DEAD_LINK.sub(r"\1", clean)


def _phrase(match):
    language, words = match.groups()
    if not is_known(language):
        return words
    return f'<span lang="{language}" dir="{direction(language)}">{words}</span>'
