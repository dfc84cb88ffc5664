"""What svcheck found, and what it makes of it: findings, weights, check results, the scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checker.model.document import Box, Document
from checker.model.given import LeftOut, Offer, Waiver
from checker.model.marking import Form, PassMark, Ranking, Scale, Stakes, TieBreak
from checker.model.rules import Check, Rulebook


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence, as it is printed and as it counts ("10 per cent": 10, percent)."""

    value: float
    unit: str
    """percent | money | count | marks | words | pages | days …"""
    text: str
    start: int
    end: int
    of: float | None = None
    """The total it is a part of, where that is printed with it ("15 marks of 150": 150)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Words in a document that a rule recognised, with the place where they stand.

    `start` and `end` are offsets into the block's text; `quote` is text[start:end]. A finding that
    was seen but does not count keeps the reason in `dropped_because`.
    """

    id: str
    rule: str
    rule_version: int
    kind: str
    """One of model.facts.KINDS."""
    theme: str
    """A theme id for kind theme; the framework id for kind framework; else empty."""
    signal: str
    """The id of the theme or signal file that the rule stands in ("reporting", "skills")."""
    file: str
    page: int
    boxes: tuple[Box, ...]
    quote: str
    sentence: str
    section: str
    """The number and title of the section ("4.2 Award criteria"), empty before the first heading."""
    role: str
    """The role of the section."""
    block: str
    start: int
    end: int
    sentence_start: int = 0
    """Offset of the sentence in the block's text; findings with the same file, block and sentence_start share it."""
    strength: str = "none"
    """required | expected | invited | none: the strongest ask that the sentence makes of the bidder."""
    columns: tuple[str, ...] = ()
    """The columns of the disconnect matrix that this finding supports."""
    numbers: tuple[Number, ...] = ()
    dropped_because: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """One criterion in a table or sentence of award criteria, with what hangs below it.

    `percent` is the printed number turned into percent of its base; None for a blank or a range.
    `effective` is the share of the whole score in percent, where the base is known.
    """

    name: str
    percent: float | None
    unit: str = "percent"
    base: str = "unstated"
    """overall | quality | unstated"""
    kind: str = "this-tender"
    """this-tender | example | policy-reference | range | placeholder | kpi"""
    lot: str = ""
    low: float | None = None
    high: float | None = None
    effective: float | None = None
    is_social_value: bool = False
    role: str = ""
    """price | quality | social-value | other"""
    children: tuple[Weight, ...] = ()
    evidence: tuple[str, ...] = ()
    printed: float | None = None
    """The number as printed (marks when the unit is marks)."""
    readings: tuple[float, ...] = ()
    """The shares of the whole score that an ambiguous base allows, in percent; empty when it is clear."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An addition that ought to come out: its terms, what they make, and what they should."""

    label: str
    of: str
    """top-level | social-value | other"""
    terms: tuple[float, ...]
    total: float
    expected: float
    ok: bool
    evidence: tuple[str, ...] = ()
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on the length of an answer: a number and words, pages or characters."""

    value: int
    unit: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One social value question that a bidder must answer."""

    number: str
    text: str
    evidence: tuple[str, ...]
    weight: Weight | None = None
    limits: tuple[Limit, ...] = ()
    scale: Scale | None = None
    """The scale on which the answer is scored, where one is printed."""
    minimum: PassMark | None = None
    forms: tuple[Form, ...] = ()
    """The templates, calculators and appendices that the answer must use."""
    asks: int = 0
    """How many things the question asks for: its lettered parts, or its sentences that ask."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Everything about weights in a tender pack.

    `tree` is the table of award criteria in force (one per lot); `mentions` every weight of social
    value seen anywhere, of any kind; `social_value` the one that counts; `conflicts` others for the
    same criterion, like with like; `findings` the places that prove it all.
    """

    tree: tuple[Weight, ...] = ()
    mentions: tuple[Weight, ...] = ()
    social_value: Weight | None = None
    conflicts: tuple[Weight, ...] = ()
    sums: tuple[Sum, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: tuple[Limit, ...] = ()
    findings: tuple[Finding, ...] = ()
    scales: tuple[Scale, ...] = ()
    """Every scoring scale with levels that the pack prints."""
    minimums: tuple[PassMark, ...] = ()
    """Minimum scores that hold for social value."""
    rankings: tuple[Ranking, ...] = ()
    """Criteria in order of importance that no numbers are given for."""
    tie_breaks: tuple[TieBreak, ...] = ()
    """Sentences by which social value decides between equal tenders."""
    stakes: Stakes | None = None


@dataclass(frozen=True, slots=True)
class Detected:
    """One fact about the procurement, how sure it is, and what shows it.

    `confidence` is given (by the user), high, medium, low or none.
    """

    value: str | None
    confidence: str = "none"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A date in the procurement: clarification, submission, award, start or end."""

    kind: str
    value: str
    """ISO date, with the time as printed where there is one ("2027-01-15 12 noon")."""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """Facts that decide which law and policy apply. Values given by the user win over detected ones."""

    buyer_type: Detected = field(default_factory=lambda: Detected(None))
    jurisdiction: Detected = field(default_factory=lambda: Detected(None))
    commenced: Detected = field(default_factory=lambda: Detected(None))
    value_gbp: Detected = field(default_factory=lambda: Detected(None))
    regime: Detected = field(default_factory=lambda: Detected(None))
    dates: tuple[KeyDate, ...] = ()
    title: str = ""
    buyer: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found: the result, why, and the findings that prove it. Points are 0 to 2."""

    check: Check
    result: str
    because: str
    evidence: tuple[str, ...] = ()
    got: int = 0
    of: int = 2
    suggested_wording: str = ""
    clarification_question: str = ""
    waived: bool = False
    """Whether somebody decided to let its problem stand; it then has no part in the verdict."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the disconnect matrix.

    `state` is found, gap (the chain breaks here), after (it follows from the gap) or unknown.
    """

    state: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """One theme's row of the disconnect matrix. An empty theme stands for social value as a whole."""

    theme: str
    strength: str
    cells: Mapping[str, Cell]
    pattern: str
    """The name of the break: "Stated, never scored" …"""
    severity: str
    """should | could | none"""
    advice: Mapping[str, str] = field(default_factory=dict)
    weight_label: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A framework that the tender cites: in which words, and whether it is in force for it."""

    id: str
    cited_as: str
    status: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in one line for one side, with the reasons. Decided by the worst problem, not by points."""

    side: str
    result: str
    """commissioner: not-ready | gaps | no-gaps | cannot-tell;
    provider: answerable | ask-first | not-scored | cannot-tell"""
    headline: str
    lead: str
    must: tuple[str, ...] = ()
    """Check ids whose problem is must-fix for this side, worst first."""
    should: tuple[str, ...] = ()
    could: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scorecard:
    """Everything that the report shows about one tender pack."""

    documents: tuple[Document, ...]
    rules: Rulebook
    findings: tuple[Finding, ...]
    weighing: Weighing
    context: Context
    status: str
    """found | pass-fail | tie-break-only | range | placeholder | denied | not-found | cannot-tell"""
    mentioned: bool
    priorities: tuple[Priority, ...]
    frameworks: tuple[Citation, ...]
    checks: tuple[CheckResult, ...]
    verdicts: tuple[Verdict, ...]
    as_of: date
    version: str
    left_out: tuple[LeftOut, ...] = ()
    """Files that were given and not read."""
    offer: Offer | None = None
    waivers: tuple[Waiver, ...] = ()
    """Every waiver that was given, also one that has run out or that nothing needs."""
    notes: tuple[str, ...] = ()
    """What a reader should know about the rules themselves: facts that have not been checked for over a year."""
