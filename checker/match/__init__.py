"""The matching room: documents and rules in, findings out. The only room that knows spaCy."""

from checker.match.context import detect
from checker.match.search import find

__all__ = ["detect", "find"]
