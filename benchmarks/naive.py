"""The checker that one would write in an afternoon, to measure against: extract_text, a Matcher and a template.

    python benchmarks/naive.py PDF OUT.html

Reads with pdfplumber's `extract_text`, looks for every phrase of the rules with spaCy's Matcher in each sentence,
and writes the hits with Jinja2. It knows no tables, sections, negation or weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pdfplumber
import spacy
import yaml
from spacy.matcher import Matcher

RULES = Path(__file__).parent.parent / "rules"
PAGE = (
    "<h1>{{ name }}</h1><ul>{% for hit in hits %}<li>p {{ hit[0] }}: {{ hit[1] }} ({{ hit[2] }})</li>{% endfor %}</ul>"
)


def main() -> None:
    """Check one file."""
    path, out = Path(sys.argv[1]), Path(sys.argv[2])
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher = Matcher(nlp.vocab)
    for file in sorted([*RULES.glob("themes/*.yaml"), *RULES.glob("signals/*.yaml")]):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for number, phrase in enumerate(_phrases(yaml.load(file.read_text(encoding="utf-8"), loader))):  # noqa: S506
            pattern = [_token(word) for word in phrase.split()]
            if pattern:
                matcher.add(f"{file.stem}-{number}", [pattern])
    hits = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            text = page.extract_text()
            page.close()
            for sentence in nlp(text).sents:
                hits += [(page.page_number, sentence.text, nlp.vocab.strings[rule]) for rule, _, _ in matcher(sentence)]
    template = jinja2.Environment(autoescape=True).from_string(PAGE)
    out.write_text(template.render(name=path.name, hits=hits), encoding="utf-8")


def _phrases(value: object) -> list[str]:
    """Every plain phrase under `phrases` and `find`."""
    found: list[str] = []
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"phrases", "find", "any_of", "all_of", "rules", "phrase", "exact"}:
                found += _phrases(part)
            elif key not in {"format", "theme", "signal"} and isinstance(part, list):
                found += [one for one in part if isinstance(one, str) and key not in {"examples", "roles"}]
    elif isinstance(value, list):
        for part in value:
            found += _phrases(part)
    elif isinstance(value, str) and not value.startswith("<"):
        found.append(value)
    return found


def _token(word: str) -> dict[str, object]:
    return {"LOWER": {"REGEX": f"^{word[:-1].lower()}"}} if word.endswith("*") else {"LOWER": word.lower()}


if __name__ == "__main__":
    main()
