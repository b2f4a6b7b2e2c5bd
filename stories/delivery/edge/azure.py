"""Azure, by Wagtail's backends, but for the call itself.

Those of Wagtail 8.0 ask for what Microsoft's clients had years ago: they test a method where they mean
its answer, and so take each client for an old one.
"""

from wagtail.contrib.frontend_cache.backends import AzureCdnBackend, AzureFrontDoorBackend


class AzureCdn(AzureCdnBackend):
    def _make_purge_call(self, client, paths):
        from azure.mgmt.cdn.models import PurgeParameters

        client.endpoints.begin_purge_content(
            self._resource_group_name,
            self._cdn_profile_name,
            self._cdn_endpoint_name,
            PurgeParameters(content_paths=paths),
        )


class AzureFrontDoor(AzureFrontDoorBackend):
    def _make_purge_call(self, client, paths):
        from azure.mgmt.frontdoor.models import PurgeParameters

        client.endpoints.begin_purge_content(
            self._resource_group_name, self._front_door_name, PurgeParameters(content_paths=paths)
        )
