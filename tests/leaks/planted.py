"""A site on which everything that must stay hidden is marked, and chosen by what is public."""

from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from stories.delivery.withdrawal.withdrawing import withdraw
from tests import factories as make
from tests.leaks import files
from tests.leaks.marks import WORD, Figures, Marks

RESTRICTIONS = PageViewRestriction


def rich_link(kind, row, words):
    return f'<p><a linktype="{kind}" id="{row.pk}">{words}</a></p>'


def call_to(page, words):
    return {"title": words, "text": words, "link": {"text": words, "page": page, "url": ""}}


def shown(image, alt, caption=""):
    return {
        "image": {"image": image, "alt_text": alt, "decorative": False},
        "caption": caption,
    }


class Planted:
    """`secret` are marks that may be nowhere; `open` are marks that a walk has to meet."""

    def __init__(self):
        self.secret, self.open = Marks(0), Marks(5000)
        self.exact = Figures(
            {
                "71.4816": "exact latitude",
                "41.6183": "exact longitude",
                "66.2741": "latitude that a story keeps back",
                "52.8372": "longitude that a story keeps back",
            }
        )
        self.pages, self.files = {}, []
        self.owner = User.objects.create_user(
            self.secret("user", "name"), f"{self.secret('user', 'mail')}@example.org", "secret"
        )
        self.private = self._private_collection()
        self._hide_pages()
        self._hide_files()
        self._publish()
        self._hide_parts_of_the_open_story()
        self._lead_to_the_hidden()

    # What is hidden

    def _private_collection(self):
        name = self.secret("private", "collection")
        collection = Collection.get_first_root_node().add_child(name=name)
        CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )
        return collection.add_child(name=self.secret("below private", "collection"))

    def _picture(self, what, **values):
        image = files.picture(self.secret, what, uploaded_by_user=self.owner, **values)
        self.files.append(image)
        return image

    def hidden(self, what, factory=make.StoryPageFactory, **values):
        """A page whose every word is marked, and that has a picture of its own."""
        words = {
            name: self.secret(what, name)
            for name in ("title", "slug", "summary", "seo_title", "search_description")
        }
        image = self._picture(what)
        words["title"] += f" {WORD}"
        text = self.secret.said(what, "paragraph")
        thing = make.CollectionObjectFactory(
            title=self.secret(what, "object"),
            image=self._picture(f"{what} object"),
            image_alt=self.secret(what, "object alt"),
        )
        if factory is make.StoryPageFactory:
            credit = {name: self.secret(what, name) for name in ("name", "biography", "page")}
            values = {
                "contributors": [{"role": "storyteller", **credit}],
                "tells_of_from": 1974,
                **values,
            }
        page = factory(
            **{
                **words,
                "lead_image": image,
                "lead_image_alt": self.secret(what, "alt"),
                "owner": self.owner,
                "body": [
                    ("paragraph", f"<p>{text}</p>"),
                    (
                        "object_response",
                        {"object": thing, "response": "<p>.</p>", "respondent": ""},
                    ),
                ],
                **values,
            }
        )
        self.pages[what] = page
        return page

    def _restrict(self, page, kind, **values):
        restriction = page.view_restrictions.create(restriction_type=kind, **values)
        if kind == RESTRICTIONS.GROUPS:
            restriction.groups.add(Group.objects.create(name=self.secret("group", "name")))

    def _hide_pages(self):
        hidden, soon = self.hidden, timezone.now() + timedelta(days=1)
        hidden("draft", draft=True)
        hidden("draft project", make.ProjectPageFactory, draft=True)
        hidden("draft programme", make.ProgrammePageFactory, draft=True)
        hidden("draft page", make.StandardPageFactory, draft=True)
        hidden("unpublished").unpublish()
        withdrawn = hidden("withdrawn")
        withdraw(withdrawn.translation_key, self.owner, self.secret("withdrawn", "reason"))
        withdrawn.refresh_from_db()
        withdrawn.save_revision().publish()
        hidden("expired", expired=True)
        hidden("expired project", make.ProjectPageFactory, expired=True)
        hidden("expired programme", make.ProgrammePageFactory, expired=True)
        scheduled = hidden("scheduled", draft=True, go_live_at=soon)
        scheduled.save_revision(approved_go_live_at=soon)
        for kind, values in {
            RESTRICTIONS.LOGIN: {},
            RESTRICTIONS.PASSWORD: {"password": self.secret("page", "password")},
            RESTRICTIONS.GROUPS: {},
        }.items():
            self._restrict(hidden(f"{kind} story"), kind, **values)
            above = hidden(f"{kind} page", make.StandardPageFactory)
            self._restrict(above, kind, **values)
            below = hidden(f"below {kind} page", make.StandardPageFactory, parent=above)
            hidden(f"far below {kind} page", make.StandardPageFactory, parent=below)
        self._restrict(hidden("project", make.ProjectPageFactory), RESTRICTIONS.LOGIN)
        self._restrict(hidden("programme", make.ProgrammePageFactory), RESTRICTIONS.LOGIN)
        self._restrict(hidden("expired login story", expired=True), RESTRICTIONS.LOGIN)

    def _hide_files(self):
        self.private_files = {
            what: self._picture(f"private {what}", collection=self.private)
            for what in ("lead", "social", "block", "gallery", "object", "poster")
        }
        self.private_recording = files.recording(self.secret, "private", collection=self.private)
        self.private_document = files.document(self.secret, "private", collection=self.private)
        self.unused_recording = files.recording(self.secret, "unused")
        self.unused_document = files.document(self.secret, "unused")
        self.draft_recording = files.recording(self.secret, "of a draft")
        self.draft_document = files.document(self.secret, "of a draft")
        self.hidden(
            "draft with files",
            draft=True,
            body=[
                ("paragraph", rich_link("document", self.draft_document, "Words")),
                self._audio(self.draft_recording, self.draft_document),
            ],
        )
        self._picture("unused")
        self.files += [
            self.private_recording,
            self.private_document,
            self.unused_recording,
            self.unused_document,
            self.draft_recording,
            self.draft_document,
        ]

    @staticmethod
    def _audio(recording, captions, title="A voice"):
        return (
            "audio",
            {
                "title": title,
                "recording": recording,
                "embed": "",
                "captions": [{"language": "en", "file": captions}],
                "transcript": "<p>Words</p>",
                "transcript_language": "",
            },
        )

    # What is public, and chooses all of it

    def _publish(self):
        mark = self.open
        self.open_files = {
            extension: files.picture(
                mark, f"open {extension}", extension, author=self.secret("exif", extension)
            )
            for extension in files.MAKERS
        }
        self.open_recording = files.recording(mark, "open")
        self.open_document = files.document(mark, "open")
        private = self.private_files
        thing = make.CollectionObjectFactory(
            title=mark("object"), image=private["object"], image_alt="An object"
        )
        hidden = list(self.pages.values())
        links = "".join(rich_link("page", page, "a word") for page in hidden)
        video = self._audio(self.private_recording, self.private_document, "A film")[1]
        theme = make.ThemeFactory(name=mark("theme"))
        drafts = self._draft_words(theme)
        self.story = make.StoryPageFactory(
            title=mark.said("title"),
            slug="open-story",
            summary=mark("summary"),
            tells_of_from=1974,
            owner=self.owner,
            lead_image=self.open_files["jpg"],
            lead_image_alt=mark("alt"),
            social_image=private["social"],
            project=self.pages["draft project"],
            programme=self.pages["programme"],
            contributors=[
                {"name": mark("contributor"), "role": "storyteller", "page": mark("own page")}
            ],
            collection_objects=[
                ("object", {"object": each, "use": ""}) for each in (thing, drafts["object"])
            ],
            import_id=self.secret("import id"),
            import_digest=self.secret("import digest"),
            related_pages=hidden,
            body=[
                ("paragraph", f"<p>{mark('paragraph')}</p>{links}"),
                ("paragraph", rich_link("document", self.private_document, "private")),
                ("paragraph", rich_link("document", self.open_document, "open")),
                ("image", shown(private["block"], self.secret("alt of a private picture"))),
                ("image", shown(self.open_files["png"], mark("picture alt"))),
                (
                    "gallery",
                    {
                        "title": "Pictures",
                        "images": [
                            shown(private["gallery"], self.secret("alt in gallery")),
                            shown(self.open_files["webp"], mark("gallery alt")),
                            shown(self.open_files["avif"], mark("another gallery alt")),
                        ],
                    },
                ),
                self._audio(self.private_recording, self.private_document),
                self._audio(self.open_recording, self.open_document),
                self._audio(self.open_recording, self.private_document),
                (
                    "video",
                    {**video, "poster": shown(private["poster"], self.secret("poster"))["image"]},
                ),
                ("object_response", {"object": thing, "response": links, "respondent": ""}),
                ("related_pages", {"title": "Related", "pages": hidden}),
                *[("call_to_action", call_to(page, "Come along")) for page in hidden],
            ],
        )
        self.story.themes.add(theme, drafts["theme"])
        self.story.places.add(
            make.PlaceFactory(name=mark("place"), latitude="71.48163", longitude="-41.61832")
        )
        self._keep_back(self.story)
        self.story.save()
        self.private_lead = make.StoryPageFactory(
            title=mark("with a private lead image"),
            slug="private-lead",
            lead_image=private["lead"],
            lead_image_alt=self.secret("alt of a private lead image"),
            project=self.pages["expired project"],
            programme=self.pages["expired programme"],
        )
        self.project = make.ProjectPageFactory(
            title=mark("project"),
            slug="open-project",
            programme=self.pages["draft programme"],
            aims=links,
            related_pages=hidden,
            collection_objects=[("object", {"object": thing, "use": ""})],
            partners=[("partner", {"partner": drafts["partner"], "role": "Host"})],
        )
        self.programme = make.ProgrammePageFactory(
            title=mark("programme"), slug="open-programme", how_to_take_part=links
        )
        self.page = make.StandardPageFactory(title=mark("page"), slug="open-page")
        self.orphan = make.StandardPageFactory(
            title=mark("below a draft"), slug="below", parent=self._plain_draft()
        )
        # One of another project, so that lists of what belongs to a hidden project are asked for.
        for what in ("project", "draft project", "expired project"):
            make.StoryPageFactory(slug=f"of-{what.replace(' ', '-')}", project=self.pages[what])
        self.translation = make.StoryPageFactory(
            translation_of=self.story, language="bn", title=mark("bn title")
        )

    def _keep_back(self, story):
        """A place that may be told exactly, but for one of the stories that name it."""
        place = make.PlaceFactory(
            name="Kept back", latitude="66.27413", longitude="-52.83721", precision="exact"
        )
        story.places.add(place)
        make.StoryPageFactory(slug="careful", places=[place], place_precision="region")

    def _draft_words(self, theme):
        """Words that only editors know yet, and what they are about to say of a public one."""
        secret = self.secret
        make.ThemeFactory(
            name=secret("theme", "translation"),
            slug=theme.slug,
            language="bn",
            translation_key=theme.translation_key,
            live=False,
        )
        theme.name, public = secret("theme", "edit"), theme.name
        theme.save_revision()
        theme.name = public
        return {
            "theme": make.ThemeFactory(name=secret("draft", "theme"), slug="not-yet", live=False),
            "partner": make.PartnerFactory(name=secret("draft", "partner"), live=False),
            "object": make.CollectionObjectFactory(
                title=secret("draft", "object"),
                museum_number=secret("draft", "museum number"),
                image=self._picture("draft object"),
                image_alt="An object",
                live=False,
            ),
        }

    def _plain_draft(self):
        """A draft whose address is no secret, because a public page lies below it."""
        return self.hidden("draft above", make.StandardPageFactory, draft=True, slug="above")

    def _hide_parts_of_the_open_story(self):
        self.hidden(
            "draft translation",
            translation_of=self.story,
            language="ar",
            slug="open-story",
            draft=True,
        )
        self.hidden(
            "expired translation",
            translation_of=self.project,
            factory=make.ProjectPageFactory,
            language="ar",
            slug="open-project",
            expired=True,
        )
        self.alias = self.page.create_alias(
            parent=make.home("ar"),
            update_slug=self.secret("alias", "slug"),
            update_locale=make.locale("ar"),
        )
        edited = self.story
        edited.title = self.secret.said("edit", "title")
        edited.summary = self.secret("edit", "summary")
        edited.lead_image = self._picture("edit")
        edited.lead_image_alt = self.secret("edit", "alt")
        edited.body = make.stored(
            type(edited)._meta.get_field("body"),
            [
                ("paragraph", f"<p>{self.secret.said('edit', 'paragraph')}</p>"),
                ("image", shown(self._picture("edit block"), self.secret("edit", "block alt"))),
            ],
        )
        edited.save_revision(user=self.owner)
        self.story = type(edited).objects.get(pk=edited.pk)

    def _lead_to_the_hidden(self):
        """Menus, the home page's choices, and redirects."""
        hidden = list(self.pages.values())
        home = make.home()
        words = [{"page": page, "url": "", "text": ""} for page in hidden]
        stored = {
            "navigation": words,
            "footer_navigation": words,
            "calls_to_action": [call_to(page, "Come along") for page in hidden],
            "related_pages": hidden,
            "featured_stories": [*self._of("StoryPage"), self.story],
            "featured_projects": [*self._of("ProjectPage"), self.project],
            "featured_programmes": [*self._of("ProgrammePage"), self.programme],
        }
        for name, items in stored.items():
            field = type(home)._meta.get_field(name)
            setattr(home, name, make.stored(field, items))
        home.introduction = "".join(rich_link("page", page, "a word") for page in hidden)
        home.organisation = self.open("organisation")
        home.save()
        self.redirects = [
            Redirect.add_redirect(f"/en/old-{page.pk}", page, automatically_created=True)
            for page in (*hidden, self.story)
        ]
        elsewhere = make.home("ar")
        elsewhere.live = False
        elsewhere.title = self.secret.said("draft home", "title")
        elsewhere.organisation = self.secret("draft home", "organisation")
        elsewhere.save()

    def _of(self, model):
        return [page for page in self.pages.values() if type(page).__name__ == model]
