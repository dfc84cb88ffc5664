"""What the commissioner should mend first, with the reason, the source and words to start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.report import labels
from checker.report.places import Data, Links, Places
from checker.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Source:
    """Where a reason comes from, and how sure that is."""

    name: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class Part:
    """The priorities whose chain breaks in one way, and what to do about it."""

    pattern: str
    titles: str
    advice: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to mend: what, why, where to look, on whose word, how much work, and wording to edit.

    It comes from a check, or (with an empty `check`) from breaks in the chain, which are its `parts`.
    """

    check: str
    severity: str
    tag: str
    title: str
    because: str
    advice: str
    links: Links
    where: str = ""
    sources: tuple[Source, ...] = ()
    effort: str = ""
    wording: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the item in the page."""
        return f"fix-{self.check or f'chain-{self.severity}'}"


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one severity; `first` is the number of the first of them in the whole list."""

    severity: str
    title: str
    first: int
    fixes: tuple[Fix, ...]


def fixes(result: Data, places: Places) -> tuple[Fix, ...]:
    """The problems behind the commissioner's verdict, the most serious first; breaks in the chain after the checks."""
    by_id = {check["id"]: check for check in result["checks"]}
    verdict = result["verdict"]["commissioner"]
    found: list[Fix] = []
    for severity in labels.SEVERITIES:
        found += [_fix(by_id[check], severity, places) for check in verdict[severity]]
        found += _breaks(result["priorities"], severity, places)
    return tuple(found)


def groups(found: Sequence[Fix]) -> tuple[Group, ...]:
    """The same problems by severity."""
    made: list[Group] = []
    for severity, tag in labels.SEVERITIES.items():
        those = tuple(fix for fix in found if fix.severity == severity)
        if those:
            made.append(Group(severity, tag, 1 + sum(len(group.fixes) for group in made), those))
    return tuple(made)


def problem(check: Data) -> str:
    """The name of a check's problem, as a heading."""
    words: str = check["heading"]
    return words or f"{check['title']}: {labels.RESULTS[check['result']][0].lower()}"


def sources(check: Data) -> tuple[Source, ...]:
    """Where a check's reason comes from."""
    return tuple(Source(a["source"], a["says"], labels.BASES[a["basis"]]) for a in check["authority"])


def _fix(check: Data, severity: str, places: Places) -> Fix:
    return Fix(
        check=check["id"],
        severity=severity,
        tag=labels.SEVERITIES[severity],
        title=problem(check),
        because=check["because"],
        advice=check["advice"]["commissioner"],
        links=places.links(check["evidence"]),
        where=places.where(check["evidence"]),
        sources=sources(check),
        effort=labels.EFFORTS[check["effort"]],
        wording=tuple(line.strip() for line in check["suggested_wording"].split("\n") if line.strip()),
    )


def _breaks(priorities: Sequence[Data], severity: str, places: Places) -> list[Fix]:
    """The priorities whose chain breaks, as one item: none of them is a check, so they cost no points."""
    broken = [row for row in priorities if row["theme"] and row["severity"] == severity]
    if not broken:
        return []
    # The first place of each column, so that the links lead through the chain and not to one page.
    proof = [ids[0] for row in broken for ids in _links_of(row) if ids]
    parts = tuple(_part(pattern, broken) for pattern in dict.fromkeys(row["pattern"] for row in broken))
    only = f"{broken[0]['title']}: {broken[0]['pattern'][:1].lower()}{broken[0]['pattern'][1:]}"
    several = f"{counted(len(broken), 'priority', 'priorities')} break down between first mention and report"
    return [
        Fix(
            check="",
            severity=severity,
            tag=labels.SEVERITIES[severity],
            title=only if len(broken) == 1 else several,
            because="",
            advice=parts[0].advice if len(broken) == 1 else "",
            links=places.links(proof),
            where=places.where(proof),
            parts=parts if len(broken) > 1 else (),
        )
    ]


def _links_of(row: Data) -> list[list[str]]:
    """The columns that prove a break: those before the gap, and those after it when nothing stands before."""
    before: list[list[str]] = []
    for ids in row["columns"].values():
        if not ids and before:
            break
        if ids:
            before.append(ids)
    return before


def _part(pattern: str, broken: Sequence[Data]) -> Part:
    those = [row for row in broken if row["pattern"] == pattern]
    advice = dict.fromkeys(row["advice"]["commissioner"] for row in those if row["advice"]["commissioner"])
    return Part(pattern, listed([row["title"] for row in those]), " ".join(advice))
