"""Evidence numbers follow the reader, and every reference follows the numbers."""

from __future__ import annotations

from checker.model import Box, Context, Detected, KeyDate, Limit, Question, Sum, Weighing
from checker.score import number

from .making import finding, weight


def test_numbers_run_in_reading_order() -> None:
    """File order in the pack goes first, then page, then how far down and across the page."""
    findings = (
        finding("x", file="spec.pdf", block="f2.1.1"),
        finding("c", page=2, block="f1.2.1"),
        finding("b", block="f1.1.2", boxes=(Box(1, 10.0, 300.0, 20.0, 310.0),)),
        finding("right", block="f1.1.1", boxes=(Box(1, 200.0, 20.0, 250.0, 30.0),)),
        finding("left", block="f1.1.1", boxes=(Box(1, 10.0, 20.0, 60.0, 30.0),)),
    )
    numbered, _, _ = number(findings, Weighing(), Context())
    assert [f.id for f in numbered] == ["E1", "E2", "E3", "E4", "E5"]
    assert [(f.file, f.page, f.boxes[0].x0) for f in numbered] == [
        ("itt.pdf", 1, 10.0),
        ("itt.pdf", 1, 200.0),
        ("itt.pdf", 1, 10.0),
        ("itt.pdf", 2, 10.0),
        ("spec.pdf", 1, 10.0),
    ]


def test_a_tenth_file_comes_after_the_second() -> None:
    """File numbers are read as numbers, not as letters."""
    findings = (finding("a", file="j.pdf", block="f10.1.1"), finding("b", file="b.pdf", block="f2.1.1"))
    numbered, _, _ = number(findings, Weighing(), Context())
    assert [f.file for f in numbered] == ["b.pdf", "j.pdf"]


def test_findings_of_the_weighing_are_numbered_among_the_others() -> None:
    """What the weighing found stands in the one list of findings, and the weighing keeps its own."""
    own = finding("w1", kind="weight", page=2)
    weighing = Weighing(findings=(own,), social_value=weight())
    numbered, weighed, _ = number((finding("a"), finding("z", page=3)), weighing, Context())
    assert [f.kind for f in numbered] == ["theme", "weight", "theme"]
    assert [f.id for f in weighed.findings] == ["E2"]
    assert weighed.social_value is not None
    assert weighed.social_value.evidence == ("E2",)


def test_every_reference_is_rewritten_however_deep() -> None:
    """Trees, sums, questions with weights and limits, context facts and dates all point to the new numbers."""
    parts = weight(4.0, evidence=("w1",), children=(weight(2.0, evidence=("w2",)),))
    weighing = Weighing(
        tree=(parts,),
        sums=(Sum("Social value", "social-value", (2.0,), 2.0, 4.0, ok=False, evidence=("w2", "w1")),),
        questions=(Question("SV1", "Describe", ("w2",), weight=parts, limits=(Limit(500, "words", ("w1",)),)),),
        limits=(Limit(500, "words", ("w1",)),),
        findings=(finding("w1", kind="weight"), finding("w2", kind="question", page=2)),
    )
    context = Context(buyer_type=Detected("council", "high", ("c1",)), dates=(KeyDate("start", "2027-04-01", ("c1",)),))
    _, weighed, known = number((finding("c1", kind="context", page=3),), weighing, context)
    assert weighed.tree[0].evidence == ("E1",)
    assert weighed.tree[0].children[0].evidence == ("E2",)
    assert weighed.sums[0].evidence == ("E2", "E1")
    assert weighed.questions[0].evidence == ("E2",)
    assert weighed.questions[0].weight == weighed.tree[0]
    assert weighed.questions[0].limits[0].evidence == ("E1",)
    assert weighed.limits[0].evidence == ("E1",)
    assert known.buyer_type.evidence == ("E3",)
    assert known.dates[0].evidence == ("E3",)


def test_a_reference_to_nothing_is_left_out() -> None:
    """A statement never points to evidence that the report does not hold."""
    _, weighed, _ = number((), Weighing(social_value=weight(evidence=("gone",))), Context())
    assert weighed.social_value is not None
    assert weighed.social_value.evidence == ()


def test_dropped_findings_keep_a_number_and_their_reason() -> None:
    """What was seen and not counted can still be shown."""
    numbered, _, _ = number((finding("a", dropped_because="negated"),), Weighing(), Context())
    assert (numbered[0].id, numbered[0].dropped_because) == ("E1", "negated")
