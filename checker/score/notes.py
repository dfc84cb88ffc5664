"""What a reader should know about the rules that this tender was judged by, and about its files. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.model import Citation, Document, Framework, Rulebook
from checker.wording import counted, listed

_NAMED = 3
"""How many are named before the rest are only counted."""


def mended(documents: Sequence[Document]) -> tuple[str, ...]:
    """A sentence about each file that was damaged and could be read all the same."""
    return tuple(f"{one.name}: {one.repaired}." for one in documents if one.repaired)


def notes(rules: Rulebook, cited: tuple[Citation, ...], as_of: date) -> tuple[str, ...]:
    """A sentence about law and policy in the rules that nobody has compared with its source for over a year.

    Arguments: `cited` are the frameworks of this tender, which are named first; `as_of` is the day of the check.
    """
    old = rules.overdue(as_of)
    if not old:
        return ()
    here = {citation.id for citation in cited}
    ordered = sorted(old, key=lambda one: (one.id not in here, not isinstance(one, Framework), one.id))
    names = [one.title for one in ordered[:_NAMED]]
    if len(old) > _NAMED:
        names.append(f"{len(old) - _NAMED} more")
    was = "was" if len(old) == 1 else "were"
    return (
        f"{counted(len(old), 'source')} of the rules {was} last checked more than a year before this check and may "
        f"have changed: {listed(names)}.",
    )
