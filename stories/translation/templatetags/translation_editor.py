import json

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import MediaContainer

from stories.translation import editor
from stories.translation.glossary.beside import terms_beside
from stories.translation.languages import direction, translated_name
from stories.translation.teams import is_limited
from stories.translation.versions import VersionMixin
from stories.translation.word_side_panel import WordStatusPanel
from stories.translation.words import WordMixin

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_editor_panels(context):
    """The panels that the rooms of `stories.translation` put above the texts, as HTML."""
    request, translation, instance = (
        context[name] for name in ("request", "translation", "instance")
    )
    found = editor.panels(request, translation, instance)
    return mark_safe("".join(panel.render_html(context) for panel in found))


@register.simple_tag(takes_context=True)
def translation_editor_texts(context):
    """What the script beside the editor adds to its texts: their languages, and terms of the glossary."""
    translation = context["translation"]
    return {
        "source": _language(translation.source.locale),
        "target": _language(translation.target_locale),
        "labels": {"glossary": _("Glossary"), "keep": _("Do not translate")},
        "terms": terms_beside(translation),
    }


def _language(locale):
    return {"lang": locale.language_code, "dir": direction(locale.language_code)}


@register.filter
def language_name(locale):
    """A language's name in the reader's own; Wagtail knows it in English only."""
    return translated_name(locale.language_code)


@register.filter
def with_language_names(props):
    """The editor's JSON with both languages' names in the reader's own."""
    read = json.loads(props)
    for locale in (read["sourceLocale"], read["locale"]):
        locale["displayName"] = translated_name(locale["code"])
    return json.dumps(read)


@register.filter
def is_of_a_team(user):
    """Whether the editor is a team member's, who takes no page out of translation."""
    return is_limited(user)


@register.filter
def without_aliases(props):
    """The editor's JSON without the offer to show the original's words under another language's name."""
    read = json.loads(props)
    read["links"]["convertToAliasUrl"] = None
    read["machineTranslator"] = None  # offered by a panel, where the story allows it
    return json.dumps(read)


@register.filter
def with_rights(props, context):
    """The editor's JSON with what the user may do to a word; wagtail-localize asks about all languages."""
    word, user = context
    if not isinstance(word, WordMixin):
        return props
    read, permissions = json.loads(props), word.permissions_for_user(user)
    read["object"]["isLive"] = word.live
    read["perms"]["canPublish"] = permissions.can_publish()
    read["perms"]["canDelete"] = permissions.can_delete()
    return json.dumps(read)


@register.simple_tag(takes_context=True)
def word_side_panels(context):
    word, request = context["instance"], context["request"]
    if not isinstance(word, WordMixin):
        return context["side_panels"]
    history = reverse(word.snippet_viewset.get_url_name("history"), args=[word.pk])
    panel = WordStatusPanel(
        word, request, live_object=word, locale=word.locale, history_url=history
    )
    return MediaContainer([panel])


@register.simple_tag(takes_context=True)
def whose_rights(context):
    return context["instance"], context["request"].user


@register.filter
def without_deleting(props, user):
    """The editor's JSON, for members of teams without the offer to delete the page."""
    if not is_limited(user):
        return props
    read = json.loads(props)
    read["perms"]["canDelete"] = False
    return json.dumps(read)


@register.simple_tag
def told_in(page):
    """Whether a page is the original, or the language of its original; "" of anything else."""
    if not isinstance(page, VersionMixin) or not page.pk or page.alias_of_id:
        return ""
    if page.is_original:
        return _("Original")
    return _("Told in %(language)s") % {"language": translated_name(page.source_language)}
