"""Who asks Wagtail's read-write API, with a token."""

from functools import partial

from django.test import Client
from wagtail.models import APIToken

ROOT = "/api/v3-preview"


class Caller:
    """Asks with somebody's token; bodies are JSON."""

    def __init__(self, user):
        _token, self.key = APIToken.create_token(user=user, name="tests")
        self.client = Client(headers={"Authorization": f"Bearer {self.key}"})
        self.get = partial(self._ask, "get")
        self.post = partial(self._ask, "post")
        self.patch = partial(self._ask, "patch")
        self.delete = partial(self._ask, "delete")

    def _ask(self, method, path, body=None):
        sent = {} if method == "get" else {"data": body or {}, "content_type": "application/json"}
        return getattr(self.client, method)(f"{ROOT}{path}", **sent)
