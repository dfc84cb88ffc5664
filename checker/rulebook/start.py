"""A new rule begun from a sentence that it should find."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from checker.errors import CheckerError
from checker.model import Clause, Rulebook
from checker.rulebook.packs import load
from checker.rulebook.phrases import leaves, words_of


def start(sentence: str, name: str, rules: Rulebook | None = None) -> str:
    """The text of a file with one new rule, a draft, for a local pack.

    The words to look for are those of the sentence that do not merely say who must do something. What
    is still to be done stands in comments. Arguments: `sentence` should match; `name` is the id of the
    new rule, after the id of its theme or signal (skills.mentoring); `rules` are those in force.
    Raises CheckerError when the id or the sentence cannot be used.
    """
    rules = load() if rules is None else rules
    source, dot, rest = name.partition(".")
    if not dot or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name):
        hint = "Write the theme, a dot and a name of small letters: skills.mentoring."
        raise CheckerError(f"`{name}` cannot be the id of a rule.", hint, "rule-id")
    if any(rule.id == name for rule in rules.rules):
        raise CheckerError(f"There is already a rule {name}.", f"See `svcheck rules show {name}`.", "rule-id")
    sentence = " ".join(sentence.split())
    telling = _telling(sentence, rules)
    if not telling:
        raise CheckerError("The sentence holds no words to look for.", "Give a whole sentence.", "rule-sentence")
    return _FILE.format(
        head=_head(source, rules),
        id=name,
        title=_quoted(rest.replace("-", " ").replace(".", " ").capitalize()),
        find=_find([_quoted(word) for word in telling]),
        ignored=", ".join(one.id for one in rules.modifiers if one.id in _USUALLY_IGNORED),
        sentence=_quoted(sentence),
    )


def _head(source: str, rules: Rulebook) -> str:
    """The head of the file: the id alone where the theme or signal exists, so that the rule is added to it."""
    if source in [head.id for head in rules.signals]:
        return f"signal: {{id: {source}}}"
    if source in [head.id for head in rules.themes]:
        return f"theme: {{id: {source}}}"
    return f"theme: {{id: {source}, title: {_quoted(source)}}}"


def _find(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{{all_of: [{', '.join(words)}], within: 12 words}}"


_USUALLY_IGNORED = ("negated", "historical")

_FILE = """\
format: 1
{head}
rules:
  - id: {id}
    title: {title}
    status: draft                 # stable when the examples hold
    version: 1
    basis: M                      # V: verified in a named source, V2: secondary source, M: practice knowledge
    find:
      any_of:
        # Words that do not matter may go; * stands for any ending.
        - {find}
    unless: []                    # phrases that use the same words in another sense
    roles: {{not: [tupe, definitions, contents]}}
    ignore_when: [{ignored}]
    strength: from-sentence
    advice: {{commissioner: , provider: }}
    examples:                     # at least three of each before the rule is stable
      match:
        - {{text: {sentence}, section: Social value}}
      no_match: []
"""


def _telling(sentence: str, rules: Rulebook) -> list[str]:
    """The words of a sentence that carry its subject: not those of any modifier, not the bidder, not short ones."""
    common = {*_all_words(clause for modifier in rules.modifiers for clause in modifier.phrases)}
    common.update(word for phrase in rules.words.get("bidders", ()) for word in words_of(phrase))
    stems = tuple(word.rstrip("*") for word in common if len(word) > 3)
    words = [word for word in words_of(sentence) if word.isalpha() and len(word) > 3]
    telling = [word for word in words if not any(word.startswith(stem) for stem in stems)]
    return [_stem(word) for word in dict.fromkeys(telling or words)][:5]


def _all_words(clauses: Iterable[Clause]) -> Iterable[str]:
    return (word for clause in clauses for leaf in leaves(clause) for word in words_of(leaf.phrase))


def _stem(word: str) -> str:
    """The word open to other endings, where enough of it is left."""
    stem = re.sub(r"(ies|es|ing|ed|s|e|y)$", "", word)
    return f"{stem}*" if len(word) > 4 and len(stem) > 3 else word


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
