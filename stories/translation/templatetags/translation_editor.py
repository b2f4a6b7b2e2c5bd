import json

from django import template
from django.utils.safestring import mark_safe

from stories.translation import editor
from stories.translation.teams import is_limited

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_editor_panels(context):
    """The panels that the rooms of `stories.translation` put above the texts, as HTML."""
    request, translation, instance = (
        context[name] for name in ("request", "translation", "instance")
    )
    found = editor.panels(request, translation, instance)
    return mark_safe("".join(panel.render_html(context) for panel in found))


@register.filter
def without_aliases(props):
    """The editor's JSON without the offer to show the original's words under another language's name."""
    read = json.loads(props)
    read["links"]["convertToAliasUrl"] = None
    read["machineTranslator"] = None  # offered by a panel, where the story allows it
    return json.dumps(read)


@register.filter
def without_deleting(props, user):
    """The editor's JSON, for members of teams without the offer to delete the page."""
    if not is_limited(user):
        return props
    read = json.loads(props)
    read["perms"]["canDelete"] = False
    return json.dumps(read)
