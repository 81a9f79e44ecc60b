"""Bytes without a file: held by us, anonymous memory, and endless zeros."""

from __future__ import annotations

import bisect
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.errors import OpenError, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost
from bytescope.core.source.gaps import beyond, blank

if TYPE_CHECKING:
    import mmap

MAP_NORESERVE = 0x4000
"""Of Linux on x86 and ARM; a constant of Python's only from 3.13 on."""


class MemorySource:
    """Bytes that we hold; they must not be changed afterwards."""

    __slots__ = ("_data", "size")

    def __init__(self, data: bytes | bytearray) -> None:
        self._data = memoryview(data).toreadonly()
        self.size = len(data)

    @property
    def cycle(self) -> int | None:
        return None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        inside, lost = beyond(self.size, offset, buffer)
        buffer[:inside] = self._data[offset : offset + inside]
        return lost

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if part := within.intersect(ByteRange(0, self.size)):
            yield part


class ZeroSource:
    """``size`` bytes 00 that take no room: holes, and growth by Resize."""

    __slots__ = ("size",)

    def __init__(self, size: int) -> None:
        self.size = size

    @property
    def cycle(self) -> int | None:
        return 1

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        inside, lost = beyond(self.size, offset, buffer)
        blank(buffer[:inside])
        return lost

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """Nothing: all of it is 00."""
        yield from ()


class AnonymousSource:
    """``size`` bytes of anonymous memory, 00 until stored. Costs nothing before that: 1 TiB works.

    Reserves address space only (MAP_NORESERVE); pages never stored to are not even touched by reading.
    Raises OpenError where the system does not give that much address space.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.name = "New"
        self.access = Access.MEMORY
        self.read_only = False
        self._lock = threading.Lock()
        self._starts: list[int] = []  # of the runs stored to, sorted and disjoint, in whole pages
        self._ends: list[int] = []
        self._memory: mmap.mmap | None = None
        if size < 0:
            raise OpenError("Memory cannot have fewer than 0 bytes; give a size of 0 or more.")
        if size:
            import mmap  # a file needs zeros of this module, but no memory

            flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_NORESERVE
            try:
                self._memory = mmap.mmap(-1, size, flags=flags)
                self._memory.madvise(mmap.MADV_NOHUGEPAGE)
            except (OSError, OverflowError, ValueError) as error:
                if self._memory is None:
                    raise OpenError(
                        f"The system gives no address space for {size:,} bytes; choose a smaller size "
                        "or make a new file instead."
                    ) from error

    @property
    def cycle(self) -> int | None:
        return None

    def _address(self) -> int:
        import ctypes

        if self._memory is None:
            raise ValueError("no memory behind an empty or closed source")
        return ctypes.addressof(ctypes.c_char.from_buffer(self._memory))

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        import ctypes

        inside, lost = beyond(self.size, offset, buffer)
        blank(buffer[:inside])
        for run in self.data_runs(ByteRange.of(min(offset, self.size), inside)):
            part = buffer[run.start - offset : run.end - offset]
            # Frees the GIL: a page that was swapped out takes as long as the medium needs.
            ctypes.memmove(_address_of(part), self._address() + run.start, run.length)
        return lost

    def store(self, offset: int, data: bytes | memoryview) -> None:
        """Put ``data`` at ``offset``. RefusedError beyond the end."""
        import ctypes

        content = bytes(data)
        if offset < 0 or offset + len(content) > self.size:
            raise RefusedError(
                f"The memory has {self.size:,} bytes, so nothing can be stored at {offset:,}; "
                "resize it first."
            )
        if not content:
            return
        self._note(ByteRange.of(offset, len(content)))
        ctypes.memmove(self._address() + offset, content, len(content))

    def _note(self, stored: ByteRange) -> None:
        pages = stored.pages.bytes(self.size)
        with self._lock:
            first = bisect.bisect_left(self._ends, pages.start)
            last = bisect.bisect_right(self._starts, pages.end)
            start = min([pages.start, *self._starts[first : first + 1]]) if first < last else pages.start
            end = max([pages.end, *self._ends[last - 1 : last]]) if first < last else pages.end
            self._starts[first:last] = [start]
            self._ends[first:last] = [end]

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """The pages that were stored to."""
        with self._lock:
            first = bisect.bisect_right(self._ends, within.start)
            last = bisect.bisect_left(self._starts, within.end)
            runs = [ByteRange(*run) for run in zip(self._starts[first:last], self._ends[first:last])]
        for run in runs:
            if part := run.intersect(within):
                yield part


def _address_of(view: memoryview) -> int:
    import ctypes

    return ctypes.addressof(ctypes.c_char.from_buffer(view))
