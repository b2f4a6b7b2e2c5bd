from django.http import Http404
from wagtail import hooks

from stories.delivery.door import public_files, shown_files

from .views import is_editor


@hooks.register("before_serve_document", order=-1)
def only_what_something_shows(document, request):
    """A document that nothing public shows is a 404; for one in a private collection Wagtail asks."""
    found = type(document).objects.filter(pk=document.pk)
    if is_editor(request) or not public_files(found).exists():
        return
    if not shown_files(found).exists():
        raise Http404
