"""Scorecards made by hand: an invented home-care tender, one with nothing in it, one that nobody could read."""
# ruff: noqa: E501 - the rows of its tables read better whole

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.model import (
    Cell,
    Citation,
    Context,
    Deed,
    Detected,
    Document,
    FileRole,
    Framework,
    KeyDate,
    LeftOut,
    Limit,
    Offer,
    Pack,
    Page,
    Priority,
    Question,
    Rulebook,
    Scorecard,
    Sum,
    Theme,
    Verdict,
    Waiver,
    Weighing,
    Weight,
)
from checker.model.facts import COLUMNS
from report import example_checks, example_findings
from report.example_findings import CONTRACT, CRITERIA, ITT, SPEC

THEMES = {
    "carbon": "Carbon and climate",
    "community": "Community organisations",
    "fair-work": "Fair work and pay",
    "innovation": "Social innovation",
    "local-jobs": "Local jobs",
    "skills": "Apprenticeships and skills",
    "unpaid-carers": "Unpaid carers",
    "wellbeing": "Health and wellbeing",
}
_PICTURE = "a picture with no text"

# theme, strength, pattern, severity, weight label, advice C, advice P, then one word a column
_MATRIX = (
    ("unpaid-carers", "expected", "Stated, never scored", "should", "", "Score it, or say plainly that it is not scored.", "No marks. Keep it short, and ask.", "E4,E15 gap after after after after"),
    ("fair-work", "invited", "Stated, never scored", "should", "", "Score it, or say plainly that it is not scored.", "No marks. ‘Living Wage’ is unclear: ask.", "E8,E16 gap after after after after"),
    ("innovation", "required", "Scored, never defined", "should", "Shares 2%", "Say what you mean, or remove it from SV3.", "Marks depend on an undefined term: ask.", "gap E25 E25 gap after gap"),
    ("skills", "required", "Scored, not measured", "should", "Shares 4%", "Add a KPI for skills and report on it.", "Offer your own measure with numbers.", "E6 E22 E22 gap after gap"),
    ("carbon", "required", "Measured, not reported", "should", "3%", "Add KPI 10 to the quarterly report.", "Offer a reporting date. Worksheet is missing.", "E7 E23 E23 E18 gap E26"),
    ("wellbeing", "required", "Measured, not scored", "could", "", "Check: is this the core service? If so, leave it.", "Part of the service, not a scored extra.", "E14 gap after E19 E31 after"),
    ("community", "required", "Scored, no guidance", "could", "Shares 2%", "Read contract page 8 yourself. Add guidance.", "Name partners and what each will do.", "E3 E24 E24 unknown E28 gap"),
    ("local-jobs", "required", "Joined up, except guidance", "could", "Shares 4%", "Nearly complete. Define ‘local’.", "The clearest ask, and the most marks.", "E2 E21 E21 E17 E28 gap"),
)  # fmt: skip


def documents() -> tuple[Document, ...]:
    """Four files of 58 pages, two of which are pictures."""
    return (
        _document(ITT, FileRole.ITT, 22, title="Home care and reablement 2027 to 2032"),
        _document(SPEC, FileRole.SPECIFICATION, 19, unread=17),
        _document(CRITERIA, FileRole.EVALUATION, 6),
        _document(CONTRACT, FileRole.CONTRACT, 11, unread=8),
    )


def _document(name: str, role: FileRole, pages: int, unread: int = 0, title: str = "") -> Document:
    made = tuple(Page(n, 595.32, 841.92, _PICTURE if n == unread else "") for n in range(1, pages + 1))
    return Document(name=name, sha256="0" * 64, role=role, pages=made, blocks=(), title=title)


