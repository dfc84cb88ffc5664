"""Which columns of the disconnect matrix each finding fills, from the lines in modifiers.yaml. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from checker.model import Block, ColumnRule, Document, Finding
from checker.wording import Phrases

KINDS = ("theme", "social-value")
"""The kinds of findings that stand in the matrix."""


class Columns:
    """The live findings of a pack by where they stand, to ask which signals stand near one of them."""

    def __init__(
        self,
        documents: Sequence[Document],
        findings: Iterable[Finding],
        leads: Callable[[str], Sequence[tuple[str, int]]],
    ) -> None:
        """`leads` gives, for a block, the sentences that introduce it: their block and where they begin."""
        self._documents = {block.id: document for document in documents for block in document.blocks}
        self._leads = leads
        self._sentences: dict[tuple[str, int], set[str]] = {}
        self._blocks: dict[str, set[str]] = {}
        self._sections: dict[str, set[str]] = {}
        for finding in findings:
            if not finding.dropped_because:
                self._sentences.setdefault((finding.block, finding.sentence_start), set()).add(finding.signal)
                self._blocks.setdefault(finding.block, set()).add(finding.signal)
                section = self._documents[finding.block].by_id[finding.block].section
                self._sections.setdefault(section, set()).add(finding.signal)

    def signals(self, finding: Finding, near: str) -> set[str]:
        """The signals near a finding: in its sentence, its table row, its block or its section.

        What introduces a list belongs to each of its items, and the head of a column to each row below it.
        """
        found = set(self._sentences.get((finding.block, finding.sentence_start), ()))
        leads = self._leads(finding.block)
        for lead in leads:
            found |= self._sentences.get(lead, set())
        if near == "sentence":
            return found
        found |= self._blocks.get(finding.block, set())
        if near == "block":
            return found.union(*(self._blocks.get(lead, set()) for lead, _ in leads))
        document = self._documents[finding.block]
        block = document.by_id[finding.block]
        if near == "section":
            return found | self._sections.get(block.section, set())
        for cell in (*document.row_of(block), *heads(document, block)):
            found |= self._blocks.get(cell.id, set())
        return found

    def assign(self, finding: Finding, rules: Sequence[ColumnRule], phrases: Mapping[int, Phrases]) -> Finding:
        """The finding with the columns that it fills, in the order of the lines that say so."""
        if finding.dropped_because or finding.kind not in KINDS:
            return finding
        block = self._documents[finding.block].by_id[finding.block]
        fitting = (
            rule.column for number, rule in enumerate(rules) if self._fits(finding, block, rule, phrases[number])
        )
        return replace(finding, columns=tuple(dict.fromkeys(fitting)))

    def _fits(self, finding: Finding, block: Block, rule: ColumnRule, heading: Phrases) -> bool:
        if rule.roles and finding.role not in rule.roles:
            return False
        if finding.role in rule.roles_not or (rule.kinds and finding.kind not in rule.kinds):
            return False
        if rule.strength and finding.strength not in rule.strength:
            return False
        if rule.blocks and block.kind.value not in rule.blocks:
            return False
        if rule.signals and self.signals(finding, rule.near).isdisjoint(rule.signals):
            return False
        if rule.signals_not and not self.signals(finding, rule.near).isdisjoint(rule.signals_not):
            return False
        return not rule.heads or self._documents[block.id].head_of(block) in heading


def assign(
    documents: Sequence[Document],
    findings: Sequence[Finding],
    rules: Sequence[ColumnRule],
    leads: Callable[[str], Sequence[tuple[str, int]]],
) -> list[Finding]:
    """Every finding with its columns; only live ones of a theme or of social value itself have any."""
    columns = Columns(documents, findings, leads)
    phrases = {number: Phrases(rule.heads) for number, rule in enumerate(rules)}
    return [columns.assign(finding, rules, phrases) for finding in findings]


def heads(document: Document, block: Block) -> tuple[Block, ...]:
    """The cells that head the columns of a table row, for every column in which the row has words.

    The head "Target" belongs to the theme in the first cell as much as to the number under it.
    """
    if block.place is None:
        return ()
    table = document.table_by_id[block.place.table]
    row = table.rows[block.place.row]
    filled = [col for col, cell in enumerate(row) if cell is not None and document.by_id[cell].text.strip()]
    ids = dict.fromkeys(head[col] for head in table.rows[: table.header] for col in filled)
    return tuple(document.by_id[cell] for cell in ids if cell is not None and cell not in row)
