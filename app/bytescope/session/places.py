"""Where a place of an earlier state of a document is now, after the edits made since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.change import Kind
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.core.change import Change

MOST = 100_000
"""Edits that are followed."""


class Moves:
    """Takes the changes of a document in order; ``now`` tells where bytes of the first state are."""

    def __init__(self) -> None:
        self._splices: list[tuple[int, int, int]] = []
        self.changed = False
        self.lost = False
        """Nothing can be said any more: the document is another, or there were too many edits."""

    def take(self, change: Change) -> None:
        """Follow one more change."""
        if change.kind is Kind.SAVE:
            return
        self.changed = True
        if change.kind is Kind.RELOAD or len(self._splices) + len(change.splices) > MOST:
            self.lost = True
            self._splices.clear()
        elif not self.lost:
            self._splices += [splice for splice in change.splices if splice[1] != splice[2]]

    def now(self, range_: ByteRange, size: int) -> ByteRange:
        """Where ``range_`` is now in a document of ``size`` bytes; what was taken out has no length."""
        ends = [range_.start, range_.end]
        for start, old, new in self._splices:
            for at, place in enumerate(ends):
                if place >= start + old:
                    ends[at] = place + new - old
                elif place > start:
                    ends[at] = min(place, start + new)
        first = min(ends[0], size)
        return ByteRange(first, max(first, min(ends[1], size)))