def rulebook() -> Rulebook:
    """One rule pack with eight themes and four frameworks."""
    frameworks = (
        Framework("ppn-002", "PPN 002, the Social Value Model", "Central government’s model since 2025.", buyers=("central",), applies_from=date(2025, 2, 24), basis="V", source="Cabinet Office, PPN 002"),
        Framework("ppn-06-20", "PPN 06/20, the Social Value Model", "Central government’s model from 2021.", buyers=("central", "nhs"), applies_from=date(2021, 1, 1), applies_until=date(2025, 2, 23), superseded_by="ppn-002", basis="V", source="Cabinet Office, PPN 06/20"),
        Framework("social-value-act", "Public Services (Social Value) Act 2012", "A duty to consider social value before buying services.", jurisdictions=("england", "wales"), applies_from=date(2013, 1, 31), checked_on=date(2026, 11, 20), basis="V", source="2012 chapter 3"),
        Framework("wfg-act", "Well-being of Future Generations (Wales) Act 2015", "Seven well-being goals.", jurisdictions=("wales",), basis="M"),
    )  # fmt: skip
    themes = tuple(Theme(key, title, f"About {title.lower()}.") for key, title in THEMES.items())
    pack = Pack("uk-social-value", "2026.11", "Social value in UK tenders", "MIT", reviewed_on=date(2026, 11, 14))
    return Rulebook((pack,), themes, (), (), (), frameworks, (), {}, {})


def weighing() -> Weighing:
    """40% price, 50% quality, 10% social value, whose questions make 9%."""
    parts = (
        ("SV1 Local jobs and skills", 4.0, "E21"),
        ("SV2 Carbon from travel", 3.0, "E23"),
        ("SV3 Community", 2.0, "E24"),
    )
    below = tuple(_weight(name, share, (place,), social=True) for name, share, place in parts)
    own = replace(_weight("Social value", 10.0, ("E12", "E20"), social=True), role="social-value", children=below)
    quality = [
        ("Personalised care", 15.0),
        ("Workforce", 12.0),
        ("Safeguarding", 10.0),
        ("Mobilisation", 8.0),
        ("Records", 5.0),
    ]
    under = tuple(_weight(f"Q{n} {name}", share) for n, (name, share) in enumerate(quality, 1))
    limits = (Limit(500, "words", ("E21",)), Limit(750, "words", ("E13",)))
    questions = tuple(
        Question(name.split()[0], text, (place,), weight, limits[:1])
        for (name, _, place), weight, text in zip(
            parts,
            below,
            ("Describe the jobs and training you will create for local people.", "Set out how you will reduce carbon.", "Explain how you will work with community organisations."),
            strict=True,
        )
    )  # fmt: skip
    return Weighing(
        tree=(
            replace(_weight("Price", 40.0, ("E12",)), role="price"),
            replace(_weight("Quality", 50.0, ("E12",)), role="quality", children=under),
            own,
        ),
        mentions=(own, Weight("National minimum", None, kind="policy-reference", low=10.0, evidence=("E10",))),
        social_value=own,
        sums=(
            Sum("Top level", "top-level", (40.0, 50.0, 10.0), 100.0, 100.0, True, ("E12", "E20")),
            Sum("Quality", "other", (15.0, 12.0, 10.0, 8.0, 5.0), 50.0, 50.0, True),
            Sum("Social value", "social-value", (4.0, 3.0, 2.0), 9.0, 10.0, False, ("E21", "E23", "E24")),
        ),
        questions=questions,
        limits=limits,
        findings=(),
    )


def _weight(name: str, share: float, evidence: tuple[str, ...] = (), *, social: bool = False) -> Weight:
    return Weight(
        name, share, base="overall", effective=share, is_social_value=social, evidence=evidence, printed=share
    )


def priorities() -> tuple[Priority, ...]:
    """Eight themes with every pattern of gaps."""
    return tuple(
        Priority(theme, strength, _cells(cells), pattern, severity, {"commissioner": c, "provider": p}, label)
        for theme, strength, pattern, severity, label, c, p, cells in _MATRIX
    )


def _cells(words: str) -> dict[str, Cell]:
    states = zip(COLUMNS, words.split(), strict=True)
    return {
        column: Cell("found", tuple(word.split(","))) if word.startswith("E") else Cell(word) for column, word in states
    }


