"""The publication log, and what it says is public."""

from .log import Change, Head
from .register import PublicPage, Use

__all__ = ["Change", "Head", "PublicPage", "Use"]
