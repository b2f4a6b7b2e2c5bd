"""Where the endpoints are, and what is said where there is none."""

from django.http import JsonResponse
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from wagtail.api.v2.router import WagtailAPIRouter


@csrf_exempt
def not_found(request):
    return JsonResponse({"message": "There is nothing at this address."}, status=404)


class Router(WagtailAPIRouter):
    """Every other address below it is a 404 in JSON: no page of ours, and no redirect."""

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), re_path("", not_found)]
