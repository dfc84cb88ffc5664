"""The places of an invented home-care tender that the example scorecard rests on."""
# ruff: noqa: E501 - the rows of its tables read better whole

from __future__ import annotations

from checker.model import Box, Finding, Number

ITT, SPEC, CRITERIA, CONTRACT = (
    "01_ITT_instructions_v0.7.pdf",
    "02_Service_specification_v0.9.pdf",
    "03_Award_criteria_v0.4.pdf",
    "04_Draft_contract_v0.2.pdf",
)
ROLES = {ITT: "background", SPEC: "specification", CRITERIA: "question", CONTRACT: "contract"}

# id, file, page, top in points, section, kind, theme, strength, columns, sentence with the quote in [[…]]
ROWS = (
    ("E1", ITT, 3, 300, "Timetable", "context", "", "none", "", "Tenders must be returned by [[12 noon on Friday 5 February 2027]]."),
    ("E2", ITT, 4, 420, "1.6 Our aims", "theme", "local-jobs", "none", "stated", "We want every pound we spend on care to work twice for Eastmarsh: good care at home, and also [[good local jobs]], stronger community groups and support for unpaid carers."),
    ("E3", ITT, 4, 420, "1.6 Our aims", "theme", "community", "none", "stated", "We want every pound we spend on care to work twice for Eastmarsh: good care at home, and also good local jobs, [[stronger community groups]] and support for unpaid carers."),
    ("E4", ITT, 4, 434, "1.6 Our aims", "theme", "unpaid-carers", "none", "stated", "We want every pound we spend on care to work twice for Eastmarsh: good care at home, and also good local jobs, stronger community groups and [[support for unpaid carers]]."),
    ("E5", ITT, 6, 210, "2.3 Priorities", "social-value", "", "none", "", "Our [[Social Value Policy 2025]] sets four priorities: local employment, apprenticeships and skills, support for unpaid carers, and a carbon-neutral county by 2035."),
    ("E6", ITT, 6, 210, "2.3 Priorities", "theme", "skills", "none", "stated", "Our Social Value Policy 2025 sets four priorities: local employment, [[apprenticeships and skills]], support for unpaid carers, and a carbon-neutral county by 2035."),
    ("E7", ITT, 6, 224, "2.3 Priorities", "theme", "carbon", "none", "stated", "Our Social Value Policy 2025 sets four priorities: local employment, apprenticeships and skills, support for unpaid carers, and a [[carbon-neutral county]] by 2035."),
    ("E8", ITT, 6, 420, "2.4 Fair work", "theme", "fair-work", "none", "stated", "The council is [[committed to fair pay]] across the care workforce and expects its partners to share that commitment."),
    ("E9", ITT, 6, 500, "2.5 Law", "framework", "social-value-act", "none", "", "We have regard to the [[Public Services (Social Value) Act 2012]]."),
    ("E10", ITT, 6, 530, "2.5 Law", "framework", "ppn-06-20", "none", "", "The topics are drawn from [[PPN 06/20]]."),
    ("E11", ITT, 9, 150, "4.2 Questions", "context", "", "none", "", "Clarification questions must reach us through the e-tendering portal by [[12 noon on Friday 15 January 2027]]."),
    ("E12", ITT, 11, 330, "5.1 Award", "weight", "", "none", "", "Tenders will be assessed on Price (40%), Quality (50%) and [[Social Value (10%)]]."),
    ("E13", ITT, 14, 610, "6.2 Format", "question", "", "required", "", "Responses to the social value questions [[must not exceed 750 words each]]."),
    ("E14", SPEC, 5, 410, "3.2 Loneliness", "theme", "wellbeing", "none", "stated", "[[Reducing loneliness]] is central to how we want home care to feel."),
    ("E15", SPEC, 7, 160, "4.4 Carers", "theme", "unpaid-carers", "expected", "stated", "Providers should [[recognise unpaid carers]] as partners and help them to take breaks."),
    ("E16", SPEC, 8, 240, "4.6 Pay", "theme", "fair-work", "invited", "stated", "Providers are [[encouraged to pay the Living Wage]] to care workers."),
    ("E17", SPEC, 15, 380, "KPI 9", "measure", "local-jobs", "required", "measured", "KPI 9: [[number of new starters who live in Eastmarsh]], as full-time equivalents, each year (target: 20)."),
    ("E18", SPEC, 15, 420, "KPI 10", "measure", "carbon", "required", "measured", "KPI 10: [[business miles for each hour of care]] delivered (baseline in year 1, then 5% lower each year)."),
    ("E19", SPEC, 16, 120, "KPI 12", "measure", "wellbeing", "required", "measured", "KPI 12: share of people who say they have [[as much social contact as they want]]."),
    ("E20", CRITERIA, 2, 300, "1.2 Weights", "weight", "", "none", "", "Social value: [[10% of the overall score]]."),
    ("E21", CRITERIA, 4, 250, "SV1", "theme", "local-jobs", "required", "asked weighted", "SV1 (4%) Describe the [[jobs and training you will create for local people]] over the life of the contract, with numbers and dates. Maximum 500 words."),
    ("E22", CRITERIA, 4, 250, "SV1", "theme", "skills", "required", "asked weighted", "SV1 (4%) Describe the jobs and [[training]] you will create for local people over the life of the contract, with numbers and dates. Maximum 500 words."),
    ("E23", CRITERIA, 4, 480, "SV2", "theme", "carbon", "required", "asked weighted", "SV2 (3%) Set out how you will [[reduce carbon emissions]] from care worker travel. Maximum 500 words."),
    ("E24", CRITERIA, 5, 140, "SV3", "theme", "community", "required", "asked weighted", "SV3 (2%) Explain how you will [[work with community organisations]] and bring socially innovative approaches to the service. Maximum 500 words."),
    ("E25", CRITERIA, 5, 140, "SV3", "theme", "innovation", "required", "asked weighted", "SV3 (2%) Explain how you will work with community organisations and bring [[socially innovative approaches]] to the service. Maximum 500 words."),
    ("E26", CRITERIA, 5, 470, "SV2 note", "guidance", "carbon", "none", "guidance", "Bidders may use the council’s [[travel carbon worksheet (Annex D)]] to work out their baseline."),
    ("E27", CRITERIA, 6, 200, "2.1 Scale", "criterion", "", "none", "", "Each answer will be [[scored from 0 (unacceptable) to 5 (excellent)]]."),
    ("E28", CONTRACT, 7, 520, "14.2 Reports", "reporting", "local-jobs", "required", "reported", "The Provider shall [[report progress against its local employment and community commitments]] at each quarterly review meeting."),
    ("E29", CONTRACT, 7, 590, "14.3 Tender promises", "contract", "", "required", "", "The commitments in the Provider’s tender [[form part of this Agreement]]."),
    ("E30", CONTRACT, 9, 300, "17.5 Portal", "contract", "", "required", "", "The Provider shall [[pay the annual fee of the social value portal]]."),
    ("E31", CONTRACT, 10, 300, "18.1 Quality", "reporting", "wellbeing", "required", "reported", "The Provider shall include [[KPI 12 results]] in its annual quality report."),
)  # fmt: skip

