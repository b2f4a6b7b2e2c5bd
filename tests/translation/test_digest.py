"""Translators are told by e-mail what is new in their languages, once."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from stories.models import StoryPage
from stories.translation.models import DigestSubscription
from tests.factories import StoryPageFactory, locale
from tests.translation.people import editor, reviewer, signed_in, team, translator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


def published(**values):
    """A story that goes live now."""
    return StoryPageFactory(
        first_published_at=timezone.now(), last_published_at=timezone.now(), **values
    )


def behind(passages=2, **values):
    """A story whose original is changed now, and its Somali translation."""
    story = published(**values)
    StoryPageFactory(translation_of=story, language="so", outdated_segments=passages)
    return story


def send():
    mail.outbox.clear()
    out = StringIO()
    call_command("send_translation_digests", stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def hodan(db):
    return translator(first_name="Hodan")


def html():
    return mail.outbox[0].alternatives[0].content


def test_what_is_new_and_what_has_changed_is_told(hodan):
    published(title="River song", language="en")
    story = behind(title="The quay")
    assert send() == "Digests sent: 1"
    [message] = mail.outbox
    page = StoryPage.objects.get(translation_key=story.translation_key, locale=locale("so"))
    edit = f"http://testserver{reverse('wagtailadmin_pages:edit', args=[page.pk])}"
    assert message.to == ["hodan@museum.example"]
    assert message.subject == "2 texts for you to translate"
    for text in (message.body, html()):
        assert "River song" in text
        assert "The quay" in text
        assert "2 passages have changed" in text
        assert edit in text
        assert "/admin/account/" in text


def test_a_long_absence_fills_no_letter(hodan):
    for _number in range(23):
        published()
    send()
    for text in (mail.outbox[0].body, html()):
        assert text.count("from English") == 20
        assert "3 more texts are in your work list" in text


def test_a_bengali_reads_it_in_bengali_with_bengali_numerals():
    rahima = translator("bn", "rahima", first_name="রহিমা")
    UserProfile.objects.create(user=rahima, preferred_language="bn")
    for _number in range(2):
        published()
    send()
    [message] = mail.outbox
    assert message.subject.startswith("আপনার অনুবাদের জন্য ২")
    assert "বাংলা\nhttp" in message.body
    assert '<div lang="bn" dir="ltr">' in html()


def test_nothing_is_told_twice(hodan):
    behind(title="The quay")
    send()
    assert send() == "Digests sent: 0"
    published(title="River song")
    send()
    assert "River song" in mail.outbox[0].body
    assert "The quay" not in mail.outbox[0].body


def test_a_change_of_what_was_told_is_told_again(hodan):
    story = behind(title="The quay")
    send()
    StoryPage.objects.filter(pk=story.pk).update(last_published_at=timezone.now())
    send()
    assert "The quay" in mail.outbox[0].body


def test_nothing_new_is_no_e_mail(hodan):
    assert send() == "Digests sent: 0"
    assert not mail.outbox


def test_what_was_there_before_somebody_came_is_on_their_list_and_not_in_their_digest(hodan):
    StoryPageFactory(title="Old")
    assert send() == "Digests sent: 0"


def test_what_is_up_to_date_or_not_out_yet_is_not_told(hodan):
    behind(passages=0)
    published(draft=True)
    assert send() == "Digests sent: 0"


def test_only_their_own_languages_are_told(hodan):
    amal = translator("ar", "amal")
    story = published(title="River song")
    StoryPageFactory(translation_of=story, language="so")
    send()
    assert [message.to for message in mail.outbox] == [[amal.email]]


def test_two_teams_are_one_e_mail(hodan):
    hodan.groups.add(team("ar", "reviewers").group, team("so", "reviewers").group)
    published(title="River song")
    assert send() == "Digests sent: 1"
    assert "Soomaali" in mail.outbox[0].body
    assert "العربيّة" in mail.outbox[0].body


def test_editors_who_are_in_no_team_get_none(hodan):
    editor()
    hodan.delete()
    published()
    assert send() == "Digests sent: 0"


def test_inactive_people_and_those_without_an_address_get_none(hodan):
    translator(name="gone", is_active=False)
    nameless = reviewer(name="nameless")
    nameless.email = ""
    nameless.save()
    published()
    send()
    assert [message.to for message in mail.outbox] == [["hodan@museum.example"]]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("bn", "ltr"), ("en", "ltr")])
def test_it_is_in_the_language_of_the_admin_of_its_reader(hodan, language, direction):
    UserProfile.objects.create(user=hodan, preferred_language=language)
    published(title="River song")
    send()
    assert f'<html lang="{language}" dir="{direction}">' in html()
    assert "River song" in html()
    assert "Soomaali" in html()


def test_a_title_is_text(hodan):
    published(title="<b>River</b>")
    send()
    assert "&lt;b&gt;River" in html()
    assert "<b>River</b>" in mail.outbox[0].body


def test_it_is_switched_off_and_on_in_the_account(hodan):
    client = signed_in(hodan)
    account = reverse("wagtailadmin_account")
    assert "translation_digest-wanted" in client.get(account).content.decode()
    posted = {
        "name_email-first_name": "Hodan", "name_email-last_name": "W",
        "name_email-email": "hodan@museum.example", "theme-theme": "system",
        "theme-contrast": "system", "theme-density": "default", "locale-preferred_language": "",
        "locale-current_time_zone": "", "profile-avatar": "",
    }  # fmt: skip
    response = client.post(account, posted)
    assert response.status_code == 302, response.context["panels_by_tab"]
    assert not DigestSubscription.objects.get(user=hodan).wanted
    published()
    assert send() == "Digests sent: 0"
    client.post(account, {**posted, "translation_digest-wanted": "on"})
    published(title="Later")
    send()
    assert "Later" in mail.outbox[0].body


def test_those_in_no_team_are_not_asked(db):
    assert (
        "translation_digest"
        not in signed_in(editor()).get(reverse("wagtailadmin_account")).content.decode()
    )


def test_what_cannot_be_sent_is_tried_again(hodan, monkeypatch):
    published(title="River song")

    def fail(self, *args):
        raise SMTPException("no")

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
        with pytest.raises(CommandError, match="hodan"):
            send()
    assert send() == "Digests sent: 1"


def test_the_window_starts_where_the_last_one_ended(hodan):
    past = timezone.now() - timedelta(days=2)
    DigestSubscription.objects.create(user=hodan, told_until=past)
    story = published(title="Yesterday")
    StoryPage.objects.filter(pk=story.pk).update(
        last_published_at=timezone.now() - timedelta(days=1)
    )
    send()
    assert "Yesterday" in mail.outbox[0].body


@pytest.mark.any_database
def test_more_texts_cost_no_more_queries(hodan):
    counted = []
    for number in (2, 18):
        for _number in range(number):
            behind()
            published()
        with CaptureQueriesContext(connection) as captured:
            send()
        counted.append(len(captured))
    assert counted[1] <= counted[0]
