"""Where the admin asks before a page is withdrawn, and before that is lifted."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from stories.translation.languages import translated_name
from stories.translation.lists import names_in_text

from .permission import may_publish_all, may_withdraw, versions_of
from .record import Withdrawal, is_withdrawn
from .withdrawing import lift, withdraw


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy(
            "Who asked for it, and why. It is kept with the museum's records, and readers never see it."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def withdraw_page(request, page_id):
    """Says what it means, and with a reason given withdraws the page."""
    page = get_object_or_404(Page, pk=page_id)
    if is_withdrawn(page.translation_key):
        return _to(page)
    if not may_withdraw(page, request.user):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        withdraw(page.translation_key, request.user, form.cleaned_data["reason"])
        title = page.get_admin_display_title()
        messages.success(request, _("“%(page)s” has been withdrawn.") % {"page": title})
        return _to(page)
    shown = {"page": page, "form": form, "languages": _languages(versions_of(page.translation_key))}
    return render(request, "delivery/withdraw.html", shown)


def lift_withdrawal(request, pk):
    """Says what was withdrawn, and on a publisher's word lets it be published again."""
    withdrawal = get_object_or_404(Withdrawal, pk=pk)
    versions = versions_of(withdrawal.key)
    if not may_publish_all(versions, request.user):
        raise PermissionDenied
    page = versions[0] if versions else None
    if request.method == "POST":
        lift(withdrawal, request.user)
        messages.success(request, _("The page can be published again."))
        return _to(page) if page else redirect("withdrawals")
    shown = {"page": page, "withdrawal": withdrawal}
    return render(request, "delivery/lift_withdrawal.html", shown)


def _to(page):
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def _languages(versions):
    names = [translated_name(page.locale.language_code) for page in versions if page.live]
    return names_in_text(names, get_language()) if names else ""
