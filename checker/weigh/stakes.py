"""What the social value answers are worth to a bidder: marks, marks for each hundred words, number of asks."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Question, Stakes, Weight
from checker.weigh.schemes import PRICE


def stakes_of(weight: Weight | None, tops: Sequence[Weight], questions: Sequence[Question]) -> Stakes | None:
    """What is at stake, or None where neither a weight nor a question was found.

    Arguments: `weight` is the weight of social value; `tops` the award criteria in force of its lot, whose
    prices are left out of the quality marks. Shares are in percent of the whole score; nothing is worked
    out from a weight whose base is not clear.
    """
    if weight is None and not questions:
        return None
    marks = weight.effective if weight is not None else None
    words = longest_answer(questions)
    each = round(100 * marks / words, 4) if marks is not None and words else None
    return Stakes(marks, words, each, _of_quality(marks, tops), sum(question.asks for question in questions))


def longest_answer(questions: Sequence[Question]) -> int | None:
    """The words that all the answers may have together; None where one of them has no limit or two limits."""
    limits = [{limit.value for limit in question.limits if limit.unit == "words"} for question in questions]
    if not limits or any(len(values) != 1 for values in limits):
        return None
    return sum(value for values in limits for value in values)


def _of_quality(marks: float | None, tops: Sequence[Weight]) -> float | None:
    """Social value as a share of all marks that are not for price, in percent."""
    price = [top.effective for top in tops if top.role == PRICE]
    if marks is None or not price or None in price or any(top.effective is None for top in tops):
        return None
    rest = 100 - sum(value for value in price if value is not None)
    return round(100 * marks / rest, 4) if rest > 0 else None
