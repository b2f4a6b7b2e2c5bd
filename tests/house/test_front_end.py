"""Which addresses a front end for previews may have, and which origin frames may then show."""

import pytest

from config.front_end import origin

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(
    ("template", "framed"),
    [
        (
            "https://front.example.org/preview?token={token}&path={path}",
            "https://front.example.org",
        ),
        ("https://front.example.org{path}?preview={token}", "https://front.example.org"),
        ("http://localhost:4321{path}#{token}", "http://localhost:4321"),
        ("http://[::1]:4321/{token}", "http://[::1]:4321"),
    ],
)
def test_address_with_a_token_has_one_origin(template, framed):
    assert origin(template) == framed


@pytest.mark.parametrize(
    "template",
    [
        "https://front.example.org/preview?path={path}",
        "https://front.example.org/{token}/{language}",
        "https://front.example.org/{token} {path}",
        "https://{token}.example.org/",
        "https://{path}/{token}",
        "https://somebody@front.example.org/{token}",
        "https://front.example.org;script-src/{token}",
        "https://*.example.org/{token}",
        "https://front.example.org:0/{token}",
        "https://front.example.org:99999/{token}",
        "javascript:alert({token})",
        "front.example.org/{token}",
        "https://[/{token}",
    ],
)
def test_other_addresses_are_refused(template):
    assert origin(template) is None
