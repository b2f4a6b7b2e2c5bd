"""Somali, which the site has not got by itself: with its pages and teams it takes long to make."""

from tests.factories import locale
from tests.once import once

somali = once(lambda: locale("so"))
