"""How the score works: every check with its result, and every sum in full."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report import labels
from checker.report.places import Data, Links, Places
from checker.wording import counted


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check: its result in words, how its square is drawn, its points, and why."""

    id: str
    title: str
    result: str
    square: str
    points: str
    because: str
    links: Links
    waived: bool


@dataclass(frozen=True, slots=True)
class PanelView:
    """One group of checks, with its sum."""

    id: str
    title: str
    question: str
    got: int
    of: int
    equation: str
    rows: tuple[CheckRow, ...]

    @property
    def squares(self) -> tuple[str, ...]:
        """One square for each check that concerns this tender."""
        return tuple(row.square for row in self.rows if row.square != "na")


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The points in all, and the sums behind them."""

    got: int
    of: int
    panels: tuple[PanelView, ...]
    equation: str
    best_case: str
    checks: int
    left_out: str


def score(result: Data, places: Places) -> ScoreView:
    """The score of a result, as it is explained to readers."""
    by_id = {check["id"]: check for check in result["checks"]}
    told = result["score"]
    panels = tuple(_panel(panel, by_id, places) for panel in told["panels"])
    unknown = sum(row.square == "unknown" for panel in panels for row in panel.rows)
    unused = sum(row.square == "na" for panel in panels for row in panel.rows)
    return ScoreView(
        got=told["got"],
        of=told["of"],
        panels=panels,
        equation=_equation(panels, told),
        best_case=_best_case(unknown, told),
        checks=len(by_id),
        left_out=_left_out(unknown, unused),
    )


def _panel(panel: Data, by_id: dict[str, Data], places: Places) -> PanelView:
    checks = [by_id[check] for check in panel["checks"]]
    points = [check["points"]["got"] for check in checks if check["points"]["of"]]
    equation = f"{' + '.join(str(p) for p in points)} = " if len(points) > 1 else ""
    return PanelView(
        id=panel["id"],
        title=panel["title"],
        question=panel["question"],
        got=panel["got"],
        of=panel["of"],
        equation=f"{equation}{panel['got']} of {counted(panel['of'], 'point')}",
        rows=tuple(_row(check, places) for check in checks),
    )


def _row(check: Data, places: Places) -> CheckRow:
    words, square = labels.RESULTS[check["result"]]
    points = check["points"]
    return CheckRow(
        id=check["id"],
        title=check["title"],
        result=words,
        square=square,
        points=f"{points['got']} of {points['of']}" if points["of"] else "Left out",
        because=check["because"],
        waived=check["waived"],
        links=places.links(check["evidence"], 5),
    )


def _equation(panels: tuple[PanelView, ...], told: Data) -> str:
    if len(panels) < 2:
        return f"{told['got']} of {counted(told['of'], 'point')}."
    got = " + ".join(str(panel.got) for panel in panels)
    of = " + ".join(str(panel.of) for panel in panels)
    return f"{got} = {counted(told['got'], 'point')}, out of {of} = {told['of']}."


def _best_case(unknown: int, told: Data) -> str:
    if not unknown:
        return ""
    missing = (
        "the check that could not be done was met" if unknown == 1 else "the checks that could not be done were met"
    )
    return f"If {missing}, the score would be {told['got'] + 2 * unknown} of {told['of'] + 2 * unknown}."


def _left_out(unknown: int, unused: int) -> str:
    parts = []
    if unknown:
        parts.append(
            f"{counted(unknown, 'check')} could not be done, so {'it is' if unknown == 1 else 'they are'} left out."
        )
    if unused:
        parts.append(f"{counted(unused, 'check')} {'does' if unused == 1 else 'do'} not apply here.")
    return " ".join(parts)
