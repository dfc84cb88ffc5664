"""PDFs written letter by letter, so that any drawing commands can stand in them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf_of(pages: Sequence[bytes]) -> bytes:
    """A PDF with a page for each of these drawing commands, which are packed."""
    fonts = b"".join(b"/F%d 3 0 R" % n for n in range(1, 6)) + b"/F1+0 3 0 R/F2+0 3 0 R/F3+0 3 0 R"
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, commands in enumerate(pages):
        packed = zlib.compress(commands, 9)
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<%s>>>>/Contents %d 0 R>>"
            % (fonts, 5 + 2 * n)
        )
        parts.append(b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))
