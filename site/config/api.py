"""The API's table of contents."""

from django.urls import path

from stories.api import v2

urlpatterns = [
    path("api/v2/", v2.router.urls),
]
