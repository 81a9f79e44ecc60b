"""Offsets and sizes that are typed in dialogs: what fits, and what they mean."""

from __future__ import annotations

from bytescope.core.ranges import PAGESIZE
from bytescope.core.text.formats import both_text, count_text, hex_text
from bytescope.ui.widgets.tips import told_size, tr, tr_n

LARGEST = (1 << 63) - 1
"""No file or document can be larger."""


def offset_meaning(offset: int) -> str:
    """An offset with its page: "12,290 (0x3002), page 3, byte 2"."""
    return tr(
        "{offset}, page {page}, byte {place:,} of it",
        offset=both_text(offset),
        page=count_text(offset // PAGESIZE),
        place=offset % PAGESIZE,
    )


def size_meaning(size: int) -> str:
    """A size in bytes and in pages."""
    return tr(
        "{count} bytes, {size}, {pages}",
        count=both_text(size),
        size=told_size(size),
        pages=tr_n(-(-size // PAGESIZE), "{n} page", "{n} pages"),
    )


class OffsetCheck:
    """Whether an offset lies in a document of ``size`` bytes; just behind the end is allowed."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __call__(self, offset: int) -> str:
        if offset < 0:
            return tr("This is before offset 0; type 0 or more.")
        if offset > self._size:
            return tr(
                "{offset} is past the end; the document's size is {bytes} ({size}).",
                offset=hex_text(offset),
                bytes=tr_n(self._size, "{n} byte", "{n} bytes"),
                size=hex_text(self._size),
            )
        return ""


class SizeCheck:
    """Whether a number can be a size of at least ``least`` bytes."""

    def __init__(self, least: int = 0) -> None:
        self._least = least

    def __call__(self, size: int) -> str:
        if size < self._least:
            return tr("This is too small; type {least} or more.", least=count_text(self._least))
        if size > LARGEST:
            return tr(
                "This is too large; type at most {largest} (8 EiB less 1 byte).", largest=hex_text(LARGEST)
            )
        return ""
