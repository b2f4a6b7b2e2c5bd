"""Bringing translations up to date: together, or one of them by a publisher's word."""

from contextlib import suppress

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .family import source_of
from .freshness import declare_current
from .gate import message_about, message_about_machine, missing_from
from .machine.marking import unchecked
from .review_required import message_about_review, requires_review
from .version_address import PAGE, edit_address, version_at
from .versions import VersionMixin


class UpdateView(UpdateTranslationsView):
    """wagtail-localize's, which tells what was not published because texts are missing."""

    def get_form(self):
        form = super().get_form()
        form.fields.pop("use_machine_translation", None)  # each story is asked on its own
        form.fields["publish_translations"].help_text = gettext_lazy(
            "Publishes the translations that are complete. The others stay as they are."
        )
        return form

    def form_valid(self, form):
        is_to_publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        if is_to_publish:
            self._publish()
            for translation in self.object.translations.filter(enabled=True):
                page = translation.get_target_instance()
                missing = missing_from(translation)
                if not isinstance(page, VersionMixin):
                    continue
                text = message_about(missing, type(page)) if missing else ""
                if not text and (number := unchecked(translation).count()):
                    text = message_about_machine(number)
                if not text and requires_review(page) and page.has_unpublished_changes:
                    text = message_about_review(page)
                if text:
                    language = translation.target_locale.get_display_name()
                    messages.warning(self.request, f"{language}: {text}")
        return response

    def _publish(self):
        """Each on its own: one that may not go live does not hold up the others."""
        for translation in self.object.translations.filter(enabled=True):
            with suppress(ValidationError), transaction.atomic():
                translation.save_target(user=self.request.user, publish=True)


def up_to_date(request, pk, kind=PAGE):
    """A publisher says that the changes of the original change nothing in this translation."""
    page = version_at(kind, pk)
    is_translation = isinstance(page, VersionMixin) and not page.is_original
    if not is_translation or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if source_of(page) is None:
        raise PermissionDenied
    if request.method == "POST":
        declare_current(page)
        messages.success(request, _("Readers are no longer told that this translation is older."))
        return redirect(edit_address(page))
    context = {"page": page, "edit_url": edit_address(page)}
    return render(request, "translation/up_to_date.html", context)
