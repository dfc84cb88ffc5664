"""A tender whose every word tries to break out of the page."""
# ruff: noqa: E501 - what is hostile and how it is shown stand side by side

from __future__ import annotations

from typing import Any

from checker.report import to_dict
from report import example

EVIL = "<script>window.owned=1</script>\"onload='window.owned=1' {{ 7*7 }} {% raw %} &lt; \x00\x1b[2J \u202eevil\u2066 ]]><!--"
SHOWN = "<script>window.owned=1</script>\"onload='window.owned=1' {{ 7*7 }} {% raw %} &lt; [U+0000][U+001B][2J [U+202E]evil[U+2066] ]]><!--"
_FREE = {
    "title", "buyer", "reference", "quote", "section", "because", "heading", "text", "cited_as", "commissioner",
    "label", "note", "why", "pattern", "weight_label", "headline", "lead", "suggested_wording", "says", "source",
    "clarification_question", "dropped_because", "about", "number", "lot", "rule", "question",
}  # fmt: skip


def data() -> dict[str, Any]:
    """The example with hostile text wherever text is free."""
    poisoned: dict[str, Any] = _poisoned(to_dict(example.scorecard()))
    poisoned["themes"] = {theme: f"{EVIL}{title}" for theme, title in poisoned["themes"].items()}
    for finding in poisoned["findings"]:
        finding["sentence"] = f"{EVIL} {finding['quote']} {EVIL}"
        finding["at"] = len(EVIL) + 1
        finding["file"] = f"{EVIL}{finding['file']}"
    for file in poisoned["files"]:
        file["name"] = f"{EVIL}{file['name']}"
        file["short"] = f"<i>{{{{7}}}}\u202e{file['short']}"
    for weight in poisoned["weights"]:
        weight["name"] = EVIL
    return poisoned


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_poisoned(item, key) for item in value]
    return EVIL + value if key in _FREE and isinstance(value, str) else value
