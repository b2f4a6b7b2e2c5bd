"""The front door and every page."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.defaults import page_not_found
from wagtail.views import serve


def front_door(request):
    return redirect(f"/{settings.LANGUAGE_CODE}/")


def page(request, path):
    return serve(request, path)


def not_found(request, exception):
    return page_not_found(request, exception) or HttpResponse(status=404)
