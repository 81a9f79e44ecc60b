"""Where the caret is, what is selected, and where the caret has been."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bytescope.core.ranges import ByteRange

Column = Literal["bytes", "text"]

NOTHING = ByteRange(0, 0)


class Selection(NamedTuple):
    """Caret and selected range of one document.

    ``anchor`` is the fixed end while the selection is extended, ``caret`` the moving one (an offset
    from 0 to the size: behind the last byte is a place too). ``digit`` is the digit of the byte that
    the next key replaces; ``insert`` says whether typing inserts.
    """

    range: ByteRange = NOTHING
    anchor: int = 0
    caret: int = 0
    column: Column = "bytes"
    digit: int = 0
    insert: bool = False

    def moved(
        self, caret: int, *, extend: bool = False, column: Column | None = None, digit: int = 0
    ) -> Selection:
        """The caret at ``caret``; selected is from the anchor to it if ``extend``, else nothing."""
        anchor = self.anchor if extend else caret
        return self._replace(
            range=ByteRange(min(anchor, caret), max(anchor, caret)),
            anchor=anchor,
            caret=caret,
            column=column or self.column,
            digit=digit,
        )

    def selecting(self, range_: ByteRange, caret: int | None = None) -> Selection:
        """Exactly ``range_`` selected; the caret at its start unless given, the anchor at the far end."""
        at = range_.start if caret is None else caret
        anchor = range_.end if at <= range_.start else range_.start
        return self._replace(range=range_, anchor=anchor, caret=at, digit=0)

    def clamped(self, size: int) -> Selection:
        """The same inside a document of ``size`` bytes."""
        if self.range.end <= size and self.caret <= size and self.anchor <= size:
            return self
        kept = ByteRange(min(self.range.start, size), min(self.range.end, size))
        return self._replace(range=kept, anchor=min(self.anchor, size), caret=min(self.caret, size), digit=0)


class Trail:
    """Places the caret jumped from, for Back and Forward. At most ``LIMIT`` are remembered."""

    LIMIT = 500

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at = 0

    def leave(self, place: int) -> None:
        """Remember ``place`` as the one that a jump starts from; forgets what lay forward."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[: -self.LIMIT]
        self._at = len(self._places)

    def back(self, here: int) -> int | None:
        """The place before; None at the beginning. ``here`` is kept for Forward."""
        if self._at == len(self._places):
            self._places.append(here)
        if self._at == 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """The place that Back was used at; None at the end."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]
