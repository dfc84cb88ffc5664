"""The scorecard for people and programs: HTML, JSON, CSV, a short text, lists to send, and notes for the PDFs."""

from checker.report.csv import to_csv
from checker.report.html import to_html
from checker.report.json import schema, to_json
from checker.report.notes import notes
from checker.report.record import to_dict
from checker.report.spots import spots
from checker.report.text import to_text
from checker.report.to_send import fixes_table, fixes_text, questions_table, questions_text

__all__ = [
    "fixes_table",
    "fixes_text",
    "notes",
    "questions_table",
    "questions_text",
    "schema",
    "spots",
    "to_csv",
    "to_dict",
    "to_html",
    "to_json",
    "to_text",
]
