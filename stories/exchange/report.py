"""What an import did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Report:
    """Counts of pages, and what there is to say, bundle by bundle."""

    bundles: int = 0
    pages: Counter = field(default_factory=Counter)  # created, updated, unchanged, published
    files: Counter = field(default_factory=Counter)  # image, recording, document
    added: list = field(default_factory=list)  # out of collection.yaml
    refused: list = field(default_factory=list)  # (bundle, problems)
    warnings: list = field(default_factory=list)  # (bundle, problem)

    def refuse(self, name, problems):
        self.refused.append((name, list(dict.fromkeys(problems))))

    def warn(self, name, problems):
        self.warnings += [(name, problem) for problem in problems]

    def lines(self, warnings=True):
        """The report, line by line; what was refused last, so that it stays on the screen."""
        if warnings:
            for name, problem in self.warnings:
                yield f"warning  {place(name, problem)}"
        for name, problems in self.refused:
            for problem in problems:
                yield f"refused  {place(name, problem)}"
        for each in self.added:
            yield f"added    {each}"
        pages, files = self.pages, self.files
        yield (
            f"{count(self.bundles, 'bundle')}: "
            f"{count(pages['created'], 'page')} created, {pages['updated']} updated, "
            f"{pages['unchanged']} unchanged, {pages['published']} published; "
            f"{count(len(self.refused), 'bundle')} refused; {count(len(self.warnings), 'warning')}"
        )
        yield (
            f"New in the library: {count(files['image'], 'picture')}, "
            f"{count(files['recording'], 'recording')}, {files['document']} captions"
        )


def place(name, problem):
    file = f"{name}/{problem.file}" if problem.file != "." else name
    return f"{file}:{problem.line}: {problem.reason}"


def count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
