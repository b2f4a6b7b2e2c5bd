"""What of a change breaks programs that read the API, and what only adds to it.

A change is told as ``(BREAKS | ADDS | DIFFERS, sentence)``. Breaking is: a key, parameter, endpoint or
value that is gone or has another name; a type that is another or holds less; a key that is not always
there any more, or may be null; a parameter that has to be given now, or allows less.
"""

import json

BREAKS, ADDS, DIFFERS = "breaks", "adds", "differs"
NAMES = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number",
         float: "a number", type(None): "null"}  # fmt: skip
# Of a parameter: what allows less when it is lower, and when it is higher.
MOST, LEAST = ("maximum", "maxLength", "maxItems"), ("minimum", "minLength", "minItems")


def in_answers(old, new, where=""):
    """What has changed in an answer."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key in new:
                yield from in_answers(old[key], new[key], f"{where}.{key}")
            else:
                yield BREAKS, f"{shown(where, key)} is gone, or has another name"
        yield from ((ADDS, f"{shown(where, key)} is new") for key in new if key not in old)
    elif isinstance(old, list) and isinstance(new, list):
        for number, (one, other) in enumerate(zip(old, new, strict=False)):
            yield from in_answers(one, other, f"{where}[{number}]")
        if len(old) != len(new):
            yield DIFFERS, f"{shown(where)} had {len(old)} items and has {len(new)}"
    elif NAMES[type(old)] != NAMES[type(new)] and None not in (old, new):
        yield BREAKS, f"{shown(where)} was {NAMES[type(old)]} and is {NAMES[type(new)]}"
    elif old != new:
        yield DIFFERS, f"{shown(where)} was {old!r} and is {new!r}"


def in_documents(old, new):
    """What has changed in an OpenAPI document."""
    for path, methods in old["paths"].items():
        for method, operation in methods.items():
            where = f"{method.upper()} {path}"
            if other := new["paths"].get(path, {}).get(method):
                yield from _in_parameters(operation, other, where)
                yield from _in_responses(operation, other, where)
            else:
                yield BREAKS, f"{where} is gone"
    yield from ((ADDS, f"{path} is new") for path in new["paths"] if path not in old["paths"])
    schemas, others = old["components"]["schemas"], new["components"]["schemas"]
    for name, schema in schemas.items():
        if name in others:
            yield from _in_schemas(schema, others[name], name)
        else:
            yield BREAKS, f"the schema {name} is gone, or has another name"
    yield from ((ADDS, f"the schema {name} is new") for name in others if name not in schemas)


def _in_parameters(old, new, where):
    known = {each["name"]: each for each in old["parameters"]}
    given = {each["name"]: each for each in new["parameters"]}
    for name in known.keys() - given.keys():
        yield BREAKS, f"{where} takes no parameter {name} any more"
    for name, parameter in given.items():
        before = known.get(name)
        if parameter["required"] and not (before and before["required"]):
            yield BREAKS, f"{where} has to be given the parameter {name} now"
        elif before is None:
            yield ADDS, f"{where} takes the parameter {name}"
        if before:
            yield from _in_allowed(before["schema"], parameter["schema"], f"{where} {name}")


def _in_allowed(old, new, where):
    """What has changed in what a parameter may be."""
    less = [
        *(key for key in MOST if new.get(key, float("inf")) < old.get(key, float("inf"))),
        *(key for key in LEAST if new.get(key, 0) > old.get(key, 0)),
        *(
            key
            for key in ("type", "pattern", "format")
            if new.get(key, old.get(key)) != old.get(key)
        ),
        *(["enum"] if set(new.get("enum", old.get("enum", ()))) < set(old.get("enum", ())) else []),
    ]
    for key in less:
        yield BREAKS, f"{where} allows less: {key} was {old.get(key)} and is {new.get(key)}"
    if new.get("default") != old.get("default"):
        yield BREAKS, f"{where}, left out, was {old.get('default')} and is {new.get('default')}"


def _in_responses(old, new, where):
    for status, response in old["responses"].items():
        other = new["responses"].get(status)
        if other is None:
            yield BREAKS, f"{where} never answers {status} any more"
            continue
        for media_type, content in response.get("content", {}).items():
            if media_type in other.get("content", {}):
                schema = other["content"][media_type]["schema"]
                yield from _in_schemas(content["schema"], schema, f"{where} {status}")
            else:
                yield BREAKS, f"{where} {status} is not {media_type} any more"
    for status in new["responses"].keys() - old["responses"].keys():
        yield ADDS, f"{where} may answer {status}"


def _in_schemas(old, new, where):
    """What has changed in what an answer may be."""
    for key in ("$ref", "type", "format"):
        if old.get(key) != new.get(key):
            yield BREAKS, f"{where} was {old.get(key)} and is {new.get(key)}"
    yield from _in_values(old, new, where)
    yield from _in_properties(old, new, where)
    if "items" in old and "items" in new:
        yield from _in_schemas(old["items"], new["items"], f"{where}[]")


def _in_properties(old, new, where):
    before, after = old.get("properties", {}), new.get("properties", {})
    for key, schema in before.items():
        if key not in after:
            yield BREAKS, f"{where}.{key} is gone, or has another name"
            continue
        if key in old.get("required", ()) and key not in new.get("required", ()):
            yield BREAKS, f"{where}.{key} is not always there any more"
        yield from _in_schemas(schema, after[key], f"{where}.{key}")
    yield from ((ADDS, f"{where}.{key} is new") for key in after if key not in before)


def _in_values(old, new, where):
    """Of one of several schemas or values: which have gone and come."""
    before, after = _variants(old), _variants(new)
    if not before and not after:
        return
    for gone in sorted(before - after):
        yield BREAKS, f"{where} is never {gone} any more"
    for come in sorted(after - before):
        # One more type of block leaves programs as they were; null, where it never was, does not.
        kind = BREAKS if come == "null" or not before else ADDS
        yield kind, f"{where} may be {come}"


def _variants(schema):
    if "const" in schema:
        return {str(schema["const"])}
    variants = schema.get("anyOf", []) + schema.get("oneOf", [])
    return {str(value) for value in schema.get("enum", ())}.union(
        each.get("$ref", "").split("/")[-1] or str(each.get("type") or json.dumps(each))
        for each in variants
    )


def shown(where, key=""):
    return f"{where}.{key}".strip(".") if key else where.strip(".") or "the answer"
