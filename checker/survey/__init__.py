"""Many tenders: what their documents say, counted, with the scorecard of each and a page for all."""

from checker.survey.query import Answer, as_csv, as_text, ask
from checker.survey.running import Done, Plan, survey

__all__ = ["Answer", "Done", "Plan", "as_csv", "as_text", "ask", "survey"]
