"""Pictures and documents that the token's owner may choose from, and no others."""

from wagtail.documents import get_document_model
from wagtail.documents.api.v3 import router as documents
from wagtail.images import get_image_model
from wagtail.images.api.v3 import router as images
from wagtail.permissions import policy_registry

MAY = {"choose", "add", "change", "delete"}


def narrow():
    """Wagtail's views ask one function for what there is; it shows everybody whatever is not restricted."""
    _narrow(images, "get_images_queryset", get_image_model(), "renditions")
    _narrow(documents, "get_documents_queryset", get_document_model())


def _narrow(router, name, model, *beside):
    whole = getattr(router, name)

    def seen(request):
        policy = policy_registry.get_by_type(model)
        own = policy.instances_user_has_any_permission_for(request.user, MAY)
        rows = whole(request).filter(pk__in=own.values("pk"))
        return rows.select_related("collection").prefetch_related(*beside)

    setattr(router, name, seen)
