"""What a reader adds to a check: what a provider already does, and problems that somebody decided to let stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a provider already does, and its proof; an empty proof means that none was named."""

    does: str
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a provider already does, by theme."""

    provider: str
    themes: Mapping[str, tuple[Deed, ...]]
    updated: date | None = None
    file: str = ""
    """The name of the file that it was read from, without folders."""

    def fit(self, theme: str) -> str:
        """How far the offer meets a theme: strong (with proof), partly (without), none."""
        deeds = self.themes.get(theme, ())
        return "strong" if any(deed.proof for deed in deeds) else "partly" if deeds else "none"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A decision to let the problem of one check stand: why, on whose word, and up to and including which day."""

    check: str
    reason: str
    who: str
    until: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that was given and not read: why, and the name of the same file where it is only a second copy."""

    name: str
    why: str
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """All that a reader adds to one check, and the files that were left out of it."""

    offer: Offer | None = None
    waivers: tuple[Waiver, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


NOTHING_GIVEN = Given()
"""Only the tender documents."""
