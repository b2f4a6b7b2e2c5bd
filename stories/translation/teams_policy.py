"""The vocabulary's rights, language by language."""

from wagtail.permission_policies import ModelPermissionPolicy

from .teams import own_languages

TEAMS_MAY = frozenset({"change"})


class LanguagePermissionPolicy(ModelPermissionPolicy):
    """What Django's permissions allow for all languages, teams are allowed for their own: to change."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or (
            action in TEAMS_MAY and bool(own_languages(user))
        )

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        return super().user_has_permission(user, action) or (
            action in TEAMS_MAY and instance.locale_id in own_languages(user)
        )

    def instances_user_has_any_permission_for(self, user, actions):
        found = self.model._default_manager
        if any(super(LanguagePermissionPolicy, self).user_has_permission(user, a) for a in actions):
            return found.all()
        if TEAMS_MAY.intersection(actions):
            return found.filter(locale_id__in=own_languages(user))
        return found.none()
