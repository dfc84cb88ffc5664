"""Criteria in lines and bullets: "Price 40%" above "Quality 60%", and the fields of an award notice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from checker.model import Block, BlockKind, Document, Role
from checker.weigh.amounts import find_amounts, last_field
from checker.weigh.codes import code_at_start
from checker.weigh.items import Item, item_in, items_in, trapped
from checker.weigh.kinds import kind_from
from checker.weigh.levels import Shape, levels
from checker.weigh.places import Spot, Taken, counts, headings_over, role_of, visible
from checker.weigh.schemes import (
    OTHER,
    PRICE,
    QUALITY,
    SOCIAL_VALUE,
    Entry,
    Scheme,
    base_in,
    led_reference,
    lot_in,
    nest,
    role_of_name,
)
from checker.weigh.tables import intro_of
from checker.weigh.unsigned import last_decimal
from checker.weigh.words import Words

_LONG = 16
"""A line without a number and with more words than this ends a list."""
_FURTHER_IN = 6.0
"""So many points further in than the first line of its list, a line is part of a criterion above it."""
_GAP = 3
"""So many short lines without a number may stand between two criteria of one list."""
_NEVER = (Role.TUPE, Role.CONTENTS, Role.DEFINITIONS, Role.PRICING)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line that may be a criterion: a block, or a printed line of one."""

    block: Block
    start: int
    end: int
    left: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return visible(self.block, self.start, self.end)


@dataclass(slots=True)
class Open:
    """A list while it is read."""

    lines: list[tuple[Line, Item, str]] = field(default_factory=list)
    gap: int = 0
    head: str = ""
    """The words that head it ("Criteria Technical weighting")."""
    pending: str = ""
    """Lines without a number since the last one: the beginning of the next name under a head."""
    lot: str = ""

    @property
    def headings(self) -> bool:
        """Whether every criterion so far is a heading, under which text of any length may stand."""
        return bool(self.lines) and all(line.block.kind is BlockKind.HEADING for line, _, _ in self.lines)

    def left_by(self, line: Line) -> bool:
        """Whether a line stands under another heading than the list, as a question below the criteria does."""
        if not self.lines or self.headings or line.block.kind is BlockKind.HEADING:
            return False
        return line.block.section != self.lines[-1][0].block.section

    def repeats(self, name: str, line: Line, ref: str) -> bool:
        """Whether a name begins the list anew; parts of two criteria, numbered or set so, may have the same name."""
        if not any(name.lower() == item.name.lower() for _, item, _ in self.lines):
            return False
        first, _, number = self.lines[0]
        return line.left < first.left + _FURTHER_IN and ref.count(".") <= number.count(".")


def read_lists(document: Document, words: Words, taken: Taken, tables: Collection[str] = ()) -> list[Scheme]:
    """The lists of criteria in a document; `taken` is text that is read already, and grows.

    Arguments: `tables` are the ids of the tables that are read already; the first column of any other may
    hold names with their numbers ("Social value (10%)").
    """
    schemes: list[Scheme] = []
    for found in _runs(document, words, taken, tables):
        scheme = _scheme(document, found, words)
        if scheme is not None:
            schemes.append(scheme)
            for line, _, _ in found.lines:
                taken.add(line.block, line.start, line.end)
    return schemes


def lines_of(document: Document, tables: Collection[str]) -> Iterator[Line]:
    """Every line of text that counts, in reading order, with the first cells of rows of tables not in `tables`."""
    for block in document.blocks:
        if block.place is not None and (block.place.col or block.place.table in tables):
            continue
        # The heading "4.2 Pricing (40%)" opens a section on prices, and is a criterion itself.
        role = role_of(document, block)
        if not counts(document, block) or (role in _NEVER and not _is_heading_of(block, role)):
            continue
        for line in block.lines if _by_line(block) else ():
            yield Line(block, line.start, line.end, line.lefts[0] if line.lefts else 0.0)
        if not _by_line(block):
            left = block.lines[0].lefts[0] if block.lines and block.lines[0].lefts else 0.0
            yield Line(block, 0, len(block.text), left)


def _is_heading_of(block: Block, role: Role) -> bool:
    return block.kind is BlockKind.HEADING and role is Role.PRICING


def _by_line(block: Block) -> bool:
    """Whether each printed line of a paragraph is to be read by itself.

    Lines of running text fill the column, so that only the last is short; lines of a list are short.
    """
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) < 2:
        return False
    lengths = [line.end - line.start for line in block.lines]
    return sum(1 for n in lengths if n < 0.75 * max(lengths)) * 2 >= len(lengths) or max(lengths) < 60


