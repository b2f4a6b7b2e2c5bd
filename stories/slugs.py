"""Addresses in ASCII, whatever script a title is written in."""

from anyascii import anyascii
from django.utils.text import slugify


def ascii_slug(text):
    """A slug of ASCII letters, digits and hyphens: "نهر" gives "nhr"; "" where nothing can be written so."""
    return slugify(anyascii(text))[:200].strip("-")


def free_slug(base, is_taken):
    """`base`, or the first of ``base-2``, ``base-3``… that `is_taken` does not refuse."""
    slug, number = base, 1
    while is_taken(slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
