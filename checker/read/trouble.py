"""Why a PDF or a page of it cannot be read, in the words that the report and the terminal show."""

from __future__ import annotations


class CannotOpen(Exception):
    """A PDF that does not open: `why` in words for the report, `hint` what to do, `slug` for scripts."""

    def __init__(self, why: str, hint: str, slug: str) -> None:
        super().__init__(why, hint, slug)
        self.why = why
        self.hint = hint
        self.slug = slug


class TooFull(Exception):
    """A page that holds more letters or lines than the reader is willing to keep."""


BROKEN = ("the PDF is damaged", "Open it in a PDF reader, save it again and give that copy.", "broken-pdf")
NO_PAGES = ("the PDF has no pages", "Open it in a PDF reader, save it again and give that copy.", "broken-pdf")
TOO_BIG = ("it takes more memory than allowed to open", "Allow more with --memory, or save a smaller copy.", "too-big")
STUCK = ("it takes too long to open", "Open it in a PDF reader, save it again and give that copy.", "too-slow")
CRASHED = ("the reader broke down when opening it", "Save it again in a PDF reader and give that copy.", "broken-pdf")

REPAIRED = "it is damaged and was mended for reading; parts of it may be missing"
CUT_OFF = "its end is missing; it was mended for reading, and pages may be missing"

PAGE_TOO_BIG = "it takes more memory to read than allowed"
PAGE_STUCK = "it takes longer to read than allowed"
PAGE_CRASHED = "the reader broke down on it"
PAGE_TOO_FULL = "it holds more letters or lines than a page of a tender would"
FILE_TOO_FULL = "the file holds more text than a tender would"
FILE_STOPPED = "the file took longer to read than allowed"
GIVEN_UP = "too many pages before it could not be read"


def locked(tried: bool, known: bool) -> CannotOpen:
    """The trouble with a locked file: whether a password was `tried`, and whether the kind of lock is `known`."""
    if not known:
        hint = "Save a copy without the lock and give that."
        return CannotOpen("it is locked in a way that svcheck cannot open", hint, "locked-pdf")
    if tried:
        return CannotOpen("none of the passwords given opens it", "Check the password file.", "locked-pdf")
    hint = "Save a copy without the password, or give the password in a file with --password-file."
    return CannotOpen("it is locked with a password", hint, "locked-pdf")
