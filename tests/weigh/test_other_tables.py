"""Tables that hold numbers and are no award criteria give no weight."""

from __future__ import annotations

import pytest

from checker.model import Role

from .pages import Paper, read

OTHER_TABLES = (
    (Role.CONTRACT, ("KPI", "Target", "If missed"), ("Social value hours", "95%", "Plan"), ("Carbon", "4%", "Plan")),
    (Role.TUPE, ("Job title", "Hours", "% of time"), ("Social value officer", "37", "50%"), ("Carer", "20", "50%")),
    (Role.AWARD, ("Mark", "Meaning"), ("5", "Excellent"), ("4", "Good"), ("3", "Fair"), ("0", "None")),
    (Role.PRICING, ("Stage", "Payment"), ("Delivery", "90%"), ("Retention", "10%")),
    (Role.SELECTION, ("Owner", "Shareholding %"), ("A Ltd", "60%"), ("B Ltd", "40%")),
    (Role.SPECIFICATION, ("Service", "Target"), ("Calls answered", "90%"), ("Price queries answered", "95%")),
)


@pytest.mark.parametrize(("role", "rows"), [(role, rows) for role, *rows in OTHER_TABLES])
def test_other_tables_give_no_weight(role: Role, rows: list[tuple[str, ...]]) -> None:
    """Performance, staff, marking, payment and ownership tables hold no award criteria."""
    weighing = read(Paper().heading("Schedule", role).table(*rows))
    assert weighing.social_value is None
    assert weighing.tree == ()
    assert all(m.kind == "kpi" for m in weighing.mentions)


def test_struck_numbers_do_not_count() -> None:
    """A number that the page shows struck through is no weight."""
    paper = (
        Paper().heading("Award criteria").text("Social value carries 10% 15% of the overall score.", struck=((21, 24),))
    )
    social_value = read(paper).social_value
    assert social_value is not None
    assert social_value.percent == 15
