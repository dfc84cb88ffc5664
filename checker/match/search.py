"""Everything that the rules recognise in a tender pack, and for each whether it counts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from checker.match import cues
from checker.match.about import About
from checker.match.asks import Asks, questions
from checker.match.beside import Beside
from checker.match.blanks import without_blanks
from checker.match.bought import without_service_lists
from checker.match.columns import assign, heads
from checker.match.combine import Hit, numbers_alone
from checker.match.draft import Draft, bounded, longest_only, to_finding
from checker.match.drops import (
    counted_once,
    drafts_of,
    modifier_reason,
    named_at_all,
    overlapped,
    place_reason,
    sentence_reason,
)
from checker.match.frameworks import cited_once
from checker.match.modifiers import Hits
from checker.match.opener import Opener, openers
from checker.match.passages import Passage, passages
from checker.match.prepared import prepared
from checker.match.reasons import ABOUT_SERVICE, BESIDE, OUT_OF_SCOPE
from checker.model import Document, Finding, Rule, Rulebook

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
        ready = prepared(rules)
        self.rules, self.modifiers, self.bidders = ready.rules, ready.modifiers, ready.bidders
        self.passages = passages(documents, ready.phrases, rules.words)
        self.about = About(documents, self.passages, rules)
        self.beside = Beside(rules.words.get("ties", ()), rules.words.get("list_joins", ()))
        self._ready = ready

    def findings(self) -> tuple[Finding, ...]:
        """All passes, one after the other."""
        free = [rule for rule in self.rules if rule.kind == "social-value" and rule.scope in ("any", "heading")]
        first = named_at_all(self._without_service(longest_only(self._drafts(free))))
        self.about.draw(first)
        signals = [rule for rule in self.rules if rule.kind != "theme" and rule not in free]
        second = without_blanks(cited_once(longest_only(self._drafts(signals))))
        third = longest_only(self._drafts([rule for rule in self.rules if rule.kind == "theme"]))
        drafts = [*first, *second, *third]
        self._weigh_words(drafts)
        counted_once(drafts)
        place = {block.id: n for n, block in enumerate(b for document in self.documents for b in document.blocks)}
        drafts.sort(key=lambda d: (place[d.passage.block.id], d.start, d.end, d.rule.id))
        found = bounded(map(to_finding, drafts))
        found = assign(self.documents, found, self.book.columns, self._introduced_by)
        return (*found, *cues.spot(self.documents, self.passages, self.book))

    def _drafts(self, rules: Sequence[Rule]) -> Iterator[Draft]:
        """Every match of the rules, block by block; only rules with a phrase in the block are tried."""
        by_id = {rule.id: rule for rule in rules}
        bare = [rule.id for rule in rules if numbers_alone(rule.find)]
        for passage in self.passages.values():
            names = {
                name: None for found in passage.hits for name in self._ready.by_term.get(found, ()) if name in by_id
            }
            for name in bare:
                if by_id[name].scope == "any" or self.about.covers(passage, len(passage.sentences) - 1):
                    names[name] = None
            for rule in (by_id[name] for name in sorted(names)):
                hits = self._hits(rule, passage)
                for draft in drafts_of(rule, passage, hits, self._anchors(passage)):
                    draft.dropped = self._reason(draft, hits)
                    yield draft

    def _hits(self, rule: Rule, passage: Passage) -> Hits:
        """The hits that a rule may combine: those of the block, or of its table row when it asks for that."""
        near = [passage]
        if passage.block.place is not None and rule.id in self._ready.over_rows:
            document = passage.document
            cells = (*document.row_of(passage.block), *heads(document, passage.block))
            near += [self.passages[cell.id] for cell in cells if cell.id != passage.block.id]
        if rule.id in self._ready.with_numbers:
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
        reason = modifier_reason(draft, self.modifiers, next(self._introductions(draft), None))
        if reason:
            return reason
        if not self.about.reaches(draft):
            return OUT_OF_SCOPE
        return BESIDE if draft.rule.kind == "theme" and self._beside_only(draft) else ""

    def _beside_only(self, draft: Draft) -> bool:
        """Whether a theme counts for nothing but standing in one list with social value."""
        passage = draft.passage
        if self.about.covers_around(passage, draft.sentence):
            return False
        named = self.about.named.get((passage.block.id, draft.sentence), ())
        return self.beside.lists(passage.block.text, (draft.start, draft.end), named)

    def _without_service(self, drafts: list[Draft]) -> list[Draft]:
        """Social value that is itself the service bought is no mention of it as a benefit."""
        bought = [draft for draft in drafts if draft.rule.source == SERVICE and not draft.dropped]
        for draft in drafts:
            if not draft.dropped and overlapped(draft, bought):
                draft.dropped = ABOUT_SERVICE
        return without_service_lists(
            drafts, self.about.leads, self.passages, self.book.words.get("services_bought", ())
        )

    def _weigh_words(self, drafts: Iterable[Draft]) -> None:
        """Give every live draft its strength; a question that stands in a sentence makes it a duty to answer."""
        drafts = [draft for draft in drafts if not draft.dropped]
        asks = Asks(self.modifiers, self.bidders, questions(drafts))
        for draft in drafts:
            if draft.rule.strength == "from-sentence":
                found = openers(draft.passage, draft.sentence, self._above)
                draft.strength = asks.strength(draft, found, self._row_mates(draft.passage))
            else:
                draft.strength = draft.rule.strength
        asks.soften(drafts)

    def _introductions(self, draft: Draft) -> Iterator[Opener]:
        return openers(draft.passage, draft.sentence, self._lead)

    def _lead(self, passage: Passage) -> Passage | None:
        """The passage that introduces the list or table of another."""
        return self.passages.get(self.about.leads.get(passage.block.id, ""))

    def _above(self, passage: Passage) -> Passage | None:
        """The passage that introduces another, or else the line that goes on in it."""
        runs = self.about.runs[passage.document.name]
        return self._lead(passage) or self.passages.get(runs.above(passage.block.id))

    def _row_mates(self, passage: Passage) -> list[Passage]:
        """The other cells of a cell's table row."""
        row = passage.document.row_of(passage.block)
        return [self.passages[cell.id] for cell in row if cell.id != passage.block.id]

    def _introduced_by(self, block: str) -> list[tuple[str, int]]:
        """The sentence that introduces a block, and the one before it where that only carries it on."""
        above = openers(self.passages[block], 0, self._lead)
        first = next(above, None)
        near = [first, next(above, None)] if first else []
        same = [opener for opener in near if opener and first and opener.passage is first.passage]
        return [(opener.passage.block.id, opener.passage.sentences[opener.sentence].start) for opener in same]
