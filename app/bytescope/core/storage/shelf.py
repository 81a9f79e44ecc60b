"""Arrays in a file behind checksums, found by an index at its end, so that only what is asked for is read."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from bytescope.core.errors import BytescopeError
from bytescope.core.storage.records import HEAD, MAX_PAYLOAD, Records, RecordWriter

if TYPE_CHECKING:
    from bytescope.core.storage.calls import Calls

MOST_IN_BLOCK = MAX_PAYLOAD
"""Bytes of one block at the most."""

_TITLE, _BLOCK, _INDEX, _END = 1, 2, 3, 4
_WHERE = struct.Struct("<QI")  # place and length of the index
_MOST_TITLE = 200


class UnusableError(BytescopeError):
    """The file is damaged, cut off, or none of these; nothing of it may be believed.

    ``foreign``: it begins like none of ours of this version, so it is not ours to be removed.
    """

    def __init__(self, message: str, *, foreign: bool = False) -> None:
        super().__init__(message)
        self.foreign = foreign


class Place(NamedTuple):
    """Where a block's bytes stand in the file."""

    start: int
    length: int


class ShelfWriter:
    """Fills an empty file: a title, any number of blocks, and the index, without which nothing is valid.

    All methods raise ``OSError``.
    """

    def __init__(self, fd: int, calls: Calls, title: str) -> None:
        self._records = RecordWriter(fd, calls)
        self._records.append(_TITLE, title.encode("ascii"))

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._records.end

    def put(self, *parts: bytes | bytearray | memoryview) -> Place:
        """Write one block; ValueError where it is longer than ``MOST_IN_BLOCK``."""
        start = self._records.append(_BLOCK, *parts)
        return Place(start, self._records.end - start)

    def finish(self, index: dict[str, Any]) -> None:
        """Write the index (plain values as JSON has them)."""
        text = json.dumps(index, separators=(",", ":")).encode("ascii")
        start = self._records.append(_INDEX, text)
        self._records.append(_END, _WHERE.pack(start, len(text)))


class Shelf:
    """Reads such a file; each block is checked when it is read.

    Whoever made the descriptor closes it. ``UnusableError`` where the file has not this ``title`` or is
    not whole; ``OSError`` where it cannot be read.
    """

    def __init__(self, fd: int, calls: Calls, title: str) -> None:
        self._fd = fd
        self._calls = calls
        self.size = calls.fstat(fd).st_size
        first = next(Records(fd, calls), None)
        if first is None or first.kind != _TITLE or bytes(first.payload[:_MOST_TITLE]) != title.encode():
            raise UnusableError("It was not made by this version of Bytescope.", foreign=True)
        end = self._record(Place(self.size - _WHERE.size, _WHERE.size), _END)
        self.index = self._parsed(self._record(Place(*_WHERE.unpack(end)), _INDEX))

    def block(self, place: Place) -> memoryview:
        """The bytes of a block. Raises ``UnusableError`` where they are not those that were written."""
        return self._record(place, _BLOCK)

    def _record(self, place: Place, kind: int) -> memoryview:
        start, length = place
        if not HEAD <= start <= self.size - length or not 0 <= length <= MAX_PAYLOAD:
            raise UnusableError("The file is cut off or damaged.")
        found = next(Records(self._fd, self._calls, start - HEAD), None)
        if found is None or found.kind != kind or len(found.payload) != length:
            raise UnusableError("The file is cut off or damaged.")
        return found.payload

    @staticmethod
    def _parsed(text: memoryview) -> Index:
        try:
            found = json.loads(bytes(text))
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise UnusableError("The index of the file cannot be read.")
        return Index(found)


class Index:
    """An index whose values are looked at before they are believed: an imported file may say anything."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def number(self, name: str, most: int, least: int = 0) -> int:
        """A whole number from ``least`` to ``most``. Raises ``UnusableError``."""
        value = self._values.get(name)
        if type(value) is not int or not least <= value <= most:
            raise UnusableError(f"The file says something impossible of its {name}.")
        return value

    def text(self, name: str, longest: int) -> str:
        value = self._values.get(name)
        if not isinstance(value, str) or len(value) > longest:
            raise UnusableError(f"The file says something impossible of its {name}.")
        return value

    def inner(self, name: str) -> Index:
        """A part with names of its own; empty where there is none."""
        value = self._values.get(name, {})
        if not isinstance(value, dict):
            raise UnusableError(f"The file says something impossible of its {name}.")
        return Index(value)

    def rows(self, name: str, columns: int, most: int = 1 << 20) -> list[list[int]]:
        """A list of lists of ``columns`` whole numbers from 0 to 2**63 - 1 each."""
        value = self._values.get(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise UnusableError(f"The file says something impossible of its {name}.")
        for row in value:
            right = isinstance(row, list) and len(row) == columns
            if not right or any(type(n) is not int or not 0 <= n < 1 << 63 for n in row):
                raise UnusableError(f"The file says something impossible of its {name}.")
        return value

    def strings(self, name: str, columns: int, most: int = 64) -> list[list[str]]:
        """A list of lists of ``columns`` short texts each."""
        value = self._values.get(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise UnusableError(f"The file says something impossible of its {name}.")
        for row in value:
            right = isinstance(row, list) and len(row) == columns
            if not right or any(not isinstance(item, str) or len(item) > 40 for item in row):
                raise UnusableError(f"The file says something impossible of its {name}.")
        return value
