"""Law and policy in the rules that nobody has compared with its source for over a year: a warning, not a fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checker.model import Framework
from checker.rulebook.packs import assemble, core


def overdue(folder: Path | None = None, as_of: date | None = None) -> tuple[str, ...]:
    """A line for each framework and threshold of a pack, and of the packs below it, that is due to be checked.

    Arguments: `folder` holds the pack (default: the rules that ship with svcheck); `as_of` is the day (default: today).
    """
    day = as_of or date.today()
    book = assemble([core() if folder is None else Path(folder)]).in_force(day)
    lines = []
    for one in book.overdue(day):
        place = one.file if isinstance(one, Framework) else f"thresholds.yaml ({one.id})"
        lines.append(
            f"{place}: last checked on {one.checked_on}, more than a year before {day.isoformat()}. Compare it with "
            "its source and change `checked_on`."
        )
    return tuple(lines)
