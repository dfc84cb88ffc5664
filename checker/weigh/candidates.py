"""Every place that gives social value a weight, and which of them are one criterion cut into parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.model import Weight
from checker.weigh.schemes import PRICE, QUALITY, SOCIAL_VALUE, Scheme
from checker.weigh.tree import adds_up, near


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A scheme with its arithmetic done."""

    scheme: Scheme
    tops: tuple[Weight, ...]
    order: int
    """Its place in the reading order of the pack."""

    @property
    def roles(self) -> set[str]:
        """What its criteria are about, at any depth."""
        return {entry.role for entry in self.scheme.walk()}

    @property
    def complete(self) -> bool:
        """Whether its top level makes 100 and holds a price."""
        return adds_up(self.tops) and any(top.role == PRICE for top in self.tops)

    @property
    def total(self) -> float | None:
        """What its top level makes in percent, None when a number is missing."""
        numbers = [top.percent for top in self.tops]
        return None if None in numbers or not numbers else round(sum(n for n in numbers if n is not None), 4)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A weight of social value in one place."""

    weight: Weight
    settled: Settled


def top_social_value(tops: Iterable[Weight]) -> Iterator[Weight]:
    """The criteria about social value that stand under no other criterion about it."""
    for weight in tops:
        if weight.is_social_value:
            yield weight
        else:
            yield from top_social_value(weight.children)


def candidates(schemes: Sequence[Settled]) -> list[Candidate]:
    """The weights of social value in every scheme; parts of one criterion are joined to it.

    Two criteria about social value side by side in one place, and the weights of two social value
    questions of one file, are parts of one criterion whose weight is their sum.
    """
    found: list[Candidate] = []
    questions: dict[tuple[str, str], list[Candidate]] = {}
    for settled in schemes:
        here = [w for w in top_social_value(settled.tops) if _says_something(w)]
        if settled.scheme.source == "questions":
            key = (settled.scheme.document.name, settled.scheme.lot)
            questions.setdefault(key, []).extend(Candidate(w, settled) for w in here)
            continue
        joined = _joined(here)
        found.extend(Candidate(w, settled) for w in joined)
    for parts in questions.values():
        several = len({_question(part) for part in parts}) > 1
        whole = _joined([part.weight for part in parts], parts[0].settled.scheme.heading, several)
        found.extend(Candidate(w, parts[0].settled) for w in whole)
    return sorted(found, key=lambda c: c.settled.order)


def _says_something(weight: Weight) -> bool:
    return weight.percent is not None or weight.kind != "this-tender" or weight.printed is not None


def _question(part: Candidate) -> tuple[str, tuple[str, ...]]:
    """What tells one question from another: its name and its number."""
    numbers = tuple(code for entry in part.settled.scheme.walk() for code in entry.codes)
    return part.weight.name.lower(), numbers


def _joined(parts: list[Weight], title: str = "", several: bool = False) -> list[Weight]:
    """The weights of one place as one, where they are of different parts of social value.

    Arguments: `several` says that they are of different questions even where their names are alike.
    """
    fixed = [part for part in parts if part.percent is not None and part.kind == "this-tender"]
    names = {part.name.lower() for part in fixed}
    if len(fixed) < 2 or (len(names) < 2 and not several) or len(fixed) < len(parts):
        return parts
    first = fixed[0]
    total = round(sum(part.percent for part in fixed if part.percent is not None), 4)
    effective = [part.effective for part in fixed]
    whole = None if None in effective else round(sum(e for e in effective if e is not None), 4)
    return [
        replace(
            first,
            name=_common_name(fixed, title),
            percent=total,
            printed=total,
            effective=whole,
            children=tuple(fixed),
            evidence=tuple(dict.fromkeys(ident for part in fixed for ident in part.evidence)),
        )
    ]


def _common_name(parts: Sequence[Weight], title: str) -> str:
    """The words with which all the names begin, or the title over them, or the first name."""
    split = [part.name.split() for part in parts]
    common = []
    for words in zip(*split, strict=False):
        if len({word.strip(",:-–").lower() for word in words}) > 1:
            break
        common.append(words[0])
    return " ".join(common).strip(" ,:-–") or title or parts[0].name


def is_part(candidate: Candidate, main: Weight) -> bool:
    """Whether a place only divides up the weight of social value and does not state it again.

    So it is where the criteria of the place, none of them price or quality, add up to the weight or to
    100, and where several questions about social value do.
    """
    settled, weight = candidate.settled, candidate.weight
    if settled.scheme.under_social_value and len(settled.tops) > 1:
        return True
    if weight.children and main.percent is not None and settled.scheme.source == "questions":
        return True
    if weight.children and weight.printed is None and main.printed is not None:
        # A group that only its parts give a number divides up the weight that is printed elsewhere.
        return True
    total = settled.total
    if len(settled.tops) < 2 or total is None or settled.roles & {PRICE, QUALITY} or main.percent is None:
        return False
    return near(total, main.percent) or near(total, 100)


def roles_at_top(settled: Settled) -> set[str]:
    """What the top level of a scheme is about."""
    return {top.role for top in settled.tops}


def has_social_value(settled: Settled) -> bool:
    """Whether a scheme names social value as a criterion."""
    return SOCIAL_VALUE in settled.roles
