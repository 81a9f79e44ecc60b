"""Unsaved edits of an earlier run as a new file: the document as it would be, or the edits as text."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator

from bytescope.core.document.document import Document
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
from bytescope.core.document.patterns import describe
from bytescope.core.document.places import Places
from bytescope.core.document.spans import Span
from bytescope.core.document.transforms import told
from bytescope.core.errors import BytescopeError, Cancelled, OpenError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Source
from bytescope.core.source.file import FileSource
from bytescope.core.source.memory import ZeroSource
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CALLS, Calls, write_all
from bytescope.core.storage.causes import cause_of
from bytescope.core.storage.editlog.folding import Fold
from bytescope.core.storage.editlog.layout import MOST_OFFSET, Place
from bytescope.core.storage.editlog.matching import Match, match_of, open_place, settle
from bytescope.core.storage.editlog.orphans import opened
from bytescope.core.storage.editlog.replaying import State, groups, replay_all
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save_as
from bytescope.core.text.formats import plural
from bytescope.core.ticket import Ticket

_LINE = 32
"""Bytes in a line of hexadecimal digits."""


def export(state: StateFolder, name: str, out: bytes, ticket: Ticket, calls: Calls = CALLS) -> str:
    """Write the document as it would be with the edits of log ``name`` to the new file ``out``.

    Where the file that they were made on is not there, the edits are written as text. The sentence that
    is returned says which it was, and what is missing. The log stays. Raises RefusedError where ``out``
    exists or the log cannot be read, ``SaveError``, ``Cancelled``; nothing is left behind then.
    """
    with opened(state, name, calls) as (fd, fold):
        if settle(state, fold, calls):
            raise RefusedError("A save of this file was interrupted; complete it or roll it back first.")
        match = match_of(fold.place, calls)
        if match is Match.MISSING:
            return _as_text(fd, fold, out, ticket, calls)
        try:
            document = open_place(fold.place)
            document.scratch = state.root
        except OpenError:
            return _as_text(fd, fold, out, ticket, calls)
        return _as_document(fd, fold, document, out, ticket, calls)


def _as_document(fd: int, fold: Fold, document: Document, out: bytes, ticket: Ticket, calls: Calls) -> str:
    base = document.base
    match = match_of(fold.place, calls)
    try:
        done = replay_all(fd, fold, document, ticket, calls)
        original = base if isinstance(base, FileSource) else None
        ticket.done = 0
        save_as(document.snapshot(), out, ticket, original=original, overwrite=False).new_base.close()
    finally:
        if isinstance(base, FileSource):
            base.close()
    words = [f"The document with its edits was written to “{printable_name(os.path.basename(out))}”."]
    if match in (Match.CHANGED, Match.REPLACED):
        words.append("The file under the edits was changed since they were made: check the result.")
    return " ".join([*words, done.complaint]).rstrip()


def _as_text(fd: int, fold: Fold, out: bytes, ticket: Ticket, calls: Calls) -> str:
    shown = printable_name(os.path.basename(out))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        file = calls.open(out, flags, 0o600)
    except FileExistsError as error:
        raise RefusedError(f"“{shown}” exists already; choose another name.") from error
    except OSError as error:
        raise _unwritable(shown, error) from error
    try:
        count = _write_text(fd, fold, file, ticket, calls)
        calls.fsync(file)
    except (OSError, BytescopeError, Cancelled) as error:
        with contextlib.suppress(OSError):
            calls.unlink(out)
        if isinstance(error, OSError):
            raise _unwritable(shown, error) from error
        raise
    finally:
        calls.close(file)
    return (
        f"The file that was edited is not there, so {plural(count, 'edit')} were written as text to "
        f"“{shown}”."
    )


def _unwritable(shown: str, error: OSError) -> RefusedError:
    return RefusedError(f"“{shown}” was not written: {cause_of(error)}; choose another place.")


def _write_text(fd: int, fold: Fold, file: int, ticket: Ticket, calls: Calls) -> int:
    """How many edits were written."""
    ticket.total = fold.steps.length
    at = count = 0
    stand_in = Document(ZeroSource(MOST_OFFSET))  # spans of the file are told, not read
    for line in _head(fold.place):
        at = _line(calls, file, line, at)
    try:
        for item in groups(fd, fold, stand_in, calls, ticket):
            count += 1
            for line in _lines(item, stand_in):
                at = _line(calls, file, line, at)
    except (BytescopeError, ValueError) as error:
        at = _line(calls, file, f"The edits behind this cannot be told: {error}", at)
    undone = len(fold.steps.names) - fold.steps.index
    if undone:
        _line(calls, file, f"The last {plural(undone, 'step')} had been undone.", at)
    return count


def _line(calls: Calls, file: int, line: str, at: int) -> int:
    data = (line + "\n").encode("utf-8", "backslashreplace")
    write_all(calls, file, memoryview(data), at)
    return at + len(data)


def _head(place: Place) -> Iterator[str]:
    path = "a document in memory" if place.path is None else printable_name(place.path)
    yield f"Unsaved edits of {path} ({plural(place.size, 'byte')} when they were made)."
    if place.window_length is not None:
        yield f"Offsets count from {place.window_start:#x} of the file."
    yield "Each edit changes what the edits before it have left. Ranges are start..end, the end not included."
    yield ""


def _lines(item: Operation | State, stand_in: Document) -> Iterator[str]:
    """One edit in words, its bytes in hexadecimal digits."""
    match item:
        case State(name=name):
            yield f"{name}: the document consists of"
            yield from _spans(item, stand_in)
        case Write(offset, data):
            yield f"Write {plural(data.length, 'byte')} at {offset:#x}:"
            yield from _hex(data.source, data.start, data.length)
        case Insert(offset, data):
            yield f"Insert {plural(data.length, 'byte')} before {offset:#x}:"
            yield from _hex(data.source, data.start, data.length)
        case Fill(range, pattern, phase):
            yield f"Fill {_shown(range)} with {describe(pattern)}, phase {phase.value}"
        case InsertFill(offset, length, pattern, phase):
            what = f"{plural(length, 'byte')} of {describe(pattern)}"
            yield f"Insert {what} before {offset:#x}, phase {phase.value}"
        case Delete(range):
            yield f"Delete {_shown(range)}"
        case CopyBlock(range, to):
            yield f"Insert a copy of {_shown(range)} before {to:#x}"
        case OverwriteBlock(range, to):
            yield f"Overwrite from {to:#x} with a copy of {_shown(range)}"
        case MoveBlock(range, to):
            yield f"Move {_shown(range)} to before {to:#x}"
        case Resize(size):
            yield f"Resize to {plural(size, 'byte')}"
        case Revert(range):
            yield f"Put the file's own bytes back in {_shown(range)}"
        case Transform(range, rule):
            yield f"{told(rule, _shown(range))}, phase {rule.phase.value}"
        case ReplaceEach(places, data, ends):
            yield from _each(places, data) if ends is None else _each_own(places, data, ends)
        case Undo() | Redo():
            yield type(item).__name__


def _each(places: Places, data: Span | None) -> Iterator[str]:
    if data is None:
        yield f"Take out each of these {plural(len(places), 'range')}:"
    else:
        yield f"Replace each of the {plural(len(places), 'range')} below by {plural(data.length, 'byte')}:"
        yield from _hex(data.source, data.start, data.length)
    for range in places:
        yield f"  {_shown(range)}"


def _each_own(places: Places, data: Span | None, ends: Iterable[int]) -> Iterator[str]:
    yield f"Replace each of these {plural(len(places), 'range')} by the bytes behind it:"
    at = 0
    for range, end in zip(places, ends):
        yield f"  {_shown(range)}"
        if data is not None:
            yield from _hex(data.source, data.start + at, end - at)
        at = end


def _spans(state: State, stand_in: Document) -> Iterator[str]:
    for span in state.reader.spans():
        if span.source is stand_in.base:
            yield f"  {_shown(ByteRange.of(span.start, span.length))} of the file"
        elif isinstance(span.source, ZeroSource):
            yield f"  {plural(span.length, 'byte')} of 00"
        elif hasattr(span.source, "needs_io") or span.source.size == MOST_OFFSET:
            yield f"  {plural(span.length, 'byte')} of a pattern or of bytes that were lost"
        else:
            yield f"  {plural(span.length, 'byte')}:"
            yield from _hex(span.source, span.start, span.length)


def _hex(source: Source, start: int, length: int) -> Iterator[str]:
    for piece in ByteRange.of(start, length).chunks(_LINE):
        buffer = bytearray(piece.length)
        source.read_into(piece.start, memoryview(buffer))
        yield "  " + buffer.hex(" ").upper()


def _shown(range: ByteRange) -> str:
    return f"{range.start:#x}..{range.end:#x}"
