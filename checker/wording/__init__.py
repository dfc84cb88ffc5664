"""Plain-text tools that several rooms share: letters made alike, phrases, numbers, dates. Standard library only."""

from checker.wording.counts import counted, figure, listed
from checker.wording.days import day, moment
from checker.wording.letters import clean
from checker.wording.numbers import find_numbers
from checker.wording.phrases import Phrases

__all__ = ["Phrases", "clean", "counted", "day", "figure", "find_numbers", "listed", "moment"]
