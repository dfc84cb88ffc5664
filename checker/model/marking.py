"""How an answer is marked, and what is at stake: scoring scales, minimum scores, response forms, marks per word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scoring scale: its score as printed ("4", "75%"), its name and its descriptor."""

    score: str
    name: str
    descriptor: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A scoring scale with its levels, best first; `described` when two or more levels have words of their own."""

    levels: tuple[Level, ...]
    described: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassMark:
    """A minimum score, and what happens to a tender below it.

    `unit` is percent, marks or score; `value` None where only a word stands ("an acceptable score").
    `effect` is rejected, may-be-rejected or unsaid. `inclusive` when the number itself fails ("a score of
    2 or below").
    """

    value: float | None
    unit: str
    effect: str
    inclusive: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A template, calculator or appendix that an answer must use, and whether a file of that name was given."""

    name: str
    given: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Criteria in order of importance, without numbers: names, the most important first.

    `place` is the rank of social value, from 1.
    """

    names: tuple[str, ...]
    place: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieBreak:
    """A sentence by which the social value score decides between tenders with the same total."""

    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stakes:
    """What the social value answers are worth to a bidder.

    `marks` is the share of the whole score in percent, None where the base is not clear; `words` the
    longest answer that the limits allow in all, None without a limit for each question; `per_hundred_words`
    percent of the whole score for each 100 words; `of_quality` the share of all marks that are not for
    price, in percent; `asks` how many things the questions ask for.
    """

    marks: float | None
    words: int | None
    per_hundred_words: float | None
    of_quality: float | None
    asks: int
