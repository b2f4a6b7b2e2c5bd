"""What the translation editor shows above the texts: a slot for the rooms of this app.

Each panel is registered by Wagtail's hook ``register_translation_editor_panel``, a function
``(request, translation, instance)`` that returns a Wagtail component (with an `order`) or None.
"""

from wagtail import hooks


def panels(request, translation, instance):
    found = [
        hook(request, translation, instance)
        for hook in hooks.get_hooks("register_translation_editor_panel")
    ]
    return sorted((each for each in found if each), key=lambda panel: getattr(panel, "order", 100))
