"""The two content security policies: a strict one for visitors, a looser one for editors' tools."""

from functools import cache

from csp.constants import HEADER, SELF
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings

ADMIN = "/admin/"
EDITORS = (ADMIN, "/api/delivery/v1/docs")
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


# What a view may say about the policy of its own answer.
SAID = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")


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
        if is_for_visitors(request, response):
            response.headers.setdefault(HEADER, visitors_policy())
            return response
        return super().process_response(request, response)


def is_for_visitors(request, response):
    """Whether the answer is under the strict policy, as it stands in the settings."""
    said = (hasattr(response, name) for name in SAID)
    has_nonce = hasattr(request, "_csp_nonce")
    return not (settings.DEBUG or has_nonce or request.path_info.startswith(EDITORS) or any(said))


@cache
def visitors_policy():
    """The strict policy, written once: it is sent with every answer."""
    return build_policy()