DROPPED = (
    ("E32", SPEC, 9, 300, "5.1 Levy", "theme", "skills", "required", "", "The Provider must pay the [[apprenticeship]] levy.", "part of a term with another meaning: apprenticeship levy"),
    ("E33", SPEC, 11, 300, "6.2 Care plans", "theme", "wellbeing", "required", "", "Staff must record the [[wellbeing]] of each person at every visit.", "the text around it is not about social value"),
    ("E34", SPEC, 12, 300, "6.4 Travel", "theme", "carbon", "none", "", "Zero [[carbon]] monoxide alarms were missing last year.", "the text around it is not about social value"),
)  # fmt: skip


def findings() -> tuple[Finding, ...]:
    """Every place of the example, those that count first, each with one box on its page."""
    live = [_finding(row, "") for row in ROWS]
    return (*live, *(_finding(row[:10], row[10]) for row in DROPPED))


def _finding(row: tuple[str, str, int, int, str, str, str, str, str, str], dropped: str) -> Finding:
    number, file, page, top, section, kind, theme, strength, columns, marked = row
    before, quote = marked.split("[[")[0], marked.split("[[")[1].split("]]")[0]
    sentence = marked.replace("[[", "").replace("]]", "")
    left = 56.0 + len(before) % 60 * 5
    signal = {"theme": theme, "weight": "weights"}.get(kind, kind)
    return Finding(
        id=number,
        rule=f"{theme or signal}.example" if kind != "framework" else f"framework.{theme}",
        rule_version=1,
        kind=kind,
        theme=theme if kind in ("theme", "framework") else "",
        signal=signal,
        file=file,
        page=page,
        boxes=(Box(page, left, float(top), left + len(quote) * 5, top + 11.5),),
        quote=quote,
        sentence=sentence,
        section=section,
        role=ROLES[file],
        block=f"f{list(ROLES).index(file) + 1}.{page}.{section.split()[0]}",
        start=len(before),
        end=len(before) + len(quote),
        strength=strength,
        columns=tuple(columns.split()),
        numbers=(Number(10.0, "percent", "10%", 0, 3),) if "10%" in quote else (),
        dropped_because=dropped,
    )
