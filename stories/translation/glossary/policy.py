"""Who keeps the glossary: those who may translate into its language, and editors for all."""

from wagtail.permission_policies import ModelPermissionPolicy

from ..teams import open_languages

TRANSLATORS_MAY = frozenset({"add", "change", "delete", "view"})


class GlossaryPolicy(ModelPermissionPolicy):
    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or (
            action in TRANSLATORS_MAY and bool(open_languages(user))
        )

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        return super().user_has_permission(user, action) or (
            action in TRANSLATORS_MAY and instance.target_locale_id in open_languages(user)
        )

    def instances_user_has_any_permission_for(self, user, actions):
        found = self.model._default_manager
        if any(super(GlossaryPolicy, self).user_has_permission(user, each) for each in actions):
            return found.all()
        return found.filter(target_locale_id__in=open_languages(user))
