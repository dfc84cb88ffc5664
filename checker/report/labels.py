"""The words in which the report names results, strengths, columns, buyers and rules of procurement."""

from __future__ import annotations

from collections.abc import Mapping

COLUMNS: Mapping[str, tuple[str, str]] = {
    "stated": ("Stated", "as a priority"),
    "asked": ("Asked", "as a question"),
    "weighted": ("Weighted", "marks given"),
    "measured": ("Measured", "KPI or target"),
    "reported": ("Reported", "in the contract"),
    "guidance": ("Guidance", "for bidders"),
}
"""Each column of the disconnect matrix: its head, and what it means."""

RESULTS: Mapping[str, tuple[str, str]] = {
    "met": ("Met", "met"),
    "partly": ("Partly met", "part"),
    "not-met": ("Not met", "no"),
    "not-found": ("Not found", "no"),
    "conflict": ("Conflict", "no"),
    "risk": ("Risk found", "no"),
    "cannot-tell": ("Cannot tell", "unknown"),
    "not-applicable": ("Does not apply", "na"),
}
"""Each check result: its words, and how its square is drawn."""

SEVERITIES: Mapping[str, str] = {"must": "Must fix", "should": "Should fix", "could": "Could improve"}
EFFORTS: Mapping[str, str] = {"small": "Small", "medium": "Medium", "large": "Large"}
STRENGTHS: Mapping[str, str] = {
    "required": "Must",
    "expected": "Should",
    "invited": "Encouraged",
    "none": "No duty on the bidder",
}
KINDS: Mapping[str, str] = {
    "social-value": "Social value named",
    "theme": "Priority named",
    "criterion": "How it is scored",
    "weight": "Weight",
    "question": "Question",
    "measure": "Measure",
    "reporting": "Reporting",
    "guidance": "Guidance",
    "contract": "Contract term",
    "denial": "Says it is not scored",
    "framework": "Law or policy cited",
    "context": "About the procurement",
    "detail": "Detail for a check",
}
BASES: Mapping[str, str] = {
    "V": "read in the source",
    "V2": "known from a secondary source only",
    "M": "practice knowledge, not checked against a source",
}
FILE_ROLES: Mapping[str, str] = {
    "itt": "Invitation to tender",
    "evaluation": "Award criteria",
    "specification": "Specification",
    "selection": "Selection questions",
    "contract": "Contract",
    "notice": "Notice",
    "pricing": "Pricing",
    "guidance": "Guidance",
    "other": "Other",
}
BUYERS: Mapping[str, str] = {
    "central": "Central government",
    "council": "Council",
    "nhs": "NHS body",
    "housing": "Housing association",
    "police": "Police",
    "fire": "Fire and rescue",
    "education": "School, college or university",
    "devolved": "Devolved authority",
    "other": "Other public body",
}
BUYERS_WRITTEN_FOR: Mapping[str, str] = {
    "central": "central government",
    "council": "councils",
    "nhs": "NHS bodies",
    "housing": "housing associations",
    "police": "police",
    "fire": "fire and rescue services",
    "education": "schools, colleges and universities",
    "devolved": "devolved authorities",
    "other": "other public bodies",
}
NATIONS: Mapping[str, str] = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "uk": "The whole UK",
}
REGIMES: Mapping[str, str] = {
    "pa23": "Procurement Act 2023",
    "pcr2015": "Public Contracts Regulations 2015",
    "psr": "Provider Selection Regime 2023",
    "scotland": "Scottish procurement law",
}
CONFIDENCE: Mapping[str, str] = {
    "given": "Given by the user",
    "high": "High confidence",
    "medium": "Medium confidence",
    "low": "Low confidence",
    "none": "",
}
DATES: Mapping[str, str] = {
    "clarification": "Last day for questions",
    "submission": "Tender return",
    "award": "Award",
    "start": "Contract start",
    "end": "Contract end",
}
STATUSES: Mapping[str, tuple[str, str]] = {
    "current": ("In force", "It was in force for this kind of tender on the day it began."),
    "superseded": ("Superseded", "A newer text had replaced it on the day this tender began."),
    "not-yet": ("Not yet in force", "It had not begun to apply on the day this tender began."),
    "unknown": ("Cannot tell", "The files do not hold the facts that decide it."),
}
MENTIONS: Mapping[str, str] = {
    "this-tender": "Weight in this tender",
    "example": "Example only",
    "policy-reference": "Minimum in a policy",
    "range": "Range",
    "placeholder": "Blank, still to be filled in",
    "kpi": "Target, not a weight",
}


def name(words: Mapping[str, str], code: str | None) -> str:
    """The words for a code; a code without words (from a local rule pack) with its hyphens opened."""
    if not code:
        return ""
    return words.get(code) or code.replace("-", " ").capitalize()
