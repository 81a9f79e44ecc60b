"""Offsets and sizes that are typed in dialogs: what fits, and what they mean."""

from __future__ import annotations

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import both_text, count_text, hex_text, plural, size_text

LARGEST = (1 << 63) - 1
"""No file or document can be larger."""


def offset_meaning(offset: int) -> str:
    """An offset with its page: "12,290 (0x3002), page 3, byte 2"."""
    return f"{both_text(offset)}, page {count_text(offset // PAGESIZE)}, byte {offset % PAGESIZE:,} of it"


def size_meaning(size: int) -> str:
    """A size in bytes and in pages."""
    return f"{both_text(size)} bytes, {size_text(size)}, {plural(-(-size // PAGESIZE), 'page')}"


class OffsetCheck:
    """Whether an offset lies in a document of ``size`` bytes; just behind the end is allowed."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __call__(self, offset: int) -> str:
        if offset < 0:
            return "This is before offset 0; type 0 or more."
        if offset > self._size:
            return (
                f"{hex_text(offset)} is past the end; the document's size is"
                f" {plural(self._size, 'byte')} ({hex_text(self._size)})."
            )
        return ""


class SizeCheck:
    """Whether a number can be a size of at least ``least`` bytes."""

    def __init__(self, least: int = 0) -> None:
        self._least = least

    def __call__(self, size: int) -> str:
        if size < self._least:
            return f"This is too small; type {count_text(self._least)} or more."
        if size > LARGEST:
            return f"This is too large; type at most {hex_text(LARGEST)} (8 EiB less 1 byte)."
        return ""
