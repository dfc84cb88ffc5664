"""Makes the page that stands in a sample as a scan: grey, a little crooked, with no text behind it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from maker.layout import write_pdf
from maker.source import read_source

DOTS_PER_INCH = 110
GREYS = 12
SLANT = 0.35
"""How far the page was turned on the glass, in degrees."""


def write_picture(source: Path, target: Path) -> None:
    """Set the one-page source, scan it, and write it as a grey PNG.

    The picture is kept with the sources and not made anew with the PDFs, because another version of the
    drawing library may shade a letter in another way.
    """
    with TemporaryDirectory() as folder:
        page_file = Path(folder) / "page.pdf"
        write_pdf(read_source(source), page_file)
        document = pypdfium2.PdfDocument(page_file)
        page = document[0].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
        document.close()
    crooked = page.rotate(SLANT, resample=Image.Resampling.BICUBIC, fillcolor=255)
    crooked.quantize(GREYS).save(target, optimize=True)
