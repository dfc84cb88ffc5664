"""The disconnect matrix as the report shows it, and where the priorities drop out."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from checker.report import labels
from checker.report.places import Data, Links, Places
from checker.wording import counted, listed

NOT_NAMED = "Social value is mentioned, but no priority is named."
_SPOKEN = {
    "stated": "stated",
    "asked": "asked",
    "weighted": "scored",
    "measured": "measured",
    "reported": "reported",
    "guidance": "with guidance",
}
_IN_WORDS = {
    "stated": ("is stated", "are stated"),
    "weighted": ("carries marks", "carry marks"),
    "measured": ("has a measure", "have a measure"),
    "reported": ("is reported on", "are reported on"),
    "guidance": ("has guidance for bidders", "have guidance for bidders"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the drop-out chain: how many priorities get that far."""

    count: int
    word: str
    unknown: bool = False
    """Whether none was found while pages that could hold it were not read: no zero, but "cannot tell"."""
    grows: bool = False
    """Whether more priorities are here than at the step before, so that nothing drops out."""

    @property
    def figure(self) -> str:
        """The count as it is printed."""
        return "?" if self.unknown else str(self.count)


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the matrix: its state, the words on its pill, and links to the proof."""

    column: str
    head: str
    state: str
    words: str
    links: Links


@dataclass(frozen=True, slots=True)
class Row:
    """One priority of the matrix, with the name of its break and a line of advice for each side."""

    title: str
    strength: str
    pattern: str
    severity: str
    commissioner: str
    provider: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole matrix, its sums, and the chain that stands in the verdict."""

    rows: tuple[Row, ...]
    totals: tuple[tuple[str, str, str], ...]
    """(column, its head, "3 of 8" or "Cannot tell")"""
    named: bool
    """Whether any priority is named; without one, the only row is social value as a whole."""
    chain: tuple[Step, ...]
    headline: str
    sentence: str
    states: tuple[str, ...]
    """The states that occur, so that the key explains no others."""


def matrix(result: Data, places: Places) -> Matrix:
    """The matrix of a result, rows in the order of the result: the worst break first."""
    named = any(priority["theme"] for priority in result["priorities"])
    priorities = [priority for priority in result["priorities"] if priority["theme"] or not named]
    rows = tuple(_row(priority, places) for priority in priorities)
    counts = {c: sum(p["states"][c] == "found" for p in priorities) for c in labels.COLUMNS}
    unsure = {c for c in labels.COLUMNS if not counts[c] and any(p["states"][c] == "unknown" for p in priorities)}
    whole = sum(all(p["states"][c] == "found" for c in labels.COLUMNS) for p in priorities)
    used = {cell.state for row in rows for cell in row.cells}
    return Matrix(
        rows=rows,
        totals=tuple(
            (c, labels.COLUMNS[c][0], "Cannot tell" if c in unsure else f"{counts[c]} of {len(rows)}")
            for c in labels.COLUMNS
        ),
        named=named,
        chain=_chain(counts, unsure) if named else (),
        headline=_headline(whole, len(rows), bool(unsure)) if named else NOT_NAMED,
        sentence=_sentence(counts, unsure) if named else "",
        states=tuple(state for state in ("found", "gap", "after", "unknown") if state in used),
    )


def _row(priority: Data, places: Places) -> Row:
    return Row(
        title=priority["title"],
        strength=priority["strength"],
        pattern=priority["pattern"],
        severity=priority["severity"],
        commissioner=priority["advice"]["commissioner"],
        provider=priority["advice"]["provider"],
        cells=tuple(_cell(priority, column, places) for column in labels.COLUMNS),
    )


def _cell(priority: Data, column: str, places: Places) -> CellView:
    state = priority["states"][column]
    links = places.pages(priority["columns"][column]) if state == "found" else Links()
    words = {"gap": "Gap", "after": "None", "unknown": "Cannot tell"}.get(state, f"{links.count} found")
    if state == "found" and column == "weighted" and priority["weight_label"]:
        words = priority["weight_label"]
    return CellView(column, labels.COLUMNS[column][0], state, words, links)


def _chain(counts: dict[str, int], unsure: Set[str]) -> tuple[Step, ...]:
    # "Asked" and "weighted" mostly agree; where they do, one step says both.
    steps = [c for c in _SPOKEN if c != "asked" or counts["asked"] != counts["weighted"]]
    before = [counts[steps[0]], *(counts[c] for c in steps)]
    return tuple(
        Step(counts[c], _SPOKEN[c], c in unsure, counts[c] > last) for c, last in zip(steps, before, strict=False)
    )


def _headline(whole: int, rows: int, unsure: bool) -> str:
    if whole == 0:
        cannot = "It cannot be told whether a priority is joined up all the way."
        return cannot if unsure else "No priority is joined up all the way."
    if whole == rows:
        return "The one priority is joined up all the way." if rows == 1 else "Every priority is joined up all the way."
    several = counted(rows, "priority", "priorities")
    return f"{whole} of {several} {'is' if whole == 1 else 'are'} joined up all the way."


def _sentence(counts: dict[str, int], unsure: Set[str]) -> str:
    told = [f"{counts[c]} {words[counts[c] != 1]}" for c, words in _IN_WORDS.items() if c not in unsure]
    left = [_IN_WORDS[c][1] for c in _IN_WORDS if c in unsure]
    cannot = f" It cannot be told how many {listed(left)}, because pages could not be read." if left else ""
    return f"{listed(told)}.{cannot}" if told else cannot.strip()
