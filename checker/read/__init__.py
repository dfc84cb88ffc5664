"""Turns the files of a tender pack into documents: text in reading order, and where every letter stands."""

from checker.read.listing import Listing, look
from checker.read.pack import Progress, Reading, read_pack, read_text

__all__ = ["Listing", "Progress", "Reading", "look", "read_pack", "read_text"]
