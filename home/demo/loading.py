"""The whole demo, in the order in which its parts need one another."""

from stories.delivery.finishing import made_at_the_end
from stories.delivery.hearing import heard_together
from stories.exchange.importing import Importer
from stories.exchange.lookup import Lookup

from .files import DATA, LANGUAGES, DrawnFolder
from .keeping import ensure_locales
from .pages import fill_pages, place_pages
from .people import ensure_people, ensure_review
from .pictures import Pictures
from .vocabulary import load_objects, load_words


@made_at_the_end()
def load(say):
    """Loads what is missing and brings the rest up to date. True where anything changed."""
    locales = ensure_locales(LANGUAGES)
    pictures, lookup = Pictures(), Lookup()
    changed = ensure_people()
    changed += load_words(locales)
    changed += load_objects(locales, pictures)
    changed += place_pages(locales)
    report = load_stories(pictures, say)
    changed += report.pages["created"] + report.pages["updated"] + report.pages["published"]
    with heard_together():
        changed += fill_pages(lookup, pictures)
    changed += ensure_review()  # of what comes from now on
    return bool(changed)


def load_stories(pictures, say):
    bundles = sorted(path for path in (DATA / "stories").iterdir() if path.is_dir())
    importer = Importer(publish=True, shared=pictures.shared, folder=DrawnFolder)
    report = importer.run(bundles)
    for line in report.lines():
        say(line)
    return report
