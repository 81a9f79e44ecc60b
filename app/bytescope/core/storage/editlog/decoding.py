"""Heads and bytes of records as edits again; nothing in them is believed that is not checked."""

from __future__ import annotations

from array import array
from typing import Any, Literal

from bytescope.core.document.lent import LentFile
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
)
from bytescope.core.document.phase import Phase
from bytescope.core.document.places import Places
from bytescope.core.document.spans import Span
from bytescope.core.document.transforms import WITH_OPERAND, Rule, Way
from bytescope.core.errors import OpenError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.editlog.encoding import MOST_DATA
from bytescope.core.storage.editlog.layout import (
    MOST_OFFSET,
    LogError,
    Stamp,
    flag,
    number,
    path_bytes,
    stamp_from,
    text,
    unpacked,
)

_LARGE_NUMBER = 1 << 128


def decoded(head: dict[str, Any], data: bytes | bytearray) -> Operation:
    """The edit of a head and its bytes.

    Raises LogError where it is none, RefusedError where it takes its bytes from a file that has changed.
    """
    kind = head.get("o")
    match kind:
        case "write" | "insert":
            made = Write if kind == "write" else Insert
            return made(number(head, "at"), _span(data), flag(head, "t"), flag(head, "m"))
        case "fill":
            return Fill(_range(head), decoded_pattern(_pattern(head), data), _phase(head))
        case "insert_fill":
            pattern = decoded_pattern(_pattern(head), data)
            return InsertFill(number(head, "at"), number(head, "l"), pattern, _phase(head))
        case "delete":
            return Delete(_range(head))
        case "copy":
            return CopyBlock(_range(head), number(head, "to"))
        case "overwrite":
            return OverwriteBlock(_range(head), number(head, "to"))
        case "move":
            return MoveBlock(_range(head), number(head, "to"))
        case "resize":
            return Resize(number(head, "s"))
        case "revert":
            return Revert(_range(head))
        case "each" | "each_own":
            return _each(head, memoryview(data))
        case "transform":
            return Transform(_range(head), _rule(head, data))
        case "undo":
            return Undo()
        case "redo":
            return Redo()
        case _:
            raise LogError("an edit of a kind that is not known")


def _span(data: bytes | bytearray) -> Span:
    if not data:
        raise LogError("an edit without bytes")
    return Span(MemorySource(data), 0, len(data))


def _each(head: dict[str, Any], data: memoryview) -> ReplaceEach:
    count = number(head, "c", MOST_DATA // 8)
    width = 8 if "l" in head else 16
    if count * width > len(data):
        raise LogError("fewer places than were told")
    starts = unpacked(data[: 8 * count])
    if width == 8:
        length = number(head, "l")
        if count and starts[-1] > MOST_OFFSET - length:
            raise LogError("a place that cannot be")
        ends = array("q", [start + length for start in starts])
    else:
        ends = unpacked(data[8 * count : 16 * count])
    try:
        places = Places(starts, ends)
    except ValueError as error:
        raise LogError("places that are not in order") from error
    data = data[width * count :]
    own: array[int] | None = None
    if head["o"] == "each_own":
        own = _own_ends(data, count)
        data = data[8 * count :]
    rest = bytes(data)
    return ReplaceEach(places, _span(rest) if rest else None, own)


def _own_ends(data: memoryview, count: int) -> array[int]:
    """Where the bytes of each of ``count`` places end in what follows; all of that is taken."""
    if 8 * count > len(data):
        raise LogError("fewer places than were told")
    ends = unpacked(data[: 8 * count])
    before = 0
    for end in ends:
        if end < before:
            raise LogError("pieces that are not in order")
        before = end
    if before != len(data) - 8 * count:
        raise LogError("more or fewer bytes than the pieces have")
    return ends


def _rule(head: dict[str, Any], data: bytes | bytearray) -> Rule:
    try:
        way = Way(head.get("way"))
    except ValueError as error:
        raise LogError("no operation") from error
    operand = decoded_pattern(_pattern(head), data) if way in WITH_OPERAND else None
    count = number(head, "by", MOST_OFFSET, -MOST_OFFSET)
    return Rule(way, operand, _phase(head), _width(head), _order(head), count)


def _range(head: dict[str, Any]) -> ByteRange:
    pair = head.get("r")
    if not isinstance(pair, list) or len(pair) != 2:
        raise LogError("no range")
    bounds = {"start": pair[0], "end": pair[1]}
    start = number(bounds, "start")
    return ByteRange(start, number(bounds, "end", least=start))


def _phase(head: dict[str, Any]) -> Phase:
    try:
        return Phase(head.get("phase"))
    except ValueError as error:
        raise LogError("no phase") from error


def _pattern(head: dict[str, Any]) -> dict[str, Any]:
    found = head.get("p")
    if not isinstance(found, dict):
        raise LogError("no pattern")
    return found


def decoded_pattern(head: dict[str, Any], data: bytes | bytearray) -> Pattern:
    """Raises as ``decoded``."""
    match head.get("k"):
        case "repeat":
            if not data:
                raise LogError("an empty pattern")
            return Repeat(bytes(data), text(head, "label"))
        case "counter":
            bounds = {"most": _LARGE_NUMBER, "least": -_LARGE_NUMBER}
            start, step = (number(head, name, **bounds) for name in ("start", "step"))
            return Counter(start, step, _width(head), _order(head), flag(head, "signed"))
        case "offset":
            return OffsetStamp(_width(head), _order(head))
        case "page":
            return PageStamp(_width(head), _order(head))
        case "random":
            return SeededRandom(number(head, "seed", 2**64 - 1))
        case "file":
            return _file_bytes(head)
        case _:
            raise LogError("a pattern of a kind that is not known")


def _width(head: dict[str, Any]) -> int:
    return number(head, "w", 8, 1)


def _order(head: dict[str, Any]) -> Literal["little", "big"]:
    if head.get("order") == "little":
        return "little"
    if head.get("order") == "big":
        return "big"
    raise LogError("no order of bytes")


def _file_bytes(head: dict[str, Any]) -> FileBytes:
    path, name = path_bytes(head, "path"), text(head, "name")
    start, length, stamp = number(head, "from"), number(head, "len", least=1), stamp_from(head)
    quoted = f"“{printable_name(path)}”"
    try:
        source = open_file(path, Access.READ, start, length)
    except OpenError as error:
        raise RefusedError(f"An edit fills with the bytes of a file. {error}") from error
    if not Stamp.of(source.opened).fits(stamp) or source.size != length:
        source.close()
        raise RefusedError(
            f"An edit fills with the bytes of {quoted}, which has changed since; put the old file back to "
            "recover this edit and those after it."
        )
    return FileBytes(LentFile(source), name)
