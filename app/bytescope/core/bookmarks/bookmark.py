"""A range or a place with a name, a colour and a note, as a value."""

from __future__ import annotations

from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange

LONGEST_NAME = 200
LONGEST_NOTE = 4000
"""Characters; longer ones are cut."""

MOST = 200_000
"""Bookmarks of one document."""

INKS = 8
"""Colours, numbered from 0."""

INK_NAMES = ("Blue", "Yellow", "Green", "Violet", "Red", "Cyan", "Orange", "Indigo")

LAST = (1 << 63) - 1
"""The last offset that a document can have."""


class Bookmark(NamedTuple):
    """``range`` is empty for a place. ``ink`` is the number of the colour, 0 to ``INKS`` - 1."""

    range: ByteRange
    name: str = ""
    ink: int = 0
    note: str = ""

    @property
    def label(self) -> str:
        """Name and note in a few words, for a tip."""
        note = self.note if len(self.note) <= 400 else f"{self.note[:399]}…"
        return " — ".join(part for part in (self.name, note) if part)


def checked(start: int, end: int, name: str = "", ink: int = 0, note: str = "") -> Bookmark:
    """A bookmark of values that may be anything: texts are cut, InputError where a number cannot be."""
    if not 0 <= start <= end <= LAST:
        raise InputError(f"{start:,}..{end:,} is no range of a document; a bookmark starts before it ends.")
    if not 0 <= ink < INKS:
        raise InputError(f"There is no colour {ink}; the colours are 0 to {INKS - 1}.")
    return Bookmark(ByteRange(start, end), one_line(name)[:LONGEST_NAME], ink, lines(note)[:LONGEST_NOTE])


def one_line(text: str) -> str:
    """``text`` without what would break a line or cannot be shown."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def lines(text: str) -> str:
    """The same with its line breaks kept."""
    return "\n".join(one_line(line) for line in text.splitlines()).strip()
