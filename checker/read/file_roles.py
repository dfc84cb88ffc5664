"""What each file of a pack is for, told by its name, its title and its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Cue, FileRole
from checker.wording import Phrases

_BETWEEN = re.compile(r"[_.+,()\[\]-]+|(?<=[a-z])(?=[A-Z])")


class FileCues:
    """Tells the role of a file by the cue list `files`: first by its name, then its title, then its text.

    Within each of the three the first cue that fits wins, so their order in the list matters.
    """

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = [(FileRole(cue.value), cue.where, Phrases(cue.phrases), Phrases(cue.unless)) for cue in cues]

    def role(self, name: str, title: str, text: str) -> FileRole:
        """The role of a file from its name (with or without ending), the title printed on it, and its first words."""
        stem = _BETWEEN.sub(" ", name.rsplit(".", 1)[0])
        for where, words in (("name", stem), ("title", title), ("text", text)):
            for role, place, phrases, unless in self._cues:
                if place == where and words in phrases and not (unless.phrases and words in unless):
                    return role
        return FileRole.OTHER
