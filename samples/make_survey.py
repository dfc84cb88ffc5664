"""Makes a folder of invented tenders for svcheck survey, with their tenders.csv and the figures that must come out."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

from maker.slips import write_tender
from maker.tenders import Invented, invent, truth

COLUMNS = ("folder", "title", "buyer", "buyer_type", "value", "date")


def make(out: Path, many: int, first: int = 1) -> list[Invented]:
    """Write `many` tenders into `out`, from number `first` on, and return what was invented."""
    out.mkdir(parents=True, exist_ok=True)
    tenders = [invent(number) for number in range(first, first + many)]
    for tender in tenders:
        write_tender(tender, out)
    write_table(tenders, out)
    return tenders


def write_table(tenders: Sequence[Invented], out: Path) -> None:
    """Write tenders.csv; of a tender that cannot be read, and of every second one, only it knows the facts."""
    with (out / "tenders.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for tender in tenders:
            if tender.in_table or tender.broken:
                told = (tender.service, tender.buyer, tender.buyer_type, tender.value, tender.published.isoformat())
                table.writerow([tender.name, *told])


def main() -> None:
    """Run from the command line; the truth goes to standard output or to a file beside the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="folder to write the tenders to")
    parser.add_argument("--many", type=int, default=240, help="number of tenders (default: 240)")
    parser.add_argument("--truth", type=Path, help="file for the figures that must come out (JSON)")
    options = parser.parse_args()
    figures = json.dumps(truth(make(options.out, options.many)), indent=1)
    if options.truth:
        options.truth.write_text(figures + "\n", encoding="utf-8")
    print(f"{options.many} tenders in {options.out}" if options.truth else figures)


if __name__ == "__main__":
    main()
