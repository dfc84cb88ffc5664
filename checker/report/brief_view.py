"""What a provider needs before deciding to bid: dates, questions, what to ask, what to promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.report import labels
from checker.report.fixes_view import problem
from checker.report.phrasing import amount, moment
from checker.report.places import Data, Item, Links, Places
from checker.report.stakes_view import Stake, stakes
from checker.wording import counted, figure, listed

_ALWAYS = ("clarification", "submission", "start")
_BINDING = ("required", "expected")
_PROMISES = ("contract", "reporting", "theme", "social-value")
_ANSWERS = ("question", "award", "selection")
"""Roles of sections whose duties concern the answer and not the contract."""
MOST_COMMITMENTS = 40
_ENDS = (". ", "? ", "; ")
_LABEL = 6
"""The label of the space for an answer has no more words than this."""


@dataclass(frozen=True, slots=True)
class DateView:
    """A date of the procurement, or that it was not found."""

    kind: str
    label: str
    value: str
    found: bool
    past: bool
    """Whether the day was over when the tender was checked."""
    links: Links


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the bidder must answer: what it is worth, how long it may be, what is unclear."""

    number: str
    text: str
    weight: str
    length: str
    unclear: str
    links: Links


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question to send to the buyer, in neutral words."""

    check: str
    about: str
    text: str
    links: Links
    where: str
    minor: bool
    """Whether it matters less than the others to the provider's verdict."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something the winner would have to do, in the tender's own words."""

    strength: str
    words: str
    themes: str
    links: Links


@dataclass(frozen=True, slots=True)
class Brief:
    """The bid brief."""

    dates: tuple[DateView, ...]
    questions: tuple[Asked, ...]
    stakes: tuple[Stake, ...]
    clarifications: tuple[Clarification, ...]
    commitments: tuple[Commitment, ...]
    must_keep: int
    """How many commitments are binding."""
    left_out: int
    """How many commitments the list leaves out."""


def brief(result: Data, places: Places) -> Brief:
    """The bid brief of a result."""
    binding = _binding(places)
    return Brief(
        dates=_dates(result, places),
        questions=tuple(_asked(question, result, places) for question in result["questions"]),
        stakes=stakes(result, places),
        clarifications=_clarifications(result, places),
        commitments=tuple(_commitment(item, result["themes"], places) for item in binding[:MOST_COMMITMENTS]),
        must_keep=sum(_strength(item) == "required" for item in binding),
        left_out=max(0, len(binding) - MOST_COMMITMENTS),
    )


def _dates(result: Data, places: Places) -> tuple[DateView, ...]:
    shown, today = [], result["checked_on"]
    for kind, label in labels.DATES.items():
        found = [date for date in result["dates"] if date["kind"] == kind]
        shown += [
            DateView(
                kind, label, moment(date["value"]), True, _past(date["value"], today), places.links(date["evidence"], 3)
            )
            for date in found
        ]
        if not found and kind in _ALWAYS:
            shown.append(DateView(kind, label, "Not found in the files given", False, False, Links()))
    return tuple(shown)


def _past(value: str, today: str) -> bool:
    """Whether a whole day, year-month-day, lies before the day of the check."""
    return len(value) >= len(today) and value[: len(today)] < today


def _asked(question: Data, result: Data, places: Places) -> Asked:
    weight = question["weight"]
    limits = lengths(question["limits"]) or lengths(
        [{"value": words, "unit": "words"} for words in result["social_value"]["question"]["word_limits"]]
    )
    unclear = []
    if weight is None or weight["stated"] is None:
        unclear.append("No weight of its own was found.")
    if not limits:
        unclear.append("No limit on length was found.")
    clash = next((c for c in result["checks"] if c["id"] == "C3" and c["result"] == "conflict"), None)
    if clash:
        # Which of the limits holds is not known, so all are told.
        limits = (
            lengths([{"value": v, "unit": "words"} for v in result["social_value"]["question"]["word_limits"]])
            or limits
        )
        unclear.append(f"{problem(clash)}.")
    if any(c["id"] == "B6" and c["result"] == "conflict" for c in result["checks"]):
        unclear.append("The files give social value different weights.")
    return Asked(
        number=question["number"] or "No number",
        text=_asked_words(question["text"], question["number"] or ""),
        weight="Not given" if weight is None else amount(weight["stated"], weight["unit"]),
        length=limits or "Not given",
        unclear=" ".join(unclear),
        links=places.links(question["evidence"], 3),
    )


def _asked_words(text: str, number: str) -> str:
    """The words of a question, without its number, which stands beside it, and the label of the answer's box."""
    text = text.removeprefix(number).lstrip(" .:-") if number else text
    last = max(text.rfind(mark) for mark in _ENDS) + 1
    rest = text[last:].strip()
    return text[:last] if last and rest.endswith(":") and len(rest.split()) <= _LABEL else text


