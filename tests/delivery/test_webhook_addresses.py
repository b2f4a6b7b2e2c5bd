"""Webhooks go to the public internet only, wherever a name leads and whenever it moves."""

import socket
import ssl
import subprocess

import pytest

from stories.delivery.webhooks import sending
from stories.delivery.webhooks.networks import PrivateAddress, is_public, resolve

pytestmark = pytest.mark.any_database

PRIVATE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.0.9",
    "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192",
    "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::",
    "2002:a00:1::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1", "93.184.216.34", "100.63.255.255", "172.32.0.1", "::ffff:1.1.1.1",
    "2606:4700:4700::1111", "64:ff9b::101:101", "2002:101:101::1",
]  # fmt: skip


@pytest.fixture
def names(monkeypatch):
    """`names["host"] = [one answer, the next…]`: what is asked for, and how often, is in `asked`."""
    known = {"asked": []}
    real = socket.getaddrinfo

    def look_up(host, port, *args, **kwargs):
        if host not in known:
            return real(host, port, *args, **kwargs)
        known["asked"].append(host)
        addresses = known[host].pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_private(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "localhost", "::1"]
)
def test_no_spelling_of_this_machine_is_let_through(host):
    with pytest.raises(PrivateAddress):
        resolve(host, 80)


def test_a_name_with_one_private_address_among_public_ones_is_refused(names):
    names["hooks.example"] = [["93.184.216.34", "10.0.0.1"]]
    with pytest.raises(PrivateAddress):
        resolve("hooks.example", 443)


def test_a_name_that_moved_into_the_private_network_gets_nothing(names, receiver, settings):
    settings.WEBHOOKS_ALLOW_PRIVATE = False
    names["hooks.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    assert resolve("hooks.example", receiver.port) == ["93.184.216.34"]  # when it was saved
    outcome = sending.post(f"http://hooks.example:{receiver.port}/", b"{}", {})
    assert (outcome.status, outcome.failure) == (None, "refused")
    assert receiver.received == []


def test_a_name_is_looked_up_once_for_each_message(names, receiver):
    names["hooks.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    outcome = sending.post(f"http://hooks.example:{receiver.port}/hook?a=1", b"{}", {})
    assert outcome.status == 204
    assert names["asked"] == ["hooks.example"]
    (request,) = receiver.received
    assert request.path == "/hook?a=1"
    assert request.headers["Host"] == f"hooks.example:{receiver.port}"


def test_a_redirect_into_the_private_network_leads_nowhere(receiver):
    inside = f"http://127.0.0.1:{receiver.port}/inside"
    receiver.answers = lambda request: (302, {"Location": inside}, b"")
    assert sending.post(receiver.url, b"{}", {}).status == 302
    assert [each.path for each in receiver.received] == ["/hook"]


def test_a_name_that_there_is_not(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert sending.post("https://hooks.example/", b"{}", {}).failure == "unknown"


@pytest.fixture
def authority(tmp_path, receiver, monkeypatch):
    """The receiver speaks https with a certificate for hooks.example, which we trust."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=hooks.example",
         "-addext", "subjectAltName=DNS:hooks.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)
    asked = []
    serving.sni_callback = lambda sock, name, context: asked.append(name)
    receiver.server.socket = serving.wrap_socket(receiver.server.socket, server_side=True)
    monkeypatch.setattr(
        sending, "certificates", lambda: ssl.create_default_context(cafile=str(certificate))
    )
    return asked


def test_the_certificate_has_to_be_for_the_name_though_an_address_is_connected_to(
    names, receiver, authority
):
    names["hooks.example"], names["other.example"] = [["127.0.0.1"]], [["127.0.0.1"]]
    assert sending.post(f"https://hooks.example:{receiver.port}/", b"{}", {}).status == 204
    assert sending.post(f"https://other.example:{receiver.port}/", b"{}", {}).failure == "tls"
    assert authority == ["hooks.example", "other.example"]
    assert len(receiver.received) == 1
