"""Documents and rule books made by hand, each letter one unit wide, for tests of the matching room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from checker.model import (
    Block,
    BlockKind,
    Clause,
    Cue,
    Document,
    FileRole,
    Finding,
    Line,
    Modifier,
    Page,
    Place,
    Role,
    Rule,
    Rulebook,
    Section,
    Table,
)

NUMBERS = {"before_numbers": ("no", "para"), "before_names": ("e.g", "i.e", "dr"), "lettered": ("lot", "appendix")}


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, n: int = 1, **more: Any) -> Block:
    """One block on page 1, printed on lines of at most 40 letters."""
    left = more.pop("left", 0.0)
    page = more.pop("page", 1)
    lines = []
    for number, start in enumerate(range(0, max(len(text), 1), 40)):
        end = min(start + 40, len(text)) if text else 0
        edges = [left + float(i) for i in range(end - start)]
        lines.append(Line(page, start, end, 10.0 * n + number, 10.0 * n + number + 0.9, edges, [x + 1 for x in edges]))
    return Block(more.pop("id", f"f1.{page}.{n}"), kind, text, tuple(lines), **more)


Part = str | Block | Sequence[Sequence[str]]
"""What a document is made of: a line of text, a block, or the rows of a table."""


def document(*parts: Part, name: str = "itt.pdf", file: int = 1, **more: Any) -> Document:
    """A document out of plain strings.

    "# Title" and "## Title" are headings (a role may stand in front: "#award Title"), "- item" is a bullet,
    a list of lists of strings is a table whose first row is its header, anything else is a paragraph.
    """
    blocks: list[Block] = []
    sections: list[Section] = []
    tables: list[Table] = []
    above: list[str] = []
    here = ""
    for part in parts:
        n = len(blocks) + 1
        if isinstance(part, Block):
            blocks.append(replace(part, section=part.section or here))
        elif not isinstance(part, str):
            blocks += _table(part, f"f{file}.t{len(tables) + 1}", n, here, file, tables)
        elif part.startswith("#"):
            marks, title = part.split(" ", 1)
            level, role = marks.count("#"), marks.lstrip("#") or "other"
            above = [*above[: level - 1], title]
            here = f"f{file}.s{len(sections) + 1}"
            heading = block(title, BlockKind.HEADING, n, id=f"f{file}.1.{n}", section=here)
            sections.append(Section(here, "", title, level, Role(role), tuple(above), heading.id))
            blocks.append(heading)
        else:
            kind = BlockKind.BULLET if part.startswith("- ") else BlockKind.PARAGRAPH
            blocks.append(block(part.removeprefix("- "), kind, n, id=f"f{file}.1.{n}", section=here))
    pages = tuple(Page(n, 600, 800) for n in sorted({b.page for b in blocks} or {1}))
    role = more.pop("role", FileRole.ITT)
    return Document(name, "0" * 64, role, pages, tuple(blocks), tuple(tables), tuple(sections), **more)


def _table(
    rows: Sequence[Sequence[str]], table: str, n: int, section: str, file: int, tables: list[Table]
) -> list[Block]:
    cells, ids = [], []
    for r, row in enumerate(rows):
        names: list[str | None] = []
        for c, text in enumerate(row):
            name = f"f{file}.1.{n + len(cells)}"
            place = Place(table, r, c)
            cells.append(block(text, BlockKind.CELL, n + len(cells), id=name, section=section, place=place))
            names.append(name)
        ids.append(tuple(names))
    tables.append(Table(table, (1,), tuple(ids)))
    return cells


def clause(condition: str | dict[str, Any]) -> Clause:
    """A condition as a rule file writes it."""
    if isinstance(condition, str):
        return Clause(phrase=condition)
    if "exact" in condition:
        return Clause(phrase=condition["exact"], exact=True)
    if "number" in condition:
        return Clause(number=condition["number"])
    if "any_of" in condition:
        return Clause(any_of=clauses(*condition["any_of"]))
    return Clause(all_of=clauses(*condition["all_of"]), within=condition.get("within", "sentence"))


def clauses(*conditions: str | dict[str, Any]) -> tuple[Clause, ...]:
    """Several conditions as a rule file writes them."""
    return tuple(clause(condition) for condition in conditions)


def rule(name: str, *find: str | dict[str, Any], kind: str = "theme", **more: Any) -> Rule:
    """A rule that is met by any of the conditions; its theme or signal is the first part of its id."""
    for key in ("unless", "unless_sentence"):
        more[key] = clauses(*more.get(key, ()))
    source = name.split(".")[0]
    return Rule(name, name, source, kind, source if kind == "theme" else "", find=Clause(any_of=clauses(*find)), **more)


def mention(**more: Any) -> Rule:
    """The rule that names social value."""
    return rule("social-value.term", "social value", "community benefit*", kind="social-value", scope="any", **more)


BIDDER = {"any_of": ["bidder*", "supplier*", "contractor*"]}
BUYER = {"any_of": ["council", "authority", "we"]}
MODIFIERS = (
    Modifier("negated", clauses("not", "no", "without"), "after", clauses("but", ";"), clauses("not only"), 8),
    Modifier("historical", clauses("in the past", "previously"), "sentence"),
    Modifier("required", clauses("must", "shall", "required to", {"all_of": [BIDDER, "will"], "within": "3 words"})),
    Modifier("expected", clauses("should", "expected to", "may be required to")),
    Modifier("invited", clauses("encouraged to", "where possible", "may wish to")),
    Modifier(
        "authority",
        clauses(*({"all_of": [BUYER, verb], "within": "3 words"} for verb in ("will", "shall", "must", "may"))),
    ),
)


def book(*rules: Rule, **more: Any) -> Rulebook:
    """A rule book with the modifiers of these tests; cues, words, columns and frameworks as given."""
    words = {**NUMBERS, "bidders": ("bidder*", "supplier*", "contractor*", "you"), **more.pop("words", {})}
    return Rulebook(
        packs=(),
        themes=(),
        rules=rules,
        modifiers=more.pop("modifiers", MODIFIERS),
        columns=more.pop("columns", ()),
        frameworks=more.pop("frameworks", ()),
        checks=(),
        cues=more.pop("cues", {}),
        words=words,
    )


def cue(value: str, *phrases: str, unless: tuple[str, ...] = ()) -> Cue:
    """A cue that counts wherever its words stand."""
    return Cue(value, phrases, unless, "text")


def live(findings: Sequence[Finding]) -> list[str]:
    """The quotes of the findings that count, context apart."""
    return [f.quote for f in findings if not f.dropped_because and f.kind != "context"]


def dropped(findings: Sequence[Finding]) -> dict[str, str]:
    """Why each finding that does not count does not, by its quote."""
    return {f.quote: f.dropped_because for f in findings if f.dropped_because}