def lengths(limits: Sequence[Data]) -> str:
    """Limits on length in words: "500 or 750 words"."""
    units = dict.fromkeys(limit["unit"] for limit in limits)
    parts = []
    for unit in units:
        values = sorted({limit["value"] for limit in limits if limit["unit"] == unit})
        parts.append(f"{listed([figure(value) for value in values], 'or')} {unit}")
    return listed(parts, "or")


def _clarifications(result: Data, places: Places) -> tuple[Clarification, ...]:
    verdict = result["verdict"]["provider"]
    order = [*verdict["must"], *verdict["should"], *verdict["could"], *(c["id"] for c in result["checks"])]
    by_id = {check["id"]: check for check in result["checks"]}
    asked = [by_id[check] for check in dict.fromkeys(order) if by_id[check]["clarification_question"]]
    minor = {*verdict["could"], *by_id} - {*verdict["must"], *verdict["should"]}
    return tuple(
        Clarification(
            check=c["id"],
            about=problem(c),
            text=c["clarification_question"],
            links=places.links(c["evidence"], 5),
            where=places.where(c["evidence"]),
            minor=c["id"] in minor,
        )
        for c in asked
    )


def _binding(places: Places) -> list[Item]:
    """Sentences that put a duty on the winner, the binding ones first, then in reading order.

    What a question asks ("you must describe") is a duty on the answer and not on the contract.
    """
    items = [item for item in places.items if item.counted and _strength(item) and not _is_about_the_answer(item)]
    items = [item for item in items if not _is_title(item)]
    return sorted(items, key=lambda item: _BINDING.index(_strength(item)))


def _is_about_the_answer(item: Item) -> bool:
    """Whether a duty is one of bidding; social value alone must not stand beside a question either."""
    kinds = {finding["kind"] for finding in item.findings}
    if item.first["role"] == "question":
        return True
    only_named = kinds.isdisjoint({"contract", "reporting", "theme"})
    return only_named and (item.first["role"] in _ANSWERS or not kinds.isdisjoint({"question", "criterion", "denial"}))


def _is_title(item: Item) -> bool:
    """Whether a sentence is only the title of its section, which binds nobody."""
    title, sentence = ("".join(filter(str.isalnum, item.first[key])).casefold() for key in ("section", "sentence"))
    return bool(title) and title == sentence


def _strength(item: Item) -> str:
    strengths = [f["strength"] for f in item.findings if f["kind"] in _PROMISES and f["strength"] in _BINDING]
    return min(strengths, key=_BINDING.index, default="")


def _commitment(item: Item, themes: dict[str, str], places: Places) -> Commitment:
    named = dict.fromkeys(themes[f["theme"]] for f in item.findings if f["theme"] in themes)
    return Commitment(
        strength=labels.STRENGTHS[_strength(item)],
        words=item.first["sentence"],
        themes=", ".join(named) or "Social value as a whole",
        links=places.links([item.first["id"]]),
    )


def ask_by(brief: Brief) -> str:
    """The provider's first step: how many questions to send, and by when."""
    many = len(brief.clarifications)
    asked = "clarification question" if many == 1 else counted(many, "clarification question")
    closing = _closing(brief)
    if closing.past:
        return f"The last day for questions was {closing.value}. Ask if your {asked} can still be sent"
    return f"Send your {asked} {f'by {closing.value}' if closing.found else 'early: no closing date was found'}"


def last_day(brief: Brief) -> str:
    """When questions must be sent, in a few words."""
    closing = _closing(brief)
    if not closing.found:
        return "No last day for questions was found in the files given"
    return f"Last day for questions: {closing.value}{', which has passed' if closing.past else ''}"


def _closing(brief: Brief) -> DateView:
    """The last day for questions; of several, the first that has not passed."""
    days = [date for date in brief.dates if date.kind == "clarification"]
    return next((date for date in days if not date.past), days[0])
