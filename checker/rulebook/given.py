"""The two files that a reader may add to a check: a provider's offer, and waivers; read as carefully as rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Self, TypeVar

from pydantic import ValidationError, model_validator

from checker.errors import GivenFileError, RuleFault
from checker.model import Deed, Offer, Rulebook, Waiver
from checker.rulebook.entries import Day, Entry, Id, Words, wrong
from checker.rulebook.faults import explain, unknown
from checker.rulebook.files import shown
from checker.rulebook.positions import Unreadable, fault, read
from checker.rulebook.schema import Format

_File = TypeVar("_File", bound=Entry)


class DeedEntry(Entry):
    """One thing that the provider already does."""

    does: Words
    """What it does, in a sentence that others may read."""
    proof: Words | None = None
    """What shows it: a report, a certificate, a return. Without it the fit is "partly"."""


class OfferFile(Entry):
    """What a provider already does, by theme."""

    format: Format
    """The version of this file layout."""
    provider: Words
    """The provider's name, as the report shows it."""
    updated: Day | None = None
    """The day on which the file was last looked over."""
    offer: dict[Id, list[DeedEntry]]
    """Theme ids (svcheck rules list shows them), each with what is done."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not any(self.offer.values()):
            raise wrong("`offer:` names nothing; write at least one theme with what you do for it.", "offer")
        return self


class WaiverEntry(Entry):
    """One problem that somebody decided to let stand."""

    check: Id
    """The id of the check, as the report shows it."""
    reason: Words
    who: Words
    """The person or role that decided it."""
    until: Day
    """The last day on which it holds."""


class WaiverFile(Entry):
    """Problems that somebody decided to let stand."""

    format: Format
    """The version of this file layout."""
    waivers: list[WaiverEntry]


def load_offer(path: Path, rules: Rulebook) -> Offer:
    """A provider's offer. Raises GivenFileError with every fault, each at its line and column."""
    made, faults = _read(path, OfferFile)
    themes = [theme.id for theme in rules.themes]
    faults += [fault(theme, unknown(theme, "theme", themes)) for theme in made.offer if str(theme) not in themes]
    _refuse(faults)
    return Offer(
        provider=str(made.provider),
        themes={
            str(theme): tuple(Deed(_line(deed.does), _line(deed.proof or "")) for deed in deeds)
            for theme, deeds in made.offer.items()
        },
        updated=date.fromisoformat(made.updated) if made.updated else None,
        file=path.name,
    )


def load_waivers(path: Path, rules: Rulebook) -> tuple[Waiver, ...]:
    """Waivers, in the order of their file. Raises GivenFileError with every fault, each at its line and column."""
    made, faults = _read(path, WaiverFile)
    checks = [check.id for check in rules.checks]
    seen: set[str] = set()
    for entry in made.waivers:
        if str(entry.check) not in checks:
            faults.append(fault(entry.check, unknown(entry.check, "check", checks)))
        elif str(entry.check) in seen:
            faults.append(fault(entry.check, f"`{entry.check}` is waived twice here; keep one."))
        seen.add(str(entry.check))
    _refuse(faults)
    return tuple(
        Waiver(str(entry.check), _line(entry.reason), _line(entry.who), date.fromisoformat(entry.until))
        for entry in made.waivers
    )


def _line(words: str) -> str:
    return " ".join(words.split())


def _read(path: Path, model: type[_File]) -> tuple[_File, list[RuleFault]]:
    try:
        root, faults = read(path, shown(path))
        return model.model_validate(root), faults
    except Unreadable as problem:
        raise GivenFileError((problem.fault,)) from problem
    except ValidationError as problem:
        raise GivenFileError((*faults, *explain(problem, root, model))) from problem


def _refuse(faults: Sequence[RuleFault]) -> None:
    if faults:
        raise GivenFileError(tuple(sorted(faults, key=lambda one: (one.line, one.col))))
