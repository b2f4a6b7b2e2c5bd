"""A broken bundle refuses itself, whole, and only itself; it says where and why."""

import os
import zlib

import pytest

from stories.library.models import StoryImage
from stories.models import StoryPage, Theme
from tests.exchange.conftest import CAPTIONS, picture, text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

NAME = "broken"


def bomb():
    """A small PNG file that says it is 60,000 pixels wide and high."""

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)

    header = (60_000).to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def fence(kind, *lines):
    return text(body="\n".join(["First.", "", f"```{kind}", *lines, "```"]))


def shown(name):
    return text(body=f"First.\n\n![x]({name})")


YAML_BOMB = "id: x\na: &a [x, x]\nb: [*a, *a]\n"
REFUSED = {
    "no story.yaml": ({"story.yaml": None}, "story.yaml:1: story.yaml is missing"),
    "bad YAML": ({"story.yaml": "id: x\nlicence: [\n"}, "story.yaml:3: no valid YAML"),
    "a YAML bomb": ({"story.yaml": YAML_BOMB}, "story.yaml:3: aliases (*name) are not allowed"),
    "a YAML tag": ({"story.yaml": "id: !!python/name:os.system x\n"}, "story.yaml:1: tags"),
    "deep YAML": ({"story.yaml": "id: " + "[" * 5000}, "story.yaml:1: nested too deeply"),
    "no id": ({"story.yaml": "source_language: en\n"}, "story.yaml:1: id is missing"),
    "no original": (
        {"story.yaml": "id: x\nsource_language: bn\n"},
        "story.yaml:2: the original is missing: there is no story.bn.md",
    ),
    "unknown source language": (
        {"story.yaml": "id: x\nsource_language: qq\n"},
        "story.yaml:2: 'qq' is no language that this site knows",
    ),
    "unknown language": (
        {"story.qq.md": text(language="qq")},
        "story.qq.md:1: 'qq' is no language",
    ),
    "another language in the text": (
        {"story.ar.md": text(language="bn")},
        "story.ar.md:2: language is 'bn', but the file is called story.ar.md",
    ),
    "no title": ({"story.en.md": "---\nlanguage: en\n---\n"}, "story.en.md:2: title is missing"),
    "no front matter": ({"story.en.md": "# Title\n"}, "story.en.md:1: the front matter is missing"),
    "bad front matter": (
        {"story.en.md": "---\ntitle: a\nb\n---\n"},
        "story.en.md:4: in the front matter: no valid YAML",
    ),
    "no UTF-8": ({"story.en.md": b"---\ntitle: \xff\n---\n"}, "story.en.md:2: this is no UTF-8"),
    "control characters": ({"story.en.md": text(body="a\x00")}, "control character"),
    "unknown licence": (
        {"story.yaml": "id: x\nsource_language: en\nlicence: CC-BY-9\n"},
        "story.yaml:3: 'CC-BY-9' is no known licence",
    ),
    "a page that is a name": (
        {"story.yaml": "id: x\nsource_language: en\ncontributors:\n- name: A\n  page: Rahima B\n"},
        "story.yaml:4: a contributor's page is a word such as rahima-b",
    ),
    "a time that ends before it begins": (
        {"story.yaml": "id: x\nsource_language: en\ntells_of:\n  from: 1974\n  to: 1968\n"},
        "story.yaml:5: tells_of can't end in 1968, before it begins in 1974",
    ),
    "a precision that nobody knows": (
        {"story.yaml": "id: x\nsource_language: en\nplace_precision: doorstep\n"},
        "story.yaml:3: 'doorstep' is no known place_precision: country, region, town, exact are",
    ),
    "a time that is no year": (
        {"story.yaml": "id: x\nsource_language: en\ntells_of: long ago\n"},
        "story.yaml:3: 'long ago' is no year from 1 to 2100 such as 1974, nor a decade such as 1970s",
    ),
    "a year that nobody has lived": (
        {"story.yaml": "id: x\nsource_language: en\ntells_of: {from: 1974, to: 3000}\n"},
        "story.yaml:3: '3000' is no year from 1 to 2100",
    ),
    "a time without a beginning": (
        {"story.yaml": "id: x\nsource_language: en\ntells_of: {to: 1974}\n"},
        "story.yaml:3: tells_of needs the year that it starts from",
    ),
    "a decade that is not certain": (
        {"story.yaml": "id: x\nsource_language: en\ntells_of: {from: 1970s, about: true}\n"},
        "story.yaml:3: tells_of is told in years or in decades, and about is said of years",
    ),
    "unknown role": (
        {"story.yaml": "id: x\nsource_language: en\ncontributors:\n- name: A\n  role: king\n"},
        "story.yaml:5: 'king' is no known role",
    ),
    "unknown project": (
        {"story.yaml": "id: x\nsource_language: en\nproject: none\n"},
        "story.yaml:3: there is no project 'none'",
    ),
    "unknown content warning": (
        {"story.yaml": "id: x\nsource_language: en\ncontent_warnings: [none]\n"},
        "story.yaml:3: there is no content warning 'none'",
    ),
    "unknown object": (
        {"story.en.md": fence("object_response", "object: FM.9", "response: Hm.")},
        "story.en.md:8: there is no collection object with the museum number 'FM.9'",
    ),
    "a type that is no story": (
        {"story.yaml": "id: x\nsource_language: en\ntype: project\n"},
        "story.yaml:3: bundles of type 'project' are not taken in",
    ),
    "missing picture": ({"story.en.md": shown("gone.jpg")}, "story.en.md:8: gone.jpg is missing"),
    "missing picture in story.yaml": (
        {"story.yaml": "id: x\nsource_language: en\nimages:\n  gone.jpg: {}\n"},
        "story.yaml:4: gone.jpg is missing",
    ),
    "no picture": (
        {"01.jpg": b"text", "story.en.md": shown("01.jpg")},
        "story.en.md:8: 01.jpg is not a picture that can be read",
    ),
    "a picture under another's name": (
        {"01.png": picture(), "story.en.md": shown("01.png")},
        "story.en.md:8: 01.png is a JPEG picture",
    ),
    "a decompression bomb": (
        {"01.png": bomb(), "story.en.md": shown("01.png")},
        "story.en.md:8: 01.png has too many pixels",
    ),
    "a path that climbs out": (
        {"story.en.md": shown("../other/01.jpg")},
        "story.en.md:8: '../other/01.jpg' leads out of the bundle's folder",
    ),
    "an absolute path": (
        {"story.en.md": shown("/etc/secret.jpg")},
        "story.en.md:8: '/etc/secret.jpg' leads out of the bundle's folder",
    ),
    "an unknown kind of file": (
        {"01.svg": "<svg/>", "story.en.md": shown("01.svg")},
        "story.en.md:8: '01.svg' is neither picture nor recording",
    ),
    "a fence with bad YAML": (
        {"story.en.md": fence("timeline", "title: a", "entries: [")},
        "story.en.md:11: in the timeline block: no valid YAML",
    ),
    "a fence of no known type": (
        {"story.en.md": fence("carousel")},
        "story.en.md:8: 'carousel' is",
    ),
    "a misspelt key": (
        {"story.en.md": fence("embed", "url: https://a.example", "titel: a")},
        "story.en.md:10: 'titel' is not known here",
    ),
    "an address that is none": (
        {"story.en.md": fence("embed", "url: javascript:x", "title: a")},
        "story.en.md:9: url must be an address",
    ),
    "a phrase in no known language": (
        {"story.en.md": text(body="[x]{lang=qq}")},
        "story.en.md:6: 'qq' is no language",
    ),
    "captions that are none": (
        {"a.mp3": b"x", "a.en.vtt": "00:01 hello", "story.en.md": shown("a.mp3")},
        "a.en.vtt:1: captions must begin with WEBVTT",
    ),
    "captions with wrong times": (
        {"a.mp3": b"x", "a.en.vtt": CAPTIONS + "1 --> 2\nx\n", "story.en.md": shown("a.mp3")},
        "a.en.vtt:5: these are no times of a caption",
    ),
    "a slug with capitals": (
        {"story.yaml": "id: x\nsource_language: en\nslug: River Song\n"},
        "story.yaml:3: slug may hold",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_broken_bundle_says_where_and_why_and_leaves_nothing(collection, run, stored_files, case):
    files, reason = REFUSED[case]
    collection.add("good", files={"story.en.md": text("Good")})
    collection.add(NAME, themes=["new"], files={"story.en.md": text("Broken"), "0.jpg": picture()})
    for name, content in files.items():
        if content is None:
            (collection.path / NAME / name).unlink()
        else:
            collection.write(NAME, name, content)
    before = stored_files()
    said, status = run("import_stories", collection.path, publish=True)
    assert status == 1
    assert f"refused  {NAME}/" in said
    assert reason in said
    assert [page.title for page in StoryPage.objects.all()] == ["Good"]
    assert not StoryImage.objects.exists()
    assert not Theme.objects.exists()
    assert stored_files() == before


def test_two_bundles_of_one_id_refuse_each_other(collection, run):
    collection.add("a", id="same")
    collection.add("b", id="same", files={"story.en.md": text("B")})
    collection.add("c")
    said, status = run("import_stories", collection.path)
    assert status == 1
    assert "a/story.yaml:1: the id 'same' is that of b too" in said
    assert "b/story.yaml:1: the id 'same' is that of a too" in said
    assert [page.import_id for page in StoryPage.objects.all()] == ["c"]


@pytest.mark.parametrize("name", ["01.jpg", "a.mp4", "story.en.md", "story.yaml", "other.bin"])
def test_a_file_of_two_gigabytes_is_never_read(collection, run, name):
    folder = collection.add(NAME)
    (folder / name).touch()
    os.truncate(folder / name, 2 * 1024**3)
    said, status = run("import_stories", collection.path)
    assert status == 1
    assert f"{NAME}/{name}:1: {name} has 2 GB; at most" in said
    assert not StoryPage.objects.exists()


def test_links_that_lead_out_are_refused_and_links_inside_are_followed(collection, run, tmp_path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(picture())
    bad = collection.add("bad", files={"story.en.md": shown("01.jpg")})
    (bad / "01.jpg").symlink_to(secret)
    good = collection.add("good", files={"story.en.md": shown("01.jpg"), "real.jpg": picture()})
    (good / "01.jpg").symlink_to("real.jpg")
    linked = collection.add("linked")
    (linked / "folder").symlink_to(tmp_path)
    said, status = run("import_stories", collection.path)
    assert status == 1
    assert "bad/01.jpg:1: 01.jpg is a link that leads out of the bundle's folder" in said
    assert "linked/folder:1: folder is a link that leads out" in said
    assert [page.import_id for page in StoryPage.objects.all()] == ["good"]


def test_a_slug_belongs_to_one_story(collection, run):
    collection.add("a", slug="song")
    collection.add("b", slug="song")
    said, _ = run("import_stories", collection.path)
    assert "b/story.yaml:3: the slug 'song' is another story's already" in said


def test_a_picture_stored_before_the_bundle_failed_is_deleted(collection, run, stored_files):
    before = stored_files()
    collection.add(
        files={
            "01.jpg": picture(),
            "02.jpg": b"nothing",
            "story.en.md": text(body="![x](01.jpg)\n\n![y](02.jpg)"),
        }
    )
    _said, status = run("import_stories", collection.path)
    assert status == 1
    assert stored_files() == before
    assert not StoryImage.objects.exists()
