"""What an editor sees where the gate refuses, whatever was to publish the page."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from .gate import Incomplete
from .version_address import edit_address


class RefusalMiddleware:
    """Leads back to the page's form, with the reason; clients of an API get it as the answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Incomplete):
            return None
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": exception.reason}, status=409)
        messages.error(request, exception.reason)
        page = exception.page
        address = edit_address(page) if page.pk else reverse("wagtailadmin_home")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # As a dialogue of Wagtail's says that it is done.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
