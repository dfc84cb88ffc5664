"""How strongly a sentence asks something of the bidder: required, expected, invited, or not at all. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.match.combine import Hit, overlap
from checker.match.modifiers import Hits, longest, places, reaches
from checker.model import Modifier

LEVELS = ("required", "expected", "invited")
"""The modifiers that are asks, strongest first."""
SOFTENED = "softened"
"""The modifier that turns a duty into an invitation wherever it reaches ("where possible")."""
VOLUNTARY = "voluntary"
"""The modifier that says of a whole document that nobody has to offer social value."""
TO_BUYERS = "to-buyers"
"""The modifier for a note to those who fill in a template, which asks nothing of the bidder."""

_NO_ASKS = ("historical", TO_BUYERS, VOLUNTARY)


def strength(
    target: Sequence[Hit], sentence: int, hits: Hits, modifiers: Mapping[str, Modifier], bidders: Sequence[Hit]
) -> str | None:
    """The strongest ask of the bidder that reaches a finding in its own sentence.

    Arguments: `target` are the finding's hits, `bidders` the places of words for the bidder in the block.
    Returns one of LEVELS; "none" when the sentence speaks of the buyer's own doing; None when nothing in
    the sentence says how strongly it asks, so that a list item may take it from what introduces it.
    """
    note = modifiers.get(TO_BUYERS)
    if note is not None and any(reaches(note, at, target, hits) for at in places(note, hits, sentence)):
        return "none"
    every = {name: places(m, hits, sentence) for name, m in modifiers.items() if name not in _NO_ASKS}
    # "For the Council the Supplier shall" is no duty of the Council.
    every["authority"] = [hit for hit in every.get("authority", ()) if not any(overlap(hit, b) for b in bidders)]
    found = longest(every)
    buyers = found["authority"]
    ours = [hit for hit in bidders if hit.sentence == sentence]
    best: str | None = None
    every_ask = [hit for level in LEVELS for hit in found.get(level, ())]
    for level in LEVELS:
        asks = [hit for hit in found.get(level, ()) if not _goes_on(hit, every_ask)]
        asks = [hit for hit in asks if not _denied(hit, found, modifiers, hits)]
        asks = [hit for hit in asks if reaches(modifiers[level], hit, target, hits)]
        if any(_bidder_acts(hit, buyers, ours) for hit in asks):
            best = level
            break
    if best is None:
        return "none" if buyers else None
    return LEVELS[-1] if _softened(best, target, found, modifiers, hits) else best


def _softened(
    best: str, target: Sequence[Hit], found: Mapping[str, Sequence[Hit]], modifiers: Mapping[str, Modifier], hits: Hits
) -> bool:
    """Whether a duty is only an invitation here: "shall, where possible, recruit"."""
    soft = modifiers.get(SOFTENED)
    if soft is not None and any(reaches(soft, hit, target, hits) for hit in found.get(SOFTENED, ())):
        return True
    # An invitation between the duty and the finding is the nearer word: "must report and may offer training".
    first = min((hit.start for hit in target), default=0)
    duties = [hit.end for hit in found.get(best, ()) if hit.end <= first]
    offers = found.get(LEVELS[-1], ())
    if duties and any(max(duties) <= hit.start and hit.end <= first for hit in offers):
        return True
    return any(hit.first - max(part.last for part in target) == 1 for hit in offers if target)


def _goes_on(ask: Hit, asks: Sequence[Hit]) -> bool:
    """Whether another ask follows at once and says what this one only begins: "will be expected to"."""
    return any(ask.start < other.start and ask.end < other.end and other.first - ask.last <= 2 for other in asks)


def _denied(ask: Hit, found: Mapping[str, Sequence[Hit]], modifiers: Mapping[str, Modifier], hits: Hits) -> bool:
    """Whether the words right before an ask deny it: "not required to", "no bidder must"."""
    if "negated" not in modifiers:
        return False
    near = [hit for hit in found.get("negated", ()) if 0 <= ask.first - hit.last - 1 <= 1]
    return any(reaches(modifiers["negated"], hit, [ask], hits) for hit in near)


def _bidder_acts(ask: Hit, buyers: Sequence[Hit], bidders: Sequence[Hit]) -> bool:
    """Whether the one who is asked is the bidder: no buyer stands between the ask and its subject."""
    if any(overlap(ask, bidder) for bidder in bidders):
        return True
    subjects = [(hit.start, True) for hit in bidders if hit.end <= ask.start]
    subjects += [(hit.start, False) for hit in buyers if hit.start <= ask.start]
    return max(subjects)[1] if subjects else True
