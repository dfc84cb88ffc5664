"""Looks for input that breaks svcheck: `python -m fuzz TARGET --minutes 30`."""
