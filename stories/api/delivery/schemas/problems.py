"""What went wrong, as RFC 9457 has it."""

from typing import Annotated, Literal

from pydantic import Field

from .values import Shape


class Wrong(Shape):
    """A parameter, and what is wrong with it."""

    name: str
    message: str


class Problem(Shape):
    """A problem (RFC 9457)."""

    type: Annotated[str, Field(examples=["about:blank"])]
    title: str
    status: int
    detail: str
    errors: list[Wrong]
    """What was wrong with which parameter; empty where no parameter was."""


class Gone(Problem):
    """What was public once and was withdrawn."""

    status: Literal[410]
    reason: Literal["withdrawn"]
