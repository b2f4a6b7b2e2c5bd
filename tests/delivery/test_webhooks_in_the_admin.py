"""Settings → Webhooks: who may set them up, what the form refuses, the secret, sending again."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from stories.delivery.log import Change, Entry, append
from stories.delivery.models import Attempt, Delivery, Endpoint
from stories.delivery.worker import Worker
from tests.translation.people import editor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=]{40,}")


@pytest.fixture
def boss(client):
    client.force_login(User.objects.create_superuser("boss", password="a long password"))
    return client


def sent(receiver, number=1):
    endpoint = Endpoint.objects.create(name="Front end", address=receiver.url)
    for n in range(number):
        identity = f"00000000-0000-4000-8000-{n:012}"
        append([Entry("updated", "story", identity, "en")])
    Worker().run(once=True)
    return endpoint


def form(**values):
    return {"name": "Front end", "address": "http://127.0.0.1:9/hook", "is_active": "on"} | values


def errors(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_a_webhook_is_made_and_its_secret_shown_once(boss, receiver):
    values = form(address=receiver.url, kinds=["published"], types=["story"], locales=["ar"])
    response = boss.post(reverse("webhooks:add"), values, follow=True)
    endpoint = Endpoint.objects.get()
    assert (endpoint.kinds, endpoint.types, endpoint.locales) == (["published"], ["story"], ["ar"])
    assert SECRET.search(response.content.decode()).group() == endpoint.secret
    assert "no-store" in response["Cache-Control"]
    secret = reverse("webhooks:secret", args=[endpoint.pk])
    assert not SECRET.search(boss.get(secret, follow=True).content.decode())
    for name in ("index", "edit", "deliveries", "history"):
        arguments = [] if name == "index" else [endpoint.pk]
        page = boss.get(reverse(f"webhooks:{name}", args=arguments))
        assert page.status_code == 200
        assert not SECRET.search(page.content.decode())


def test_a_new_secret_is_shown_once(boss, receiver):
    endpoint = sent(receiver)
    response = boss.post(reverse("webhooks:rotate", args=[endpoint.pk]), follow=True)
    shown = SECRET.search(response.content.decode()).group()
    assert shown != endpoint.secret
    endpoint.refresh_from_db()
    assert shown == endpoint.secret


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://10.0.0.1/", "private network"),
        ("http://[::ffff:169.254.169.254]/latest/", "private network"),
        ("http://localhost:8000/", "private network"),
        ("http://name:word@93.184.216.34/", "secret instead"),
        ("ftp://93.184.216.34/", "https://"),
        ("not an address", "valid URL"),
    ],
)
def test_addresses_that_are_refused(boss, address, words):
    response = boss.post(reverse("webhooks:add"), form(address=address))
    assert words in " ".join(errors(response)["address"])
    assert not Endpoint.objects.exists()


def test_http_is_for_sites_that_are_not_on_https_themselves(boss, settings):
    settings.BASE_URL = "https://stories.example.org"
    response = boss.post(reverse("webhooks:add"), form(address="http://93.184.216.34/"))
    assert "https://" in errors(response)["address"][0]


def test_editors_see_nothing_of_it(receiver):
    endpoint = sent(receiver)
    client = signed_in(editor())
    delivery = Delivery.objects.get()
    for method, name, arguments in [
        ("get", "index", []),
        ("get", "add", []),
        ("get", "edit", [endpoint.pk]),
        ("get", "deliveries", [endpoint.pk]),
        ("get", "delivery", [endpoint.pk, delivery.pk]),
        ("post", "delivery", [endpoint.pk, delivery.pk]),
        ("post", "again", [endpoint.pk]),
        ("get", "secret", [endpoint.pk]),
        ("post", "rotate", [endpoint.pk]),
    ]:
        response = getattr(client, method)(reverse(f"webhooks:{name}", args=arguments))
        assert response.status_code in (302, 403)
        if response.status_code == 302:
            assert response["Location"] == reverse("wagtailadmin_home")
    assert "webhooks" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert Endpoint.objects.get().secret == endpoint.secret


def test_tries_are_listed_and_one_is_sent_again(boss, receiver):
    receiver.answers = lambda request: (500, {}, b"<b>full</b>")
    endpoint = sent(receiver)
    delivery = Delivery.objects.get()
    address = reverse("webhooks:delivery", args=[endpoint.pk, delivery.pk])
    shown = boss.get(address).content.decode()
    assert "&lt;b&gt;full&lt;/b&gt;" in shown
    assert "500" in shown
    receiver.answers = lambda request: (200, {}, b"")
    boss.post(address)
    Worker().run(once=True)
    delivery.refresh_from_db()
    assert delivery.delivered_at
    other = Endpoint.objects.create(name="Other", address=receiver.url)
    assert boss.get(reverse("webhooks:delivery", args=[other.pk, delivery.pk])).status_code == 404


def test_everything_since_a_moment_is_sent_again(boss, receiver):
    endpoint = sent(receiver, 3)
    last = Change.objects.filter(type="story").latest("seq")
    Change.objects.exclude(pk=last.pk).update(at=timezone.now() - timedelta(days=2))
    again = reverse("webhooks:again", args=[endpoint.pk])
    moment = timezone.localtime(timezone.now() - timedelta(days=1))
    response = boss.post(again, {"moment": f"{moment:%Y-%m-%d %H:%M}"}, follow=True)
    assert "1 change of the log" in response.content.decode()
    Worker().run(once=True)
    assert len(receiver.received) == 4
    assert boss.post(again, {"moment": "never"}).context["form"].errors


@pytest.mark.parametrize(("state", "number"), [("", 3), ("failing", 1), ("delivered", 2)])
def test_deliveries_by_state(boss, receiver, state, number):
    receiver.answers = lambda request: (500 if b"000002" in request.body else 200, {}, b"")
    endpoint = sent(receiver, 3)
    response = boss.get(reverse("webhooks:deliveries", args=[endpoint.pk]), {"state": state})
    assert len(response.context["rows"]) == number


def test_the_list_of_deliveries_costs_the_same_for_one_and_for_twelve(
    boss, receiver, django_assert_max_num_queries, django_assert_num_queries
):
    few, many = sent(receiver), sent(receiver, 12)
    boss.get(reverse("webhooks:deliveries", args=[few.pk]))
    with django_assert_max_num_queries(30) as first:
        boss.get(reverse("webhooks:deliveries", args=[few.pk]))
    with django_assert_num_queries(len(first)):
        boss.get(reverse("webhooks:deliveries", args=[many.pk]))


def test_a_disabled_webhook_is_told_of_and_switched_on_again(boss, receiver):
    receiver.answers = lambda request: (410, {}, b"")
    endpoint = sent(receiver)
    first = boss.get(reverse("wagtailadmin_home")).content.decode()
    assert "Webhooks that were disabled" in first
    receiver.answers = lambda request: (200, {}, b"")
    boss.post(reverse("webhooks:edit", args=[endpoint.pk]), form(address=receiver.url))
    Worker().run(once=True)
    assert Delivery.objects.get().delivered_at
    endpoint.refresh_from_db()
    assert (endpoint.is_active, endpoint.disabled_because, endpoint.failing_since) == (
        True, "", None,
    )  # fmt: skip
    assert "Webhooks that were disabled" not in boss.get("/admin/").content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_pages_in_a_browser(page, axe, receiver, boss, live_server, language):
    receiver.answers = lambda request: (410, {}, b"gone")
    endpoint = sent(receiver, 2)
    user = User.objects.get(username="boss")
    UserProfile.objects.create(user=user, preferred_language=language)
    cookie = {"name": "sessionid", "value": boss.cookies["sessionid"].value, "path": "/"}
    page.context.add_cookies([cookie | {"domain": urlsplit(live_server.url).hostname}])
    attempt = Attempt.objects.first()
    for view, arguments in [
        ("index", []),
        ("edit", [endpoint.pk]),
        ("deliveries", [endpoint.pk]),
        ("delivery", [endpoint.pk, attempt.delivery_id]),
    ]:
        page.goto(reverse(f"webhooks:{view}", args=arguments))
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        assert axe(page) == ""
    page.goto(reverse("webhooks:deliveries", args=[endpoint.pk]))
    page.locator(f'form[action$="{reverse("webhooks:rotate", args=[endpoint.pk])}"] button').click()
    page.wait_for_url("**/secret/")
    assert page.locator("#secret").input_value().startswith("whsec_")
    assert axe(page) == ""
