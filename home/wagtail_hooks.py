from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def scripts_in_the_admin():
    """The site's fonts, so that every script can be read where it is edited."""
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        [(static("css/fonts.css"),), (static("home/admin.css"),)],
    )
