"""One of everything, published on days that are known."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.core.files.base import ContentFile
from wagtail.models import Page

from stories.delivery.hearing import heard_together
from stories.library.licences import Licence
from tests.factories import (
    CollectionObjectFactory,
    CommunityFactory,
    ContentWarningFactory,
    PartnerFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    RecordingFactory,
    StandardPageFactory,
    StoryDocumentFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    stored,
)

DAY = datetime(2024, 3, 9, 10, tzinfo=UTC)
LATER = datetime(2024, 3, 10, 10, tzinfo=UTC)
PUBLISHED = {"first_published_at": DAY, "last_published_at": DAY}


def rich(text):
    return f'<p data-block-key="a1">{text}</p>'


@heard_together()
def everything():
    """A site with one of everything on it: a namespace of what it is made of."""
    for page in Page.objects.filter(depth__gt=1).select_related("locale"):
        # Their titles as the site starts with them are for translators to change.
        page.title = f"{page.slug} ({page.locale.language_code})"
        page.first_published_at = page.last_published_at = DAY
        page.save()
    site = SimpleNamespace()
    site.picture = StoryImageFactory(
        rendered=True,
        title="Quay",
        description="A quay in the rain",
        credit_line="Photograph: Rahima",
        licence=Licence.CC_BY,
        focal_point_x=100,
        focal_point_y=150,
        focal_point_width=10,
        focal_point_height=10,
    )
    site.theme = ThemeFactory(name="Rivers", slug="rivers", description="Water that goes.")
    ThemeFactory(translation_of=site.theme, language="bn", name="নদী")
    site.community = CommunityFactory(name="Ferrybank", slug="ferrybank")
    site.place = PlaceFactory(name="Sylhet", slug="sylhet", latitude="24.89", longitude="91.87")
    site.object = CollectionObjectFactory(
        museum_number="1998,3",
        title="Oar",
        maker="Unknown",
        culture="Bengali",
        date="about 1890",
        image=site.picture,
        image_alt="An oar",
        collection_url="https://museum.example/1998-3",
        rights="© The museum",
    )
    site.programme = programme()
    site.project = project(site)
    site.about = StandardPageFactory(
        title="About us", slug="about", summary="Who we are.", **PUBLISHED
    )
    site.story = story(site)
    site.translation = StoryPageFactory(
        translation_of=site.story,
        language="en",
        title="River song",
        summary="What the ferryman sang.",
        lead_image_alt="A quay in the rain",
        translated_by="Anika",
        first_published_at=LATER,
        last_published_at=LATER,
    )
    site.home = front_page(site)
    return site


def programme():
    return ProgrammePageFactory(
        title="Talking rooms",
        slug="talking-rooms",
        summary="Come and talk.",
        audiences="Everybody",
        methods_of_engagement=["conversation", "object_handling"],
        access_provision=["step_free", "bsl"],
        access_notes="Ask for anything else.",
        starts_on=date(2023, 1, 9),
        is_ongoing=True,
        how_to_take_part=rich("Just come."),
        contact_name="Joan",
        contact_email="joan@museum.example",
        contact_phone="020 7946 0000",
        **PUBLISHED,
    )


def project(site):
    partner = PartnerFactory(
        name="River school", slug="river-school", url="https://school.example/"
    )
    return ProjectPageFactory(
        title="River voices",
        slug="river-voices",
        summary="Songs of ferrymen.",
        programme=site.programme,
        collaboration=["co_curation"],
        status="completed",
        starts_on=date(2023, 2, 1),
        ends_on=date(2023, 11, 30),
        aims=rich("To listen."),
        approach=rich("By <b>boat</b>."),
        outcomes=rich("A case of oars."),
        partners=[{"partner": partner, "role": "Singers"}],
        collection_objects=[{"object": site.object, "use": "Shown again"}],
        licence=Licence.CC_BY_NC,
        credit_line="River voices, 2023",
        **PUBLISHED,
    )


def story(site):
    return StoryPageFactory(
        title="নদীর গান",
        slug="river-song",
        language="bn",
        summary="মাঝি যা গাইত।",
        lead_image=site.picture,
        lead_image_alt="বৃষ্টিতে ঘাট",
        project=site.project,
        themes=[site.theme],
        communities=[site.community],
        places=[site.place],
        contributors=[
            {
                "name": "Rahima",
                "role": "storyteller",
                "biography": "Sings.",
                "page": "rahima-b",
            },
            {"name": "Joan", "role": "interviewer", "biography": ""},
        ],
        told_on=date(2023, 5, 1),
        recorded_by="Joan",
        tells_of_from=1971,
        tells_of_precision="decade",
        place_precision="region",
        content_warnings=[ContentWarningFactory(name="Loss", slug="loss")],
        collection_objects=[{"object": site.object, "use": "Held while singing"}],
        licence=Licence.ALL_RIGHTS_RESERVED,
        credit_line="Rahima, for the museum",
        related_pages=[site.about],
        body=blocks(site),
        **PUBLISHED,
    )


def blocks(site):
    """One block of every type, as stored."""
    picture = {"image": site.picture, "alt_text": "A quay", "decorative": False}
    voice = RecordingFactory(title="Quay", credit_line="Recording: Joan", licence=Licence.CC0)
    film = RecordingFactory(
        title="Lanterns",
        type="video",
        width=640,
        height=360,
        file=ContentFile(b"film", "film.mp4"),
    )
    captions = {"language": "bn", "file": StoryDocumentFactory()}
    link = rich(
        f'See <a linktype="page" id="{site.about.pk}">about</a>, '
        '<a href="https://museum.example/">out</a>.'
    )
    return [
        ("heading", {"text": "What the river carried", "level": "2"}),
        ("paragraph", link),
        ("image", {"image": picture, "caption": "The quay"}),
        ("gallery", {"title": "Quays", "images": [
            item({"image": picture, "caption": "One"}),
            item({"image": picture | {"decorative": True}, "caption": "Two"}),
        ]}),
        ("quote", {"text": "নদী পথ।", "attribution": "Rahima", "language": "bn"}),
        ("audio", {"title": "The quay", "recording": voice, "embed": "", "captions": [],
                   "transcript": rich("Rain."), "transcript_language": "en"}),
        ("video", {"title": "Lanterns", "recording": film, "embed": "", "captions": [item(captions)],
                   "transcript": rich("Lanterns."), "transcript_language": "", "poster": picture}),
        ("object_response", {"object": site.object, "response": rich("My father had one."),
                             "respondent": "Rahima"}),
        ("parallel_text", {"original": {"language": "bn", "text": rich("নদী পথ।")},
                           "translation": {"language": "en", "text": rich("A river is a road.")},
                           "note": "A saying"}),
        ("timeline", {"title": "The mill", "entries": [
            item({"date": "1903", "title": "It opens", "text": rich("With a band.")}),
        ]}),
        ("call_to_action", {"title": "Come along", "text": "There is tea.",
                            "link": {"text": "Find out more", "page": site.programme, "url": ""}}),
        ("related_pages", {"title": "More", "pages": [item(site.about)]}),
        ("embed", {"url": "https://vimeo.com/1", "title": "The walk", "caption": "In 2024"}),
    ]  # fmt: skip


def item(value):
    return {"type": "item", "value": value, "id": "0d3c4d6c-0000-4000-8000-000000000001"}


def front_page(site):
    page = home("en")
    field = page._meta.get_field
    page.organisation = "The museum"
    page.introduction = rich("Welcome.")
    page.mission = rich("To listen.")
    page.featured_stories = stored(field("featured_stories"), [site.translation])
    call = {"title": "Write to us", "text": "",
            "link": {"text": "Write", "page": None, "url": "mailto:us@museum.example"}}  # fmt: skip
    page.calls_to_action = stored(field("calls_to_action"), [call])
    entries = [{"page": site.about, "url": "", "text": "Who we are"},
               {"page": None, "url": "https://museum.example/", "text": "The museum"}]  # fmt: skip
    page.footer_navigation = stored(field("footer_navigation"), entries)
    page.save()
    return page
