"""Turns the files of a tender pack into documents: text in reading order, and where every letter stands."""

from checker.read.pack import Progress, read_pack, read_text

__all__ = ["Progress", "read_pack", "read_text"]
