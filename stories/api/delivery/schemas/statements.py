"""The accessibility statement."""

from typing import Literal

from .details import Detail
from .values import Choice, Day, Html, Shape


class Criterion(Shape):
    """A success criterion of WCAG 2.2: its number, and its name in English."""

    id: str
    title: str


class KnownIssue(Shape):
    """Something that not everybody can use; "" for what is not said."""

    what: str
    where: str
    criteria: list[Criterion]
    reason: Choice
    explanation: str
    instead: str
    mended_by: Day | None


class StatementContact(Shape):
    """Whom to tell."""

    email: str
    phone: str
    more: Html
    answered_within: int
    """In days."""


class Statement(Shape):
    """What the UK's accessibility regulations want to be said."""

    applies_to: str
    """Empty for the whole website."""
    compliance: Choice
    issues: list[KnownIssue]
    contact: StatementContact
    enforcement: Choice
    """Where the organisation is, which decides who enforces the regulations."""
    improving: Html
    how_tested: Html
    tested_by: str
    tested_on: Day | None
    prepared_on: Day
    reviewed_on: Day


class AccessibilityStatementDetail(Detail):
    """What does not work on the site for whom, and whom to tell."""

    type: Literal["accessibility_statement"]
    statement: Statement
