"""Everything that the rules recognise in a tender pack, and for each whether it counts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from checker.match import cues
from checker.match.asks import Asks
from checker.match.beside import beside
from checker.match.columns import assign, heads
from checker.match.combine import Hit, has, leaves, numbers_alone, term
from checker.match.draft import Draft, bounded, longest_only, to_finding
from checker.match.drops import (
    ABOUT_SERVICE,
    BESIDE,
    OUT_OF_SCOPE,
    clauses_of,
    drafts_of,
    modifier_reason,
    named_at_all,
    overlapped,
    place_reason,
    sentence_reason,
)
from checker.match.frameworks import cited_once, framework_rule
from checker.match.labels import Labels
from checker.match.leads import leads
from checker.match.modifiers import Hits
from checker.match.opener import Opener, openers
from checker.match.passages import Passage, passages
from checker.match.references import references
from checker.match.scope import Scope
from checker.model import Block, Clause, Document, Finding, Rule, Rulebook
from checker.wording import Phrases

SERVICE = "service"
"""The signal whose findings say that social value is what is being bought."""


def find(documents: Sequence[Document], rules: Rulebook) -> tuple[Finding, ...]:
    """Every finding in a tender pack, live and dropped, in reading order; facts about the procurement come last.

    What social value rules recognise comes first, for it decides which text is about social value; then
    frameworks and signals, then themes, which count only in such text; last the columns of the matrix.

    Arguments: `documents` as they were read, with block ids unique in the pack; `rules` in force.
    """
    return _Search(documents, rules).findings()


class _Search:
    """One pack on its way from phrases to findings."""

    def __init__(self, documents: Sequence[Document], rules: Rulebook) -> None:
        self.documents = documents
        self.book = rules
        self.rules = (*rules.rules, *map(framework_rule, rules.frameworks))
        self.modifiers = {modifier.id: modifier for modifier in rules.modifiers}
        self.bidders = tuple(Clause(phrase=word) for word in rules.words.get("bidders", ()))
        self.passages = passages(documents, self._clauses(), rules.words)
        self.leads = {item: lead for document in documents for item, lead in leads(document).items()}
        self.scopes: dict[str, Scope] = {}
        self.named: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self.ties = Phrases(rules.words.get("ties", ()))
        self._by_term = self._rules_by_term()
        self._over_rows = self._that_ask(within="row")
        self._with_numbers = self._that_ask(number=True)

    def findings(self) -> tuple[Finding, ...]:
        """All passes, one after the other."""
        free = [rule for rule in self.rules if rule.kind == "social-value" and rule.scope == "any"]
        first = named_at_all(self._without_service(longest_only(self._drafts(free))))
        self._draw_scope(first)
        signals = [rule for rule in self.rules if rule.kind != "theme" and rule not in free]
        second = cited_once(longest_only(self._drafts(signals)))
        third = longest_only(self._drafts([rule for rule in self.rules if rule.kind == "theme"]))
        drafts = [*first, *second, *third]
        self._weigh_words(drafts)
        place = {block.id: n for n, block in enumerate(b for document in self.documents for b in document.blocks)}
        drafts.sort(key=lambda d: (place[d.passage.block.id], d.start, d.end, d.rule.id))
        found = bounded(map(to_finding, drafts))
        found = assign(self.documents, found, self.book.columns, self._introduced_by)
        return (*found, *cues.spot(self.documents, self.passages, self.book))

    def _clauses(self) -> Iterator[Clause]:
        for rule in self.rules:
            yield from clauses_of(rule)
        for modifier in self.book.modifiers:
            yield from (*modifier.phrases, *modifier.stop_at, *modifier.not_in)
        yield from self.bidders
        yield from cues.clauses(self.book)

    def _rules_by_term(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for rule in self.rules:
            for leaf in leaves([rule.find]):
                found.setdefault(term(leaf), {})[rule.id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    def _that_ask(self, *, number: bool = False, within: str = "") -> frozenset[str]:
        """The rules with a condition on a number, or on words so far apart."""
        asking = (rule for rule in self.rules if any(has(c, number=number, within=within) for c in clauses_of(rule)))
        return frozenset(rule.id for rule in asking)

    def _drafts(self, rules: Sequence[Rule]) -> Iterator[Draft]:
        """Every match of the rules, block by block; only rules with a phrase in the block are tried."""
        by_id = {rule.id: rule for rule in rules}
        bare = [rule.id for rule in rules if numbers_alone(rule.find)]
        for passage in self.passages.values():
            names = {name: None for found in passage.hits for name in self._by_term.get(found, ()) if name in by_id}
            for name in bare:
                if by_id[name].scope == "any" or self._in_scope(passage, len(passage.sentences) - 1):
                    names[name] = None
            for rule in (by_id[name] for name in sorted(names)):
                hits = self._hits(rule, passage)
                for draft in drafts_of(rule, passage, hits, self._anchors(passage)):
                    draft.dropped = self._reason(draft, hits)
                    yield draft

    def _hits(self, rule: Rule, passage: Passage) -> Hits:
        """The hits that a rule may combine: those of the block, or of its table row when it asks for that."""
        near = [passage]
        if passage.block.place is not None and rule.id in self._over_rows:
            document = passage.document
            cells = (*document.row_of(passage.block), *heads(document, passage.block))
            near += [self.passages[cell.id] for cell in cells if cell.id != passage.block.id]
        if rule.id in self._with_numbers:
            for one in near:
                one.add_numbers()
        if len(near) == 1:
            return passage.hits
        joined: dict[str, list[Hit]] = {}
        for one in near:
            for name, hits in one.hits.items():
                joined.setdefault(name, []).extend(hits)
        return joined

    def _anchors(self, passage: Passage) -> Container[str]:
        """The blocks in which a match may count as standing: the block itself, or the cells of its table row."""
        row = passage.document.row_of(passage.block)
        return frozenset(cell.id for cell in row) or (passage.block.id,)

    def _reason(self, draft: Draft, hits: Hits) -> str:
        """Why a draft does not count; what is wrong with its place comes before what its words say."""
        reason = place_reason(draft) or draft.dropped or sentence_reason(draft, hits)
        if reason:
            return reason
        reason = modifier_reason(draft, self.modifiers, next(self._openers(draft), None))
        if reason or draft.rule.scope == "any":
            return reason
        if draft.rule.scope == "section":
            return "" if self.scopes[draft.passage.block.id].shares_section(draft.passage.block) else OUT_OF_SCOPE
        if not self._in_scope(draft.passage, draft.sentence):
            return OUT_OF_SCOPE
        return BESIDE if draft.rule.kind == "theme" and self._beside_only(draft) else ""

    def _beside_only(self, draft: Draft) -> bool:
        """Whether a theme counts for nothing but standing in one list with social value."""
        passage = draft.passage
        if self.scopes[passage.block.id].covers_around(passage.block, draft.sentence):
            return False
        named = self.named.get((passage.block.id, draft.sentence), ())
        return beside(passage.block.text, (draft.start, draft.end), named, self.ties)

    def _without_service(self, drafts: list[Draft]) -> list[Draft]:
        """Social value that is itself the service bought is no mention of it as a benefit."""
        bought = [draft for draft in drafts if draft.rule.source == SERVICE and not draft.dropped]
        for draft in drafts:
            if not draft.dropped and overlapped(draft, bought):
                draft.dropped = ABOUT_SERVICE
        return drafts

    def _draw_scope(self, drafts: Iterable[Draft]) -> None:
        named: dict[str, int] = {}
        for draft in drafts:
            if not draft.dropped:
                block = draft.passage.block.id
                named[block] = min(draft.sentence, named.get(block, draft.sentence))
                self.named.setdefault((block, draft.sentence), []).append((draft.start, draft.end))
        self._set_scopes(named)
        labels = Labels(self.book.words.get("answer_labels", ()), self.book.words.get("annex_labels", ()))
        cited = references(self.documents, self.passages, named, self._about, labels)
        for block, sentence in cited.items():
            named[block] = min(sentence, named.get(block, sentence))
        self._set_scopes(named)

    def _set_scopes(self, named: Mapping[str, int]) -> None:
        for document in self.documents:
            scope = Scope(document, self.leads, {b.id: named[b.id] for b in document.blocks if b.id in named})
            self.scopes.update(dict.fromkeys((block.id for block in document.blocks), scope))

    def _about(self, block: Block) -> bool:
        return self._in_scope(self.passages[block.id], len(self.passages[block.id].sentences) - 1)

    def _in_scope(self, passage: Passage, sentence: int) -> bool:
        scope = self.scopes.get(passage.block.id)
        return scope is not None and not passage.block.furniture and scope.covers(passage.block, sentence)

    def _weigh_words(self, drafts: Iterable[Draft]) -> None:
        """Give every live draft its strength; a question that stands in a sentence makes it a duty to answer."""
        drafts = [draft for draft in drafts if not draft.dropped]
        questions = {(draft.passage.block.id, draft.sentence) for draft in drafts if draft.rule.kind == "question"}
        asks = Asks(self.modifiers, self.bidders, questions)
        for draft in drafts:
            if draft.rule.strength == "from-sentence":
                draft.strength = asks.strength(draft, self._openers(draft), self._row_mates(draft.passage))
            else:
                draft.strength = draft.rule.strength

    def _openers(self, draft: Draft) -> Iterator[Opener]:
        return openers(draft.passage, draft.sentence, self.leads, self.passages)

    def _row_mates(self, passage: Passage) -> list[Passage]:
        """The other cells of a cell's table row."""
        row = passage.document.row_of(passage.block)
        return [self.passages[cell.id] for cell in row if cell.id != passage.block.id]

    def _introduced_by(self, block: str) -> tuple[str, int] | None:
        passage = self.passages[block]
        opener = next(openers(passage, 0, self.leads, self.passages), None)
        return (opener.passage.block.id, opener.passage.sentences[opener.sentence].start) if opener else None
