"""Text that speaks of the social value question by its number is about social value."""

import pytest

from checker.match import find
from checker.match.labels import Labels

from .build import Part, book, document, live, mention, rule

LABELS = Labels(["question", "method statement"], ["schedule", "annex"])
WORDS = {"answer_labels": ("question", "method statement"), "annex_labels": ("schedule", "annex")}
RULES = book(mention(), rule("reporting.a", "report*", kind="reporting"), words=WORDS)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Method Statement 7 and MS8", ["ms7", "ms8"]),
        ("questions 6 and 7", ["q6", "q7"]),
        ("Questions 5 to 7", ["q5", "q6", "q7"]),
        ("T6 to T8, T10", ["t6", "t7", "t8", "t10"]),
        ("Question SV1", ["sv1"]),
        ("Schedule 9", ["schedule 9"]),
        ("question 7.2a", ["q7.2a"]),
        ("in 2026, clause 7, 10% and £5", []),
    ],
)
def test_labels_are_read_alike(text: str, keys: list[str]) -> None:
    """Words, codes, lists and ranges give the same keys; other numbers give none."""
    assert list(dict.fromkeys(key for key, _, _ in LABELS.find(text))) == keys


@pytest.mark.parametrize(
    "parts",
    [
        ("# Question 7: Social value", "# Contract", "The answer to question 7 is reported."),
        ([["No", "Subject"], ["MS7", "Social value"]], "# Contract", "Method statement 7 is reported."),
        ([["Criterion", "Weight"], ["Social value (question 7)", "10%"]], "# Terms", "Q7 is reported."),
        ("Q7 Social value is asked.", "# Contract", "Answers to Q6 and Q7 are reported."),
        ("# Q7 Social value", "# Terms", "Question 7 becomes Schedule 9.", "# Later", "Schedule 9 is reported."),
        ("# Q7 Social value", "# Question 7", "It is reported."),
    ],
)
def test_a_label_stands_for_social_value(parts: tuple[Part, ...]) -> None:
    """Where a heading, a row or a paragraph names it, and where an annex takes up its answers."""
    assert "reported" in live(find([document(*parts)], RULES))


@pytest.mark.parametrize(
    "parts",
    [
        ("# Q7 Social value", "# Contract", "Question 8 is reported."),
        ("# Q7 Social value", "# Q7 Safety", "It matters.", "# Contract", "Question 7 is reported."),
        ("# Q7 Social value", "# Terms", "Questions 6 and 7 become Schedule 9.", "# Later", "Schedule 9 is reported."),
        ("# Q7 Social value", "# Questions 1 to 7", "It is reported."),
        ([["No", "Subject"], ["Q7", "Safety"]], "# Q7 Social value", "# Contract", "Question 7 is reported."),
    ],
)
def test_a_label_with_another_meaning_does_not(parts: tuple[Part, ...]) -> None:
    """Other questions, labels used twice, annexes of all answers and headings over many stay out of scope."""
    assert "reported" not in live(find([document(*parts)], RULES))


def test_a_label_counts_in_every_file_of_the_pack() -> None:
    """The contract speaks of the question in the invitation to tender."""
    itt = document("# Question 7: Social value", name="itt.pdf", file=1)
    contract = document("The answer to question 7 is reported on.", name="contract.pdf", file=2)
    assert "reported" in live(find([itt, contract], RULES))
