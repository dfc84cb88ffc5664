"""The arithmetic of criteria: any tree that is printed reads back, with its sums and shares of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from .pages import LEFT, Cell, Paper, read, shape

NAMES = (
    "Method",
    "Staffing",
    "Safety",
    "Mobilisation",
    "Innovation",
    "Assurance",
    "Partnership",
    "Resilience",
    "Delivery plan",
)
PARTS = ("jobs", "training", "climate", "wellbeing")

Node = tuple[str, int, list[Any]]


@st.composite
def shares(draw: st.DrawFn, total: int, count: int) -> list[int]:
    """Whole numbers of at least 1 that make a total."""
    cuts = sorted(draw(st.sets(st.integers(1, total - 1), min_size=count - 1, max_size=count - 1)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    """Award criteria that make 100: a price, other criteria, and sub-criteria that make their parent or 100."""
    count = draw(st.integers(2, 5))
    numbers = draw(shares(100, count))
    names = ["Price", *draw(st.permutations(["Quality", "Social value", *NAMES[:3]]))][:count]
    tree: list[Node] = []
    for name, number in zip(names, numbers, strict=True):
        below: list[Any] = []
        size = draw(st.integers(0, 4))
        if name != "Price" and size > 1 and number >= size:
            total = draw(st.sampled_from((number, 100))) if number < 95 else number
            parts = draw(shares(total, size))
            below = [(f"{name} {part}", n) for part, n in zip(PARTS, parts, strict=False)]
        tree.append((name, number, below))
    return tree


def printed(tree: Sequence[Node]) -> list[Any]:
    """What the tree ought to read back as."""
    return [(name, number, below) if below else (name, number) for name, number, below in tree]


@given(trees())
def test_numbered_rows_read_back(tree: list[Node]) -> None:
    """Criteria printed as rows numbered 1, 1.1, 1.2, 2 read back exactly."""
    rows = []
    for n, (name, number, below) in enumerate(tree, 1):
        rows.append((str(n), name, f"{number}%"))
        rows += [(f"{n}.{k}", sub, f"{part}%") for k, (sub, part) in enumerate(below, 1)]
    paper = Paper().heading("Award criteria").table(("Ref", "Criterion", "Weighting"), *rows)
    assert shape(read(paper).tree) == printed(tree)


@given(trees())
def test_merged_parents_read_back(tree: list[Node]) -> None:
    """Criteria whose name and weight are merged over their sub-criteria read back exactly."""
    rows: list[tuple[Any, ...]] = []
    for name, number, below in tree:
        if not below:
            rows.append((name, name, f"{number}%", f"{number}%"))
            continue
        (first, part), *more = below
        rows.append((Cell(name, len(below)), first, f"{part}%", Cell(f"{number}%", len(below))))
        rows += [(sub, f"{n}%") for sub, n in more]
    head = ("Criterion", "Sub-criterion", "Sub-weight", "Weight")
    paper = Paper().heading("Award criteria").table(head, *rows)
    assert shape(read(paper).tree) == printed(tree)


@given(trees())
def test_a_column_for_each_level_reads_back(tree: list[Node]) -> None:
    """Criteria in a left column and sub-criteria in the next one read back exactly."""
    rows: list[tuple[Any, ...]] = []
    for name, number, below in tree:
        rows.append((name, None, f"{number}%"))
        rows += [(None, sub, f"{part}%") for sub, part in below]
    paper = Paper().heading("Award criteria").table(("Criterion", "Sub-criterion", "Weighting"), *rows)
    assert shape(read(paper).tree) == printed(tree)


@given(trees())
def test_bullets_read_back(tree: list[Node]) -> None:
    """Criteria printed as indented bullets read back exactly."""
    paper = Paper().heading("Award criteria").text("The award criteria and their weightings are:")
    for name, number, below in tree:
        paper.bullet(f"{name} {number}%")
        for sub, part in below:
            paper.bullet(f"{sub} – {part}%", left=LEFT + 20)
    assert shape(read(paper).tree) == printed(tree)


@given(trees())
def test_a_sentence_reads_back(tree: list[Node]) -> None:
    """The top level written as one sentence reads back exactly."""
    parts = [f"{name} {number}%" for name, number, _ in tree]
    paper = (
        Paper().heading("Award criteria").text("Tenders are scored on " + ", ".join(parts[:-1]) + f" and {parts[-1]}.")
    )
    assert shape(read(paper).tree) == [(name, number) for name, number, _ in tree]


@given(trees())
def test_shares_of_the_whole_make_the_whole(tree: list[Node]) -> None:
    """The leaves of a tree that adds up carry 100% of the whole score between them."""
    rows = []
    for n, (name, number, below) in enumerate(tree, 1):
        rows.append((str(n), name, f"{number}%"))
        rows += [(f"{n}.{k}", sub, f"{part}%") for k, (sub, part) in enumerate(below, 1)]
    weighing = read(Paper().heading("Award criteria").table(("Ref", "Criterion", "Weighting"), *rows))
    leaves = [leaf for top in weighing.tree for leaf in (top.children or (top,))]
    assert abs(sum(leaf.effective or 0 for leaf in leaves) - 100) < 0.01
    assert all(done.ok for done in weighing.sums)
