"""The pages of one story in all of its languages, brought to what its bundle says."""

import json
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from stories.delivery.withdrawal.record import is_withdrawn
from stories.models import StoryIndexPage, StoryPage
from stories.models.times import TimePrecision
from stories.slugs import ascii_slug, free_slug, title_slug
from stories.translation.review_required import waits_for_review

from .bundles import Rights
from .checks import in_language
from .lookup import CREATED_WHEN_MISSING, PAGES, WORDS
from .problems import Problem, Refused
from .storing import Storing, pages_named

STORY = "story.yaml"
UNTOLD = (None, None, TimePrecision.YEAR)  # of a story that says of no time that it tells of it


@contextmanager
def unindexed():
    """Keeps a save out of the indexes of words and of references, because the next one follows at once."""
    post_save.disconnect(post_save_signal_handler, sender=StoryPage)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.connect(post_save_signal_handler, sender=StoryPage)


class PublishAsImported(PublishPageRevisionAction):
    """Publishes what a bundle says even where an editor would be asked for more.

    A picture without alternative text in a language is reported by the import; it does not keep the
    story from its readers.
    """

    def __init__(self, revision, **kwargs):
        super().__init__(revision, **kwargs)
        self.object.full_clean = self.object.minimal_clean


class Family:
    """A story and its translations, as they are in the site and as its bundle has them."""

    def __init__(self, bundle, lookup, outcome, parent=None):
        self.bundle, self.lookup, self.outcome, self.parent = bundle, lookup, outcome, parent
        self.names = bundle.folder.names()
        self.pages = self._existing()
        self.without_alt = {}  # names of pictures: languages

    def _existing(self):
        """The story's pages that are there, by language."""
        pages = StoryPage.objects.filter(import_id=self.bundle.id)
        if not pages and self.bundle.translation_key:
            pages = StoryPage.objects.filter(translation_key=self.bundle.translation_key)
        keys = {page.translation_key for page in pages}
        if not keys:
            return {}
        found = StoryPage.objects.filter(translation_key__in=keys).select_related("locale")
        return {page.locale.language_code: page for page in found}

    def known(self):
        """What the pages show already, ``{kind: {primary key}}``; ``page`` are the pages themselves."""
        known = {"page": {page.pk for page in self.pages.values()}, "image": set()}
        for page in self.pages.values():
            known["image"] |= {page.lead_image_id, page.social_image_id} - {None}
            children = page.body.stream_block.child_blocks
            for block in page.body.raw_data:
                for kind, key in children[block["type"]].references(block["value"]):
                    if key:
                        known.setdefault(kind, set()).add(int(key))
        return known

    def write(self, shelf, publish):
        """Brings every language up to date, the original first."""
        bundle = self.bundle
        for language, version in bundle.versions.items():
            missing = [
                place for place in pages_named(version)
                if self.lookup.place(place, language) is None
            ]  # fmt: skip
            for place in missing:
                reason = f"there is no page at {place}; nothing leads there"
                self.outcome.missing[place] = Problem(version.file, 1, reason)
            digest = bundle.digest(version, missing)
            page = self.pages.get(language)
            if page is None or page.alias_of_id or page.import_digest != digest:
                self._write(version, shelf, digest, publish)
            else:
                self._leave(page, publish)
        for names, languages in self.without_alt.items():
            text = f"no alternative text in {', '.join(languages)} for {', '.join(names)}"
            self._warn(STORY, self.bundle.rights(names[0]).line, text)
        self.outcome.slug = next(iter(self.pages.values())).slug
        self._check_left_over()

    def _leave(self, page, publish):
        """A page that says what its bundle says; it is published where it is new and waits for that."""
        waits = not page.live and page.first_published_at is None
        revision = (
            page.latest_revision if publish and (waits or page.has_unpublished_changes) else None
        )
        is_import = revision and revision.content.get("import_digest") == page.import_digest
        if is_import and (waits or page.live):
            self._publish(revision, STORY)
        self.outcome.pages["unchanged"] += 1

    def _check_left_over(self):
        for language, page in self.pages.items():
            if language not in self.bundle.versions and page.import_digest and not page.alias_of_id:
                self._warn(
                    STORY, 1, f"there is no story.{language}.md any more; its page stays as it is"
                )

    def _warn(self, file, line, reason):
        self.outcome.warnings.append(Problem(file, line, reason))

    # One language

    def _write(self, version, shelf, digest, publish):
        page = self.pages.get(version.language)
        is_new = page is None
        if is_new:
            page = StoryPage(locale=self._locale(version.language), live=False)
            if key := self._translation_key():
                page.translation_key = key
        elif page.latest_revision_id and page.has_unpublished_changes:
            page = page.get_latest_revision_as_object()
        was_taken_down = not page.live and page.first_published_at is not None
        page.alias_of = None
        page.import_id, page.import_digest = self.bundle.id, digest
        page.source_language = self.bundle.source_language
        self._fill(page, version, shelf)
        index = self._index(page.locale, version)
        if is_new:
            page.slug = self._slug(version)
            with unindexed():
                index.add_child(instance=page)
            self.pages[version.language] = page
        elif self.bundle.slug and page.slug != self.bundle.slug:
            self._check_slug(self.bundle.slug)
            page.slug = self.bundle.slug
        with unindexed() if publish and not was_taken_down else nullcontext():
            revision = page.save_revision(clean=False)
        StoryPage.objects.filter(pk=page.pk).update(import_id=page.import_id, import_digest=digest)
        self.outcome.pages["created" if is_new else "updated"] += 1
        if publish and was_taken_down:
            self._warn(
                version.file, 1, "the page was taken offline; the new text was saved as a draft"
            )
        elif publish:
            self._publish(revision, version.file)

    def _publish(self, revision, file):
        """Publishes what may go live; what was withdrawn, or must be reviewed first, stays a draft."""
        page = revision.as_object()
        if is_withdrawn(page.translation_key):
            self._warn(file, 1, "the story was withdrawn: saved as a draft")
            return
        if not waits_for_review(page, revision.pk):
            PublishAsImported(revision).execute(skip_permission_checks=True)
            self.outcome.pages["published"] += 1
            return
        tag = page.locale.language_code
        reason = f"translations into {tag!r} are reviewed before they go live: saved as a draft"
        self._warn(file, 1, reason)

    @staticmethod
    def _locale(language):
        """The site's language; one that it has not yet is added, with its home page and lists."""
        return Locale.objects.get_or_create(language_code=language)[0]

    def _index(self, locale, version):
        indexes = StoryIndexPage.objects.filter(locale=locale, alias_of=None)
        own = self.parent and indexes.filter(translation_key=self.parent.translation_key).first()
        index = own or indexes.order_by("path").first()
        if index is None:
            raise Refused(
                Problem(version.file, 1, f"the site has no page of stories in {version.language!r}")
            )
        return index

    def _translation_key(self):
        for page in self.pages.values():
            return page.translation_key
        key = self.bundle.translation_key
        return key if key and not Page.objects.filter(translation_key=key).exists() else None

    def _slug(self, version):
        """The slug that the story has in every language."""
        for page in self.pages.values():
            return self.bundle.slug or page.slug
        if self.bundle.slug:
            self._check_slug(self.bundle.slug)
            return self.bundle.slug
        titles = [self.bundle.versions.get(tag) for tag in (settings.LANGUAGE_CODE, "en")]
        slugs = [
            title_slug(each.title, each.language)
            for each in (*titles, self.bundle.original)
            if each
        ]
        base = next(filter(None, slugs), "") or ascii_slug(self.bundle.id) or "story"
        return free_slug(base, self._slug_is_taken)

    def _check_slug(self, slug):
        if self._slug_is_taken(slug):
            raise Refused(
                Problem(
                    STORY, self.bundle.slug_line, f"the slug {slug!r} is another story's already"
                )
            )

    def _slug_is_taken(self, slug):
        own = [page.pk for page in self.pages.values()]
        return StoryPage.objects.filter(slug=slug).exclude(pk__in=own).exists()

    def _fill(self, page, version, shelf):
        storing = Storing(self.bundle, version, shelf, self.lookup, self.names)
        details, language = version.details, version.language
        page.title = page.draft_title = version.title
        page.summary = version.summary
        page.seo_title = version.seo_title
        page.search_description = version.search_description
        page.show_in_menus = details.show_in_menus
        page.licence = details.licence
        page.credit_line = in_language(details.credit_line, language)
        page.told_on, page.recorded_by = details.told_on, details.recorded_by
        page.tells_of_from, page.tells_of_to, page.tells_of_precision = details.tells_of or UNTOLD
        page.place_precision = details.place_precision
        page.translated_by = self._translated_by(version)
        page.body = json.dumps(storing.body())
        self._pictures(page, version, storing)
        self._streams(page, version, storing)
        for name in PAGES:
            setattr(page, name, self._page(name, version))
        for name in WORDS:
            setattr(page, name, self._words(name, version))
        self._report(version, storing)

    def _pictures(self, page, version, storing):
        page.lead_image_id, page.lead_image_alt, page.lead_image_decorative = None, "", False
        if name := self.bundle.lead_image(version):
            rights = self.bundle.files.get(name) or Rights()
            shown_alt = self._alt_in_body(name, version)
            alt = version.lead_image_alt if version.lead_image_alt is not None else shown_alt
            page.lead_image_alt, page.lead_image_decorative = storing.alternative(
                name, alt, version.lead_image_decorative
            )
            file, line = version.lines.get("lead_image", (STORY, rights.line))
            page.lead_image_id = storing.picture_key(name, file, line)
        name = version.details.social_image
        line = version.lines.get("social_image", (STORY, 1))
        page.social_image_id = storing.picture_key(name, *line) if name else None

    def _alt_in_body(self, name, version):
        """What the text says of a lead image that is not named, but taken from it."""
        if version.details.lead_image is not None:
            return None
        first = (
            block for block in version.body if block.type == "image" and block.value["file"] == name
        )
        return next((block.value["alt"] for block in first), None)

    def _streams(self, page, version, storing):
        details, language = version.details, version.language
        people = [
            {
                "name": in_language(names, language) or next(iter(names.values())),
                "role": role,
                "biography": in_language(biographies, language),
            }
            | ({"page": own_page} if own_page else {})
            for names, role, biographies, own_page in details.contributors
        ]
        page.contributors = json.dumps(storing.stream("contributors", "contributor", people))
        file, line = version.lines.get("collection_objects", (STORY, 1))
        objects = [
            {"object": storing.object_key(number, line, file), "use": in_language(uses, language)}
            for number, uses in details.collection_objects
        ]
        page.collection_objects = json.dumps(
            storing.stream("collection_objects", "object", objects)
        )
        related = [key for place in details.related_pages if (key := storing.page_key(place))]
        page.related_pages = json.dumps(storing.stream("related_pages", "page", related))

    def _translated_by(self, version):
        names = list(version.translators)
        while len(joined := "; ".join(names)) > 255:
            self._warn(
                version.file, 1, f"there is no room for all translators: {names.pop()} was left out"
            )
        return joined

    def _page(self, name, version):
        slug = getattr(version.details, name)
        found = slug and self.lookup.page(name, slug, version.language)
        if slug and found is None:
            raise Refused(
                Problem(*version.lines.get(name, (STORY, 1)), f"there is no {name} {slug!r}")
            )
        return found or None

    def _words(self, name, version):
        found = []
        for slug in getattr(version.details, name):
            word = self.lookup.word(name, slug, version.language)
            if word is None:
                place = version.lines.get(name, (STORY, 1))
                if name not in CREATED_WHEN_MISSING:
                    raise Refused(Problem(*place, f"there is no content warning {slug!r}"))
                word = self.lookup.new_word(name, slug)
                self._warn(
                    *place, f"{slug!r} was not among the {name} yet; it was added by that name"
                )
            found.append(word)
        return found

    def _report(self, version, storing):
        if storing.without_alt:
            self.without_alt.setdefault(tuple(storing.without_alt), []).append(version.language)
        if storing.without_transcript:
            names = ", ".join(storing.without_transcript)
            self._warn(version.file, 1, f"no transcript for {names}")
