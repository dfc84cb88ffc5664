"""The answer for each side, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.report.brief_view import Brief, ask_by, lengths
from checker.report.fixes_view import Fix
from checker.report.phrasing import amount
from checker.report.places import Data, Link
from checker.wording import counted, figure

_TONES = {
    "not-ready": ("bad", "stop"),
    "gaps": ("gaps", "warn"),
    "no-gaps": ("fine", "check"),
    "answerable": ("fine", "check"),
    "ask-first": ("fine", "ask"),
    "not-scored": ("plain", "dash"),
    "cannot-tell": ("unsure", "q"),
}


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict: its tone and icon, its words from the result, and the next steps."""

    result: str
    tone: str
    icon: str
    headline: str
    lead: str
    steps: tuple[Link, ...]
    notes: tuple[str, ...] = ()
    """What else the reader must know of this verdict: what was waived, or why full points leave gaps."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure at a glance, and what it is."""

    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left after the first steps: "5 things you should fix", and where they begin."""

    first: Link | None
    should: str
    could: str


def commissioner(result: Data, fixes: Sequence[Fix]) -> VerdictView:
    """The commissioner's verdict; the steps are the must-fix problems, or else the first should-fix ones."""
    must = [fix for fix in fixes if fix.severity == "must"]
    chosen = must[:5] or list(fixes[:3])
    steps = [Link(fix.anchor, fix.title) for fix in chosen]
    if result["verdict"]["commissioner"]["result"] == "cannot-tell":
        steps.append(Link("limits", "See what could not be read"))
    return _view(result["verdict"]["commissioner"], steps, _why_gaps(result, fixes))


def _why_gaps(result: Data, fixes: Sequence[Fix]) -> str:
    """Why a tender that gets every point still has gaps; empty where that is not so."""
    told, breaks = result["score"], [fix for fix in fixes if not fix.check]
    if not breaks or not told["of"] or told["got"] < told["of"]:
        return ""
    return "Every check that was scored is met. The gaps are breaks in the chain of a priority, which carry no points."


def rest(fixes: Sequence[Fix]) -> Rest | None:
    """The should-fix and could-improve problems that come after the must-fix ones, if there are both."""
    should = [fix for fix in fixes if fix.severity == "should"]
    could = [fix for fix in fixes if fix.severity == "could"]
    if not any(fix.severity == "must" for fix in fixes) or not should + could:
        return None
    said = f"{counted(len(should), 'thing')} you should fix" if should else ""
    improve = f"{counted(len(could), 'thing') if not should else figure(len(could))} you could improve" if could else ""
    return Rest(Link((should or could)[0].anchor, said or improve), said, improve)


def provider(result: Data, brief: Brief) -> VerdictView:
    """The provider's verdict; the steps are what to ask, where the marks are, and what to promise."""
    verdict = result["verdict"]["provider"]
    steps = []
    if brief.clarifications:
        steps.append(Link("clar", ask_by(brief)))
    best = _worth_most(result["questions"])
    if best and verdict["result"] != "not-scored":
        steps.append(Link("qs", best))
    if brief.commitments:
        steps.append(Link("commit", "Read what you would have to deliver"))
    if verdict["result"] == "cannot-tell":
        steps.append(Link("limits", "See what could not be read"))
    return _view(verdict, steps)


def _view(verdict: Data, steps: Sequence[Link], note: str = "") -> VerdictView:
    tone, icon = _TONES[verdict["result"]]
    return VerdictView(
        verdict["result"], tone, icon, verdict["headline"], verdict["lead"], tuple(steps), (note,) if note else ()
    )


def _worth_most(questions: Sequence[Data]) -> str:
    weighed = [q for q in questions if q["weight"] and q["weight"]["stated"] is not None and q["number"]]
    units = {q["weight"]["unit"] for q in weighed}
    if len(weighed) < 2 or len(units) > 1:
        return ""
    ranked = sorted(weighed, key=lambda q: -float(q["weight"]["stated"]))
    top, second = ranked[0]["weight"], ranked[1]["weight"]
    if top["stated"] == second["stated"]:
        return ""
    return f"Put most effort into {ranked[0]['number']} ({amount(top['stated'], top['unit'])})"


def tiles(result: Data, brief: Brief) -> tuple[Tile, ...]:
    """The figures at a glance: marks, questions, commitments, priorities asked about."""
    asked = sum(p["states"]["asked"] == "found" for p in result["priorities"] if p["theme"])
    return (
        _weight_tile(result),
        _question_tile(result),
        Tile(figure(brief.must_keep), f"{_noun(brief.must_keep, 'commitment')} you must keep if you win"),
        Tile(figure(asked), f"{_noun(asked, 'priority', 'priorities')} you are asked about"),
    )


def _weight_tile(result: Data) -> Tile:
    said = result["social_value"]
    weight = said["weight"]
    if weight is None or weight["stated"] is None:
        return _no_weight(said)
    share = {
        "overall": "of all marks",
        "quality": "of the quality score",
    }.get(weight["base"], "for social value; no page says what it is a share of")
    if weight["unit"] == "marks":
        share = "for social value"
    if weight["effective"] is not None and weight["effective"] != weight["stated"]:
        share += f", which makes {amount(weight['effective'], 'percent')} of all marks"
    return Tile(amount(weight["stated"], weight["unit"]), share + _but(result))


def _but(result: Data) -> str:
    others = result["social_value"]["weight_conflicts"]
    if others:
        found = dict.fromkeys(amount(other["stated"], other["unit"]) for other in others)
        return f", but other places say {' and '.join(found)}"
    short = next((s for s in result["sums"] if s["of"] == "social-value" and not s["ok"]), None)
    if short:
        weight = result["social_value"]["weight"]
        unit = weight["unit"] if short["expected"] == weight["stated"] else "percent"
        return f", but the questions add up to {amount(short['total'], unit)}"
    return ""


def _no_weight(said: Data) -> Tile:
    ranges = [m for m in said["weight_mentions"] if m["kind"] == "range" and m["low"] is not None]
    if said["award_criterion"] == "range" and ranges and ranges[0]["high"] is not None:
        low, high = figure(ranges[0]["low"]), amount(ranges[0]["high"], ranges[0]["unit"])
        return Tile(f"{low} to {high}", "is a range, not a weight")
    return {
        "found": Tile("No weight", "is given, though social value is scored"),
        "range": Tile("A range", "is given, not a weight"),
        "pass-fail": Tile("No marks", "but a pass or fail test"),
        "tie-break-only": Tile("No marks", "except to separate equal tenders"),
        "placeholder": Tile("Blank", "in the files: still to be filled in"),
        "denied": Tile("No marks", "are given: the files say so"),
        "cannot-tell": Tile("Not known", "what marks social value carries"),
    }.get(said["award_criterion"], Tile("No marks", "for social value were found"))


def _question_tile(result: Data) -> Tile:
    asked = len(result["questions"])
    if not asked:
        return Tile("0", "questions about social value were found")
    words = result["social_value"]["question"]["word_limits"]
    said = lengths([{"value": value, "unit": "words"} for value in words])
    clash = any(check["id"] == "C3" and check["result"] == "conflict" for check in result["checks"])
    return Tile(
        figure(asked),
        _noun(asked, "question")
        + (f", {said}{' each' if asked > 1 else ''}" if said else "")
        + (": the files disagree" if clash else ""),
    )


def _noun(count: int, one: str, more: str = "") -> str:
    return counted(count, one, more).split(" ", 1)[1]
