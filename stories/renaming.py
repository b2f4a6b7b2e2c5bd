"""A page's address is the same in every language, also when an editor changes it."""

from wagtail.signals import page_slug_changed


def take_translations_along(sender, instance, instance_before, **kwargs):
    """Gives a page's translations its new slug, drafts too, and each its own redirect."""
    old, new = instance_before.slug, instance.slug
    renamed = []
    same = sender.objects.filter(translation_key=instance.translation_key, slug=old)
    for page in same.exclude(pk=instance.pk):
        before = sender.objects.get(pk=page.pk)
        if before.slug == new:
            continue  # another translation took it along
        page.slug = new
        page.save(clean=False)
        if draft := page.latest_revision:
            draft.content |= {"slug": new, "url_path": page.url_path}
            draft.save(update_fields=["content"])
        renamed.append((page, before))
    for page, before in renamed:
        page_slug_changed.send(sender, instance=page, instance_before=before)


def connect():
    page_slug_changed.connect(take_translations_along, dispatch_uid="take_translations_along")
