"""How often something may be asked for: what can be written, and how it is counted."""

import pytest

from config.caches import ForgivingRedisCache
from config.rates import Rate

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("600/m", Rate(600, 60)),
        ("10/s", Rate(10, 1)),
        ("100/5m", Rate(100, 300)),
        ("1/d", Rate(1, 86_400)),
        ("off", None),
    ],
)
def test_rates_are_read(text, rate):
    assert Rate.read(text) == rate


@pytest.mark.parametrize("text", ["", "600", "0/m", "600/0m", "-1/m", "600/minute", "٦/m", "6/m\n"])
def test_what_is_no_rate_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        Rate.read(text)


@pytest.fixture
def clock(monkeypatch):
    """`clock.now` is the time, at the beginning of the window of "somebody"."""

    class Clock:
        now = 1_000_000.0

    monkeypatch.setattr("config.rates.crc32", lambda client: 0)
    monkeypatch.setattr("config.rates.time.time", lambda: Clock.now)
    Clock.now -= Clock.now % 60
    return Clock


def test_a_window_begins_anew(clock):
    rate = Rate(2, 60)
    assert [rate.wait("reads", "somebody") for _turn in range(3)] == [0, 0, 60]
    clock.now += 45.5
    assert rate.wait("reads", "somebody") == 15
    clock.now += 15
    assert rate.wait("reads", "somebody") == 0


def test_clients_and_names_are_counted_apart(clock):
    rate = Rate(1, 60)
    assert rate.wait("reads", "somebody") == 0
    assert rate.wait("reads", "another") == 0
    assert rate.wait("search", "somebody") == 0
    assert rate.wait("reads", "somebody") > 0


def test_asking_whether_does_not_count(clock):
    rate = Rate(1, 60)
    assert [rate.wait("tokens", "somebody", counts=False) for _turn in range(3)] == [0] * 3
    rate.wait("tokens", "somebody")
    assert rate.wait("tokens", "somebody", counts=False) > 0


def test_a_cache_that_is_away_refuses_nobody(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caches.ForgivingRedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
            "OPTIONS": {"socket_connect_timeout": 1},
        }
    }
    rate = Rate(1, 60)
    assert [rate.wait("reads", "somebody") for _turn in range(3)] == [0] * 3
    assert rate.wait("tokens", "somebody", counts=False) == 0
    ForgivingRedisCache.rests_until = 0.0


def test_processes_count_together(settings, redis_server, clock):
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caches.ForgivingRedisCache",
            "LOCATION": redis_server.url,
        }
    }
    rate = Rate(2, 60)
    assert [rate.wait("reads", "somebody") for _turn in range(3)] == [0, 0, 60]
