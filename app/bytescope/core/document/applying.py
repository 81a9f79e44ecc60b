"""Does an operation that was written down again, on a document that is as the other was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.document.operations import (
    CopyBlock,
    Delete,
    Fill,
    Insert,
    InsertFill,
    MoveBlock,
    Operation,
    OverwriteBlock,
    Redo,
    ReplaceEach,
    Resize,
    Revert,
    Transform,
    Undo,
    Write,
)
from bytescope.core.document.places import Pieces
from bytescope.core.errors import RefusedError
from bytescope.core.source.base import read
from bytescope.core.source.memory import MemorySource

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.document import Document
    from bytescope.core.document.spans import Span


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
            return document.replace_each(places, new if ends is None else Pieces(MemorySource(new), ends))
        case Transform(range, rule):
            return document.transform(range, rule)
        case Undo():
            return document.undo()
        case Redo():
            return document.redo()


def _bytes(data: Span) -> bytes:
    found = read(data.source, data.start, data.length)
    if found.lost:
        raise RefusedError("The bytes of this edit cannot be read any more; make it again by hand.")
    return found.data
