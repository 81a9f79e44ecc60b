"""What stands in an edit log: the kinds of records, their limits, and headers that are checked on reading."""

from __future__ import annotations

import json
import struct
import sys
from array import array
from typing import Any, NamedTuple

from bytescope.core.source.identity import Identity

KIND = "logs"
"""The folder of edit logs in the state folder."""

FORMAT = 1

# Kinds of records.
HEADER, EDIT, MORE = 1, 2, 3
"""A log begins with a header. An edit has a head and bytes; what is longer goes on in ``MORE``."""
STATE, PATTERN, DATA, SPANS, STATE_END = 4, 5, 6, 7, 8
"""A whole state: its name, then patterns, bytes and spans in any order (``MORE`` goes on a pattern)."""
CLEAN, READY = 9, 10
"""Nothing is unsaved. A log that continues another one counts from ``READY`` on, and the other no more."""
SAVING, SAVED, NOT_SAVED, IDENTITY = 11, 12, 13, 14
"""A save begins; the file holds all that came before ``SAVING``; it does not. The file's identity is now …"""

CHUNK = 1 << 20
"""Most bytes of data in one record."""

MOST_HEAD = 1 << 20
"""Most bytes of JSON in one record."""

MOST_NAME = 4096
"""Characters of a step's name, and bytes of a path, that are believed."""

MOST_OFFSET = 2**63 - 1

_LENGTH = struct.Struct("<I")


class LogError(ValueError):
    """What stands in a log is not what we would have written."""


class Place(NamedTuple):
    """Which bytes a document stands on. ``path`` is None for a document in memory."""

    path: bytes | None
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int
    window_start: int
    window_length: int | None
    base_size: int

    def with_identity(self, identity: Stamp) -> Place:
        return self._replace(
            inode=identity.inode, size=identity.size, mtime_ns=identity.mtime_ns, ctime_ns=identity.ctime_ns
        )

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.inode, self.size, self.mtime_ns, self.ctime_ns)


class Stamp(NamedTuple):
    """What tells one state of a file from another. No device number: it differs from mount to mount."""

    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int

    @classmethod
    def of(cls, identity: Identity) -> Stamp:
        return cls(identity.inode, identity.size, identity.mtime_ns, identity.ctime_ns)

    def fits(self, other: Stamp) -> bool:
        """Whether nothing says that the content differs.

        The change time alone says nothing: another mode or another name sets it, and btrfs does when it
        brings a file back after a power failure.
        """
        return (self.inode, self.size, self.mtime_ns) == (other.inode, other.size, other.mtime_ns)


class Header(NamedTuple):
    """The first record. ``replaces`` is the log that this one continues."""

    place: Place
    replaces: str | None
    began: float


class Saving(NamedTuple):
    """A save that began: its journal, and the new file that is to take the place of the old one."""

    journal: str | None
    new_file: Stamp | None


def pack(head: dict[str, Any]) -> bytes:
    """A head and its length, as an edit or a pattern begins with."""
    text = json.dumps(head, separators=(",", ":")).encode("ascii")
    return _LENGTH.pack(len(text)) + text


def unpack(payload: memoryview) -> tuple[dict[str, Any], memoryview]:
    """The head and the bytes behind it. Raises LogError."""
    if len(payload) < _LENGTH.size:
        raise LogError("a record without a head")
    (length,) = _LENGTH.unpack(payload[: _LENGTH.size])
    rest = payload[_LENGTH.size :]
    if length > min(MOST_HEAD, len(rest)):
        raise LogError("a head that is longer than its record")
    return loaded(rest[:length]), rest[length:]


def packed(numbers: array[int]) -> bytes:
    """64-bit numbers, little-endian."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(data: bytes | bytearray | memoryview) -> array[int]:
    """The other way; the length must be one of whole numbers."""
    numbers = array("q")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def dumped(values: dict[str, Any]) -> bytes:
    """A record that is JSON alone."""
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def loaded(payload: memoryview) -> dict[str, Any]:
    """The object in a record of JSON. Raises LogError."""
    if len(payload) > MOST_HEAD:
        raise LogError("a head that is too long")
    try:
        found = json.loads(bytes(payload))
    except (ValueError, RecursionError) as error:
        raise LogError("a head that is no JSON") from error
    if not isinstance(found, dict):
        raise LogError("a head that is no object")
    return found


def number(head: dict[str, Any], name: str, most: int = MOST_OFFSET, least: int = 0) -> int:
    """A whole number between bounds. Raises LogError."""
    value = head.get(name)
    if type(value) is not int or not least <= value <= most:
        raise LogError(f"{name} is no number from {least} to {most}")
    return value


def text(head: dict[str, Any], name: str, most: int = MOST_NAME) -> str:
    """A string of at most ``most`` characters. Raises LogError."""
    value = head.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise LogError(f"{name} is no text")
    return value


def flag(head: dict[str, Any], name: str) -> bool:
    """A truth value; False where there is none. Raises LogError."""
    value = head.get(name, False)
    if not isinstance(value, bool):
        raise LogError(f"{name} is neither true nor false")
    return value


def path_bytes(head: dict[str, Any], name: str) -> bytes:
    """A path, which stands there in hexadecimal. Raises LogError."""
    try:
        value = bytes.fromhex(text(head, name, 2 * MOST_NAME))
    except ValueError as error:
        raise LogError(f"{name} is no path") from error
    if not value.startswith(b"/") or b"\0" in value:
        raise LogError(f"{name} is no path")
    return value


def stamp_values(stamp: Stamp) -> dict[str, Any]:
    return {"inode": stamp.inode, "size": stamp.size, "mtime": stamp.mtime_ns, "ctime": stamp.ctime_ns}


def stamp_from(head: dict[str, Any]) -> Stamp:
    """Raises LogError."""
    times = (number(head, name, MOST_OFFSET, -MOST_OFFSET) for name in ("mtime", "ctime"))
    return Stamp(number(head, "inode", 2**64 - 1), number(head, "size"), *times)


def header_values(header: Header) -> dict[str, Any]:
    place = header.place
    return {
        "format": FORMAT,
        "path": None if place.path is None else place.path.hex(),
        **stamp_values(place.stamp),
        "window": [place.window_start, place.window_length],
        "base": place.base_size,
        "replaces": header.replaces,
        "began": header.began,
    }


def header_from(head: dict[str, Any]) -> Header:
    """Raises LogError."""
    if head.get("format") != FORMAT:
        raise LogError("a format of another version")
    window = head.get("window")
    if not isinstance(window, list) or len(window) != 2:
        raise LogError("no window")
    bounds = {"start": window[0], "length": window[1]}
    length = None if bounds["length"] is None else number(bounds, "length")
    path = None if head.get("path") is None else path_bytes(head, "path")
    place = Place(path, *stamp_from(head), number(bounds, "start"), length, number(head, "base"))
    replaces = head.get("replaces")
    began = head.get("began")
    if not isinstance(began, int | float) or not 0 <= began < 1e12:
        raise LogError("no time")
    return Header(place, None if replaces is None else text(head, "replaces", 64), float(began))


def saving_values(saving: Saving) -> dict[str, Any]:
    file = None if saving.new_file is None else stamp_values(saving.new_file)
    return {"journal": saving.journal, "file": file}


def saving_from(head: dict[str, Any]) -> Saving:
    """Raises LogError."""
    file = head.get("file")
    if file is not None and not isinstance(file, dict):
        raise LogError("no file")
    journal = None if head.get("journal") is None else text(head, "journal", 64)
    return Saving(journal, None if file is None else stamp_from(file))
