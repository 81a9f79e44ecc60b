"""The contract of everything a span can point into."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from bytescope.core.ranges import ByteRange


class Why(enum.Enum):
    """Why bytes could not be had."""

    GONE = "gone"  # behind the end of a file that another process shortened
    UNREADABLE = "unreadable"  # the medium reports an error


class Lost(NamedTuple):
    """A range whose bytes could not be had. The bytes delivered in its place are zeros and mean nothing."""

    range: ByteRange
    why: Why


class Reading(NamedTuple):
    """Bytes and what is wrong with them; ``data`` always has the length asked for."""

    data: bytes
    lost: tuple[Lost, ...] = ()


@runtime_checkable
class Source(Protocol):
    """Bytes at offsets 0 to ``size``. Reading is safe in any thread and never holds the GIL over I/O.

    A source whose reading may wait for a medium has an attribute ``needs_io`` that is true: such bytes
    are never read in the main thread.
    """

    @property
    def size(self) -> int:
        """Bytes that can be asked for."""
        ...

    @property
    def cycle(self) -> int | None:
        """The period in bytes after which the content repeats for certain; None where that is not known."""
        ...

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """Fill ``buffer`` from ``offset``. Lost ranges are in this source's offsets. Never raises for I/O."""
        ...

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """The parts of ``within`` that may hold other bytes than 00, in order; the rest are holes."""
        ...


def read(source: Source, offset: int, length: int) -> Reading:
    """``length`` bytes of ``source`` from ``offset``."""
    buffer = bytearray(length)
    lost = source.read_into(offset, memoryview(buffer)) if length else ()
    return Reading(bytes(buffer), lost)
