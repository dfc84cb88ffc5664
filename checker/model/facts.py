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
    "ranked": "yes or no: social value has a place in a list of criteria in order of importance, without numbers",
    "weight-values": "number of different weights that the files give social value",
    "top-sum": "ok, conflict or unknown: the top-level weights add up to 100",
    "sub-sum": "ok, conflict, none or unknown: the social value sub-criteria add up to their parent",
    "question": "yes or no: a social value question is given in full",
    "limits": "number of different limits on the length of the social value answers",
    "scale": "yes or no: a scoring scale with words for its levels is given",
    "minimum-score": "said, unsaid or none: what happens to a tender below the minimum score for social value",
    "template": "present, absent or none: the form, calculator or appendix named for social value is among the files",
    "clarification-date": "yes or no: a day by which bidders must send their questions is given",
    "selection-text": "yes or no: the files hold selection questions or conditions of participation",
    "measures": "number of different sentences and table rows that ask for a number, unit or target",
    "asked-unmeasured": "number of themes that bidders are asked about and that no number, target or KPI measures",
    "deliverables": "number of different numbers that the files themselves set for delivery",
    "reporting-details": "number of how often, in what form and by whom social value is reported that the files say",
    "reports-a-year": "number of social value reports that are due in a year; unknown when it is not said",
    "marks-per-hundred": "number of social value answers whose weight and word limit tell what a hundred words are "
    "worth; unknown when nothing does",
    "questions-to-send": "number of clarification questions that the other checks raise",
    "themes-bound": "number of themes that bidders must, should or may offer something on",
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
    "offer": "yes or no: the provider's own offer was given",
    "offer-strong": "number of asked themes for which the offer names something done, with its proof",
    "offer-partly": "number of asked themes for which the offer names something done, without proof",
    "offer-none": "number of asked themes for which the offer names nothing",
    "value": "contract value in pounds; unknown when it is not given",
    "floor-test": "met, open, short-unsure, short, not-bound or unknown: "
    "the weight of social value against the minimum that binds this buyer",
    "law-threshold": "above, between, below or unknown: the contract value against the thresholds of the "
    "Procurement Act 2023 for this buyer; between, it depends on what is bought",
    "kpi-threshold": "above, below or unknown: the contract value against the sum of section 52 (key indicators)",
    "frameworks-cited": "number of laws, policy notes and models of the rule book that are cited",
    "models-cited": "number of models and lists of measures that are cited",
    "citations-stale": "number of models and words that were replaced before the procurement commenced",
    "citations-doubtful": "number of those of which this cannot be told without the day on which it commenced",
    "citations-renumbered": "number of policy notes cited by an old number",
    "citations-undated": "number of lists of measures cited without their year or edition",
    "citations-early": "number of models cited that were not in force yet when the procurement commenced",
    "vocabulary": "one, mixed or none: the identifiers of one model are used, or those of several unexplained",
    "authority-min-weight": "percent of the whole score that the buyer's own rule pack sets as its minimum, "
    "for a contract of this value; none or unknown without it",
    "authority-test": "met, short, unknown or none: the weight of social value against the buyer's own minimum",
    "authority-max-measures": "number of measures that the buyer's own rule pack allows, for a contract of this value; "
    "none or unknown without it",
    "measures-test": "within, over, unknown or none: the measures asked for against the buyer's own maximum",
    "authority-priorities-found": "number of the buyer's own priorities, from its rule pack, that the tender states "
    "or asks about; none without a pack",
    "authority-priorities-missing": "number of the buyer's own priorities, from its rule pack, that the tender "
    "neither states nor asks about",
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
    "detail",
)
"""Every kind of finding. A detail proves or answers a check and stands outside the disconnect matrix."""
