"""Wagtail's own read API: pages, images and documents."""

from .files import DocumentsViewSet, ImagesViewSet
from .pages import PagesViewSet
from .routing import Router

router = Router("wagtailapi")
router.register_endpoint("pages", PagesViewSet)
router.register_endpoint("images", ImagesViewSet)
router.register_endpoint("documents", DocumentsViewSet)
