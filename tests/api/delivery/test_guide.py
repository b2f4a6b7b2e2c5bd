"""The examples of docs/api.md, as they stand there, against a running site."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from copy import deepcopy

import pytest
from django.conf import settings
from markdown_it import MarkdownIt

from stories.blocks.body import BodyBlock
from stories.delivery.models import Delivery, Endpoint
from stories.delivery.webhooks.sending import post
from stories.delivery.worker import Worker
from tests.api.delivery.content import blocks, everything
from tests.factories import StoryPageFactory, ThemeFactory
from tests.once import lived_in
from tests.ports import free_port

pytestmark = [pytest.mark.any_database, pytest.mark.long]

GUIDE = settings.ROOT / "docs" / "api.md"
SERVED = "http://127.0.0.1:8000"  # by `make run`
NAME = re.compile(r"(?://|#) ([a-z]+\.(?:ts|py))\n")


def examples():
    """The guide's blocks of code: (section, language, code)."""
    section, found = "", []
    tokens = MarkdownIt().parse(GUIDE.read_text(encoding="utf-8"))
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open":
            section = after.content
        elif token.type == "fence":
            found.append((section, token.info, token.content))
    return found


def lines(section):
    """What a section has its reader type."""
    return [
        line
        for heading, language, code in examples()
        if (heading, language) == (section, "sh")
        for line in code.splitlines()
    ]


def write_programs(folder, site, language):
    """Writes the programs in a language, which begin with their file's name, to ask this site."""
    for _section, found, code in examples():
        if found == language and (name := NAME.match(code)):
            (folder / name[1]).write_text(code.replace(SERVED, site.url), encoding="utf-8")


def make_site():
    """A site on which there is what the guide asks for."""
    site = everything()
    site.food = ThemeFactory(name="Food", slug="food")
    site.badge = StoryPageFactory(
        title="The badge", slug="the-badge", language="en", themes=[site.food],
        lead_image=site.picture, lead_image_alt="A badge", body=blocks(site),
        contributors=[{"name": "Grace", "role": "storyteller", "biography": ""}],
    )  # fmt: skip
    site.arabic = StoryPageFactory(
        title="الشارة", translation_of=site.badge, language="ar", body=blocks(site)
    )
    return site


made = lived_in(make_site)


@pytest.fixture
def site(made, live_server, settings):
    """That site; its address is `.url`."""
    settings.WEBHOOKS_ALLOW_PRIVATE = True  # the guide's receivers run on this machine
    site = deepcopy(made)
    site.url = live_server.url
    return site


@pytest.fixture
def curl(site, tmp_path):
    """`curl(command)` runs a line of the guide and returns what came."""
    if shutil.which("curl") is None:
        pytest.fail("curl is missing: apt-get install curl (as root)", pytrace=False)

    def run(line):
        command = line.replace("curl ", "curl --silent --show-error --fail-with-body ", 1)
        done = subprocess.run(
            ["bash", "-c", command.replace(SERVED, site.url)],
            cwd=tmp_path, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout) if done.stdout else None

    return run


def test_curl(site, curl):
    [stories] = lines("Lists")
    [card] = curl(stories)["items"]
    assert card.keys() == {"id", "type", "title", "url", "lead_image"}
    [search] = lines("Search")
    assert [each["title"] for each in curl(search)["items"]] == ["The badge"]
    [page] = lines("A page")
    assert curl(page)["page"]["title"] == "الشارة"
    [stood_in] = lines("Languages")
    language = curl(stood_in)["page"]["language"]
    assert (language["requested"], language["served"]) == ("bn", "en")
    changes, since = lines("Following changes")
    assert curl(changes)["has_more"] is True
    assert {each["locale"] for each in curl(since)["items"]} == {"ar"}
    [conditional] = lines("Caches")
    assert curl(conditional)["count"] == 2
    assert curl(conditional) is None


