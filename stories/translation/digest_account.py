"""Account → Notifications: whether to get the translators' digest."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from .digest_subscription import DigestSubscription
from .teams import own_languages


class DigestForm(forms.ModelForm):
    class Meta:
        model = DigestSubscription
        fields = ["wanted"]


class DigestPanel(BaseSettingsPanel):
    name = "translation_digest"
    title = _("Translations")
    tab = notifications_tab
    order = 150
    form_class = DigestForm

    def is_active(self):
        return bool(own_languages(self.user))

    def get_form(self):
        subscription, _made = DigestSubscription.objects.get_or_create(user=self.user)
        given = self.request.POST if self.request.method == "POST" else None
        return DigestForm(given, instance=subscription, prefix=self.name)


@hooks.register("register_account_settings_panel")
def register_panel(request, user, profile):
    return DigestPanel(request, user, profile)
