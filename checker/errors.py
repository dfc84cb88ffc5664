"""What can go wrong, told in one line: what happened, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class CheckerError(Exception):
    """A problem that the person at the keyboard can mend.

    Arguments: `message` says what and why in one line; `hint` says what to do; `slug` is a stable
    short name for scripts and tests.
    """

    slug = "error"

    def __init__(self, message: str, hint: str = "", slug: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if slug is not None:
            self.slug = slug

    def __str__(self) -> str:
        between = "" if self.message.endswith("\n") else " "
        return f"{self.message}{between}{self.hint}".strip()


class UnreadableFile(CheckerError):
    """A file that cannot be read at all: missing, locked, broken, or not what its name says."""

    slug = "unreadable-file"

    def __init__(self, path: Path | str, why: str, hint: str = "", slug: str | None = None) -> None:
        # A file's name may hold line ends, and signs that act on a terminal.
        shown = "".join(letter if letter.isprintable() else "?" for letter in str(path))
        super().__init__(f"Cannot read {shown}: {why}.", hint, slug)
        self.path = Path(path)
        self.why = why


class CannotWrite(CheckerError):
    """A result that could not be written where it was asked for."""

    slug = "cannot-write"


@dataclass(frozen=True, slots=True)
class RuleFault:
    """One fault in a rule file, with the place where it stands (line and column from 1)."""

    path: Path
    line: int
    col: int
    message: str
    """What is wrong, with 'did you mean …' where something near exists."""
    source: str = ""
    """The line of the file, shown above a caret."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.col}: {self.message}"
        if not self.source:
            return place
        return f"{place}\n    {self.source}\n    {' ' * (self.col - 1)}^"


class RuleFileError(CheckerError):
    """Every fault found in the rule files, all at once."""

    slug = "rule-file"

    def __init__(self, faults: tuple[RuleFault, ...]) -> None:
        many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        lines = "\n".join(str(fault) for fault in faults)
        super().__init__(f"The rules hold {many}:\n{lines}\n", "Correct what is named above and run it again.")
        self.faults = faults


class GivenFileError(CheckerError):
    """Every fault of a file that the reader added to a check: an offer or waivers."""

    slug = "given-file"

    def __init__(self, faults: tuple[RuleFault, ...]) -> None:
        super().__init__("\n".join(f"{one.path}:{one.line}:{one.col}: {one.message}" for one in faults))
        self.faults = faults
