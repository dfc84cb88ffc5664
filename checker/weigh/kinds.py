"""What a weight is: this tender's own, a worked example, a policy that is quoted, a range, a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Block
from checker.weigh.amount import BLANK, MINIMUM, RANGE, Amount
from checker.weigh.places import sentences
from checker.weigh.words import Words

_SHORT = 5
"""A line of so few words that says "example" is about whatever it stands over."""

THIS, EXAMPLE, POLICY = "this-tender", "example", "policy-reference"


def kind_from(intro: Sequence[Block], heads: Sequence[str], words: Words) -> str:
    """What the numbers of a table or list are, by the words that lead up to it.

    Arguments: `intro` are the blocks before it, nearest first; `heads` the heads of its columns.
    """
    leads = [*(block.text for block in intro), *heads]
    return EXAMPLE if any(is_example(lead, words) for lead in leads) else THIS


def is_example(text: str, words: Words) -> bool:
    """Whether a text presents weights as an example and not as the tender's own.

    The words for an example must stand in one sentence with weights, scores or a table, or be a short
    line by themselves; an example of something else says nothing about the numbers.
    """
    for start, end in sentences(text, words):
        for part in re.split(r"[:;]\s", text[start:end]):
            if words.has("examples", part):
                short = len(part.split()) <= _SHORT
                if short or words.has("example_things", part):
                    return True
    return False


def is_policy(sentence: str, before: str, words: Words) -> bool:
    """Whether a sentence quotes what a law, policy note or strategy asks of buyers.

    Arguments: `before` is the text of the same paragraph before it, which may name the policy that the
    sentence only calls "it".
    """
    own = words.has("this_tender", sentence) and not words.has("policy_scope", sentence)
    if own and not words.has("minimum", sentence):
        return False
    sources = words.find("policy_sources", sentence)
    rest = sentence
    for hit in reversed(sources):
        # A "policy statement" states nothing by its name.
        rest = rest[: hit.start] + " " + rest[hit.end :]
    if not sources and not words.find("policy_sources", before[-160:]):
        return False
    return words.has("policy_verbs", rest) or words.has("minimum", sentence)


def kind_of(amount: Amount | None, around: str) -> str:
    """The kind of one weight.

    Arguments: `around` is what the whole table or sentence is. A blank is a blank even in an example;
    a range or a bare minimum is a range unless a policy is quoted.
    """
    if amount is None or amount.kind == BLANK:
        return "placeholder"
    if around in (EXAMPLE, POLICY, "kpi"):
        return around
    return "range" if amount.kind in (RANGE, MINIMUM) else around
