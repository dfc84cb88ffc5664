"""Opens a PDF with pdfplumber and takes from each page what counts. Runs in the reader's own process."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from checker.read.device import drawn_on
from checker.read.glyphs import Frame
from checker.read.pages import PageDraft, needs_ocr, read_page, read_picture
from checker.read.scans import shown_on
from checker.read.trouble import (
    BROKEN,
    CUT_OFF,
    NO_PAGES,
    PAGE_STUCK,
    PAGE_TOO_FULL,
    REPAIRED,
    CannotOpen,
    TooFull,
    locked,
)

DAMAGED = "it is damaged"
_TAIL = 2048
"""Bytes at the end of a file among which its last line must be."""

# What pdfminer has to say about odd files would go to the terminal, where nobody asked for it.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfplumber").addHandler(logging.NullHandler())


@contextmanager
def _pdfminer_troubles(tried: bool = False) -> Iterator[None]:
    """The one place where the many errors that pdfminer raises on odd files become one of ours."""
    try:
        yield
    except (CannotOpen, TooFull, MemoryError):
        raise
    except Exception as trouble:
        cause = trouble.args[0] if isinstance(trouble, PdfminerException) and trouble.args else trouble
        if isinstance(cause, MemoryError):
            raise MemoryError from trouble
        if isinstance(cause, UnicodeEncodeError) and tried:  # a password in letters that this kind of lock cannot have
            raise locked(tried, known=True) from trouble
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise locked(tried, known=isinstance(cause, PDFPasswordIncorrect)) from trouble
        raise CannotOpen(*BROKEN) from trouble


def _opened(path: Path, passwords: Sequence[str]) -> Any:
    """The PDF, opened with the first password that fits; most files need none."""
    for password in ("", *passwords):
        try:
            with _pdfminer_troubles(bool(passwords)):
                return pdfplumber.open(path, password=password)
        except CannotOpen as trouble:
            if trouble.slug != "locked-pdf" or password == ("", *passwords)[-1]:
                raise
    raise CannotOpen(*BROKEN)


def _repaired(path: Path, document: Any) -> str:
    """What to tell of a file whose list of parts was missing or wrong, so that pdfminer had to search for them."""
    if not any(isinstance(part, PDFXRefFallback) for part in document.xrefs):
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return REPAIRED if b"%%EOF" in file.read(_TAIL) else CUT_OFF


def _shown(page: Any) -> Any:
    """The part of a page that is shown; of a turned page pdfplumber does not tell it rightly."""
    return page.bbox if page.rotation else page.cropbox


class Opened:
    """An open PDF: how many pages it has, and what each of them holds.

    Arguments: `path` of the file, `passwords` to try where it needs one, `most` pages that are read at all,
    `ocr` seconds for recognising a page that is a picture (0: such pages are not read).
    Errors: CannotOpen for a locked or broken file, or for one with too many pages; MemoryError.
    """

    def __init__(self, path: Path, passwords: Sequence[str] = (), most: int = 3000, ocr: float = 0) -> None:
        self._ocr = ocr
        self._pdf = _opened(path, passwords)
        with _pdfminer_troubles():
            # pdfplumber would make a list of all pages, be they a million; one more than allowed is enough to know.
            found = enumerate(islice(PDFPage.create_pages(self._pdf.doc), most + 1), start=1)
            self._pages = self._pdf._pages = [Page(self._pdf, page, number) for number, page in found]
        self.count = len(self._pages)
        if not self._pages:
            raise CannotOpen(*NO_PAGES)
        if self.count > most:
            hint = "Give the part that matters as a file of its own, or allow more with --max-pages."
            raise CannotOpen(f"it has more than {most:,} pages", hint, "too-many-pages")
        self.repaired = _repaired(path, self._pdf.doc)

    def page(self, number: int) -> PageDraft:
        """What a page holds, with a note where it is damaged; a page can be read once. Number from 1."""
        page = self._pages[number - 1]
        try:
            with _pdfminer_troubles():
                draft = read_page(number, drawn_on(page), page.bbox, _shown(page))
                return self._recognised(page, draft) if self._ocr and needs_ocr(draft) else draft
        except CannotOpen:
            return PageDraft(number, Frame(0, float(page.width), float(page.height)), note=DAMAGED)
        except TooFull:
            return PageDraft(number, Frame(0, float(page.width), float(page.height)), note=PAGE_TOO_FULL)
        finally:
            self._let_go(page)

    def _recognised(self, page: Any, draft: PageDraft) -> PageDraft:
        """The page as its picture shows it, where that shows more than the page holds as text."""
        try:
            return read_picture(draft, *shown_on(page, self._ocr))
        except TimeoutError:
            return replace(draft, note=PAGE_STUCK) if draft.note else draft

    def _let_go(self, page: Any) -> None:
        """Frees a page's letters, and its drawing commands, which pdfminer would keep unpacked."""
        page.close()
        kept = getattr(self._pdf.doc, "_cached_objs", {})
        for part in page.page_obj.contents:
            kept.pop(getattr(part, "objid", None), None)
        page.page_obj.contents = []

    def close(self) -> None:
        """Closes the file."""
        self._pdf.close()
