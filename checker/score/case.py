"""Everything that is known about one tender before it is judged, and the ways to ask it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from checker.model import Block, Context, Document, FileRole, Finding, Offer, Page, Role, Rulebook, Weighing

CITED = 6
"""How many places are enough to prove that something is said many times."""

_ASKS = ("social-value", "question", "reporting", "contract", "measure")
"""The kinds of finding that ask something of the bidder."""
_INSTRUCTIONS = (FileRole.ITT, FileRole.EVALUATION)
_TERMS = (FileRole.CONTRACT, FileRole.SPECIFICATION)


@dataclass(frozen=True)
class Case:
    """One tender pack as read, matched and weighed; its findings hold the ones that count and the others."""

    documents: tuple[Document, ...]
    rules: Rulebook
    findings: tuple[Finding, ...]
    weighing: Weighing
    context: Context
    offer: Offer | None = None
    """What the provider who reads the report already does."""

    @cached_property
    def live(self) -> tuple[Finding, ...]:
        """The findings that count, in reading order."""
        return tuple(finding for finding in self.findings if not finding.dropped_because)

    @cached_property
    def by_id(self) -> dict[str, Finding]:
        """The findings by their id."""
        return {finding.id: finding for finding in self.findings}

    def signal(self, *names: str) -> tuple[Finding, ...]:
        """The live findings of some signals, by the ids of the files that hold their rules."""
        return tuple(finding for finding in self.live if finding.signal in names)

    def found_by(self, name: str) -> tuple[Finding, ...]:
        """The live findings of one signal file, theme file or single rule."""
        return tuple(finding for finding in self.live if name in (finding.signal, finding.theme, finding.rule))

    @cached_property
    def themes(self) -> tuple[Finding, ...]:
        """The live findings of themes."""
        return tuple(finding for finding in self.live if finding.kind == "theme")

    @cached_property
    def pages(self) -> int:
        """How many pages the files have."""
        return sum(len(document.pages) for document in self.documents)

    @cached_property
    def unread(self) -> tuple[tuple[Document, Page], ...]:
        """The pages that could not be read, each with its file."""
        return tuple((document, page) for document in self.documents for page in document.unreadable)

    @cached_property
    def blocks(self) -> dict[str, tuple[Document, Block]]:
        """Every block of the pack with its file, by its id."""
        return {block.id: (document, block) for document in self.documents for block in document.blocks}

    @cached_property
    def unread_files(self) -> tuple[Document, ...]:
        """The files that could not be read at all: locked or broken."""
        return tuple(document for document in self.documents if document.note)

    def row_of(self, block_id: str) -> tuple[str, ...]:
        """The ids of the cells that share a table row with a cell; of any other block, its own id."""
        if block_id not in self.blocks:
            return (block_id,)
        document, block = self.blocks[block_id]
        return tuple(cell.id for cell in document.row_of(block)) or (block_id,)

    @cached_property
    def as_a_whole(self) -> tuple[Finding, ...]:
        """What is asked about social value as a whole: the sentence names no theme, so it covers each of them."""
        named = {_sentence(finding) for finding in self.themes}
        return tuple(finding for finding in self.live if finding.kind in _ASKS and _sentence(finding) not in named)

    def is_explained(self, finding: Finding) -> bool:
        """Whether the sentence of a finding explains to bidders, as an example of an answer does."""
        return _sentence(finding) in self._explaining

    @cached_property
    def _explaining(self) -> frozenset[tuple[str, str, int]]:
        return frozenset(_sentence(finding) for finding in self.signal("guidance"))

    @cached_property
    def measures(self) -> dict[str, list[Finding]]:
        """The numbers, targets and KPIs that count, by their block."""
        return _by_block(self.signal("measure"))

    @cached_property
    def weights(self) -> dict[str, list[Finding]]:
        """The numbers that say what an answer is worth, by their block."""
        return _by_block(finding for finding in self.live if finding.kind == "weight" and finding.rule != "weight.kpi")

    def is_weight(self, measure: Finding) -> bool:
        """Whether a number is only a weight: "10%" beside a criterion measures no delivery."""
        return any(
            weight.start < measure.end and measure.start < weight.end for weight in self.weights.get(measure.block, ())
        )

    def is_measured(self, finding: Finding) -> bool:
        """Whether a finding of the column "measured" has a measure beside it that is more than a weight."""
        if "measured" not in finding.columns:
            return False
        beside = [measure for cell in self.row_of(finding.block) for measure in self.measures.get(cell, ())]
        return not beside or not all(self.is_weight(measure) for measure in beside)

    @cached_property
    def section_roles(self) -> frozenset[str]:
        """What the sections of the files are for."""
        return frozenset(str(section.role) for document in self.documents for section in document.sections)

    def has_role(self, *roles: FileRole) -> bool:
        """Whether a file of one of these roles was given."""
        return any(document.role in roles for document in self.documents)

    @cached_property
    def has_criteria(self) -> bool:
        """Whether award criteria with their weights were read."""
        return bool(self.weighing.tree or self.weighing.sums)

    @cached_property
    def has_evaluation(self) -> bool:
        """Whether the files hold award criteria or tender instructions."""
        return (
            self.has_role(*_INSTRUCTIONS)
            or self.has_criteria
            or bool(self.weighing.questions or self.weighing.social_value)
            or not self.section_roles.isdisjoint({str(Role.AWARD), str(Role.QUESTION)})
            or bool(self.signal("evaluation", "pass-fail", "tie-break", "question"))
        )

    @cached_property
    def has_terms(self) -> bool:
        """Whether the files hold contract terms or a specification."""
        return self.has_role(*_TERMS) or not self.section_roles.isdisjoint(
            {str(Role.CONTRACT), str(Role.SPECIFICATION)}
        )


def _sentence(finding: Finding) -> tuple[str, str, int]:
    return finding.file, finding.block, finding.sentence_start


def _by_block(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    blocks: dict[str, list[Finding]] = {}
    for finding in findings:
        blocks.setdefault(finding.block, []).append(finding)
    return blocks


def ids_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The ids of some findings, each once, in their order."""
    return tuple(dict.fromkeys(finding.id for finding in findings))


def sample(findings: Iterable[Finding], most: int = CITED) -> tuple[str, ...]:
    """The ids of the first finding on each page, and of no more than `most` pages."""
    pages: dict[tuple[str, int], str] = {}
    for finding in findings:
        pages.setdefault((finding.file, finding.page), finding.id)
    return tuple(pages.values())[:most]
