"""The delivery API as Django sees it. Which endpoints it has is said in ``config/api.py``."""

from functools import cached_property

from django.http import Http404, HttpResponse
from django.urls import re_path
from ninja import NinjaAPI, Swagger
from ninja.errors import ValidationError
from ninja.responses import NinjaJSONEncoder

from stories.delivery.answers import deliver
from stories.delivery.problems import (
    BadParameters,
    NotOpened,
    Withdrawn,
    bad_request,
    forbidden,
    gone,
)
from stories.delivery.views import delivered, nothing_here

from .openapi import DESCRIPTION, completed

# Without its badge, which another site would draw.
DOCS = Swagger({"validatorUrl": None, "docExpansion": "list", "defaultModelsExpandDepth": 0})


class DeliveryAPI(NinjaAPI):
    """Read only, open to every origin; every error is a problem document, also where nothing is."""

    def __init__(self, **options):
        super().__init__(
            title="Meeting Place delivery API",
            version="1",
            description=DESCRIPTION,
            urls_namespace="delivery",
            docs=DOCS,
            docs_url="/docs/",
            **options,
        )
        self.add_exception_handler(ValidationError, refuse_values)
        self.add_exception_handler(BadParameters, lambda request, error: bad_request(error.errors))
        self.add_exception_handler(NotOpened, lambda request, error: forbidden(error.errors))
        self.add_exception_handler(Withdrawn, lambda request, error: gone())
        self.add_exception_handler(Http404, pass_on)

    @property
    def urls(self):
        patterns, app, namespace = super().urls
        own = {
            "openapi-json": self._openapi,
            "openapi-view": self._docs,
            "api-root": nothing_here,
        }
        for pattern in patterns:
            pattern.callback = delivered(own.get(pattern.name, pattern.callback))
        return [*patterns, re_path("", nothing_here)], app, namespace

    def get_openapi_schema(self, **options):
        return completed(super().get_openapi_schema(**options))

    @cached_property
    def _openapi_body(self):
        return NinjaJSONEncoder(ensure_ascii=False).encode(self.get_openapi_schema())

    def _openapi(self, request):
        return english(HttpResponse(self._openapi_body, content_type="application/json"))

    def _docs(self, request):
        return english(self.docs.render_page(request, self))


def english(response):
    response.headers["Content-Language"] = "en"
    return deliver(response)


def refuse_values(request, error):
    return bad_request(
        [{"name": str(each["loc"][-1]), "message": f"{each['msg']}."} for each in error.errors]
    )


def pass_on(request, error):
    raise error
