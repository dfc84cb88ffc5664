"""The scorecard for people and programs: HTML, JSON, CSV and a short text."""

from checker.report.csv import to_csv
from checker.report.html import to_html
from checker.report.json import schema, to_json
from checker.report.record import to_dict
from checker.report.text import to_text

__all__ = ["schema", "to_csv", "to_dict", "to_html", "to_json", "to_text"]
