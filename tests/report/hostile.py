"""A tender whose every word tries to break out of the page."""
# ruff: noqa: E501 - what is hostile and how it is shown stand side by side

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

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


NAME = "\"onload='window.owned=1' <script>window.owned=1 {{ 7*7 }} \u202efdp..pdf"
_SAYS = "<script>window.owned=1 </script> {{ 7*7 }} \"onload='window.owned=1' \u202eevil"


def pack(folder: Path) -> Path:
    """A real pack whose file name, text and offer try the same."""
    folder.mkdir()
    canvas = Canvas(str(folder / NAME), pagesize=A4, invariant=1)
    for line, words in enumerate(
        (
            "1 Award criteria",
            "Tenders are evaluated on price (60%), quality (30%) and social value (10%).",
            "Social value: describe the apprenticeships <script>window.owned=1</script> {{ 7*7 }} you will create.",
        )
    ):
        canvas.drawString(72, 760 - 40 * line, words)
    canvas.save()
    offer = f"format: 1\nprovider: >-\n  {_SAYS}\noffer:\n  skills:\n    - does: >-\n        {_SAYS}\n"
    (folder / "offer.yaml").write_text(offer, encoding="utf-8")
    return folder


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_poisoned(item, key) for item in value]
    return EVIL + value if key in _FREE and isinstance(value, str) else value
