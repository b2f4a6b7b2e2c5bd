"""Who may set up webhooks: superusers, and the groups that they give these permissions to."""

from wagtail.permission_policies import ModelPermissionPolicy

from .endpoint import Endpoint

POLICY = ModelPermissionPolicy(Endpoint)
