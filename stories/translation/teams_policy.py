"""The vocabulary's rights, language by language."""

from wagtail.permission_policies import ModelPermissionPolicy

from .teams import Role, own_languages

# What a team may do to its language's words. Nobody in it makes words by hand or takes them away.
TEAMS_MAY = {
    Role.TRANSLATORS: frozenset({"change"}),
    Role.REVIEWERS: frozenset({"change", "publish"}),
}


def languages_for(user, actions):
    """The primary keys of the languages in which teams let the user do any of these."""
    roles = [role for role, allowed in TEAMS_MAY.items() if allowed.intersection(actions)]
    return frozenset().union(*(own_languages(user, role) for role in roles))


class LanguagePermissionPolicy(ModelPermissionPolicy):
    """What Django's permissions allow for all languages, teams are allowed for their own."""

    def user_has_permission(self, user, action):
        return super().user_has_permission(user, action) or bool(languages_for(user, [action]))

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        return super().user_has_permission(user, action) or (
            instance.locale_id in languages_for(user, [action])
        )

    def instances_user_has_any_permission_for(self, user, actions):
        found = self.model._default_manager
        if any(super(LanguagePermissionPolicy, self).user_has_permission(user, a) for a in actions):
            return found.all()
        return found.filter(locale_id__in=languages_for(user, actions))


class OfOneWord:
    """A policy's answers for one row, to views that ask only what may be done to such things at all."""

    def __init__(self, policy, word):
        self.policy, self.word = policy, word

    def user_has_permission(self, user, action):
        return self.policy.user_has_permission_for_instance(user, action, self.word)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def __getattr__(self, name):
        return getattr(self.policy, name)
