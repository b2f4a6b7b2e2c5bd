"""What is wrong with a bundle, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A place in a bundle and what is said of it. `file` is a path inside the bundle's folder."""

    file: str
    line: int
    reason: str


class Refused(Exception):
    """A bundle that cannot be taken in, with every reason that was found."""

    def __init__(self, *problems):
        super().__init__("; ".join(problem.reason for problem in problems))
        self.problems = problems
