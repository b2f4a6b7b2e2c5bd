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
        if self.reader.alone:
            for name in FEATURED:
                self._want_featured(name)

    def _chosen(self, name):
        """Those chosen on this home page; where there are none, the newest are featured."""
        return [block["value"] for block in getattr(self.page, f"featured_{name}").raw_data]

    def _want_featured(self, name):
        if chosen := self._chosen(name):
            self.references.want(("card", page) for page in chosen)
            return
        reader, model = self.reader, FEATURED[name]
        reader.shows(tags.listed(model.api_type))
        newest = Listing(model, reader.languages, reader.fallback).pages()
        self.references.want_list(newest[:NEWEST])

    def _featured(self, name):
        references = self.references
        if not self.reader.alone:
            return []
        if chosen := self._chosen(name):
            return references.cards(chosen)
        newest = references.families.newest(FEATURED[name].api_type)
        return references.cards_of(newest[:NEWEST])

    def more(self):
        references = self.references
        calls = (CALL_TO_ACTION.present(call, references) for call in self.calls)
        return {
            "introduction": references.html(self.page.introduction),
            "mission": references.html(self.page.mission),
            "featured": {name: self._featured(name) for name in FEATURED},
            "calls_to_action": [call for call in calls if call],
        }


CALL_TO_ACTION = CallToActionBlock()
