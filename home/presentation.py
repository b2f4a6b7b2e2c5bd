"""What home pages and accessibility statements have beyond other pages, as readers get it."""

from stories.blocks.links import CallToActionBlock
from stories.delivery import tags
from stories.lists import Listing
from stories.models import ProgrammePage, ProjectPage, StoryPage
from stories.models.choices import titled
from stories.presentation.details import PagePresenter, presents
from stories.presentation.listings import OFFERING

from . import wcag
from .accessibility import Compliance, Enforcement, Reason
from .models import AccessibilityStatementPage, HomePage

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


@presents(AccessibilityStatementPage)
class StatementPresenter(PagePresenter):
    def want(self):
        super().want()
        page = self.page
        for html in (page.contact_more, page.improving, page.how_tested):
            self.references.want_links(html)

    def more(self):
        page, references = self.page, self.references
        days = ("tested_on", "prepared_on", "reviewed_on")
        return {
            "statement": {
                "applies_to": page.applies_to,
                "compliance": choice(Compliance, page.compliance),
                "issues": [issue(item["value"]) for item in page.issues.raw_data],
                "contact": {
                    "email": page.contact_email,
                    "phone": page.contact_phone,
                    "more": references.html(page.contact_more),
                    "answered_within": page.answered_within,
                },
                "enforcement": choice(Enforcement, page.enforcement),
                "improving": references.html(page.improving),
                "how_tested": references.html(page.how_tested),
                "tested_by": page.tested_by,
                **{name: (day := getattr(page, name)) and day.isoformat() for name in days},
            }
        }


def choice(choices, value):
    return titled(choices, [value])[0]


def issue(stored):
    """A known issue as readers get it, from its stored form."""
    return {
        "what": stored["what"],
        "where": stored.get("where") or "",
        "criteria": wcag.criteria(stored.get("criteria") or ()),
        "reason": choice(Reason, stored["reason"]),
        "explanation": stored.get("explanation") or "",
        "instead": stored.get("instead") or "",
        "mended_by": stored.get("mended_by") or None,
    }


CALL_TO_ACTION = CallToActionBlock()
