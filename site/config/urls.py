"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config import api, health, robots, security_txt
from config.edits import edits
from home import offline
from home import views as home
from search import views as search
from stories import subject_views as subjects
from stories import timeline_views
from stories.discovery import views as discovery
from stories.library import views as library
from stories.subjects import FOLDERS

urlpatterns = [
    path("", home.front_door, name="front_door"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("robots.txt", robots.robots, name="robots"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
    path("sitemap.xml", discovery.sitemap_xml, name="sitemap"),
    path("sitemap-<int:number>.xml", discovery.sitemap_part, name="sitemap_part"),
    path("weave/<slug:slug>.png", discovery.weave, name="weave"),
    path("admin/", include(edits(wagtailadmin_urls.urlpatterns))),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", library.media, name="media"),
    *api.urlpatterns,
]

# Wagtail's own pages for visitors who need a password, without Wagtail's page view.
password_urls = [url for url in wagtail_urls.urlpatterns if url.name != "wagtail_serve"]

urlpatterns += i18n_patterns(
    path("search/", search.search_page, name="search"),
    path("offline/", offline.offline_page, name="offline"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    *(
        path(f"{folder}/{slug}", view, {"kind": kind}, name=name.format(kind))
        for kind, folder in FOLDERS.items()
        for slug, view, name in (
            ("", subjects.subjects, "{}_index"),
            ("<slug:slug>/", subjects.subject, "{}"),
        )
    ),
    path("timeline/", timeline_views.timeline, name="timeline"),
    path("stories/feed/", discovery.atom_feed, name="atom_feed"),
    path("stories/feed.json", discovery.json_feed_of_stories, name="json_feed"),
    *password_urls,
    re_path(wagtail_urls.serve_pattern, home.page, name="wagtail_serve"),
)

handler404 = "home.views.not_found"
