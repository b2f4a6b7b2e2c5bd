"""Static files as they are served in production."""

import re
import shutil

import pytest

from config.static_files import SiteFiles, listed

pytestmark = pytest.mark.any_database


@pytest.fixture(scope="module")
def collected(tmp_path_factory, django_db_setup):
    """The site's own files, collected."""
    from django.conf import settings

    folder = tmp_path_factory.mktemp("static")
    shutil.copytree(settings.SITE / "static", folder, dirs_exist_ok=True)
    storage = SiteFiles(location=folder, base_url="/static/")
    names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    done = list(storage.post_process({name: (storage, name) for name in names}))
    assert not [problem for *_, problem in done if isinstance(problem, Exception)]
    return folder, storage


def test_all_style_sheets_are_in_one_in_their_order(collected, settings):
    folder, storage = collected
    address = storage.one_stylesheet()
    assert re.fullmatch(r"/static/css/one\.\w{12}\.css", address)
    one = (folder / address.removeprefix("/static/")).read_text()
    assert len(listed()) >= 8
    firsts = [
        one.index((settings.SITE / "static" / name).read_text().split("\n", 1)[0])
        for name in listed()
    ]
    assert firsts == sorted(firsts)
    fonts = re.findall(r'url\("\.\./(fonts/[^"]+)"\)', one)
    assert len(fonts) > 20
    assert [name for name in fonts if not (folder / name).exists()] == []


def test_they_are_compressed(collected):
    folder, storage = collected
    packed = folder / f"{storage.one_stylesheet().removeprefix('/static/')}.gz"
    assert packed.stat().st_size < 16_000
