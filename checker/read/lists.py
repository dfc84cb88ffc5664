"""Which blocks are items of a list: bullets, lettered points, and numbers under a line that ends with a colon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.read.blocks import Draft
from checker.read.carry import Element
from checker.read.headings import Heading


def find_bullets(flow: Sequence[Element], headings: Mapping[int, Heading]) -> set[int]:
    """The places in the flow of list items.

    Signs and letters always make an item. A number does when it stands one step below a clause that
    ends with a colon (4.2 "… the following:", then 4.2.1), or counts on from such an item.
    """
    found: set[int] = set()
    intro: Draft | None = None
    listed: tuple[int, tuple[str, ...]] | None = None
    for n, item in enumerate(flow):
        if not isinstance(item, Draft):
            intro = listed = None
            continue
        if item.furniture:
            continue
        label = item.first.label
        if n in headings or label is None or not (label.sure or label.kind == "number"):
            listed = None if n in headings or label is None else listed
            intro = item if item.text.endswith((":", ": -", ":-")) else None
            continue
        if label.kind != "number":
            found.add(n)
            continue
        parts = label.parts
        if intro is not None and _below(intro, parts):
            found.add(n)
            listed = (len(parts), parts[:-1])
        elif listed is not None and (len(parts), parts[:-1]) == listed:
            found.add(n)
        else:
            listed = None
        intro = item if item.text.endswith((":", ": -", ":-")) else intro if n in found else None
    return found


def _below(intro: Draft, parts: tuple[str, ...]) -> bool:
    """Whether a number is the first step below a clause, or starts a plain count under an unnumbered line."""
    label = intro.first.label
    if label is not None and label.kind == "number":
        return (parts[: len(label.parts)] == label.parts and len(parts) == len(label.parts) + 1) or (
            len(parts) == 1 and len(label.parts) > 1
        )
    return len(parts) == 1
