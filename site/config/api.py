"""The API's table of contents."""

from django.urls import path, re_path

from home import api as home
from search import api as search
from stories.api import v2, v3_preview
from stories.api.delivery import changes, images, resolve, stories, subjects, vocabulary
from stories.api.delivery.api import DeliveryAPI
from stories.delivery.views import nothing_here
from stories.subjects import FOLDERS

delivery = DeliveryAPI()
delivery.add_router("stories", stories.stories)
delivery.add_router("projects", stories.projects)
delivery.add_router("programmes", stories.programmes)
delivery.add_router("pages", home.pages)
delivery.add_router("resolve", resolve.router)
delivery.add_router("search", search.router)
delivery.add_router("taxonomies", vocabulary.taxonomies)
for kind, plural in FOLDERS.items():
    delivery.add_router(plural, subjects.subjects_router(kind))
delivery.add_router("locales", vocabulary.locales)
delivery.add_router("navigation", home.navigation)
delivery.add_router("images", images.router)
delivery.add_router("changes", changes.router)

urlpatterns = [
    path("api/v2/", v2.router.urls),
    path("api/v3-preview/", v3_preview.urls),
    path("api/delivery/v1/", delivery.urls),
    re_path(r"^api/delivery(?:/|$)", nothing_here),
    re_path(r"^api/v3-preview$", v3_preview.nothing),
]
