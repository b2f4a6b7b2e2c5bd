"""Stories leave as bundles, and come back from them as the same stories."""

import pytest
import yaml

from stories.exchange.body import read_body
from stories.exchange.checks import Checks
from stories.models import CollectionObject, ContentWarning, ProjectPage, StoryPage
from tests.exchange.conftest import CAPTIONS, picture, text
from tests.factories import (
    CollectionObjectFactory,
    ContentWarningFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryPageFactory,
)

pytestmark = pytest.mark.django_db

EVERYTHING = """## The river

We **sang** and *sang* [নদী]{lang=bn}.

- one
- two

***

A new beginning.

![](01.jpg "On the quay")

![](02.png)

![Otherwise](01.jpg)

> I kept it.
> — Najma

```gallery
title: Pictures
images:
  - file: 01.jpg
    caption: One
  - file: 02.png
    decorative: true
```

```audio
title: The quay
file: quay.mp3
transcript: Water.
transcript_lang: en
```

```parallel_text
original:
  lang: bn
  text: নদী
translation:
  lang: en
  text: A river
note: Ours.
```

```timeline
title: When
entries:
  - date: '1971'
    title: It began
    text: At **last**.
```

```call_to_action
title: Come
link:
  text: Here
  url: https://museum.example/
```

```embed
url: https://vimeo.com/1
title: The walk
```
"""


@pytest.fixture
def everything(collection):
    collection.add(
        slug="river-song",
        licence="CC-BY-4.0",
        credit_line={"en": "The choir", "ar": "الجوقة"},
        themes=["home", "craft"],
        told_on="2024-03-09",
        tells_of={"from": 1968, "to": 1974, "about": True},
        place_precision="region",
        contributors=[
            {
                "name": "Rahima",
                "role": "storyteller",
                "biography": {"en": "Sings: “ah”."},
                "page": "rahima-b",
            }
        ],
        images={
            "01.jpg": {
                "credit": "Lin",
                "licence": "CC0-1.0",
                "alt": {"en": "A boat", "ar": "قارب"},
            },
            "02.png": {"alt": {"en": "A wall"}},
        },
        files={
            "01.jpg": picture(),
            "02.png": picture("teal", form="PNG"),
            "quay.mp3": b"sound",
            "quay.en.vtt": CAPTIONS,
            "story.en.md": text(body=EVERYTHING),
            "story.ar.md": text("أغنية: 1", "ar", "![](01.jpg)", translators=["Omar", "Ana"]),
        },
    )
    return collection


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def values():
    """What stories are, without what differs from site to site."""
    ignored = {
        "id", "page_ptr", "contentpage_ptr", "path", "draft_title", "latest_revision", "live_revision",
        "first_published_at", "last_published_at", "latest_revision_created_at", "body", "lead_image",
        "import_digest",
    }  # fmt: skip
    return [
        {
            field.name: getattr(page, field.name)
            for field in page._meta.concrete_fields
            if field.name not in ignored and "revision" not in field.name
        }
        | {"contributors": [block["value"] for block in page.contributors.raw_data]}
        | {"themes": sorted(page.themes.values_list("slug", flat=True))}
        for page in StoryPage.objects.order_by("locale__language_code")
    ]


def test_what_was_imported_is_exported_as_it_came(everything, run, tmp_path):
    run("import_stories", everything.path, publish=True)
    said, status = run("export_stories", tmp_path / "export")
    folder = tmp_path / "export" / "river-song"
    exported = (folder / "story.en.md").read_text()
    assert status == 0
    assert "1 stories, 2 texts and 4 files written" in said
    body = exported.split("---\n\n", 1)[1]
    assert read_body(body, 1, Checks("")) == read_body(EVERYTHING, 1, Checks(""))
    assert body == EVERYTHING
    story = yaml.safe_load((folder / "story.yaml").read_text())
    assert story["images"]["01.jpg"] == {
        "credit": "Lin",
        "licence": "CC0-1.0",
        "alt": {"en": "A boat", "ar": "قارب"},
    }
    assert story["contributors"][0]["biography"] == {"en": "Sings: “ah”."}
    assert story["contributors"][0]["page"] == "rahima-b"
    assert story["credit_line"] == {"en": "The choir", "ar": "الجوقة"}
    assert (folder / "quay.en.vtt").read_text() == CAPTIONS


def test_an_export_imported_into_an_empty_site_gives_the_same_stories(everything, run, tmp_path):
    run("import_stories", everything.path, publish=True)
    before = values()
    run("export_stories", tmp_path / "first")
    StoryPage.objects.all().delete()
    said, status = run("import_stories", tmp_path / "first", publish=True)
    assert (status, "2 pages created" in said) == (0, True)
    assert values() == before
    run("export_stories", tmp_path / "second")
    first, second = contents(tmp_path / "first"), contents(tmp_path / "second")
    assert first.keys() == second.keys()
    for name in first:
        if not name.endswith((".jpg", ".png")):
            assert second[name] == first[name], name


