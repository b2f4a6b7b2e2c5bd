"""The two content security policies: a strict one for visitors, a looser one for editors' tools."""

from csp.constants import SELF
from csp.middleware import CSPMiddleware
from django.conf import settings

ADMIN = "/admin/"
EDITORS = (ADMIN, "/api/delivery/v1/docs")
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class PoliciesMiddleware(CSPMiddleware):
    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(EDITORS) and parts.config is None:
            parts.config = settings.EDITOR_CONTENT_SECURITY_POLICY
            if settings.PREVIEW_URL and request.path_info.startswith(ADMIN):
                parts.config = parts.config | {"frame-src": [SELF, settings.PREVIEW_ORIGIN]}
        return parts

    def process_response(self, request, response):
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)
