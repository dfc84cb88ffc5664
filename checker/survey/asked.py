"""What people said in 2014, to stand beside what documents show: answers to a different question."""

from __future__ import annotations

from typing import Any

SURVEY_2014: dict[str, Any] = {
    "source": "Social Enterprise UK, January 2014: 180 replies, of which 52 from commissioning and procurement staff, "
    "65 from providers and 63 from others; read in press reports of the survey",
    "basis": "V2",
    "note": "The survey asked people about their organisation, and what they felt was missing for the Act as a whole. "
    "This survey reads single tenders. The people, the years and the questions differ, so a difference does not show "
    "that anyone was wrong.",
    "answers": [
        {
            "who": "Commissioning staff",
            "of": 52,
            "said": "over 80%",
            "percent": 80,
            "asked": "Has your organisation taken steps to identify social value priorities?",
            "beside": "priorities_stated",
            "different": "A different question: about an organisation, not about one tender.",
        },
        {
            "who": "Commissioning staff",
            "of": 52,
            "said": "over 75%",
            "percent": 75,
            "asked": "Has your organisation issued tenders using social value criteria?",
            "beside": "social_value_scored",
            "different": "A different question: one such tender was enough for a yes.",
        },
        {
            "who": "Commissioning staff",
            "of": 52,
            "said": "31%",
            "percent": 31,
            "asked": "Is there a lack of guidance on the Act?",
            "beside": "guidance_given",
            "different": "A different question: about guidance on the Act, not in one tender; and it counts the lack.",
        },
        {
            "who": "Providers",
            "of": 65,
            "said": "51%",
            "percent": 51,
            "asked": "Is there a lack of guidance on the Act?",
            "beside": "guidance_given",
            "different": "A different question: about guidance on the Act, not in one tender; and it counts the lack.",
        },
    ],
}
"""The figures as they may be quoted: "over 80%" and "over 75%" are no exact shares."""
