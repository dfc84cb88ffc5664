"""The checks of the example scorecard, with every result that a check can have."""
# ruff: noqa: E501 - the rows of its tables read better whole

from __future__ import annotations

from checker.model import Authority, Check, CheckResult

_SOURCES = {
    "s23b": Authority("Procurement Act 2023, section 23(3)(b)", "V", "show how important each award criterion is"),
    "s23a": Authority("Procurement Act 2023, section 23(3)(a)", "V", "describe how tenders will be assessed"),
    "s12": Authority("Procurement Act 2023, section 12(2)", "V", "treat suppliers the same"),
    "clear": Authority(
        "Procurement Act 2023, section 23(2)(b)", "V2", "criteria must be clear, measurable and specific"
    ),
    "practice": Authority("Good practice", "M", "not a legal duty"),
}

# id, panel, title, result, commissioner/provider severity, evidence, because, heading
ROWS = (
    ("A1", "stated", "Social value is mentioned", "met", "blocker/info", "E5", "Named in the ITT.", ""),
    ("A2", "stated", "Social value is an award criterion", "met", "blocker/blocker", "E12", "Scored as a criterion of its own.", ""),
    ("A3", "stated", "Nothing says that social value is not scored", "met", "major/major", "", "No such sentence was found.", ""),
    ("A4", "stated", "Priorities are named", "met", "major/major", "E2 E6 E7", "7 priorities are named.", ""),
    ("A8", "stated", "Questions link to the service being bought", "partly", "minor/minor", "E23", "SV2 does. SV1 and SV3 could fit any contract.", "Two questions could fit any contract"),
    ("B1", "arithmetic", "A weight is given", "met", "blocker/blocker", "E12", "10%.", ""),
    ("B2", "arithmetic", "The weight meets the floor that binds this buyer", "not-applicable", "blocker/info", "", "No floor binds an English council.", ""),
    ("B3", "arithmetic", "It is clear what the percentage is a share of", "met", "major/major", "E20", "A share of the overall score.", ""),
    ("B4", "arithmetic", "Top-level weights add up to 100", "met", "blocker/minor", "E12", "40 + 50 + 10 = 100.", ""),
    ("B5", "arithmetic", "Social value questions add up to their total", "conflict", "blocker/minor", "E20 E21 E23 E24", "SV1 (4%), SV2 (3%) and SV3 (2%) make 9%. The pack promises 10%.", "The social value questions add up to 9%, not 10%"),
    ("C1", "answerable", "Questions are given in full", "met", "blocker/blocker", "E21 E23 E24", "3 questions.", ""),
    ("C3", "answerable", "Word limits are given and agree", "conflict", "blocker/major", "E13 E21 E23 E24", "ITT page 14 says 750 words. Criteria pages 4 and 5 say 500.", "Two word limits for the same answers"),
    ("C4", "answerable", "Every named template is in the pack", "not-met", "major/major", "E26", "Annex D is named and was not in the files given.", "Annex D is named but is not in the pack"),
    ("C5", "answerable", "The scoring scale says what good looks like", "partly", "minor/minor", "E27", "A 0 to 5 scale, with no words about social value.", "The 0 to 5 scale does not say what a good social value answer looks like"),
    ("C10", "answerable", "Bidders are given guidance", "partly", "major/major", "E26", "1 of 5 scored priorities has guidance.", "4 of 5 scored priorities have no guidance"),
    ("D3", "deliverable", "Promises become part of the contract", "met", "blocker/major", "E29", "They form part of the agreement.", ""),
    ("D4", "deliverable", "Reporting has a date and an owner", "partly", "major/minor", "E28 E31", "Nothing on carbon or skills.", "Skills and travel carbon are never reported"),
    ("D5", "deliverable", "Proof to be accepted is listed", "not-found", "minor/major", "", "Not found in the 4 files given.", "No page says what proof of delivery you will accept"),
    ("D6", "deliverable", "There is a remedy if promises are missed", "cannot-tell", "major/major", "", "May be on contract page 8, which is a picture.", ""),
    ("D8", "provider", "No fee is put on the provider", "risk", "minor/major", "E30", "The contract asks the provider to pay a portal fee.", "The provider pays a fee that is not stated"),
)  # fmt: skip

_SOURCE = {"B5": "s23b", "C3": "s12", "C4": "clear", "C5": "s23a", "C10": "clear", "D4": "practice"}
_ADVICE = {
    "B5": "Bidders cannot tell where the last 1% goes, and your evaluators cannot award it.",
    "C3": "Answers could be cut off for some bidders and not for others.",
    "C4": "It is the only guidance for bidders on any scored priority.",
    "C5": "Evaluators may score the same answer differently. Bidders cannot aim for the top mark.",
}
_WORDING = {
    "B5": "SV1 Local jobs and skills: 4%. SV2 Carbon from travel: 3%. SV3 Community partnership: 3%. Total for social value: 10% of the overall score.",
    "C3": "Each answer to SV1, SV2 and SV3 must be no longer than 500 words. We will not read words beyond the limit.\nThis limit replaces any other limit in these documents.",
    "C4": "Attach Annex D, or replace the sentence with: Work out your baseline from [source] and show your method.",
    "C5": "5: specific commitments with numbers, dates and a named lead. 3: clear commitments, but some lack numbers or dates. 1: general statements only.",
    "D5": "We will accept payroll counts, training records, mileage records and letters from partners. Do not send names or other personal data.",
}  # fmt: skip
_QUESTION = {
    "B5": "Award criteria pages 4 and 5 give 4%, 3% and 2% for SV1 to SV3, a total of 9%. ITT page 11 gives 10%. What is the weight of each question?",
    "C3": "ITT page 14 sets 750 words for each social value answer. Award criteria pages 4 and 5 set 500. Which limit applies?",
    "C4": "Award criteria page 5 names Annex D, the travel carbon worksheet. It is not in the pack. Can you publish it?",
    "D8": "Contract clause 17.5 names a portal fee. How much is it each year?",
}  # fmt: skip
_EFFORT = {"D4": "medium", "C5": "medium", "C10": "large"}
_POINTS = {"met": 2, "partly": 1}


def results() -> tuple[CheckResult, ...]:
    """Every check of the example with its result and its points."""
    return tuple(_result(*row) for row in ROWS)


def _result(number: str, panel: str, title: str, result: str, severity: str, evidence: str, because: str, heading: str) -> CheckResult:  # fmt: skip
    commissioner, provider = severity.split("/")
    check = Check(
        id=number,
        title=title,
        panel=panel,
        question=f"{title}?",
        why="It decides what a bidder can do.",
        severity={"commissioner": commissioner, "provider": provider},
        authority=(_SOURCES[_SOURCE.get(number, "practice")],),
        heading={result: heading} if heading else {},
        advice={"commissioner": _ADVICE.get(number, "Say it once, in one place."), "provider": "Ask before you write."},
        effort=_EFFORT.get(number, "small"),
    )
    counted = result not in ("cannot-tell", "not-applicable")
    return CheckResult(
        check=check,
        result=result,
        because=because,
        evidence=tuple(evidence.split()),
        got=_POINTS.get(result, 0),
        of=2 if counted else 0,
        suggested_wording=_WORDING.get(number, ""),
        clarification_question=_QUESTION.get(number, ""),
    )
