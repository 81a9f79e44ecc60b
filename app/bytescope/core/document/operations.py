"""Every edit of a document as a frozen value, to be written down and done again on another document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.document.phase import Phase
from bytescope.core.document.spans import Span
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import read

if TYPE_CHECKING:
    from array import array

    from bytescope.core.change import Change
    from bytescope.core.document.document import Document
    from bytescope.core.document.patterns import Pattern
    from bytescope.core.document.places import Pieces, Places
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


def apply(document: Document, op: Operation) -> Change:
    """Do ``op`` on a document that is as the other was: the same bytes, the same step, the same name.

    Raises RefusedError, with nothing changed, where the document cannot do it.
    """
    if not isinstance(op, Write | Insert) or not op.merged:
        document.end_typing()
    match op:
        case Write(offset, data, typing):
            return document.write(offset, _bytes(data), typing=typing)
        case Insert(offset, data, typing):
            return document.insert(offset, _bytes(data), typing=typing)
        case Fill(range, pattern, phase):
            return document.fill(range, pattern, phase)
        case InsertFill(offset, length, pattern, phase):
            return document.insert_fill(offset, length, pattern, phase)
        case Delete(range):
            return document.delete(range)
        case CopyBlock(range, to):
            return document.copy_block(range, to)
        case OverwriteBlock(range, to):
            return document.overwrite_block(range, to)
        case MoveBlock(range, to):
            return document.move_block(range, to)
        case Resize(size):
            return document.resize(size)
        case Revert(range):
            return document.revert(range)
        case ReplaceEach(places, data, ends):
            new = b"" if data is None else _bytes(data)
            return document.replace_each(places, new if ends is None else _pieces(new, ends))
        case Transform(range, rule):
            return document.transform(range, rule)
        case Undo():
            return document.undo()
        case Redo():
            return document.redo()


def _pieces(data: bytes, ends: array[int]) -> Pieces:
    from bytescope.core.document.places import Pieces
    from bytescope.core.source.memory import MemorySource

    return Pieces(MemorySource(data), ends)


def _bytes(data: Span) -> bytes:
    found = read(data.source, data.start, data.length)
    if found.lost:
        raise RefusedError("The bytes of this edit cannot be read any more; make it again by hand.")
    return found.data
