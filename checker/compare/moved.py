"""Which facts of a tender moved between two drafts: added, taken out, or changed, with both places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.compare.spots import Data


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one draft: its name, what is said of it in words and as data, and where it stands."""

    label: str
    said: str
    value: Any
    places: tuple[Data, ...] = ()
    quiet: bool = False
    """Whether it is worth a line only beside one that is not quiet: a sum that adds up."""

    def side(self) -> Data:
        """The fact as plain data."""
        return {"said": self.said, "value": self.value, "places": list(self.places)}


Facts = Mapping[Hashable, Fact]


def moved(about: str, old: Facts, new: Facts) -> list[Data]:
    """The facts that differ, in the order of the newer draft; what only the older draft has stands last."""
    rows = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        if was and now and was.said == now.said and was.value == now.value:
            continue
        if all(fact.quiet for fact in (was, now) if fact):
            continue
        fact = now or was
        assert fact is not None  # noqa: S101 - the key comes from one of the two
        rows.append(
            {
                "about": about,
                "label": fact.label,
                "change": "changed" if was and now else "added" if now else "removed",
                "old": was.side() if was else None,
                "new": now.side() if now else None,
            }
        )
    return rows


def key_of(text: str) -> str:
    """A name as it is recognised in another draft: its letters and figures alone, in small letters."""
    return "".join(filter(str.isalnum, text)).casefold()


def numbered(facts: Iterable[tuple[Hashable, Fact]]) -> dict[Hashable, Fact]:
    """Facts by their key; those that share one are told apart by their order."""
    seen: Counter[Hashable] = Counter()
    made: dict[Hashable, Fact] = {}
    for key, fact in facts:
        seen[key] += 1
        made[key, seen[key]] = fact
    return made
