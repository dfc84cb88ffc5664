"""Shows findings where they stand: pictures of parts of pages, and copies of PDFs with notes on them."""

from checker.marking.annotate import need_annotator
from checker.marking.apart import annotated, pictures

__all__ = ["annotated", "need_annotator", "pictures"]
