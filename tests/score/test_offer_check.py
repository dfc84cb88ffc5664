"""What a provider already does, held against what is asked."""

from __future__ import annotations

from pathlib import Path

import checker
from checker.model import Rulebook

TENDER = """1 Award questions

SV1 Social value (10%): Describe how you will create apprenticeships during this contract. At most 500 words.
"""
OFFER = """format: 1
provider: A small charity
offer:
  skills:
    - does: Takes on an apprentice each year.
      proof: College returns, 2026
"""


def test_an_offer_that_fits_is_told(rules: Rulebook, tmp_path: Path) -> None:
    """F4 is met when the provider does something, with proof, on a theme that is asked about."""
    tender, offer = tmp_path / "itt.txt", tmp_path / "offer.yaml"
    tender.write_text(TENDER, encoding="utf-8")
    offer.write_text(OFFER, encoding="utf-8")
    for given, result in ((None, "cannot-tell"), (offer, "met")):
        found = checker.to_dict(checker.check([tender], rules=rules, offer=given))
        assert next(check for check in found["checks"] if check["id"] == "F4")["result"] == result
