"""Plain findings, weights, files and rules to judge, made by hand."""

from __future__ import annotations

from checker.model import (
    Answer,
    Authority,
    Block,
    BlockKind,
    Box,
    Check,
    Context,
    Document,
    FileRole,
    Finding,
    Line,
    Page,
    Place,
    Priority,
    Role,
    Rulebook,
    Section,
    Table,
    Test,
    Theme,
    Weighing,
    Weight,
)
from checker.score.case import Case

THEMES = ("local-jobs", "skills", "carbon", "unpaid-carers")


def finding(ref: str, kind: str = "theme", **changes: object) -> Finding:
    """A finding that counts; a theme finding is about `theme`, every other kind is its own signal."""
    values: dict[str, object] = {
        "rule": f"{kind}.rule",
        "rule_version": 1,
        "theme": "",
        "signal": changes.get("theme") or kind,
        "file": "itt.pdf",
        "page": 1,
        "quote": "some words",
        "sentence": "A sentence with some words.",
        "section": "",
        "role": "background",
        "block": f"f1.1.{ref}",
        "start": 0,
        "end": 10,
    }
    values |= changes
    values.setdefault("boxes", (Box(int(str(values["page"])), 10.0, 20.0, 60.0, 30.0),))
    return Finding(id=ref, kind=kind, **values)  # type: ignore[arg-type]


def theme(ref: str, name: str, *columns: str, **changes: object) -> Finding:
    """A finding of a theme in some columns of the matrix."""
    return finding(ref, "theme", theme=name, columns=columns, **changes)


def weight(percent: float | None = 10.0, **changes: object) -> Weight:
    """The weight of social value, as a share of the overall score."""
    values: dict[str, object] = {"base": "overall", "effective": percent, "is_social_value": True, "evidence": ("w1",)}
    return Weight("Social value", percent, **(values | changes))  # type: ignore[arg-type]


def weighed(social_value: Weight | None, **changes: object) -> Weighing:
    """A weighing in which social value has a weight."""
    return Weighing(social_value=social_value, mentions=(social_value,) if social_value else (), **changes)  # type: ignore[arg-type]


def file(
    name: str = "itt.pdf",
    role: FileRole = FileRole.ITT,
    pages: int = 4,
    unread: tuple[int, ...] = (),
    **changes: object,
) -> Document:
    """A file of a pack; the pages in `unread` are pictures."""
    made = tuple(Page(n, 595.0, 842.0, "a picture with no text" if n in unread else "") for n in range(1, pages + 1))
    values: dict[str, object] = {"blocks": ()}
    return Document(name, "0" * 64, role, made, **(values | changes))  # type: ignore[arg-type]


def row_of_cells(name: str, *texts: str) -> Document:
    """A file with one table of one row; its cells are f1.1.1, f1.1.2, …"""
    ids = [f"f1.1.{n}" for n in range(1, len(texts) + 1)]
    blocks = tuple(
        Block(cell, BlockKind.CELL, text, (Line(1, 0, len(text), 1.0, 2.0, (), ()),), place=Place("f1.t1", 0, n))
        for n, (cell, text) in enumerate(zip(ids, texts, strict=True))
    )
    return file(name, blocks=blocks, tables=(Table("f1.t1", (1,), (tuple(ids),), header=0),))


def sections(*roles: Role) -> tuple[Section, ...]:
    """Sections of a file, one for each role."""
    return tuple(Section(f"f1.s{n}", str(n), role.value, 1, role, (role.value,)) for n, role in enumerate(roles, 1))


def rulebook(*checks: Check, **changes: object) -> Rulebook:
    """A rule book with four themes and the checks given."""
    values: dict[str, object] = {
        "packs": (),
        "themes": tuple(Theme(name, name.replace("-", " ").capitalize(), "") for name in THEMES),
        "rules": (),
        "modifiers": (),
        "columns": (),
        "frameworks": (),
        "checks": checks,
        "cues": {},
        "words": {},
    }
    return Rulebook(**(values | changes))  # type: ignore[arg-type]


def check(check_id: str = "B1", *answers: Answer, **changes: object) -> Check:
    """A check that blocks, resting on a verified source."""
    values: dict[str, object] = {
        "title": "A weight is given",
        "panel": "arithmetic",
        "question": "Is a weight given?",
        "why": "Nobody can tell otherwise.",
        "severity": {"commissioner": "blocker", "provider": "blocker"},
        "authority": (Authority("An Act", "V"),),
        "answers": answers,
        "say": {},
    }
    return Check(check_id, **(values | changes))  # type: ignore[arg-type]


def line(result: str, **tests: object) -> Answer:
    """One answer line; a fact's name is written with _ for - and __ for a dot, a number in bounds as (low, high)."""
    made = []
    for name, value in tests.items():
        fact = name.replace("__", ".").replace("_", "-")
        if isinstance(value, tuple):
            made.append(Test(fact, at_least=value[0], at_most=value[1]))
        else:
            made.append(Test(fact, values=tuple(str(value).split("|"))))
    return Answer(result, tuple(made))


def case(
    *findings: Finding,
    weighing: Weighing | None = None,
    documents: tuple[Document, ...] | None = None,
    context: Context | None = None,
    rules: Rulebook | None = None,
) -> Case:
    """A tender with the findings given, in one four-page ITT unless other files are given."""
    return Case(
        documents if documents is not None else (file(),),
        rules or rulebook(),
        findings,
        weighing or Weighing(),
        context or Context(),
    )


def states(row: Priority) -> str:
    """The states of a row's cells in the order of the columns: f found, g gap, a after, u unknown."""
    return "".join(cell.state[0] for cell in row.cells.values())
