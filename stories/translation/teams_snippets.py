"""A kind of the vocabulary as the admin lists it: to team members in their own languages only."""

from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet


class LanguageSnippetViewSet(SnippetViewSet):
    def get_queryset(self, request):
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(
            request.user, ["add", "change", "delete", "view"]
        )
