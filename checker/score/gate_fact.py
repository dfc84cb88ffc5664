"""Whether social value must reach a minimum score, and whether it is said what happens to a tender that misses it."""

from __future__ import annotations

import re

from checker.model import Finding
from checker.score.case import Case, sample
from checker.score.fact import NONE, Fact
from checker.score.status import CARRIES_MARKS, Status

_BAR = "minimum-score.bar"
_EFFECT = "minimum-score.effect"
_EVERY = "minimum-score.every"

_CODE = re.compile(r"(?<![\w£])[A-Z]{1,3}\d{1,2}\b")
_FIGURE = r"\d{1,2}[a-z]?"
_RANGE = re.compile(rf"({_FIGURE})(?:\s*(?:to|-|–)\s*({_FIGURE}))?")


def gate_fact(case: Case, status: Status) -> Fact:
    """What a minimum score for social value does: said, unsaid or none.

    A gate for questions that are named and that are not about social value is no gate for it. A gate for every
    answer counts where social value is scored.
    """
    gates = [finding for finding in case.signal("minimum-score") if _is_about(case, finding)]
    if status.value not in (*CARRIES_MARKS, "cannot-tell"):
        gates = [finding for finding in gates if finding.rule != _EVERY]
    said = [finding for finding in gates if finding.rule in (_EFFECT, _EVERY)]
    if said:
        return Fact("said", "said", sample(said))
    bars = [finding for finding in gates if finding.rule == _BAR]
    return Fact("unsaid", "not said", sample(bars)) if bars else Fact(NONE, "no minimum score")


def _is_about(case: Case, gate: Finding) -> bool:
    """Whether a gate can be for social value: it names no question, or one of those on social value."""
    named = _labels(case, gate.sentence)
    if gate.rule == _EVERY or not named or _names_social_value(case, gate):
        return True
    return not named.isdisjoint(_own_labels(case))


def _names_social_value(case: Case, gate: Finding) -> bool:
    place = (gate.block, gate.sentence_start)
    return any((finding.block, finding.sentence_start) == place for finding in case.signal("social-value"))


def _own_labels(case: Case) -> set[str]:
    """The labels of the social value questions; "MS7" is also the method statement with the number 7."""
    own: set[str] = set()
    for question in case.weighing.questions:
        own |= _labels(case, question.number) | set(re.findall(_FIGURE, question.number))
    return own


def _labels(case: Case, text: str) -> set[str]:
    """The labels of questions in a text: codes such as "Q1", and the numbers after "question" or "method statement"."""
    found = {code.lower() for code in _CODE.findall(text)}
    words = "|".join(re.escape(word) for word in sorted(case.rules.words.get("answer_labels", ()), reverse=True))
    if not words:
        return found
    listed = rf"\b(?:{words})s?\s+({_FIGURE}(?:\s*(?:,|and|or|to|-|–)\s*{_FIGURE})*)\b"
    for numbers in re.findall(listed, text, re.IGNORECASE):
        for first, last in _RANGE.findall(numbers):
            found.add(first)
            if last.isdigit() and first.isdigit():
                found |= {str(number) for number in range(int(first), int(last) + 1)}
    return found
