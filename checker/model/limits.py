"""How much a single file may ask of the machine before svcheck goes on without it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of tender documents may use; what goes over becomes a note on that page or file.

    The defaults leave room for every ordinary tender: a page of close print takes a tenth of a second, and a
    file of 300 pages about 100 MiB.
    """

    page_seconds: float = 60.0
    """Seconds for one page."""
    file_seconds: float = 1800.0
    """Seconds for one file, over all its pages."""
    memory: int = 768
    """MiB of memory for the reader; kept where the system can (Linux)."""
    pages: int = 3000
    """Pages of one file; a longer file is refused as a whole."""
    file_size: int = 512
    """MiB that one file may have on disk."""
    processes: int = 0
    """How many readers work side by side; 0 for one on each core."""
    ocr: bool = False
    """Whether pages that hold no text are read from their picture."""
