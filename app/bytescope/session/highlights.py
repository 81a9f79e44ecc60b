"""Bytes that have a name and a colour in the hex panel, and the hits of a search: who has any in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bytescope.core.geometry.hex_frame import Highlight
from bytescope.core.ranges import ByteRange

Named = Callable[[ByteRange], Iterable[Highlight]]
"""The highlights that touch a range of the document, at once, from what is at hand."""

Found = Callable[[ByteRange], Iterable[ByteRange]]
"""The hits that touch a range of the document, at once, from what is at hand."""

MOST = 4096
"""Highlights looked at for one picture: more cannot be told apart in one."""


class Highlights:
    """Asks everybody who highlights bytes (structures, bookmarks) for those in sight at each painting.

    Later owners paint over earlier ones.
    """

    def __init__(self, changed: Callable[[], object]) -> None:
        """``changed`` is called when the picture is to be made anew."""
        self._changed = changed
        self._named: dict[str, Named] = {}
        self._found: Found | None = None

    def answer_by(self, owner: str, named: Named | None) -> None:
        """``named`` gives the highlights of ``owner``; None: it has none any more."""
        self._named.pop(owner, None)
        if named is not None:
            self._named[owner] = named
        self._changed()

    def find_by(self, found: Found | None) -> None:
        """``found`` gives the hits of the search that is shown; None: none is."""
        self._found = found
        self._changed()

    def touch(self) -> None:
        """An owner has other highlights, or hits, than before."""
        self._changed()

    def within(self, range_: ByteRange) -> tuple[Highlight, ...]:
        """All highlights that touch ``range_``, those to be painted last at the end."""
        found: list[Highlight] = []
        for named in self._named.values():
            for item in named(range_):
                if len(found) >= MOST:
                    return tuple(found)
                found.append(item)
        return tuple(found)

    def hits(self, range_: ByteRange) -> tuple[ByteRange, ...]:
        """The hits of the search that is shown, as far as they touch ``range_``."""
        if self._found is None:
            return ()
        out: list[ByteRange] = []
        for hit in self._found(range_):
            if len(out) >= MOST:
                break
            out.append(hit)
        return tuple(out)

    def label_at(self, offset: int) -> str:
        """What the byte at ``offset`` is called, by those on top first; "" where it has no name."""
        return " · ".join(item.label for item in reversed(self.within(ByteRange.of(offset, 1))) if item.label)
