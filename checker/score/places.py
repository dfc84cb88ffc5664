"""The places of a tender where marks are given for social value: its questions and its criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Finding, Role, Weight
from checker.score.case import Case
from checker.score.phrasing import amount

_SCORING = (Role.QUESTION, Role.AWARD)


class Places:
    """Which findings stand in a social value question or criterion, and what those carry.

    Argument: `case` is the tender. `scored` holds the ids of the theme findings that are asked for in such a
    place; `inside` those that stand in the question or criterion itself and so state nothing beside it.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._total = case.weighing.social_value
        self._weights = self._weights_by_block()
        asked = [
            case.by_id[ref] for question in case.weighing.questions for ref in question.evidence if ref in case.by_id
        ]
        self._blocks = {cell for finding in asked for cell in case.row_of(finding.block)} | set(self._weights)
        self._sections = {(finding.file, finding.section) for finding in asked if finding.section}
        self.inside = {finding.id for finding in case.themes if self._is_inside(finding)}
        self.scored = self.inside | {finding.id for finding in case.themes if self._is_asked_for_marks(finding)}

    def marks_of(self, findings: Sequence[Finding]) -> tuple[tuple[str, ...], str]:
        """What proves the marks of some findings of one theme, and the marks in words: "4%", "Shares 4%"."""
        own = [weight for finding in findings if (weight := self._weights.get(finding.block))]
        # Of the places where a theme is asked for, that with the smallest share is the theme's own.
        weight = min(own, key=lambda each: 100.0 if each.percent is None else each.percent) if own else self._total
        if weight is None:
            return (), ""
        alone = bool(own) and len(self._themes_at(weight)) == 1
        words = amount(weight)
        return weight.evidence, words if alone else f"Shares {words}"

    def _is_inside(self, finding: Finding) -> bool:
        return finding.block in self._blocks or (finding.role == Role.QUESTION and "asked" in finding.columns)

    def _is_asked_for_marks(self, finding: Finding) -> bool:
        """Whether a theme is asked for among the award criteria, or in the section of a question."""
        if finding.role not in _SCORING:
            return False
        if "asked" in finding.columns:
            return True
        return (finding.file, finding.section) in self._sections and not self._case.is_explained(finding)

    def _themes_at(self, weight: Weight) -> set[str]:
        """The themes that stand where a weight is given."""
        return {finding.theme for finding in self._case.themes if self._weights.get(finding.block) == weight}

    def _weights_by_block(self) -> dict[str, Weight]:
        """For each block of a question or criterion, the weight that it carries; the narrowest wins."""
        blocks: dict[str, Weight] = {}
        for weight, evidence in (*self._criteria(), *self._questions()):
            for ref in evidence:
                if ref in self._case.by_id:
                    finding = self._case.by_id[ref]
                    blocks |= dict.fromkeys(self._case.row_of(finding.block), weight)
        return blocks

    def _criteria(self) -> Iterator[tuple[Weight, tuple[str, ...]]]:
        for top in self._case.weighing.tree:
            yield from ((weight, weight.evidence) for weight in _social_value(top, inside=False))

    def _questions(self) -> Iterator[tuple[Weight, tuple[str, ...]]]:
        for question in self._case.weighing.questions:
            if question.weight:
                yield question.weight, question.evidence


def _social_value(weight: Weight, inside: bool) -> Iterator[Weight]:
    """The social value criteria of a tree of weights, outer ones first."""
    inside = inside or weight.is_social_value
    if inside:
        yield weight
    for child in weight.children:
        yield from _social_value(child, inside)
