"""The facts that a check's answer lines may ask about, each with what it means.

The rule book refuses other names; the score room computes every one of them. `found.NAME` counts the
live findings of one signal or theme file ("found.denial") or of one rule, and `file.ROLE` says whether a file of that
role was given ("file.contract").
"""

from __future__ import annotations

from collections.abc import Mapping

FACTS: Mapping[str, str] = {
    "mentioned": "yes or no: social value, or its local synonym, is mentioned",
    "criterion": "found, pass-fail, tie-break-only, range, placeholder, denied, not-found or cannot-tell: "
    "how social value is evaluated",
    "weight": "this-tender, range, placeholder, example, policy-reference or none: "
    "the best weight of social value that is given",
    "unit": "percent, marks or none: the unit of this tender's weight",
    "base": "overall, quality, unstated or none: what the weight is a share of",
    "effective": "percent of the whole score that social value carries",
    "weight-values": "number of different weights that the files give social value",
    "top-sum": "ok, conflict or unknown: the top-level weights add up to 100",
    "sub-sum": "ok, conflict, none or unknown: the social value sub-criteria add up to their parent",
    "question": "yes or no: a social value question is given in full",
    "limits": "number of different limits on the length of the social value answers",
    "scale": "yes or no: a scoring scale with words for its levels is given",
    "themes-stated": "number of themes that the buyer states as social value aims",
    "themes-asked": "number of themes that bidders are asked about",
    "themes-measured": "number of themes with a number, unit, period or KPI",
    "themes-reported": "number of themes that reporting covers",
    "themes-guided": "number of asked themes that are explained to bidders",
    "evaluation-text": "yes or no: the files hold award criteria or tender instructions",
    "contract-text": "yes or no: the files hold contract terms or a specification",
    "unreadable": "number of pages that could not be read",
    "unread-files": "number of files that could not be read at all",
    "pages-read": "number of pages that were read",
    "buyer-type": "central, council, nhs, housing, police, fire, education, devolved, other or unknown",
    "jurisdiction": "england, wales, scotland, northern-ireland, uk or unknown",
    "regime": "pa23, pcr2015, psr, scotland or unknown",
    "value": "contract value in pounds; unknown when it is not given",
}

PREFIXES: Mapping[str, str] = {
    "found": "number of live findings of a signal or theme file, or of one rule, by its id",
    "file": "yes or no: a file of this role was given",
}

RESULTS = ("met", "partly", "not-met", "not-found", "conflict", "risk", "cannot-tell", "not-applicable")
"""Every result that a check can give."""

COLUMNS = ("stated", "asked", "weighted", "measured", "reported", "guidance")
"""The columns of the disconnect matrix, in reading order."""

KINDS = (
    "social-value",
    "theme",
    "criterion",
    "weight",
    "question",
    "measure",
    "reporting",
    "guidance",
    "contract",
    "denial",
    "framework",
    "context",
)
"""Every kind of finding."""
