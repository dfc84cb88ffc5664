"""Prints trees of award criteria as prose: sentences, bullets, numbered headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from .printing import HEADING, TEXT, TITLE, number
from .trees import Criterion

BULLET = ParagraphStyle("bullet", parent=TEXT, leftIndent=18, bulletIndent=4, spaceAfter=3)
DEEPER = ParagraphStyle("deeper", parent=TEXT, leftIndent=38, bulletIndent=24, spaceAfter=3)
BELOW = ParagraphStyle("below", parent=HEADING, fontSize=10.5)


@dataclass(frozen=True, slots=True)
class Voice:
    """How criteria are told."""

    form: str = "{name} {number}"
    lead: str = "Tenders will be evaluated on the following criteria: "
    opens: str = " (of which "
    closes: str = ")"
    last: str = " and "
    """What stands before the last of a list."""
    words: bool = False
    """Whether the sign is written as "per cent"."""
    wide: bool = False


FORMS = ("{name} {number}", "{name} ({number})", "{name}: {number}", "{name} - {number}", "{name} – {number}")
LEADS = (
    "Tenders will be evaluated on the following criteria: ",
    "The award criteria and their weightings are: ",
    "The contract will be awarded on these weightings: ",
)
PARTS = ((" (of which ", ")"), (" (made up of ", ")"), (" (", ")"), (" (comprising ", ")"))


@st.composite
def sentences(draw: st.DrawFn) -> Voice:
    """How criteria are told in one sentence."""
    opens, closes = draw(st.sampled_from(PARTS))
    forms = ("{name} {number}", "{name} at {number}", "{number} {name}", "{number} for {name}", "{name} worth {number}")
    return Voice(
        form=draw(st.sampled_from(forms)),
        lead=draw(st.sampled_from(LEADS)),
        opens=opens,
        closes=closes,
        last=draw(st.sampled_from((" and ", ", "))),
        words=draw(st.booleans()),
    )


@st.composite
def lines(draw: st.DrawFn) -> Voice:
    """How a criterion is told on a line of its own, as a bullet or a heading."""
    return Voice(form=draw(st.sampled_from(FORMS)), lead=draw(st.sampled_from(LEADS)), wide=draw(st.booleans()))


def told(one: Criterion, voice: Voice) -> str:
    """A criterion and its number."""
    return voice.form.format(name=one.name, number=number(one.number) + (" per cent" if voice.words else "%"))


def listed(parts: Sequence[str], voice: Voice) -> str:
    """Parts of a sentence, one after the other."""
    return ", ".join(parts[:-1]) + voice.last + parts[-1] if len(parts) > 1 else parts[0]


def sentence(tops: Sequence[Criterion], voice: Voice) -> str:
    """The whole tree in one sentence."""
    parts = []
    for top in tops:
        below = listed([told(child, voice) for child in top.children], voice) if top.children else ""
        parts.append(told(top, voice) + (f"{voice.opens}{below}{voice.closes}" if below else ""))
    return f"{voice.lead}{listed(parts, voice)}."


def in_a_sentence(tops: Sequence[Criterion], voice: Voice) -> list[Flowable]:
    """A page that tells the criteria in one sentence."""
    return _page([Paragraph(sentence(tops, voice), TEXT)])


def in_bullets(tops: Sequence[Criterion], voice: Voice, marks: tuple[str, str]) -> list[Flowable]:
    """A page that tells the criteria in bullets, the parts of each in bullets further in."""
    story: list[Flowable] = [Paragraph(voice.lead.strip(), TEXT)]
    for top in tops:
        story.append(Paragraph(told(top, voice), BULLET, bulletText=marks[0]))
        story += [Paragraph(told(child, voice), DEEPER, bulletText=marks[1]) for child in top.children]
    return _page(story)


def in_headings(tops: Sequence[Criterion], voice: Voice) -> list[Flowable]:
    """A page that tells the criteria in numbered headings, with a few words below each."""
    story: list[Flowable] = []
    for n, top in enumerate(tops, start=1):
        story.append(Paragraph(f"4.{n} {told(top, voice)}", HEADING))
        story.append(Paragraph(f"This section tells bidders what the evaluators will look for under {top.name}.", TEXT))
        for m, child in enumerate(top.children, start=1):
            story.append(Paragraph(f"4.{n}.{m} {told(child, voice)}", BELOW))
            story.append(Paragraph("Describe your proposals in the response form, with names, dates and sums.", TEXT))
    return _page(story)


def _page(shown: Sequence[Flowable]) -> list[Flowable]:
    after = Paragraph("The contract goes to the tender with the highest score.", TEXT)
    return [
        Paragraph("Invitation to tender: grounds upkeep", TITLE),
        Paragraph("4 Award criteria", HEADING),
        *shown,
        after,
    ]
