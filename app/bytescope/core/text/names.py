"""What the names in typed numbers stand for; apart from the parser, which is only loaded to parse."""

from __future__ import annotations

from typing import NamedTuple

from bytescope.core.ranges import PAGESIZE


class Names(NamedTuple):
    """What the names in an expression stand for, all in bytes but ``page``.

    ``size`` is the document's, ``start``, ``end`` (exclusive) and ``sel`` (length) are the selection's,
    ``cursor`` is the caret's offset and ``page`` the *number* of the page under it.
    """

    size: int
    start: int = 0
    end: int = 0
    page: int = 0
    sel: int = 0
    cursor: int = 0

    @property
    def known(self) -> tuple[str, ...]:
        """The names that have a value, as a message writes them."""
        return ("PAGESIZE", "start", "end", "size", "page", "sel", "cursor")

    def value(self, name: str) -> int | None:
        """What ``name`` stands for in any capitals, or None where it is not known."""
        low = name.lower()
        if low == "pagesize":
            return PAGESIZE
        return int(getattr(self, low)) if low in self.known else None


class _NoNames(Names):
    """Where no document is open, only the page size has a value."""

    __slots__ = ()

    @property
    def known(self) -> tuple[str, ...]:
        return ("PAGESIZE",)


NO_DOCUMENT: Names = _NoNames(0)
"""The names of a place where numbers have no document to refer to; parse with ``relative=False``."""
