"""Two drafts of one invented tender, in which we know what was mended, what broke and what moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from checker import pipeline, report
from checker.model import Rulebook

DAY = date(2026, 11, 22)
OLD = """\
Invitation to tender: Canal towpath care

Sedgewater Council

1 Award criteria

Tenders are evaluated on price (60%), quality (30%) and social value (10%) of the overall score.

2 Our priorities

The Council's social value priorities are good local jobs and lower carbon emissions.

3 Social value question

Question SV1. Describe how you will create jobs for local people. Your answer must be no more than 500 words.

4 Timetable

Deadline for clarification questions: 3 July 2026

Deadline for return of tenders: 24 July 2026

5 Policy

This procurement takes account of PPN 06/20.
"""
NEW = """\
Invitation to tender: Canal towpath care

Sedgewater Council

1 Award criteria

Tenders are evaluated on price (50%), quality (35%) and social value (15%) of the overall score.

2 Our priorities

The Council's social value priorities are good local jobs.

3 Social value question

Question SV1. Describe how you will create jobs for local people. Your answer must be no more than 750 words.

Social value carries 12% of the overall score.

4 Timetable

Deadline for clarification questions: 10 July 2026

Deadline for return of tenders: 24 July 2026

5 Policy

This procurement takes account of PPN 002.

6 Contract management

The Supplier must report the number of local jobs created as social value to the Council every quarter.
"""


def result(folder: Path, name: str, text: str, rules: Rulebook) -> dict[str, Any]:
    """The result of one draft, read from a real file."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return report.to_dict(pipeline.check([path], rules=rules, as_of=DAY))
