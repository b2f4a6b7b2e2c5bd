"""Where the admin withdraws pages, says that it was done, and publishes nothing meanwhile."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from . import views
from .permission import may_withdraw
from .record import Withdrawal, withdrawn_among
from .report import WithdrawalsReport, may_see
from .withdrawing import LIFT, WITHDRAW

PUBLISHES = ("action-publish", "publish")  # a page's own form, and the translation editor


@hooks.register("register_admin_urls")
def register_addresses():
    report = WithdrawalsReport.as_view
    return [
        path("pages/<int:page_id>/withdraw/", views.withdraw_page, name="withdraw_page"),
        path("withdrawals/<int:pk>/lift/", views.lift_withdrawal, name="lift_withdrawal"),
        path("reports/withdrawals/", report(), name="withdrawals"),
        path("reports/withdrawals/results/", report(results_only=True), name="withdrawals_results"),
    ]


class WithdrawalsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def register_report():
    return WithdrawalsMenuItem(
        gettext_lazy("Withdrawals"), reverse("withdrawals"), icon_name="no-view", order=900
    )


@hooks.register("register_log_actions")
def register_history(actions):
    actions.register_action(WITHDRAW, gettext_lazy("Withdraw"), gettext_lazy("Withdrawn"))
    actions.register_action(
        LIFT, gettext_lazy("Lift the withdrawal"), gettext_lazy("Withdrawal lifted")
    )


@hooks.register("register_page_header_buttons")
def offer_withdrawing(page, user, view_name=None, next_url=None):
    if may_withdraw(page, user):
        yield Button(
            _("Withdraw"),
            reverse("withdraw_page", args=[page.pk]),
            icon_name="no-view",
            priority=64,
        )


@hooks.register("construct_page_action_menu")
def take_away_the_button(items, request, context):
    if (page := context.get("page")) and withdrawal_of(page):
        items[:] = [each for each in items if not isinstance(each, PublishMenuItem)]


@hooks.register("before_edit_page", order=-2)
def say_that_it_was_withdrawn(request, page):
    withdrawal = withdrawal_of(page)
    if withdrawal is None:
        return None
    if request.method == "POST" and request.POST.get("action") in PUBLISHES:
        return refuse(request, page)
    if request.method == "GET":
        lift = reverse("lift_withdrawal", args=[withdrawal.pk])
        messages.warning(
            request, _told(withdrawal), [messages.button(lift, _("Lift the withdrawal"))]
        )
    return None


@hooks.register("before_publish_page")
def refuse(request, page):
    """The draft has been saved; it stays one."""
    if withdrawal_of(page) is None:
        return None
    messages.error(request, _refused(page))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def refuse_many(request, action, objects, view):
    if action != "publish" or view.cleaned_form is None:
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    withdrawn = withdrawn_among([page.translation_key for page in pages])
    for page in pages:
        if page.translation_key in withdrawn:
            messages.error(request, _refused(page))
    return redirect(view.next_url) if withdrawn else None


def withdrawal_of(page):
    return Withdrawal.objects.filter(key=page.translation_key).select_related("by").first()


def _refused(page):
    return _(
        "“%(page)s” was withdrawn, and cannot be published until the withdrawal is lifted. What you wrote "
        "is kept as a draft."
    ) % {"page": page.get_admin_display_title()}


def _told(withdrawal):
    day = formats.date_format(timezone.localtime(withdrawal.at), "SHORT_DATE_FORMAT")
    said = _("This page was withdrawn on %(date)s in all its languages. Reason: %(reason)s") % {
        "date": day,
        "reason": withdrawal.reason,
    }
    if withdrawal.by is None:
        return said
    return f"{said} ({get_user_display_name(withdrawal.by)})"
