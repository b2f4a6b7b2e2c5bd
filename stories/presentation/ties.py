"""What a page shows of others' things: whose pages it is to be found on, and what they quote of it."""

from stories.related.contributors import credited, identity_of

from . import rich_text

OF_CARDS = ("object", "partner")
# Words that are quoted elsewhere lead nowhere from there.
NOWHERE = {}.get


def ties_of(page, keys):
    """What cards keep of a page's objects, partners and people; `keys` are identities by kind and primary
    key. Nothing is kept of what there is not.

    ``bonds`` are identities by kind; ``people`` the credits that lead to a page of the contributor's own;
    ``voices`` what is said here of objects: ``{"object", "html", "respondent"}``.
    """
    people = credited(page)
    bonds = {kind: {str(key) for key in keys.get(kind, {}).values()} for kind in OF_CARDS}
    bonds["contributor"] = {str(identity_of(each["slug"])) for each in people}
    found = {
        "bonds": {kind: sorted(each) for kind, each in bonds.items() if each},
        "people": people,
        "voices": list(_voices(page, keys.get("object", {}))),
    }
    return {name: each for name, each in found.items() if each}


def _voices(page, objects):
    for block in page.body.raw_data:
        if block["type"] == "object_response":
            value = block["value"]
            if key := objects.get(value.get("object")):
                yield {
                    "object": str(key),
                    "html": rich_text.readable(value["response"], NOWHERE, NOWHERE),
                    "respondent": value.get("respondent") or "",
                }