def _runs(document: Document, words: Words, taken: Taken, tables: Collection[str]) -> Iterator[Open]:
    now = Open()
    for line in lines_of(document, tables):
        if taken.holds(line.block, line.start, line.end):
            continue
        text = line.text
        item = _item(line, bool(now.head), words)
        if item is None and now.headings and line.block.kind is not BlockKind.HEADING and not _is_head(text, words):
            now.gap += 1 + _GAP * (len(text.split()) > _LONG)
            continue
        if item is not None and (now.left_by(line) or (now.gap > _GAP and line.block.kind is not BlockKind.HEADING)):
            yield now
            now = Open()
        if item is None:
            if _is_head(text, words) or lot_in(text, words) or len(text.split()) > _LONG or now.gap >= _GAP:
                if now.lines:
                    yield now
                lot = lot_in(text, words) if len(text.split()) <= _LONG else ""
                head = text if _is_head(text, words) else ""
                now = Open(head=head, lot=lot or (now.lot if head else ""))
            else:
                now.gap += 1
                now.pending = f"{now.pending} {text}".strip()
            continue
        name = item.name
        if now.head and now.pending and not now.lines and not led_reference(text):
            name = f"{now.pending} {name}"
            item = replace(item, name=name, role=_first_role(now.pending, name, words))
        if now.repeats(name, line, led_reference(text)):
            yield now
            now = Open(lot=now.lot)
        now.lines.append((line, item, led_reference(text)))
        now.gap, now.pending = 0, ""
    if now.lines:
        yield now


def _first_role(first: str, name: str, words: Words) -> str:
    role = role_of_name(first, words)
    return role if role != OTHER else role_of_name(name, words)


def _is_head(text: str, words: Words) -> bool:
    short = len(text.split()) <= 8 and not re.search(r"[.:;]\s*$", text)
    return short and words.has("weight_heads", text) and words.has("name_heads", text)


def _item(line: Line, headed: bool, words: Words) -> Item | None:
    """The criterion of a line that holds a name, a number and nothing else.

    Arguments: `headed` says that a head names a weight column over the line, so that its last merge
    field is one.
    """
    text = line.text
    if len(text.split()) > 2 * _LONG:
        return None
    amounts = find_amounts(text, words)
    if not amounts and headed and (field := last_field(text)) is not None:
        amounts = [field]
    if not amounts and (decimal := last_decimal(text)) is not None:
        amounts = [decimal]
    if not amounts:
        return None
    main = amounts[0]
    end = len(text)
    if len(amounts) > 1:
        # "40% Technical (split: 20% skills, 80% questions)": what stands in brackets hangs below.
        opening = text.find("(", main.end)
        if opening < 0 or amounts[1].start < opening:
            return None
        end = opening
    item = item_in(text, 0, end, main, words)
    if item is None or not item.exact:
        return None
    sentence = text.rstrip().endswith("?") or (text.rstrip().endswith(".") and item.role == OTHER)
    return None if sentence else item


def _scheme(document: Document, found: Open, words: Words) -> Scheme | None:
    roles = {item.role for _, item, _ in found.lines}
    if not (PRICE in roles and roles & {QUALITY, SOCIAL_VALUE}):
        # Without price and quality beside it, "Retention 5%" is no criterion.
        found.lines = [
            (line, item, ref) for line, item, ref in found.lines if not trapped(line.text, item.amount, words)
        ]
    if not found.lines or not _whole_decimals([item for _, item, _ in found.lines]):
        return None
    roles = {item.role for _, item, _ in found.lines}
    first = found.lines[0][0]
    intro = intro_of(document, first.block)
    lead = " ".join([found.head, *(block.text for block in intro[:1]), *headings_over(document, first.block)[-1:]])
    role = role_of(document, first.block)
    asked = bool(found.head) or role is Role.AWARD or words.has("award_words", lead)
    plenty = len(found.lines) >= 2 and PRICE in roles and bool(roles & {QUALITY, SOCIAL_VALUE})
    if words.has("kpi_tables", lead) or not (
        plenty
        or (first.block.place is None and asked and (len(found.lines) >= 2 or (found.head and SOCIAL_VALUE in roles)))
    ):
        return None
    shapes = [Shape(0, ref, line.text, line.left, False, item.amount) for line, item, ref in found.lines]
    depths = levels(shapes)
    entries = nest([(d, _entry(document, *made, words)) for d, made in zip(depths, found.lines, strict=True)])
    return Scheme(
        document,
        "list",
        entries,
        kind=kind_from(intro, (found.head,), words),
        lot=found.lot
        or next((x for t in reversed(headings_over(document, first.block)) if (x := lot_in(t, words))), ""),
        base=base_in(found.head, words) or _common_base([item for _, item, _ in found.lines]),
        heading=lead,
    )


def _whole_decimals(items: list[Item]) -> bool:
    """Whether numbers such as 0.40 make 1 with all the others of the list; true for numbers of any other kind."""
    shares = [item.amount.value or 0.0 for item in items if item.amount.unit == "bare"]
    return not shares or (len(shares) == len(items) > 1 and abs(sum(shares) - 1) < 0.0005)


def _common_base(items: list[Item]) -> str:
    bases = {item.base for item in items}
    return bases.pop() if len(bases) == 1 else ""


def _entry(document: Document, line: Line, item: Item, ref: str, words: Words) -> Entry:
    spot = Spot(document, line.block, line.start + item.start, line.start + len(line.text))
    rest = line.text[item.end :]
    children: tuple[Entry, ...] = ()
    if find_amounts(rest, words):
        children = tuple(
            Entry(sub.name, sub.role, sub.amount.moved(line.start + item.end), spot, spot, base=sub.base)
            for sub in items_in(rest.strip(" ()"), words, len(rest) - len(rest.lstrip(" (")))
        )
    amount = item.amount.moved(line.start)
    return Entry(item.name, item.role, amount, spot, spot, ref, code_at_start(line.text, words), item.base, children)
