"""What other sites show of a page that is shared: Open Graph, with a picture of the right size."""

import io

import pytest
from PIL import Image

from stories.discovery.territories import og_locale
from tests import factories as make
from tests.fixtures.everything import LANGUAGES, PATHS
from tests.pages.markup import read

BASE = "http://testserver"
SIZE = ("1200", "630")


def card(client, address):
    """What the head says, ``{property: content}``; lists where it says it more than once."""
    found = {}
    for meta in read(client.get(address)).one("head").all("meta"):
        if name := meta.attrs.get("property") or meta.attrs.get("name"):
            found.setdefault(name, []).append(meta.attrs["content"])
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def picture(client, said):
    """The picture that a card names, opened."""
    answer = client.get(said["og:image"].removeprefix(BASE))
    assert answer.status_code == 200
    return Image.open(io.BytesIO(b"".join(answer) if answer.streaming else answer.content))


@pytest.mark.any_database
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PATHS)
def test_every_page_says_what_sites_ask_for(client, everything_once, kind, language):
    said = card(client, f"/{language}/{PATHS[kind]}")
    asked = {"og:title", "og:type", "og:url", "og:image", "og:locale", "og:site_name",
             "og:image:width", "og:image:height", "twitter:card"}  # fmt: skip
    assert asked <= said.keys()
    assert all(said[name] for name in asked)
    assert said["og:type"] in ("article", "website")
    assert said["og:image"].startswith(f"{BASE}/")
    assert said["og:locale"] == og_locale(language)
    others = said["og:locale:alternate"]
    assert sorted(others) == sorted(og_locale(tag) for tag in LANGUAGES if tag != language)


@pytest.mark.any_database
def test_a_large_picture_is_cropped_around_what_matters(client, db):
    large = make.picture_file(2000, 2000)
    image = make.StoryImageFactory(
        file=large, focal_point_x=100, focal_point_y=100, focal_point_width=50,
        focal_point_height=50, rendered=True,
    )  # fmt: skip
    make.StoryPageFactory(slug="song", lead_image=image, lead_image_alt="A river")
    said = card(client, "/en/stories/song/")
    assert (said["og:image:width"], said["og:image:height"]) == SIZE
    assert said["og:image:alt"] == "A river"
    shown = picture(client, said)
    assert (shown.format, shown.size) == ("JPEG", (1200, 630))
    rendition = image.renditions.get(filter_spec__startswith="fill-1200x630")
    assert rendition.focal_point_key != ""


@pytest.mark.any_database
def test_a_small_picture_is_not_enlarged(client, db):
    image = make.StoryImageFactory(rendered=True)
    make.StoryPageFactory(slug="song", lead_image=image, lead_image_alt="A river")
    said = card(client, "/en/stories/song/")
    assert picture(client, said).size == (int(said["og:image:width"]), int(said["og:image:height"]))
    assert int(said["og:image:width"]) == 400


@pytest.mark.any_database
def test_until_it_is_cropped_the_picture_itself_is_shown(client, db):
    image = make.StoryImageFactory()
    make.StoryPageFactory(slug="song", lead_image=image, lead_image_alt="A river")
    assert card(client, "/en/stories/song/")["og:image"] == f"{BASE}/media/{image.file.name}"


def test_a_picture_in_a_private_collection_is_not_shared(client, db):
    image = make.StoryImageFactory(rendered=True, private=True)
    make.StoryPageFactory(slug="song", lead_image=image, lead_image_alt="A river")
    assert card(client, "/en/stories/song/")["og:image"] == f"{BASE}/weave/song.png"


@pytest.fixture
def ferries(db):
    """A theme with three stories: the newest warns of something, the next has a picture, the oldest too."""
    theme = make.ThemeFactory(name="Ferries", slug="ferries")
    made = {}
    for slug in ("oldest", "song", "warned"):
        image = make.StoryImageFactory(file=make.picture_file(1400, 900), rendered=True)
        warnings = [make.ContentWarningFactory()] if slug == "warned" else []
        made[slug] = make.StoryPageFactory(
            slug=slug, themes=[theme], lead_image=image, lead_image_alt=f"Of {slug}",
            content_warnings=warnings,
        )  # fmt: skip
    return made


def test_a_theme_has_the_picture_of_its_newest_page_that_warns_of_nothing(client, ferries):
    said = card(client, "/en/themes/ferries/")
    assert (said["og:image:width"], said["og:image:height"]) == SIZE
    assert said["og:image:alt"] == "Of song"
    assert picture(client, said).size == (1200, 630)
    ferries["song"].unpublish()
    assert card(client, "/en/themes/ferries/")["og:image:alt"] == "Of oldest"
    ferries["oldest"].unpublish()
    assert card(client, "/en/themes/ferries/")["og:image"] == f"{BASE}/weave/meeting-place.png"


def test_an_object_has_its_own_picture(client, db):
    image = make.StoryImageFactory(file=make.picture_file(1400, 900), rendered=True)
    bowl = make.CollectionObjectFactory(image=image, image_alt="A bowl")
    make.StoryPageFactory(collection_objects=[("object", {"object": bowl, "use": ""})])
    said = card(client, f"/en/objects/{bowl.slug}/")
    assert (said["og:image:width"], said["og:image:height"]) == SIZE
    assert said["og:image:alt"] == "A bowl"


def test_without_a_picture_the_programmes_weave_is_drawn(client, db):
    programme = make.ProgrammePageFactory(slug="open-hands")
    make.StoryPageFactory(slug="song", programme=programme)
    said = card(client, "/en/stories/song/")
    assert said["og:image"] == f"{BASE}/weave/open-hands.png"
    assert (said["og:image:width"], said["og:image:height"]) == SIZE
    drawn = picture(client, said)
    assert (drawn.format, drawn.size) == ("PNG", (1200, 630))
    assert len(drawn.convert("RGB").getcolors(1 << 16)) > 3
    again = client.get("/weave/open-hands.png")
    assert len(again.content) < 100_000
    known = {"if-none-match": again["ETag"]}
    assert client.get("/weave/open-hands.png", headers=known).status_code == 304


def test_nothing_is_drawn_for_what_is_no_public_page(client, db):
    make.StoryPageFactory(slug="draft", draft=True)
    assert client.get("/weave/draft.png").status_code == 404
    assert client.get("/weave/nothing.png").status_code == 404


@pytest.mark.parametrize(
    ("tag", "named"),
    [("en", "en_GB"), ("bn", "bn_BD"), ("ar", "ar_EG"), ("zh-hans", "zh_CN"), ("pt-br", "pt_BR"),
     ("so", "so_SO"), ("ur", "ur_PK"), ("am", "am_ET")],
)  # fmt: skip
def test_languages_have_the_country_that_open_graph_wants(tag, named):
    assert og_locale(tag) == named


def test_a_picture_that_a_warning_covers_is_not_shared_unless_chosen_for_that(client, ferries):
    warned = ferries["warned"]
    said = card(client, "/en/stories/warned/")
    assert said["og:image"] == f"{BASE}/weave/warned.png"
    assert "Of warned" not in read(client.get("/en/stories/warned/")).one("head").text
    warned.social_image = ferries["song"].lead_image
    warned.save_revision().publish()
    assert "/weave/" not in card(client, "/en/stories/warned/")["og:image"]
    warned.content_warnings, warned.social_image = [], None
    warned.save_revision().publish()
    assert card(client, "/en/stories/warned/")["og:image:alt"] == "Of warned"
