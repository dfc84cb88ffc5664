"""Reads the rules: YAML files that policy people own, checked before anything is built on them."""

from checker.rulebook.ageing import overdue
from checker.rulebook.described import describe, listing
from checker.rulebook.editors import schemas, write_schemas
from checker.rulebook.given import load_offer, load_waivers
from checker.rulebook.lint import check
from checker.rulebook.packs import core, load
from checker.rulebook.pages import pages
from checker.rulebook.start import start

__all__ = [
    "check",
    "core",
    "describe",
    "listing",
    "load",
    "load_offer",
    "load_waivers",
    "overdue",
    "pages",
    "schemas",
    "start",
    "write_schemas",
]
