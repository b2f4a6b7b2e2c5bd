"""``{% around "components/site_footer.html" %}``: what stands around a page."""

from django import template
from django.utils.safestring import mark_safe

from home.around import PARTS, place
from home.around import around as remembered

register = template.Library()


@register.simple_tag(takes_context=True)
def around(context, part):
    """The part, one of `home.around.PARTS`; only its place, where a page is being finished."""
    if part not in PARTS:
        raise ValueError(f"{part} is not one of home.around.PARTS")
    request = context.get("request")
    if request is None:
        return context.template.engine.get_template(part).render(context)
    if getattr(request, "is_finished_later", False):
        return mark_safe(place(part))
    page = context.get("page")
    return remembered(part, request, page["url"] if page else "")
