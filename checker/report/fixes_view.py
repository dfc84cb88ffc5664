"""What the commissioner should mend first, with the reason, the source and words to start from."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report import labels
from checker.report.places import Data, Links, Places


@dataclass(frozen=True, slots=True)
class Source:
    """Where a reason comes from, and how sure that is."""

    name: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to mend: what, why, where to look, on whose word, how much work, and wording to edit."""

    check: str
    severity: str
    tag: str
    title: str
    because: str
    advice: str
    links: Links
    sources: tuple[Source, ...]
    effort: str
    wording: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The id of the item in the page."""
        return f"fix-{self.check}"


def fixes(result: Data, places: Places) -> tuple[Fix, ...]:
    """The problems behind the commissioner's verdict, the most serious first."""
    by_id = {check["id"]: check for check in result["checks"]}
    verdict = result["verdict"]["commissioner"]
    return tuple(_fix(by_id[check], severity, places) for severity in labels.SEVERITIES for check in verdict[severity])


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
        sources=sources(check),
        effort=labels.EFFORTS[check["effort"]],
        wording=tuple(line.strip() for line in check["suggested_wording"].split("\n") if line.strip()),
    )