def scorecard() -> Scorecard:
    """The whole example: not ready to publish, and answerable once six questions are asked."""
    return Scorecard(
        documents=documents(),
        rules=rulebook(),
        findings=example_findings.findings(),
        weighing=weighing(),
        context=Context(
            buyer_type=Detected("council", "high", ("E5",)),
            jurisdiction=Detected("england", "medium", ("E5",)),
            commenced=Detected("2026-11-30", "given"),
            value_gbp=Detected("12400000", "low"),
            regime=Detected("pa23", "high"),
            dates=(KeyDate("clarification", "2027-01-15 12 noon", ("E11",)), KeyDate("submission", "2027-02-05 12 noon", ("E1",))),
            title="Home care and reablement 2027 to 2032",
            buyer="Eastmarsh Council",
            reference="EMC-ASC-2026-041",
        ),
        status="found",
        mentioned=True,
        priorities=priorities(),
        frameworks=(Citation("ppn-06-20", "PPN 06/20", "superseded", ("E10",)), Citation("social-value-act", "Public Services (Social Value) Act 2012", "current", ("E9",))),
        checks=example_checks.results(),
        verdicts=(
            Verdict("commissioner", "not-ready", "Not ready to publish yet", "2 problems must be fixed first.", ("B5", "C3"), ("C4", "C10", "D4"), ("A8", "C5", "D5", "D8")),
            Verdict("provider", "ask-first", "You can answer this, but ask 4 questions first", "Social value carries 10% of the marks.", ("C3",), ("C4", "C10", "D8", "D5"), ("B5", "A8", "C5", "D4")),
        ),
        as_of=date(2026, 11, 22),
        version="0.1.0",
    )  # fmt: skip


def with_additions() -> Scorecard:
    """The example with an offer, with a waiver of each kind, and with files that were left out."""
    full = scorecard()
    offer = Offer(
        "Harbourside Care",
        {
            "skills": (Deed("Runs a care apprenticeship; 9 people in 2025.", "College returns, July 2025"),),
            "carbon": (Deed("Uses bicycles for short visits."),),
            "wellbeing": (Deed("Runs a choir."),),
        },
        date(2026, 10, 1),
        "harbourside.yaml",
    )
    waivers = (
        Waiver("B5", "The portal adds the last percent.", "Head of procurement", date(2027, 3, 31)),
        Waiver("C3", "Both limits were explained to bidders.", "Procurement officer", date(2026, 11, 21)),
        Waiver("A1", "Never mind.", "Procurement officer", date(2026, 11, 22)),
    )
    return replace(
        full,
        checks=tuple(replace(done, waived=done.check.id in ("B5", "A1")) for done in full.checks),
        verdicts=(replace(full.verdicts[0], must=("C3",)), replace(full.verdicts[1], could=full.verdicts[1].could[1:])),
        left_out=(
            LeftOut("copy/ITT.pdf", f"it is the same file as {ITT}", ITT),
            LeftOut("Pricing schedule.xlsx", "it is no PDF"),
        ),
        offer=offer,
        waivers=waivers,
    )


def nothing_found() -> Scorecard:
    """A tender that never mentions social value: everything empty but one dropped place."""
    full = scorecard()
    results = tuple(
        replace(done, result="not-found", evidence=(), got=0, of=2, because="Not found in the 1 file given (22 pages).")
        for done in full.checks
        if done.check.id in ("A1", "A2", "A4")
    )
    return replace(
        full,
        documents=full.documents[:1],
        findings=tuple(replace(f, file=ITT, id="E1") for f in full.findings if f.id == "E32"),
        weighing=Weighing(),
        context=Context(),
        status="not-found",
        mentioned=False,
        priorities=(),
        frameworks=(),
        checks=results,
        verdicts=(
            Verdict("commissioner", "not-ready", "Not ready to publish yet", "Social value was not found.", ("A1", "A2"), ("A4",)),
            Verdict("provider", "not-scored", "Social value is not scored here", "No marks were found for it.", (), ("A2",)),
        ),
    )  # fmt: skip


def unreadable() -> Scorecard:
    """A pack of which no page could be read: every answer is cannot tell."""
    empty = nothing_found()
    pages = tuple(Page(n, 595.32, 841.92, _PICTURE) for n in range(1, 4))
    scan = Document("scan.pdf", "1" * 64, FileRole.OTHER, pages, ())
    locked = Document(
        "a-very-long-file-name-" * 6 + ".pdf", "2" * 64, FileRole.OTHER, (), (), note="locked with a password"
    )
    results = tuple(
        replace(done, result="cannot-tell", of=0, because="No page could be read.") for done in empty.checks
    )
    return replace(
        empty,
        documents=(scan, locked),
        findings=(),
        checks=results,
        status="cannot-tell",
        verdicts=(
            Verdict("commissioner", "cannot-tell", "Cannot tell", "No page of the files given could be read."),
            Verdict("provider", "cannot-tell", "Cannot tell", "No page of the files given could be read."),
        ),
    )
