"""The ways in which a social value priority breaks down on its way from first mention to report.

The names, how much each matters and what each side can do are report text, in the order of the report:
worst first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which the chain breaks: its name, how much it matters, and advice for each side."""

    name: str
    severity: str
    """should | could | none"""
    commissioner: str
    provider: str

    @property
    def advice(self) -> Mapping[str, str]:
        """The advice by side."""
        return {"commissioner": self.commissioner, "provider": self.provider}


AS_A_WHOLE = Pattern("Asked for as a whole", "none", "", "")
"""Social value without a theme, beside rows of themes that are asked for less strongly."""
NEVER_SCORED = Pattern(
    "Stated, never scored",
    "should",
    "Score it, or say plainly that it is not scored.",
    "No marks were found for it. Keep it short, and ask.",
)
NEVER_DEFINED = Pattern(
    "Scored, never defined",
    "should",
    "Say what you mean by it, or take it out of the question.",
    "Marks depend on something the files do not explain: ask.",
)
NOT_MEASURED = Pattern(
    "Scored, not measured",
    "should",
    "Add a measure with a number, a unit and a period.",
    "No measure was found. State your own with a number and a date.",
)
NOT_REPORTED = Pattern(
    "Measured, not reported",
    "should",
    "Say who reports it, how often and to whom.",
    "No report was found. Ask how delivery will be followed up.",
)
NOT_SCORED = Pattern(
    "Measured, not scored",
    "could",
    "Check whether it is the core service. If so, leave it; if not, score it.",
    "It must be delivered but earns no marks. Allow for it in your price.",
)
NO_GUIDANCE = Pattern(
    "Scored, no guidance",
    "could",
    "Add a definition, an example or sub-criteria.",
    "Ask what evaluators will look for.",
)
EXCEPT_GUIDANCE = Pattern(
    "Joined up, except guidance",
    "could",
    "Nearly complete. Add a definition or an example.",
    "A clear ask from first mention to report. Check what its key words mean.",
)
JOINED_UP = Pattern(
    "Joined up",
    "none",
    "Nothing is missing. Keep the wording the same in every file.",
    "A clear ask from first mention to report, with guidance to follow.",
)
CANNOT_TELL = Pattern(
    "Cannot tell",
    "could",
    "Read the pages that the tool could not read, and check this row yourself.",
    "Read the pages that the tool could not read before you decide.",
)

WORST_FIRST = (
    NEVER_SCORED,
    NEVER_DEFINED,
    NOT_MEASURED,
    NOT_REPORTED,
    NOT_SCORED,
    NO_GUIDANCE,
    EXCEPT_GUIDANCE,
    CANNOT_TELL,
    JOINED_UP,
)


def pattern_of(states: Mapping[str, str]) -> Pattern:
    """The pattern of one row, from the state of each column (found, gap, after or unknown)."""
    found = {column for column, state in states.items() if state == "found"}
    unknown = {column for column, state in states.items() if state == "unknown"}
    if "weighted" not in found:
        if unknown & {"asked", "weighted"}:
            return CANNOT_TELL
        return NOT_SCORED if "measured" in found else NEVER_SCORED
    if not found & {"stated", "guidance"}:
        return NEVER_DEFINED
    if "measured" not in found | unknown:
        return NOT_MEASURED
    if "reported" not in found | unknown:
        return NOT_REPORTED
    if "guidance" not in found:
        return EXCEPT_GUIDANCE if found == set(states) - {"guidance"} else NO_GUIDANCE
    return CANNOT_TELL if unknown else JOINED_UP
