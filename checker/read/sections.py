"""Where each block sits ("4.2 Award criteria") and what its section is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.model import Cue, Role, Section
from checker.read.headings import Heading
from checker.wording import Phrases

_FIRM = frozenset({Role.CONTRACT, Role.QUESTION, Role.SELECTION, Role.TUPE, Role.DEFINITIONS})
"""What stands inside a section of these roles belongs to it even where its own title …"""
_LOOSE = frozenset({Role.BACKGROUND, Role.SPECIFICATION})
"""… hints at one of these ("Supply of the services" is a clause of the contract)."""


_IN_DIVISION = 0.5
"""The rank of a part inside a schedule: below the schedule, above numbered clauses."""


class TitleCues:
    """Tells the role of a section from its heading, by the cue list `sections`; the first cue that fits wins."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = [
            (Role(cue.value), Phrases(cue.phrases), Phrases(cue.unless)) for cue in cues if cue.where == "title"
        ]

    def role(self, title: str) -> Role | None:
        """The role that a title gives its section, or None where it tells nothing."""
        for role, phrases, unless in self._cues:
            if title in phrases and not (unless.phrases and title in unless):
                return role
        return None


@dataclass(frozen=True, slots=True)
class Open:
    """A heading whose section is still open, with its rank: smaller ranks hold larger ones."""

    rank: float
    size: float
    section: Section


def ranks(headings: Mapping[int, Heading]) -> dict[int, float]:
    """How deep each heading stands: numbered ones by their number, others by how large they are set.

    An unnumbered heading set like the numbered ones of some depth ranks with them; one set larger than
    all of them holds them; one set smaller stands below the section it comes in.
    """
    numbered: dict[tuple[float, bool], list[int]] = {}
    for heading in headings.values():
        if heading.depth > 0:
            numbered.setdefault((round(heading.size, 1), heading.bold), []).append(heading.depth)
    depths = {look: min(found) for look, found in numbered.items()}
    plain = sorted({_weight(h) for h in headings.values() if h.depth == 0 and not h.is_title}, reverse=True)
    found: dict[int, float] = {}
    for n, heading in headings.items():
        look = (round(heading.size, 1), heading.bold)
        if heading.is_title:
            found[n] = -2.0
        elif heading.depth > 0:
            found[n] = float(heading.depth)
        elif heading.depth < 0:
            found[n] = 0.0
        elif heading.within:
            found[n] = heading.within + 0.5 + 0.01 * plain.index(_weight(heading))
        elif not depths:
            found[n] = 1.0 + plain.index(_weight(heading))
        elif look in depths:
            found[n] = float(depths[look]) + (0.0 if heading.capitals or depths[look] == 1 else 0.1)
        else:
            smaller = [depth for (size, _), depth in depths.items() if size < look[0] - 0.3]
            larger = [depth for (size, _), depth in depths.items() if size >= look[0] - 0.3]
            found[n] = min(smaller) - 0.5 if smaller else max(larger) + 0.5 + 0.01 * plain.index(_weight(heading))
    return found


def _weight(heading: Heading) -> tuple[float, bool, bool]:
    return round(heading.size), heading.bold, heading.capitals


def _is_part_of(heading: Heading, holding: Sequence[Open]) -> bool:
    """Whether a division stands in another one: "Part 2", set smaller than the "Schedule 4" above it."""
    outer = next((one for one in holding if one.rank == 0.0), None)
    if heading.depth >= 0 or outer is None or not outer.section.number:
        return False
    word, above = (number.split()[0].casefold() for number in (heading.number, outer.section.number))
    return word != above and heading.size < outer.size - 0.3


def build_sections(
    headings: Mapping[int, Heading], cues: TitleCues, own_role: Role, prefix: str, block_ids: Mapping[int, str]
) -> dict[int, Section]:
    """The section that each heading opens, by the heading's place in the flow.

    A section takes its role from its title, else from the section that holds it, else from what the
    file is for (`own_role`). `block_ids` gives the id of each heading's block.
    """
    depth = ranks(headings)
    sections: dict[int, Section] = {}
    holding: list[Open] = []
    for count, n in enumerate(sorted(headings), start=1):
        heading = headings[n]
        rank = _IN_DIVISION if _is_part_of(heading, holding) else depth[n]
        while holding and (holding[-1].rank >= rank or heading.size > holding[-1].size + 1.2):
            holding.pop()
        parent = holding[-1].section if holding else None
        around = parent.role if parent else own_role
        role = cues.role(heading.title) or cues.role(f"{heading.number} {heading.title}")
        held = around in _FIRM and (parent is not None or heading.depth > 0)
        if role is None or heading.is_title or (held and role in _LOOSE):
            role = around
        section = Section(
            id=f"{prefix}.s{count}",
            number=heading.number,
            title=heading.title,
            level=len(holding) + 1,
            role=role,
            path=(*(parent.path if parent else ()), heading.title),
            heading=block_ids[n],
        )
        sections[n] = section
        if not heading.is_title:
            holding.append(Open(rank, heading.size, section))
    return sections
