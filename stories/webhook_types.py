"""Which types of pages a webhook can ask for."""

from wagtail.models import get_page_models

from stories.delivery.webhooks.page_types import lists_page_types

from .models import ContentPage


@lists_page_types
def page_types():
    """``{"story": "story"…}``, by their names in the reader's language."""
    return {
        model.api_type: model._meta.verbose_name
        for model in get_page_models()
        if issubclass(model, ContentPage) and model is not ContentPage
    }
