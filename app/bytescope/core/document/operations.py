"""Every edit of a document as a frozen value, to be written down and done again on another document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.document.phase import Phase
from bytescope.core.document.spans import Span
from bytescope.core.ranges import ByteRange

if TYPE_CHECKING:
    from array import array

    from bytescope.core.document.patterns import Pattern
    from bytescope.core.document.places import Places
    from bytescope.core.document.transforms import Rule


class Write(NamedTuple):
    """Overwrite from ``offset`` with the bytes of ``data``.

    ``merged``: it belongs to the step before, as typing does that goes on where it was.
    """

    offset: int
    data: Span
    typing: bool = False
    merged: bool = False


class Insert(NamedTuple):
    """Insert the bytes of ``data`` before ``offset``; the rest as in ``Write``."""

    offset: int
    data: Span
    typing: bool = False
    merged: bool = False


class Fill(NamedTuple):
    """Fill ``range`` with a pattern."""

    range: ByteRange
    pattern: Pattern
    phase: Phase


class InsertFill(NamedTuple):
    """Insert ``length`` bytes of a pattern before ``offset``."""

    offset: int
    length: int
    pattern: Pattern
    phase: Phase


class Delete(NamedTuple):
    """Take ``range`` out."""

    range: ByteRange


class CopyBlock(NamedTuple):
    """Insert a copy of ``range`` before ``to``."""

    range: ByteRange
    to: int


class OverwriteBlock(NamedTuple):
    """Overwrite from ``to`` with a copy of ``range``."""

    range: ByteRange
    to: int


class MoveBlock(NamedTuple):
    """Take ``range`` out and insert it before what stood at ``to``."""

    range: ByteRange
    to: int


class Resize(NamedTuple):
    """Cut, or grow with 00, to ``size`` bytes."""

    size: int


class Revert(NamedTuple):
    """Put the base's own bytes back in ``range``."""

    range: ByteRange


class ReplaceEach(NamedTuple):
    """Replace each of ``places`` by the bytes of ``data``; None: take them out.

    ``ends``: each place has bytes of its own, those for place i ending there in ``data`` (as in ``Pieces``).
    """

    places: Places
    data: Span | None
    ends: array[int] | None = None


class Transform(NamedTuple):
    """Apply ``rule`` to the bytes of ``range``."""

    range: ByteRange
    rule: Rule


class Undo(NamedTuple):
    """Take the newest step back."""


class Redo(NamedTuple):
    """Do the step again that was taken back last."""


Operation = (
    Write
    | Insert
    | Fill
    | InsertFill
    | Delete
    | CopyBlock
    | OverwriteBlock
    | MoveBlock
    | Resize
    | Revert
    | ReplaceEach
    | Transform
    | Undo
    | Redo
)
