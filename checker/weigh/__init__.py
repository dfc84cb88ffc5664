"""Reads award criteria as an evaluator does: weights, sums, questions and limits."""

from checker.weigh.weighing import weigh

__all__ = ["weigh"]
