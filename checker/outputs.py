"""What a check writes: which results go where, and which places are refused before any work is done."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from checker import marking, read, report, writing
from checker.errors import CannotWrite

STDOUT = Path("-")
_ENDINGS = (".pdf", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that were asked for; "-" is standard output."""

    html: Path | None = None
    json: Path | None = None
    csv: Path | None = None
    questions: Path | None = None
    fixes: Path | None = None
    annotate: Path | None = None
    view: str = "both"
    pictures: bool = True

    @property
    def places(self) -> tuple[Path, ...]:
        """Every file asked for, without the folder of annotated copies."""
        return tuple(place for place in (self.html, self.json, self.csv, self.questions, self.fixes) if place)

    @property
    def piped(self) -> bool:
        """Whether a result goes to standard output."""
        return STDOUT in self.places

    @property
    def doubled(self) -> bool:
        """Whether two results would go to the same place."""
        places = [place if place == STDOUT else place.resolve() for place in self.places]
        return len(set(places)) < len(places)


def default_page(paths: Sequence[Path]) -> Path:
    """The page of a tender where no other name is given: NAME-scorecard.html, beside where svcheck is run."""
    first = paths[0].resolve()
    name = first.stem if first.suffix.lower() in _ENDINGS else first.name
    return Path(f"{name or 'tender'}-scorecard.html")


def refuse(wanted: Outputs, paths: Sequence[Path], others: Sequence[Path | None] = ()) -> None:
    """Raises CheckerError for a result that would take the place of a file given, or that cannot be written at all.

    `paths` are the tender documents, `others` further files that were given.
    """
    places = [place for place in wanted.places if place != STDOUT]
    writing.refuse_inputs(places, [*paths, *filter(None, others)])
    writing.refuse_unwritable(places)
    if wanted.annotate is None:
        return
    marking.need_annotator()
    folder = wanted.annotate.resolve()
    if folder.exists() and not folder.is_dir():
        raise CannotWrite(f"Will not write to {wanted.annotate}: it is a file.", "Name a folder for the copies.")
    if folder in {place for path in paths for place in (path.resolve(), path.resolve().parent)}:
        message = f"Will not write annotated copies to {wanted.annotate}: the tender documents are there."
        raise CannotWrite(message, "Name another folder, so that the copies are not taken for the tender.")
    writing.refuse_unwritable([folder / "copy.pdf"])


def make(result: dict[str, Any], wanted: Outputs, listing: read.Listing) -> tuple[dict[Path, str | bytes], list[str]]:
    """Everything that is to be written, by its place, and the names of PDFs that could not be annotated.

    `listing` says where each file of the result lies.
    """
    made: dict[Path, str | bytes] = {}
    if wanted.html:
        made[wanted.html] = _page(result, wanted, listing)
    if wanted.json:
        made[wanted.json] = report.to_json(result)
    if wanted.csv:
        made[wanted.csv] = report.to_csv(result)
    if wanted.questions:
        write = report.questions_table if wanted.questions.suffix.lower() == ".csv" else report.questions_text
        made[wanted.questions] = write(result)
    if wanted.fixes:
        write = report.fixes_table if wanted.fixes.suffix.lower() == ".csv" else report.fixes_text
        made[wanted.fixes] = write(result)
    copies, failed = _copies(result, wanted.annotate, listing.files) if wanted.annotate else ({}, [])
    return made | copies, failed


def _page(result: dict[str, Any], wanted: Outputs, listing: read.Listing) -> str:
    pictures = marking.pictures(report.spots(result), listing.files) if wanted.pictures else {}
    # A PDF out of a zip lies in a place of its own for this run only, so nothing can link to it.
    places = zip(listing.files.items(), listing.told, strict=True)
    lasting = {name: place for (name, place), told in places if place == told}
    links = {} if wanted.html in (None, STDOUT) else relative_links(lasting, wanted.html)
    return report.to_html(result, view=wanted.view, pictures=pictures, links=links)


def relative_links(files: Mapping[str, Path], page: Path) -> dict[str, str]:
    """An address for each PDF that lies near the page, ready for a link.

    Near is: in the page's folder, below it, or in a folder beside it. Of anything further away a link would
    tell how the computer's folders are called, and would break as soon as the page is sent to somebody.
    """
    folder = page.resolve().parent
    links: dict[str, str] = {}
    for name, path in files.items():
        whole = path.resolve()
        if whole.suffix.lower() != ".pdf" or not _near(whole, folder):
            continue
        links[name] = quote(Path(os.path.relpath(whole, folder)).as_posix())
    return links


def _near(path: Path, folder: Path) -> bool:
    beside = folder.parent
    return path.is_relative_to(folder) or (beside.parent != beside and path.is_relative_to(beside))


def _copies(
    result: dict[str, Any], folder: Path, files: Mapping[str, Path]
) -> tuple[dict[Path, str | bytes], list[str]]:
    notes = report.notes(result)
    made: dict[Path, str | bytes] = {}
    failed: list[str] = []
    for name, path in files.items():
        if path.suffix.lower() in (".txt", ".md"):
            continue
        copy = marking.annotated(path, [note for note in notes if note.file == name])
        if copy is None:
            failed.append(name)
            continue
        inside = PurePath(name)
        made[folder / inside.parent / f"{inside.stem}-svcheck.pdf"] = copy
    return made, failed
