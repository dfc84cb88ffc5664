"""Makes the PDFs of the sample tender packs; the same sources give the same bytes."""

from __future__ import annotations

import argparse
from pathlib import Path

from maker.layout import write_pdf
from maker.picture import write_picture
from maker.results import write_expected
from maker.source import read_source

HERE = Path(__file__).resolve().parent
PICTURE = HERE / "sources" / "image-only-page" / "picture"
PACKS = ("home-care", "grounds-maintenance", "two-weights", "image-only-page", "two-columns", "no-social-value")


def make(out: Path) -> list[Path]:
    """Write every pack as a folder of PDFs under `out` and return the paths of the files."""
    written: list[Path] = []
    for pack in PACKS:
        for path in sorted((HERE / "sources" / pack).glob("*.md")):
            source = read_source(path)
            target = out / pack / source.head["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            write_pdf(source, target)
            written.append(target)
    return written


def main() -> None:
    """Run from the command line: the PDFs, or with --expected the results that the tests compare with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to (default: samples)")
    parser.add_argument("--expected", action="store_true", help="write each pack's expected.json from the PDFs there")
    parser.add_argument("--picture", action="store_true", help="draw the scanned page anew before the PDFs")
    options = parser.parse_args()
    if options.picture:
        write_picture(PICTURE / "criteria.md", PICTURE / "criteria-page.png")
    paths = [write_expected(options.out / pack) for pack in PACKS] if options.expected else make(options.out)
    for path in paths:
        print(path.relative_to(options.out))


if __name__ == "__main__":
    main()
