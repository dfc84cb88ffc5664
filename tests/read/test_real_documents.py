"""Real tender documents: nothing lost, nothing twice, and every quote inside its boxes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.model import Rulebook
from checker.read import read_pack

from .boxes import Printed, letters, wrong_quotes

REAL = (
    "packs/pack05/ITT Linen and Laundry.pdf",
    "pdf/CCS_CAT_MCF3_FC_Bid_Pack_-_Attachment_2_How_to_bid_including_evaluation_criteria.pdf",
    "pdf/GCA_RM6242_Customer_Guidance_V2.0.pdf",
)


@pytest.mark.corpus
@pytest.mark.parametrize("name", REAL)
def test_real_documents_are_read_whole(corpus: Path, rules: Rulebook, name: str) -> None:
    """Each letter of the page is in the blocks once (an "o" may be a bullet), and quotes stand inside their boxes."""
    path = corpus / name
    (document,) = read_pack([path], rules)
    printed = Printed(path)
    read: dict[int, Counter[str]] = {}
    for block in document.blocks:
        for line in block.lines:
            read.setdefault(line.page, Counter()).update(letters(block.text[line.start : line.end]))
    for page in document.pages:
        have, shown = read.get(page.number, Counter()), printed.all_letters(page.number)
        assert have - shown == Counter(), page.number
        assert set(shown - have) <= {"o"}, page.number
    assert wrong_quotes(document, path, every=3) == []


@pytest.mark.corpus
def test_odd_files_are_read_or_refused(corpus: Path, rules: Rulebook) -> None:
    """Broken, locked and odd PDFs from the test suites of PDF readers either read or are refused in one line."""
    refused: list[UnreadableFile] = []
    files = sorted((corpus / "hostile").glob("*.pdf"))[::4]
    for path in files:
        try:
            (document,) = read_pack([path], rules)
        except UnreadableFile as trouble:
            refused.append(trouble)
        else:
            assert all(line.end - line.start == len(line.lefts) for b in document.blocks for line in b.lines)
    assert 0 < len(refused) < len(files) / 2
    assert all("\n" not in str(trouble) and trouble.hint for trouble in refused)