def test_python(site, tmp_path):
    def run(name):
        done = subprocess.run(
            [sys.executable, name], cwd=tmp_path, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    write_programs(tmp_path, site, "python")
    assert run("list.py") == ["1 stories", "الشارة ar"]
    assert run("search.py") == ["did you mean: badge", "The badge en"]
    title, *body = run("page.py")
    assert title == "الشارة ['Grace']"
    assert len(body) == 13
    served, *notices, nothing = run("fallback.py")
    assert (served, nothing) == ("asked for bn, served en", "None")
    assert any(notice.startswith("fallback ") for notice in notices)
    keeps_a_true_copy(site, tmp_path, lambda: run("follow.py"))
    hears_of_changes(tmp_path, [sys.executable, "receive.py"])


def test_typescript(site, tmp_path, typescript):
    [generate] = [line for line in lines("Clients") if line.startswith("npx ")]
    typescript(*generate.replace(SERVED, site.url).split()[1:])
    write_programs(tmp_path, site, "ts")
    typescript("tsc")

    def run(name):
        return typescript("node", f"built/{name}").splitlines()

    count, story = run("list.js")
    assert count == "1 stories"
    assert story.startswith("الشارة ar http://testserver/media/")
    count, story, theme = run("search.js")
    assert count == "1 found, 1 of them in English"
    assert story.startswith("The badge en ")
    assert theme == "Food 1"
    article, *body, _end, names = run("page.js")
    assert article == '<article lang="ar" dir="rtl">'
    assert "<picture>" in "".join(body)
    assert names == "[ 'Grace' ]"
    served, *notices, status = run("fallback.js")
    assert (served, status) == ("asked for bn, served en", "404")
    assert any(notice.startswith("fallback ") for notice in notices)
    keeps_a_true_copy(site, tmp_path, lambda: run("follow.js"))
    hears_of_changes(tmp_path, ["node", "built/receive.js"])

    # The compiler knows every type of block.
    for kind in BodyBlock().child_blocks:
        assert f'case "{kind}":' in (tmp_path / "blocks.ts").read_text()
    forgetful = (tmp_path / "blocks.ts").read_text().replace('case "embed":', "")
    (tmp_path / "blocks.ts").write_text(forgetful)
    assert "does not satisfy the expected type 'never'" in typescript("tsc", status=2)


def keeps_a_true_copy(site, folder, follow):
    """Fails unless the guide's program, run again and again, keeps what a fresh reader would be given."""

    def titles():
        kept = json.loads((folder / "kept.json").read_text(encoding="utf-8"))
        return {story["title"] for story in kept["stories"].values()}

    assert follow() == ["2 stories, 2 of them new or fetched again"]
    assert follow() == ["2 stories, 0 of them new or fetched again"]
    site.food.name = "Bread"
    site.food.save()
    # The other story leads on to the badge, with its card.
    assert follow() == ["2 stories, 2 of them new or fetched again"]
    site.arabic.unpublish()
    assert follow() == ["2 stories, 2 of them new or fetched again"]
    assert titles() == {"The badge", "River song"}
    site.badge.unpublish()
    assert follow() == ["1 stories, 2 of them new or fetched again"]
    assert titles() == {"River song"}


def hears_of_changes(folder, command):
    """Fails unless the guide's receiver takes in what webhooks send, and nothing that anybody else does."""
    port = free_port()
    endpoint = Endpoint.objects.create(name="Guide", address=f"http://127.0.0.1:{port}/")
    environment = os.environ | {"WEBHOOK_SECRET": endpoint.secret, "PORT": str(port)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    ) as receiver:  # fmt: skip
        try:
            while post(endpoint.address, b"{}", {}).failure == "unreachable":
                assert receiver.poll() is None
                time.sleep(0.05)
            StoryPageFactory(title="New", slug="new")
            Worker().run(once=True)
            new = f"{settings.BASE_URL}/en/stories/new/"
            assert receiver.stdout.readline() == f"page.published {new}\n"
            assert not Delivery.objects.filter(endpoint=endpoint, delivered_at=None).exists()
            forged = {"webhook-id": "msg_1", "webhook-timestamp": str(int(time.time()))}
            forged["webhook-signature"] = "v1,Zm9yZ2Vk"
            assert post(endpoint.address, b"{}", forged).status == 400
        finally:
            receiver.kill()
