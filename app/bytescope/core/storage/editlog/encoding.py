"""Edits as heads and bytes of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bytescope.core.document.lent import LentFile, whole_file
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
from bytescope.core.document.patterns import (
    Counter,
    FileBytes,
    OffsetStamp,
    PageStamp,
    Pattern,
    Repeat,
    SeededRandom,
    describe,
)
from bytescope.core.document.spans import Span
from bytescope.core.document.transforms import WITH_OPERAND
from bytescope.core.errors import SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.editlog.layout import CHUNK, MOST_NAME, Stamp, packed, stamp_values

SMALL_FILE = 1 << 20
"""Bytes of a file that is repeated: up to so many are written down, more are looked up again."""

MOST_REPEATED = 64 << 20
"""The same where they are no longer all in that file."""

MOST_DATA = 1 << 30
"""Bytes that one edit or one state may have in a log."""


class Encoded(NamedTuple):
    """A head, and the bytes that go with it."""

    head: dict[str, Any]
    data: Span | None


def encoded(op: Operation, name: str) -> Encoded:
    """``op``, whose step is now called ``name``. Raises SaveError where it cannot be written down."""
    if isinstance(op, ReplaceEach):
        return _each(op, name)
    pattern = op.pattern if isinstance(op, Fill | InsertFill) else None
    if isinstance(op, Transform) and op.rule.way in WITH_OPERAND:
        pattern = op.rule.operand
    coded = Encoded({}, None) if pattern is None else encoded_pattern(pattern)
    data = op.data if isinstance(op, Write | Insert) else coded.data
    if data is not None and data.length > MOST_DATA:
        raise SaveError("an edit has more than 1 GiB of bytes of its own")
    head = {**_values(op), "n": name[:MOST_NAME]}
    if pattern is not None:
        head["p"] = coded.head
    if data is not None:
        head["d"] = data.length
    return Encoded(head, data)


def _each(op: ReplaceEach, name: str) -> Encoded:
    """The starts, the ends where the ranges are not of one length, where the bytes of each end where each
    has its own, then the bytes that take their place.
    """
    places, data, own = op
    starts, ends = places.starts, places.ends
    length = ends[0] - starts[0] if len(places) else 0
    uniform = places.all_of(length)
    width = (8 if uniform else 16) + (8 if own is not None else 0)
    size = len(places) * width + (data.length if data is not None else 0)
    if size > MOST_DATA:
        raise SaveError("an edit has more than 1 GiB of bytes of its own")
    joined = bytearray(packed(starts))
    if not uniform:
        joined += packed(ends)
    if own is not None:
        joined += packed(own)
    for piece in pieces(data) if data is not None else ():
        joined += piece
    kind = "each" if own is None else "each_own"
    head: dict[str, Any] = {"o": kind, "c": len(places), "n": name[:MOST_NAME], "d": size}
    if uniform:
        head["l"] = length
    return Encoded(head, Span(MemorySource(joined), 0, size) if size else None)


def _values(op: Operation) -> dict[str, Any]:
    match op:
        case Write(offset, _, typing, merged):
            return {"o": "write", "at": offset, **_typed(typing, merged)}
        case Insert(offset, _, typing, merged):
            return {"o": "insert", "at": offset, **_typed(typing, merged)}
        case Fill(range, _, phase):
            return {"o": "fill", "r": _pair(range), "phase": phase.value}
        case InsertFill(offset, length, _, phase):
            return {"o": "insert_fill", "at": offset, "l": length, "phase": phase.value}
        case Delete(range):
            return {"o": "delete", "r": _pair(range)}
        case CopyBlock(range, to):
            return {"o": "copy", "r": _pair(range), "to": to}
        case OverwriteBlock(range, to):
            return {"o": "overwrite", "r": _pair(range), "to": to}
        case MoveBlock(range, to):
            return {"o": "move", "r": _pair(range), "to": to}
        case Resize(size):
            return {"o": "resize", "s": size}
        case Revert(range):
            return {"o": "revert", "r": _pair(range)}
        case Transform(range, rule):
            return {
                "o": "transform",
                "r": _pair(range),
                "way": rule.way.value,
                "phase": rule.phase.value,
                "w": rule.width,
                "order": rule.order,
                "by": rule.by,
            }
        case ReplaceEach():
            raise AssertionError("has a form of its own")
        case Undo():
            return {"o": "undo"}
        case Redo():
            return {"o": "redo"}


def _typed(typing: bool, merged: bool) -> dict[str, bool]:
    if not typing:
        return {}
    return {"t": True, "m": True} if merged else {"t": True}


def _pair(range: ByteRange) -> list[int]:
    return [range.start, range.end]


def encoded_pattern(pattern: Pattern) -> Encoded:
    """Raises SaveError where the bytes of a pattern are no file's and too many."""
    match pattern:
        case Repeat(data, label):
            return _repeat(MemorySource(data), label)
        case Counter(start, step, width, order, signed):
            values = {"start": start, "step": step, "w": width, "order": order, "signed": signed}
            return Encoded({"k": "counter", **values}, None)
        case OffsetStamp(width, order):
            return Encoded({"k": "offset", "w": width, "order": order}, None)
        case PageStamp(width, order):
            return Encoded({"k": "page", "w": width, "order": order}, None)
        case SeededRandom(seed):
            return Encoded({"k": "random", "seed": seed}, None)
        case FileBytes(source, name):
            return _file_bytes(source, name, describe(pattern))


def _repeat(source: Source, label: str) -> Encoded:
    return Encoded({"k": "repeat", "label": label[:MOST_NAME]}, Span(source, 0, source.size))


def _file_bytes(source: Source, name: str, label: str) -> Encoded:
    """A small file's bytes themselves; of a large one where they are, and how the file looks now."""
    file = whole_file(source)
    if file is None and not isinstance(source, LentFile):
        return _repeat(source, label)
    if source.size <= (MOST_REPEATED if file is None else SMALL_FILE):
        data = bytearray(source.size)
        if not source.read_into(0, memoryview(data)):
            return _repeat(MemorySource(data), label)
    if file is None:
        raise SaveError("an edit repeats a file that was written over meanwhile")
    place = {"path": file.path.hex(), **stamp_values(Stamp.of(file.opened))}
    window = {"from": file.window_start, "len": file.size}
    return Encoded({"k": "file", "name": name[:MOST_NAME], **place, **window}, None)


def pieces(span: Span) -> Iterator[bytes]:
    """The bytes of a span in pieces of at most ``CHUNK``. Raises SaveError where they cannot be read."""
    for piece in ByteRange.of(span.start, span.length).chunks(CHUNK):
        buffer = bytearray(piece.length)
        if span.source.read_into(piece.start, memoryview(buffer)):
            raise SaveError("some of the bytes of an edit can no longer be read")
        yield bytes(buffer)