def test_an_export_into_the_same_folder_gives_the_same_files(everything, run, tmp_path):
    run("import_stories", everything.path, publish=True)
    run("export_stories", tmp_path / "export")
    before = contents(tmp_path / "export")
    run("export_stories", tmp_path / "export")
    assert contents(tmp_path / "export") == before


def test_only_what_is_public_is_exported(run, tmp_path):
    public = StoryPageFactory(title="Public", slug="public")
    StoryPageFactory(translation_of=public, language="ar", title="Draft", draft=True)
    StoryPageFactory(title="Draft", slug="draft", draft=True)
    StoryPageFactory(title="Expired", slug="expired", expired=True)
    StoryPageFactory(title="Private", slug="private", private=True)
    said, _ = run("export_stories", tmp_path / "export")
    assert set(contents(tmp_path / "export")) == {"public/story.en.md", "public/story.yaml"}
    assert "Drafts and what is not public were left out" in said


def test_a_story_whose_original_is_not_public_is_left_out_and_named(run, tmp_path):
    original = StoryPageFactory(language="bn", slug="song", draft=True)
    StoryPageFactory(translation_of=original, language="en", title="Song")
    said, status = run("export_stories", tmp_path / "export")
    assert status == 1
    assert "left out  song: its original (bn) is not public" in said
    assert contents(tmp_path / "export") == {}


def test_what_stories_name_comes_with_them_where_the_next_site_has_it_not(run, tmp_path):
    story = StoryPageFactory(
        slug="song",
        project=ProjectPageFactory(slug="river-words", title="River Words"),
        programme=ProgrammePageFactory(slug="secret", title="Secret", draft=True),
        content_warnings=[ContentWarningFactory(slug="loss", name="Loss", text="Somebody died.")],
        collection_objects=[
            {
                "object": CollectionObjectFactory(museum_number="FM.1", title="Pot"),
                "use": "Sung to.",
            }
        ],
    )
    run("export_stories", tmp_path / "export")
    exported = contents(tmp_path / "export")
    assert b"ecret" not in b"".join(exported.values())
    story.delete()
    for model in (ProjectPage, ContentWarning, CollectionObject):
        model.objects.all().delete()
    run("import_stories", tmp_path / "export", dry_run=True)
    assert not ContentWarning.objects.exists()
    said, status = run("import_stories", tmp_path / "export", publish=True)
    page = StoryPage.objects.get()
    assert status == 0
    assert "added    projects: river-words" in said
    assert (page.project.title, page.project.live) == ("River Words", False)
    assert page.content_warnings.get().text == "Somebody died."
    assert CollectionObject.objects.get().title == "Pot"
    said, _ = run("import_stories", tmp_path / "export", publish=True)
    assert "added" not in said


def test_a_broken_collection_file_is_refused_by_line(everything, run):
    (everything.path / "collection.yaml").write_text("themes:\n  home: {nom: {en: Home}}\n")
    said, status = run("import_stories", everything.path)
    assert status == 1
    assert "collection.yaml:2: 'nom' is not known here" in said


def test_a_place_leaves_as_the_public_may_know_it(everything, run, tmp_path):
    place = PlaceFactory(slug="quay", latitude="53.71851", longitude="-0.33124", precision="exact")
    StoryPageFactory(places=[place], place_precision="region", import_id="careful")
    run("export_stories", tmp_path / "export")
    told = yaml.safe_load((tmp_path / "export" / "collection.yaml").read_text())["places"]["quay"]
    told = {name: told.get(name) for name in ("latitude", "longitude", "precision")}
    assert told == {"latitude": "54.0", "longitude": "0.0", "precision": "region"}


def test_a_place_that_is_told_in_a_way_nobody_knows_is_refused_by_line(everything, run):
    places = "places:\n  home:\n    name: {en: Home}\n    precision: doorstep\n"
    (everything.path / "collection.yaml").write_text(places)
    said, status = run("import_stories", everything.path)
    assert status == 1
    assert "collection.yaml:4: 'doorstep' is no known precision: country, region," in said


def test_one_language_comes_with_the_original(everything, run, tmp_path):
    everything.add("other", files={"story.en.md": text("Other")})
    everything.write("river-song", "story.bn.md", text("গান", "bn"))
    run("import_stories", everything.path, publish=True)
    run("export_stories", tmp_path / "export", locale="bn")
    names = {name for name in contents(tmp_path / "export") if name.endswith(".md")}
    assert names == {"river-song/story.en.md", "river-song/story.bn.md"}


def test_a_folder_that_is_no_bundle_is_never_replaced(everything, run, tmp_path):
    run("import_stories", everything.path, publish=True)
    kept = tmp_path / "export" / "river-song" / "thesis.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("years of work")
    said, status = run("export_stories", tmp_path / "export")
    assert status == 1
    assert "is there already, and is no bundle" in said
    assert kept.read_text() == "years of work"
    assert not (kept.parent / "story.yaml").exists()
