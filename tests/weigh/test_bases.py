"""What a share is a share of: of the whole, of its parent, or one of both where the text leaves it open."""

from __future__ import annotations

import pytest

from checker.model import Weight
from checker.weigh.tree import based, near, within

from .pages import Paper, read


def quality(percent: float) -> Weight:
    """A quality criterion of the whole score."""
    return Weight("Quality", percent, base="overall", effective=percent, role="quality")


def test_shares_that_say_they_are_of_quality_are_so_whatever_they_make() -> None:
    """Two parts of 30% "of quality" are 18% each under a quality weight of 60, though they make 60."""
    parts = [Weight(name, 30, base="quality") for name in ("Method", "Staff")]
    assert [part.effective for part in within(quality(60), parts).children] == [18, 18]


def test_parts_that_make_their_parent_are_of_the_whole() -> None:
    """Two parts of 30% that say nothing are points of the whole under a weight of 60."""
    parts = [Weight(name, 30) for name in ("Method", "Staff")]
    assert [part.effective for part in within(quality(60), parts).children] == [30, 30]


@pytest.mark.parametrize(
    ("parent", "child", "effective", "readings"),
    [
        (60, 10, None, (10, 6)),
        (60, 60, 60, ()),
        (60, 80, 48, ()),
        (100, 10, 10, ()),
        (99.95, 10, 10, ()),
    ],
)
def test_one_part_is_open_only_where_both_readings_fit(
    parent: float, child: float, effective: float | None, readings: tuple[float, ...]
) -> None:
    """A lone part smaller than its parent has two readings; one as large, one larger, and one of 100 has one."""
    top = Weight("Quality", parent, role="quality", children=(Weight("Social value", child),))
    (made,) = based([top], "overall")
    (part,) = made.children
    assert part.readings == readings
    if effective is None:
        assert part.effective is None
    else:
        assert part.effective == pytest.approx(effective, abs=0.06)


@pytest.mark.parametrize(("shares", "ok"), [(("0.40", "0.50", "0.10"), True), (("0.40", "0.50", "0.15"), False)])
def test_shares_of_one_become_percent_also_when_they_miss_it(shares: tuple[str, ...], ok: bool) -> None:
    """Decimals are shares of one; 0.40, 0.50 and 0.15 are 40, 50 and 15, and a sum that fails."""
    rows = zip(("Price", "Quality", "Social value"), shares, strict=True)
    weighing = read(Paper().heading("Award criteria").table(("Criterion", "Weighting"), *rows))
    assert [w.percent for w in weighing.tree] == [round(100 * float(share), 4) for share in shares]
    assert [s.ok for s in weighing.sums] == [ok]


def test_rounding_is_no_difference() -> None:
    """Percentages are the same up to a tenth of a point, and no further."""
    assert near(10, 10.1)
    assert not near(10, 10.11)
