"""The caches in front of the site that it purges, from one environment variable."""

from importlib.util import find_spec
from urllib.parse import unquote, urlsplit

EXAMPLE = "varnish://secret@127.0.0.1:6081"
# Where each is told for how long it may keep an answer: a header that it takes off. None: it cannot be.
LIFETIME_HEADERS = {"varnish": "Surrogate-Control", "cloudflare": "Cloudflare-CDN-Cache-Control"}


class WrongEdge(ValueError):
    """An address that cannot be understood, with what is wrong with it."""


def edges(addresses):
    """``{name: {"BACKEND": …, …}}``, in the shape of Wagtail's WAGTAILFRONTENDCACHE."""
    found = {}
    for address in addresses:
        name, config = _edge(address)
        if name in found:
            raise WrongEdge(f"{name} is named twice")
        found[name] = config
    return found


def lifetime_headers(addresses):
    kinds = {urlsplit(address).scheme for address in addresses}
    return sorted(LIFETIME_HEADERS[kind] for kind in kinds if kind in LIFETIME_HEADERS)


def _edge(address):
    # The host is not lowered as `urlsplit` does: identifiers of distributions are in capitals.
    kind, separator, rest = address.partition("://")
    if not separator or kind not in READERS:
        kinds = ", ".join(sorted(READERS))
        raise WrongEdge(f"an address begins with none of {kinds}")
    login, _at, place = rest.rpartition("@")
    user, _colon, password = login.partition(":")
    parts = [unquote(part) for part in place.strip("/").split("/")]
    if not all(parts):
        raise WrongEdge(f"an address of {kind} says not which one")
    return f"{kind} {'/'.join(parts)}", READERS[kind](unquote(user), unquote(password), parts)


def _varnish(user, password, parts):
    secret, (place, *more) = password or user, parts
    try:
        port = urlsplit(f"//{place}").port
    except ValueError:
        port = None
    if more or not port:
        raise WrongEdge("an address of varnish has no host and port")
    if len(secret) < 16 or not secret.isascii() or not secret.isprintable():
        raise WrongEdge("the secret of varnish has less than 16 plain characters")
    return {
        "BACKEND": "stories.delivery.edge.varnish.Varnish",
        "LOCATION": f"http://{place}/",
        "SECRET": secret,
    }


def _cloudflare(user, password, parts):
    token = password or user
    if not token or len(parts) != 1:
        raise WrongEdge("an address of cloudflare is a token and a zone's id")
    return {
        "BACKEND": "stories.delivery.edge.cloudflare.Cloudflare",
        "BEARER_TOKEN": token,
        "ZONEID": parts[0],
    }


def _cloudfront(user, password, parts):
    if bool(user) != bool(password) or len(parts) != 1:
        raise WrongEdge("an address of cloudfront is a distribution's id")
    config = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.CloudfrontBackend",
        "DISTRIBUTION_ID": parts[0],
    }
    if user:
        config |= {"AWS_ACCESS_KEY_ID": user, "AWS_SECRET_ACCESS_KEY": password}
    return config


def _azure_cdn(user, password, parts):
    if not user or len(parts) != 3:
        raise WrongEdge("an address of azure-cdn is a subscription, group, profile and endpoint")
    _needs("azure.mgmt.cdn", "azure-mgmt-cdn")
    names = dict(
        zip(("RESOURCE_GROUP_NAME", "CDN_PROFILE_NAME", "CDN_ENDPOINT_NAME"), parts, strict=True)
    )
    return {"BACKEND": "stories.delivery.edge.azure.AzureCdn", "SUBSCRIPTION_ID": user, **names}


def _azure_front_door(user, password, parts):
    if not user or len(parts) != 2:
        raise WrongEdge("an address of azure-front-door is a subscription, group and name")
    _needs("azure.mgmt.frontdoor", "azure-mgmt-frontdoor")
    names = dict(zip(("RESOURCE_GROUP_NAME", "FRONT_DOOR_NAME"), parts, strict=True))
    return {
        "BACKEND": "stories.delivery.edge.azure.AzureFrontDoor",
        "SUBSCRIPTION_ID": user,
        **names,
    }


def _needs(module, package):
    try:
        present = find_spec(module) and find_spec("azure.identity")
    except ModuleNotFoundError:
        present = None
    if not present:
        raise WrongEdge(f"{package} and azure-identity are not installed")


READERS = {
    "varnish": _varnish,
    "cloudflare": _cloudflare,
    "cloudfront": _cloudfront,
    "azure-cdn": _azure_cdn,
    "azure-front-door": _azure_front_door,
}
