"""Two drafts of one tender side by side: what was mended, what broke, which weights, limits and dates moved."""

from checker.compare.comparison import compare, to_json
from checker.compare.earlier import read_result
from checker.compare.page import to_html
from checker.compare.text import to_text

__all__ = ["compare", "read_result", "to_html", "to_json", "to_text"]
