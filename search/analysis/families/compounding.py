"""Languages that write words together, of which the last says what it is."""

from ..stems import base_of

LANGUAGES = {
    "de", "nl", "af", "fy", "lb", "sv", "da", "nb", "nn", "no", "is", "fo", "fi", "et", "hu",
}  # fmt: skip
SHORTEST = 4


def is_compound_of(one, other, language):
    """Whether the other word is a longer one that begins with this, or ends with it or a form of it: Garten,
    Gemeinschaftsgärten. Both without their endings.
    """
    base = base_of(language)
    if base not in LANGUAGES or len(one) < SHORTEST:
        return False
    if other.startswith(one):
        return True
    at = other.find(one[:-1] if len(one) > SHORTEST else one, 2)
    return at > 0 and abs(len(other) - at - len(one)) <= 1
