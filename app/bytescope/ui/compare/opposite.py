"""Which bytes in sight differ, from what two sessions have at hand; asks for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.compare.differing import differing_ranges
from bytescope.core.geometry.hex_window import ByteWindow, gathered
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from bytescope.session.session import Session


class Opposite:
    """Byte p of a view stands against byte p + ``shift`` of ``session``."""

    def __init__(self, session: Session, shift: int) -> None:
        self._session = session
        self._shift = shift
        self._old = ByteWindow()

    def __call__(self, window: ByteWindow) -> tuple[ByteRange, ...]:
        """The differing bytes of ``window``, those without an opposite byte too."""
        session, shift, whole = self._session, self._shift, window.range
        there = ByteRange(max(0, whole.start + shift), max(0, whole.end + shift)).intersect(
            ByteRange(0, session.size)
        )
        if not there:
            return (whole,) if whole else ()
        self._old = gathered(there, session.bytes.get, self._old)
        if not self._old.complete:
            session.bytes.ask(there)
        got = self._old.range  # shorter than asked for where the document is just being cut off
        both = ByteRange(got.start - shift, got.end - shift)
        data, state = window.part(both)
        known = bytes(mine & theirs for mine, theirs in zip(state, self._old.state))
        found = differing_ranges(data, self._old.data, known, both.start)
        alone = ByteRange(whole.start, both.start), ByteRange(both.end, whole.end)
        return tuple(part for part in (alone[0], *found, alone[1]) if part)
