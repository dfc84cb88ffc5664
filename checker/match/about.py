"""Which text of a tender pack is about social value, in its own words, by its number or by its initials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.match.columns import KINDS
from checker.match.draft import Draft
from checker.match.labels import Labels
from checker.match.leads import leads
from checker.match.opener import introduction
from checker.match.passages import Passage
from checker.match.references import references
from checker.match.runs import Runs
from checker.match.scope import Scope
from checker.match.shared import shared_headings
from checker.match.short_forms import short_forms
from checker.model import Block, BlockKind, Document, FileRole, Rulebook


class About:
    """The blocks and sentences of a pack that are about social value, drawn from where it is named."""

    def __init__(self, documents: Sequence[Document], passages: Mapping[str, Passage], rules: Rulebook) -> None:
        self._documents = documents
        self._passages = passages
        self._rules = rules
        joins = rules.words.get("list_joins", ())
        self.leads = {item: lead for document in documents for item, lead in leads(document, joins).items()}
        """What introduces each list item and table, by block id."""
        self.runs = {document.name: Runs(document) for document in documents}
        self.named: dict[tuple[str, int], list[tuple[int, int]]] = {}
        """Where social value is named in words: offsets by block and sentence."""
        self._scopes: dict[str, Scope] = {}

    def draw(self, drafts: Iterable[Draft]) -> None:
        """Take note of where live drafts name social value, and of what that ties to it."""
        named: dict[str, int] = {}
        for draft in drafts:
            if not draft.dropped:
                block = draft.passage.block.id
                named[block] = min(draft.sentence, named.get(block, draft.sentence))
                self.named.setdefault((block, draft.sentence), []).append((draft.start, draft.end))
        _add(named, short_forms(self._passages.values(), self.named))
        self._set_scopes(named)
        words = self._rules.words
        labels = Labels(words.get("answer_labels", ()), words.get("annex_labels", ()))
        _add(named, references(self._documents, self._passages, named, self._whole_block, labels))
        self._set_scopes(named)

    def _set_scopes(self, named: Mapping[str, int]) -> None:
        words = self._rules.words
        for document in self._documents:
            here = {block.id: named[block.id] for block in document.blocks if block.id in named}
            shared = shared_headings(document, self.named, words.get("list_joins", ()), words.get("ties", ()))
            scope = Scope(document, self.leads, here, self.runs[document.name], shared)
            self._scopes.update(dict.fromkeys((block.id for block in document.blocks), scope))

    def _whole_block(self, block: Block) -> bool:
        return self.covers(self._passages[block.id], len(self._passages[block.id].sentences) - 1)

    def covers(self, passage: Passage, sentence: int) -> bool:
        """Whether a sentence is about social value, so that a theme in it counts."""
        scope = self._scopes.get(passage.block.id)
        return scope is not None and not passage.block.furniture and scope.covers(passage.block, sentence)

    def covers_around(self, passage: Passage, sentence: int) -> bool:
        """Whether a sentence would be about social value even if it did not name it itself."""
        return self._scopes[passage.block.id].covers_around(passage.block, sentence)

    def reaches(self, draft: Draft) -> bool:
        """Whether a draft stands where its rule counts."""
        passage, rule = draft.passage, draft.rule
        scope = self._scopes.get(passage.block.id)
        if rule.scope == "any":
            return True
        if rule.scope == "heading":
            return passage.block.kind is BlockKind.HEADING
        if scope is None:
            return False
        if rule.scope == "section":
            return scope.shares_section(passage.block)
        if rule.scope == "page":
            # A sample table in a guide is no table of this tender.
            return passage.document.role is not FileRole.GUIDANCE and scope.shares_page(passage.block)
        if self.covers(passage, draft.sentence):
            return True
        # A duty to report on five things is a duty to report on social value, when that is one of them.
        return rule.kind not in KINDS and self._leads_to(passage, draft.sentence, scope)

    def _leads_to(self, passage: Passage, sentence: int, scope: Scope) -> bool:
        """Whether a sentence introduces a list that names social value, or goes on in a line that does."""
        block = passage.block
        if block.furniture:
            return False
        return block.id in scope.lines or (block.id in scope.openings and sentence >= introduction(passage))


def _add(named: dict[str, int], more: Mapping[str, int]) -> None:
    for block, sentence in more.items():
        named[block] = min(sentence, named.get(block, sentence))
