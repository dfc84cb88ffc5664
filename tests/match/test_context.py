"""What kind of procurement it is, and no answer rather than a wrong one."""

import pytest

from checker.match import detect, find
from checker.model import Context, Document, Rulebook

from .build import Part, block, book, cue, document

CUES = {
    "buyers": (cue("council", "borough council", "county council"), cue("nhs", "nhs trust")),
    "regimes": (
        cue("pa23", "procurement act 2023", unless=("does not apply",)),
        cue("pcr2015", "public contracts regulations 2015"),
    ),
    "jurisdictions": (cue("scotland", "scots law"),),
    "dates": (
        cue("commenced", "notice published", "notice was published"),
        cue("issued", "documents published"),
        cue("clarification", "questions by"),
        cue("submission", "tenders by", "tender deadline"),
    ),
    "values": (
        cue("total", "total value", unless=("threshold",)),
        cue("stated", "value", "budget", unless=("threshold",)),
    ),
}
RULES = book(cues=CUES, words={"references": ("ref",), "yearly": ("per year", "a year", "annual", "p.a")})


def context(*parts: Part, rules: Rulebook = RULES, title: str = "") -> Context:
    """The context of one document."""
    return of(document(*parts, title=title), rules=rules)


def of(*documents: Document, rules: Rulebook = RULES) -> Context:
    """The context of a pack."""
    return detect(documents, rules, find(documents, rules))


def test_the_buyer_stands_on_the_first_page() -> None:
    """Its kind, its name, the reference and the title come from there."""
    found = context(
        "Ashby Borough Council", "Ref AB/2031/7", "Ashby Borough Council invites tenders.", title="Roof repairs"
    )
    assert (found.buyer_type.value, found.buyer_type.confidence) == ("council", "high")
    assert (found.buyer, found.reference, found.title) == ("Ashby Borough Council", "AB/2031/7", "Roof repairs")


def test_two_kinds_of_buyer_on_the_first_page_are_no_answer() -> None:
    """Unless one stands there far more often than the other."""
    assert context("Ashby Borough Council and Vale NHS Trust").buyer_type.value is None
    often = context(*["Ashby Borough Council"] * 4, "Vale NHS Trust")
    assert (often.buyer_type.value, often.buyer_type.confidence) == ("council", "medium")


def test_a_buyer_deep_in_the_text_is_not_believed_at_once() -> None:
    """Other bodies are named in every tender; only many mentions of one kind count, and for little."""
    later = [block("The NHS Trust next door.", n=n, page=2) for n in range(1, 5)]
    assert context(*later[:1]).buyer_type.value is None
    assert context(*later).buyer_type.confidence == "low"


@pytest.mark.parametrize(
    ("text", "regime"),
    [
        ("Run under the Procurement Act 2023.", "pa23"),
        ("The Procurement Act 2023 does not apply.", None),
        ("Under the Public Contracts Regulations 2015, not the Procurement Act 2023.", None),
    ],
)
def test_the_law_must_be_clear(text: str, regime: str | None) -> None:
    """A law that is named only to be set aside, or beside another, is no answer."""
    assert context(text).regime.value == regime


def test_dates_are_read_from_rows_and_sentences() -> None:
    """The date right of a cue in a table, or after it in a sentence, or before it when it is the only one."""
    table = [
        ["Stage", "Date"],
        ["Notice published", "2 March 2026"],
        ["Questions by", "12 noon on 3 April 2026"],
        ["Tenders by", "24/04/2026, 17:00"],
    ]
    found = context(table)
    assert found.commenced.value == "2026-03-02"
    assert [(d.kind, d.value) for d in found.dates] == [
        ("clarification", "2026-04-03 12 noon"),
        ("submission", "2026-04-24 17:00"),
    ]
    assert context("The notice was published on 2 March 2026.").commenced.confidence == "high"
    assert [d.value for d in context("By 1 May 2026 send tenders by post.").dates] == ["2026-05-01"]
    assert context("From 1 May 2026 to 2 May 2026 send tenders by post.").dates == ()


def test_two_days_of_publication_are_no_answer() -> None:
    """The model of social value hangs on this day, so it is never guessed."""
    assert context("Notice published 2 March 2026.", "Notice published 9 March 2026.").commenced.value is None


@pytest.mark.parametrize(
    ("text", "value", "confidence"),
    [
        ("The total value is £4.2 million.", "4200000", "high"),
        ("The budget is £90,000.", "90000", "medium"),
        ("The total value is £2m per year.", None, "none"),
        ("The total value is £2m, or about £500,000 a year.", "2000000", "high"),
        ("At £500,000 a year the total value is £2m.", "2000000", "high"),
        ("The total value, at £500,000 (without VAT) a year, is £2m.", "2000000", "high"),
        ("The annual budget is £2m.", None, "none"),
        ("The total value is £2,000,000, and £2,400,000 with VAT.", "2000000", "high"),
        ("The value is £2m p.a. and the budget per year £90,000.", None, "none"),
        ("A total value above the threshold of £2m.", None, "none"),
        ("A total value of £1m to £3m.", None, "none"),
        ("A total value of £1m. A total value of £3m.", None, "none"),
        ("The value is £5m in all, the total value £4m.", "4000000", "high"),
    ],
)
def test_the_value_must_be_one_sum(text: str, value: str | None, confidence: str) -> None:
    """Yearly sums, ranges and several totals are no answer; a named total beats a plain value."""
    found = context(text).value_gbp
    assert (found.value, found.confidence) == (value, confidence)


def test_a_yearly_value_in_a_table_is_passed_over() -> None:
    """The words for a year may stand in the cell of the cue, or in that of the sum."""
    assert context([["Total value per year", "£2m"]]).value_gbp.value is None
    assert context([["Total value", "£2m per year"]]).value_gbp.value is None
    assert context([["Total value", "£2m"]]).value_gbp.value == "2000000"


def test_the_day_of_the_documents_stands_in_for_an_undated_notice() -> None:
    """It is less sure, gives way to the day of the notice, and is no key date of its own."""
    found = context("Documents published 2 March 2026.")
    assert (found.commenced.value, found.commenced.confidence, found.dates) == ("2026-03-02", "medium", ())
    both = context("Documents published 2 March 2026.", "The notice was published on 1 March 2026.")
    assert (both.commenced.value, both.commenced.confidence) == ("2026-03-01", "high")


def test_every_fact_shows_its_evidence() -> None:
    """The findings that a fact rests on are among the findings of the pack, and live."""
    documents = [
        document("Ashby Borough Council", "Procurement Act 2023. Total value £2m.", "Tender deadline 1 May 2026.")
    ]
    found = find(documents, RULES)
    ids = {f.id for f in found if f.kind == "context" and not f.dropped_because}
    facts = detect(documents, RULES, found)
    used = {*facts.buyer_type.evidence, *facts.regime.evidence, *facts.value_gbp.evidence, *facts.dates[0].evidence}
    assert len(used) == 4
    assert used <= ids


def test_an_empty_pack_has_no_context() -> None:
    """Nothing read, nothing claimed."""
    assert of(document()) == Context()
