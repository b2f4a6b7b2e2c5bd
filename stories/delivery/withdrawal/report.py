"""Reports → Withdrawals: what was withdrawn, when, by whom and why."""

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from stories.translation.teams import is_limited

from .record import Withdrawal


def may_see(user):
    """Who may publish, and in every language: titles and reasons are of all."""
    return page_permission_policy.user_has_permission(user, "publish") and not is_limited(user)


def title_of(withdrawal):
    return withdrawal.title or _("A page that has been deleted")


def edit_address(withdrawal):
    return withdrawal.page and reverse("wagtailadmin_pages:edit", args=[withdrawal.page])


def reason_of(withdrawal):
    """In its own direction, in whatever language it was given."""
    return format_html("<bdi>{}</bdi>", withdrawal.reason)


class WithdrawalsReport(ReportView):
    model = Withdrawal
    page_title = gettext_lazy("Withdrawals")
    header_icon = "no-view"
    index_url_name = "withdrawals"
    index_results_url_name = "withdrawals_results"
    default_ordering = "-at"
    columns = [
        TitleColumn("title", label=gettext_lazy("Page"), accessor=title_of, get_url=edit_address),
        DateColumn("at", gettext_lazy("Withdrawn on"), sort_key="at"),
        UserColumn("by", label=gettext_lazy("By")),
        Column("reason", gettext_lazy("Reason"), accessor=reason_of),
        TitleColumn(
            "lift",
            label=gettext_lazy("Action"),
            accessor=lambda withdrawal: _("Lift the withdrawal"),
            get_url=lambda withdrawal: reverse("lift_withdrawal", args=[withdrawal.pk]),
        ),
    ]
    list_export = ["key", "type", "title", "at", "by", "reason"]
    export_headings = {"by": gettext_lazy("By"), "title": gettext_lazy("Page")}

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self):
        return "withdrawals"

    def get_base_queryset(self):
        pages = Page.objects.filter(translation_key=OuterRef("key")).order_by("pk")
        return (
            super()
            .get_base_queryset()
            .select_related("by")
            .annotate(
                page=Subquery(pages.values("pk")[:1]),
                title=Subquery(pages.values("draft_title")[:1]),
            )
        )
