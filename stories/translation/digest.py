"""The translators' digest: what is new or has changed in somebody's languages since they were told last."""

from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.users.models import UserProfile

from .coverage_states import State
from .digest_subscription import DigestSubscription
from .languages import direction
from .locales import Languages
from .numerals import numerals
from .worklist import work_lists
from .worklist_views import presented, shape

NEWS = {State.MISSING, State.OUTDATED}
NAMED = 20  # texts of a language; who was away for long reads the others in the work list


@dataclass(frozen=True)
class Outcome:
    """How many digests were sent, and the names of those to whom sending failed."""

    sent: int
    failed: tuple = ()


def send_all():
    """Sends everybody in a team what is new to them, and remembers that they have been told."""
    now = timezone.now()
    tags = {key: tag for tag, key in Languages.load().ids.items()}
    people = members()
    wanted = {locale for user in people for locale in languages_of(user)}
    lists = work_lists([key for key in tags if key in wanted])
    sent, failed = 0, []
    for user in people:
        subscription, _made = DigestSubscription.objects.get_or_create(user=user)
        since = subscription.told_until or user.date_joined
        news = news_of([lists[locale] for locale in languages_of(user)], since)
        if news and subscription.wanted and user.email:
            try:
                message(user, news, tags).send()
            except (SMTPException, OSError):
                failed.append(user.get_username())
                continue
            sent += 1
        DigestSubscription.objects.filter(pk=subscription.pk).update(told_until=now)
    return Outcome(sent, tuple(failed))


def members():
    users = get_user_model().objects.filter(is_active=True, groups__team__isnull=False)
    return list(users.distinct().order_by("pk").prefetch_related("groups__team"))


def languages_of(user):
    """The primary keys of the languages of somebody's teams, each once, without a query."""
    teams = [getattr(group, "team", None) for group in user.groups.all()]
    return list(dict.fromkeys(team.locale_id for team in teams if team))


def news_of(lists, since):
    """``{locale: [Task]}``: originals published since then that their language is behind or without."""
    found = {
        work.locale: [
            task
            for task in work.tasks
            if task.state in NEWS and task.original.published and task.original.published > since
        ]
        for work in lists
    }
    return {locale: tasks for locale, tasks in found.items() if tasks}


def message(user, news, tags):
    """The e-mail in the language that the user reads the admin in, as plain text and as HTML."""
    with translation.override(language_of(user)):
        number = sum(len(tasks) for tasks in news.values())
        subject = ngettext(
            "%(number)s text for you to translate", "%(number)s texts for you to translate", number
        ) % {"number": written(number)}
        context = {
            "subject": subject,
            "name": user.get_short_name() or user.get_username(),
            "site": settings.WAGTAIL_SITE_NAME,
            "lang": translation.get_language(),
            "dir": direction(translation.get_language()),
            "languages": [section(locale, tasks, tags) for locale, tasks in news.items()],
            "settings_url": absolute(reverse("wagtailadmin_account")),
        }
        mail = EmailMultiAlternatives(
            subject,
            render_to_string("translation/digest.txt", context),
            to=[user.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(render_to_string("translation/digest.html", context), "text/html")
        return mail


def section(locale, tasks, tags):
    address = absolute(reverse("translation_worklist"))
    left = len(tasks) - NAMED
    more = ngettext(
        "%(number)s more text is in your work list",
        "%(number)s more texts are in your work list",
        left,
    ) % {"number": written(left)}
    return shape(tags[locale]) | {
        "url": f"{address}?language={tags[locale]}",
        "changed": [told(task, tags) for task in tasks[:NAMED] if task.state == State.OUTDATED],
        "new": [told(task, tags) for task in tasks[:NAMED] if task.state == State.MISSING],
        "more": more if left > 0 else "",
    }


def told(task, tags):
    shown = presented(task, tags)
    note = ngettext(
        "%(number)s passage has changed", "%(number)s passages have changed", shown["behind"]
    ) % {"number": written(shown["behind"])}
    return shown | {
        "note": note
        if shown["behind"]
        else _("from %(language)s") % {"language": shown["original"]["translated"]},
        "url": absolute(shown["edit_url"]) if shown["edit_url"] else "",
    }


def written(number):
    """A number in the digits of the e-mail's language."""
    return numerals(str(number), translation.get_language())


def absolute(path):
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def language_of(user):
    """What they chose for the admin, else the site's default: nobody's request is at hand."""
    profile = UserProfile.objects.filter(user=user).first()
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
