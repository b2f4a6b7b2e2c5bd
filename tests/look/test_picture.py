"""One component shows every picture."""

import pytest

from tests.look.render import render

pytestmark = pytest.mark.any_database


@pytest.fixture
def image():
    def files(ending):
        return [
            {"url": f"/media/r-{width}.{ending}", "width": width, "height": width // 2}
            for width in (320, 640)
        ]

    return {
        "alt": "A river & its ferry",
        "decorative": False,
        "width": 640,
        "height": 320,
        "focal_point": {"x": 0.52, "y": 0.08},
        "src": "/media/r-640.jpg",
        "sources": [
            {"type": "image/avif", "srcset": files("avif")},
            {"type": "image/webp", "srcset": files("webp")},
            {"type": "image/jpeg", "srcset": files("jpg")},
        ],
    }


def test_the_best_format_comes_first_and_jpeg_last(image):
    html = render('{% picture image sizes="50vw" %}', image=image)
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert 'srcset="/media/r-320.avif 320w, /media/r-640.avif 640w" sizes="50vw"' in html
    assert "image/jpeg" not in html
    assert 'srcset="/media/r-320.jpg 320w, /media/r-640.jpg 640w"' in html


def test_it_says_what_it_shows_and_keeps_its_place(image):
    html = render("{% picture image %}", image=image)
    assert 'alt="A river &amp; its ferry"' in html
    assert 'width="640" height="320"' in html
    assert 'loading="lazy"' in html


def test_sizes_are_plain_numbers_in_every_language(image):
    html = render("{% picture image %}", reader="ar", image={**image, "width": 1440})
    assert 'width="1440"' in html


def test_the_lead_picture_is_loaded_at_once(image):
    html = render('{% picture image loading="eager" %}', image=image)
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_decorative_picture_is_silent(image):
    assert 'alt=""' in render("{% picture image decorative=True %}", image=image)
    assert 'alt=""' in render("{% picture image %}", image={**image, "decorative": True})


def test_the_focal_point_is_a_class(image):
    html = render('{% picture image css_class="lead" %}', image=image)
    assert 'class="lead focal-x-50 focal-y-10"' in html


def test_a_picture_without_renditions_is_still_shown(image):
    html = render("{% picture image %}", image={**image, "sources": [], "focal_point": None})
    assert "<source" not in html
    assert "srcset" not in html
    assert 'src="/media/r-640.jpg"' in html


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1600, 1067, "landscape"),
        (1600, 1200, "landscape"),
        (546, 546, "square"),
        (600, 800, "portrait"),
    ],
)
def test_a_picture_is_shown_by_its_shape(image, width, height, expected):
    """A square one that was cropped as a wide one would lose heads and feet."""
    assert (
        render("{{ image|orientation }}", image={**image, "width": width, "height": height})
        == expected
    )


def test_a_picture_is_not_shown_twice_in_a_row(image):
    lead, other = {**image, "id": "one"}, {**image, "id": "other"}
    shown = {"type": "image", "value": {"image": lead}}
    words = {"type": "paragraph", "value": {"html": "x"}}

    def is_there(lead, *body):
        source = "{% if page|opens_with_its_picture %}there{% endif %}"
        return bool(render(source, page={"lead_image": lead, "body": list(body)}))

    assert is_there(lead, shown, words)
    assert not is_there(other, shown, words)
    assert not is_there(lead, words, shown)
    assert not is_there(lead)
    assert not is_there(None, shown)
