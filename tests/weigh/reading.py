"""Reads a small PDF within the test's own process, which is many times faster than one process for each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable

from checker.model import Document, Rulebook, Weight
from checker.read.assemble import assemble
from checker.read.extract import Opened
from checker.read.file_roles import FileCues
from checker.read.pdf import assemble_pages
from checker.read.sections import TitleCues
from checker.weigh import weigh

from .printing import number, write
from .trees import found


def read_here(path: Path, rules: Rulebook) -> Document:
    """The document of a PDF, made by the same steps as those of a tender pack."""
    with closing(Opened(path)) as pdf:
        parts = assemble_pages([pdf.page(n) for n in range(1, pdf.count + 1)], rules)
    files, titles = FileCues(rules.cues.get("files", ())), TitleCues(rules.cues.get("sections", ()))
    return assemble(parts, path.name, "0" * 64, 1, files, titles, rules.words.get("hyphen-prefixes", ()))


class Press:
    """Prints pages to a file, one after the other, and reads each back."""

    def __init__(self, path: Path, rules: Rulebook) -> None:
        self._path = path
        self._rules = rules

    def read_back(self, story: Sequence[Flowable], wide: bool = False) -> dict[str, Any]:
        """What the weights of a page are taken to be, in the words of `trees.expected`.

        The first proof of every weight must hold its number as it is printed.
        """
        weighing = weigh([read_here(write(self._path, story, wide), self._rules)], self._rules, ())
        proofs = {finding.id: finding.quote for finding in weighing.findings}
        for weight in _walk(weighing.tree):
            if weight.printed is not None:
                assert number(weight.printed) in proofs[weight.evidence[0]], weight
        return found(weighing)


def _walk(weights: Sequence[Weight]) -> Iterator[Weight]:
    for weight in weights:
        yield weight
        yield from _walk(weight.children)
