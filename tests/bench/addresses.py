"""What is asked for: by turns many stories in all languages, so that no single row is what is measured."""

from urllib.parse import quote

import psycopg

from . import database
from .environment import LANGUAGES

STORIES = """
    SELECT page.translation_key, page.slug, locale.language_code
    FROM stories_storypage AS story
    JOIN wagtailcore_page AS page ON page.id = story.contentpage_ptr_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    ORDER BY md5(page.slug || locale.language_code)
    LIMIT %s
"""
# Of each kind, so that those of all kinds together are kept in the default of a site's own memory.
KEPT = 60
COLD = 300
WORDS = {
    "en": ("river", "night", "bread", "mother", "museum", "letters", "chair", "school"),
    "ar": ("النهر", "خبز", "الليل", "المتحف", "أمي", "المدينة", "كرسي", "رسالة"),
    "bn": ("নদী", "রুটি", "রাত", "জাদুঘর", "মা", "শহর", "চেয়ার", "চিঠি"),
}


def stories(connection, count):
    """``[(identity, slug, language)]`` of so many, in no order that means anything."""
    return connection.execute(STORIES, [count]).fetchall()


def addresses(name, count):
    """``{kind: paths}`` of the site in that database, `count` of each but of searches."""
    with psycopg.connect(database.url(name)) as connection:
        rows = stories(connection, count)
    api = "/api/delivery/v1"
    return {
        "html": [f"/{language}/stories/{slug}/" for _key, slug, language in rows],
        "detail": [f"{api}/stories/{key}/?locale={tag}" for key, _slug, tag in rows],
        "list": [
            f"{api}/stories/?locale={language}&limit=20&offset={20 * page}"
            for page in range(count // len(LANGUAGES))
            for language in LANGUAGES
        ],
        "search": [
            f"{api}/search/?locale={language}&q={quote(word)}"
            for language, words in WORDS.items()
            for word in words
        ],
        "search_html": [
            f"/{language}/search/?q={quote(word)}"
            for language, words in WORDS.items()
            for word in words
        ],
    }
