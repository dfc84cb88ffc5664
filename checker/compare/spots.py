"""Where something stands in one draft: the files and pages of its findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.report.phrasing import page_list

Data = dict[str, Any]


class Spots:
    """The places of one draft's findings, by their ids."""

    def __init__(self, result: Data) -> None:
        self._at = {finding["id"]: (finding["file"], finding["page"]) for finding in result["findings"]}
        self._rank = {file["name"]: rank for rank, file in enumerate(result["files"])}

    def of(self, ids: Iterable[str]) -> list[Data]:
        """The files and pages of some findings, each once, in the order of the files.

        Raises KeyError for an id that no finding has.
        """
        places = {self._at[finding] for finding in ids}
        return [{"file": file, "page": page} for file, page in sorted(places, key=self._order)]

    def _order(self, place: tuple[str, int]) -> tuple[int, str, int]:
        return self._rank.get(place[0], len(self._rank)), *place


def by_file(places: Iterable[Data]) -> dict[str, list[int]]:
    """The pages of each file, in order."""
    pages: dict[str, list[int]] = {}
    for place in places:
        pages.setdefault(place["file"], []).append(place["page"])
    return pages


def where(places: Iterable[Data]) -> str:
    """Places in words: "ITT.pdf, pages 4 and 7; Contract.pdf, page 2"."""
    told = []
    for file, pages in by_file(places).items():
        told.append(f"{file}, {'page' if len(pages) == 1 else 'pages'} {page_list(pages)}")
    return "; ".join(told)
