"""What the home page has beyond other pages, as readers and clients get it."""

from stories.blocks.links import CallToActionBlock
from stories.delivery import tags
from stories.models import ProgrammePage, ProjectPage, StoryPage
from stories.presentation.details import PagePresenter, presents
from stories.presentation.listings import OFFERING
from stories.queries import Listing

from .models import HomePage

FEATURED = {"programmes": ProgrammePage, "projects": ProjectPage, "stories": StoryPage}
NEWEST = 4


@presents(HomePage)
class HomePresenter(PagePresenter):
    def want(self):
        super().want()
        self.reader.shows(*map(tags.listed, OFFERING))
        page = self.page
        self.references.want_links(page.introduction)
        self.references.want_links(page.mission)
        self.calls = [block["value"] for block in page.calls_to_action.raw_data]
        for call in self.calls:
            self.references.want(CALL_TO_ACTION.references(call))
        self.featured = {name: self._featured(name) for name in FEATURED}

    def _featured(self, name):
        """Those chosen on this home page, else the newest; and what makes cards of them."""
        if not self.reader.alone:
            return [], self.references.cards
        chosen = [block["value"] for block in getattr(self.page, f"featured_{name}").raw_data]
        if chosen:
            self.references.want(("card", page) for page in chosen)
            return chosen, self.references.cards
        reader = self.reader
        reader.shows(tags.listed(FEATURED[name].api_type))
        keys = Listing(FEATURED[name], reader.languages, reader.fallback).keys(limit=NEWEST)
        self.references.want_pages(cards=keys)
        return keys, self.references.cards_of

    def more(self):
        references = self.references
        calls = (CALL_TO_ACTION.present(call, references) for call in self.calls)
        return {
            "introduction": references.html(self.page.introduction),
            "mission": references.html(self.page.mission),
            "featured": {name: cards(pages) for name, (pages, cards) in self.featured.items()},
            "calls_to_action": [call for call in calls if call],
        }


CALL_TO_ACTION = CallToActionBlock()
