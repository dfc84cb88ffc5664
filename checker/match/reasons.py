"""Why words that a rule recognised do not count, said as the report says it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import Role

OUT_OF_SCOPE = "the text around it is not about social value"
BESIDE = "named next to social value, not as part of it"
ABOUT_SERVICE = "social value is the service to be bought here"
AGAIN = "already counted in the same sentence"
UNFILLED = "the place for the wording is not filled in yet"
CONTENTS = "in the table of contents"
WEB_ADDRESS = "in a web address"
STRUCK = "struck out in the text"
PAGE_EDGES: Mapping[str, str] = {"header": "in a repeated page header", "footer": "in a repeated page footer"}
"""The reasons for lines at the edges of every page."""
_FURNITURE = {**PAGE_EDGES, "page number": "in a page number", "contents": CONTENTS}
_SECTIONS = {
    Role.CONTENTS: CONTENTS,
    Role.DEFINITIONS: "in a definition",
    Role.TUPE: "in information about staff who may transfer (TUPE)",
    Role.SELECTION: "in the selection questions about the bidder",
    Role.PRICING: "in the part about prices",
    Role.CONTRACT: "in the contract terms",
    Role.SPECIFICATION: "in the specification of the service",
    Role.BACKGROUND: "in the introduction",
    Role.AWARD: "in the part about how tenders are assessed",
    Role.QUESTION: "in the questions to bidders",
    Role.OTHER: "in a part of the document that this rule leaves out",
}
_MODIFIERS = {
    "negated": "the text says that it does not apply",
    "historical": "about the past, not about this contract",
}
_LONGEST = 60
"""Letters of the other term that a reason quotes at the most."""


def in_furniture(kind: str) -> str:
    """The reason for words in a page header, footer or page number."""
    return _FURNITURE.get(kind, f"in a {kind}")


def in_section(role: str) -> str:
    """The reason for words in a section in which a rule does not count."""
    return _SECTIONS[Role(role)]


def other_term(words: str) -> str:
    """The reason for words that are part of a term with another meaning."""
    return f"part of a term with another meaning: {words[:_LONGEST]}"


def other_subject(words: str) -> str:
    """The reason for words in a sentence that other words show to be about something else."""
    return f"the sentence is about something else: {words[:_LONGEST]}"


def changed_by(modifier: str) -> str:
    """The reason for words whose sentence denies them or tells of the past."""
    return _MODIFIERS.get(modifier, modifier)
