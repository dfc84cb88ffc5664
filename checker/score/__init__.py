"""Judges what was found: the disconnect matrix, the checks and the two verdicts."""

from checker.score.numbering import number
from checker.score.scorecard import score

__all__ = ["number", "score"]
