"""What stories, projects and programmes have beyond other pages."""

from stories.blocks.relations import ContributorRole
from stories.library.licences import licence_shape
from stories.models import ProgrammePage, ProjectPage, StoryPage
from stories.models.choices import titled
from stories.models.programme import AccessProvision, EngagementMethod
from stories.models.project import Collaboration, ProjectStatus
from stories.subjects import subject_url
from stories.translation.versions import names

from .beside import beside_shape, version_beside
from .details import PagePresenter, presents

WARNING = ("id", "title", "text", "language", "support")


@presents(StoryPage)
class StoryPresenter(PagePresenter):
    def want(self):
        super().want()
        self._want_objects()
        asked = (self.reader.query or {}).get("beside")
        self.version_beside = asked and version_beside(self.page, asked)
        if self.version_beside:
            self.body_beside = list(self.version_beside.body.raw_data)
            self._want_body(self.body_beside)

    def more(self):
        more = self._story()
        if self.version_beside:
            own, other = self._presented(self.body), self._presented(self.body_beside)
            more["beside"] = beside_shape(self.version_beside, own, other)
        return more

    def _page_of(self, contributor):
        references = self.references
        if not contributor:
            return ""
        return subject_url("contributor", contributor, references.language, references.base)

    def _story(self):
        page = self.page
        words = self.references.vocabulary.words_of(self.row, "content_warning")
        speakers = [
            contributor(**item["value"], page_url=self._page_of(item["value"].get("page")))
            for item in page.contributors.raw_data
        ]
        return {
            "licence": licence_shape(page.licence),
            "credit_line": page.credit_line,
            "speakers": together(speakers),
            "credited": [
                {name: item["value"][name] for name in ("name", "role")}
                for item in page.contributors.raw_data
            ],
            "contributors": [
                *speakers,
                *(
                    contributor(name, ContributorRole.TRANSLATOR)
                    for name in names(page.translated_by)
                ),
                *(contributor(name, ContributorRole.REVIEWER) for name in names(page.reviewed_by)),
            ],
            "told_on": page.told_on and page.told_on.isoformat(),
            "recorded_by": page.recorded_by,
            "place_precision": page.place_precision or None,
            "content_warnings": [{name: word[name] for name in WARNING} for word in words],
            "quick_exit": any(word["quick_exit"] for word in words),
            "collection_objects": self._objects(),
        }


def contributor(name, role, biography="", page="", page_url=""):
    return {
        "name": name,
        "role": str(ContributorRole(role).label),
        "biography": biography or "",
        "page": page_url,
    }


def together(contributors):
    """Each person once, with all ``roles`` and ``biographies`` that they have: ``[{"name", "page", …}]``.

    The page of their own says who is who. Of those without one, a name that comes again in another role is
    the same person's; in the same role, or with another biography, it is somebody else's ("Anonymous").
    """
    people = []
    for each in contributors:
        person = next((person for person in people if _is_same(person, each)), None)
        if person is None:
            person = {"name": each["name"], "page": each["page"], "roles": [], "biographies": []}
            people.append(person)
        for name, said in (("roles", each["role"]), ("biographies", each["biography"])):
            if said and said not in person[name]:
                person[name].append(said)
    return people


def _is_same(person, credit):
    if (person["name"], person["page"]) != (credit["name"], credit["page"]):
        return False
    told = {*person["biographies"], credit["biography"]} - {""}
    return bool(credit["page"]) or (credit["role"] not in person["roles"] and len(told) < 2)


@presents(ProjectPage)
class ProjectPresenter(PagePresenter):
    def want(self):
        super().want()
        page = self.page
        self._want_objects()
        self.partners = [item["value"] for item in page.partners.raw_data]
        self.references.want(("partner", each["partner"]) for each in self.partners)
        self._want_below(StoryPage, "project")
        for html in (page.aims, page.approach, page.outcomes):
            self.references.want_links(html)

    def more(self):
        page, references = self.page, self.references
        partners = ((references.partner(each["partner"]), each) for each in self.partners)
        return {
            "licence": licence_shape(page.licence),
            "credit_line": page.credit_line,
            "partners": [
                {"id": word["id"], "title": word["title"], "role": each.get("role") or "",
                 "url": word["url"], "language": word["language"],
                 "page": subject_url("partner", word["slug"], references.language, references.base)}
                for word, each in partners if word
            ],
            "collaboration": titled(Collaboration, page.collaboration),
            "status": {"id": page.status, "title": str(ProjectStatus(page.status).label)},
            "starts_on": page.starts_on and page.starts_on.isoformat(),
            "ends_on": page.ends_on and page.ends_on.isoformat(),
            "aims": references.html(page.aims),
            "approach": references.html(page.approach),
            "outcomes": references.html(page.outcomes),
            "collection_objects": self._objects(),
            "stories": self._below(StoryPage, "project"),
        }  # fmt: skip


@presents(ProgrammePage)
class ProgrammePresenter(PagePresenter):
    def want(self):
        super().want()
        page = self.page
        self._want_below(ProjectPage, "programme")
        self.references.want_links(page.how_to_take_part)

    def more(self):
        page = self.page
        return {
            "audiences": page.audiences,
            "methods_of_engagement": titled(EngagementMethod, page.methods_of_engagement),
            "access_provision": titled(AccessProvision, page.access_provision),
            "access_notes": page.access_notes,
            "starts_on": page.starts_on and page.starts_on.isoformat(),
            "ends_on": page.ends_on and page.ends_on.isoformat(),
            "is_ongoing": page.is_ongoing,
            "how_to_take_part": self.references.html(page.how_to_take_part),
            "contact": {
                "name": page.contact_name,
                "email": page.contact_email,
                "phone": page.contact_phone,
            },
            "projects": self._below(ProjectPage, "programme"),
        }
