"""One open file, or a window of it, as a source; the only owner of its descriptor and its mapping."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator

from bytescope.core.errors import OpenError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.gaps import beyond, blank, joined
from bytescope.core.source.identity import Outside, identity_of, is_device
from bytescope.core.source.reading import Manners, read_at
from bytescope.core.source.shown import printable_name


class Descriptor:
    """A file descriptor that is closed when the last one who uses it lets go.

    So a number is never given to another file while a thread is about to read from it.
    """

    __slots__ = ("fd",)

    def __init__(self, fd: int) -> None:
        self.fd = fd

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        close(self.fd)


class FileSource:
    """The bytes of a regular file or a block device from ``window_start`` on; offsets are within the window.

    ``size`` is what the window held at opening or at the last ``refresh``: what another process cut off
    since is delivered as gone. Made by ``opening.open_file``.
    """

    def __init__(
        self,
        fd: int,
        path: bytes,
        access: Access,
        *,
        window_start: int = 0,
        window_length: int | None = None,
        read_only: bool = False,
        snapshot: bool = False,
    ) -> None:
        self._descriptor: Descriptor | None = Descriptor(fd)
        self._lock = threading.RLock()
        self._manners = Manners()
        self._mapping: object | None = None
        self._unmappable = False
        self._window_length = window_length
        self.path = path
        self.name = printable_name(os.path.basename(path))
        self.access = access
        self.window_start = window_start
        self.windowed = window_start > 0 or window_length is not None
        self.read_only = read_only
        self.snapshot = snapshot
        self.opened = identity_of(fd)
        self.is_device = is_device(self.opened.mode)
        self.size = self._window_size(self.opened.size)

    def _window_size(self, file_size: int) -> int:
        size = max(0, file_size - self.window_start)
        return size if self._window_length is None else min(size, self._window_length)

    @property
    def fd(self) -> int:
        """The descriptor; -1 after ``close``. Valid as long as the source is open."""
        descriptor = self._descriptor
        return descriptor.fd if descriptor is not None else -1

    @property
    def cycle(self) -> int | None:
        return None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """Fill ``buffer`` by preadv. Never raises OSError: what cannot be had is lost and blanked."""
        return self._read(offset, buffer, undisturbed=False)

    def read_undisturbed(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """As ``read_into``, for bulk reads: what was not cached before is not cached afterwards.

        Where the filesystem lacks RWF_DONTCACHE (before Linux 6.14, tmpfs) it is a plain read.
        """
        return self._read(offset, buffer, undisturbed=True)

    def _read(self, offset: int, buffer: memoryview, *, undisturbed: bool) -> tuple[Lost, ...]:
        inside, outside = beyond(self.size, offset, buffer)
        view = buffer[:inside]
        descriptor = self._descriptor
        if descriptor is None:
            blank(view)
            return joined([Lost(ByteRange.of(offset, inside), Why.UNREADABLE), *outside])
        read = self._manners.read if undisturbed else read_at
        lost = read(descriptor.fd, self.window_start + offset, view) if inside else ()
        if not lost:
            return outside
        moved = [Lost(item.range.shifted(-self.window_start), item.why) for item in lost]
        return joined([*moved, *outside])

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """The parts that are not holes, by SEEK_DATA; all of it where the filesystem does not tell.

        What another process cut off counts as data: reading it says that it is gone. Preallocated
        blocks that were never written are holes.
        """
        part = within.intersect(ByteRange(0, self.size))
        at, end = part.start + self.window_start, part.end + self.window_start
        descriptor = self._descriptor
        while at < end:
            start, stop = at, end
            if descriptor is not None:
                start, stop = _next_data(descriptor.fd, at, end)
            if start < stop:
                yield ByteRange(start - self.window_start, stop - self.window_start)
            at = stop

    def check_outside(self) -> Outside:
        """What happened to the file since ``opened``: at its path, to its size, to its content."""
        descriptor = self._descriptor
        if descriptor is None or self.snapshot:
            return Outside.NONE
        try:
            there = identity_of(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return Outside.DELETED
        except OSError:  # a folder on the way may no longer be searched: the descriptor still tells
            there = self.opened
        if not there.same_file(self.opened):
            return Outside.REPLACED
        try:
            now = identity_of(descriptor.fd)
        except OSError:  # a device that was unplugged
            return Outside.DELETED
        if now.size != self.opened.size:
            return Outside.SHRANK if now.size < self.opened.size else Outside.GREW
        if self.is_device or now.unchanged(self.opened):
            return Outside.NONE
        return Outside.CONTENT

    def refresh(self) -> None:
        """Take the file as it is now for the one that was opened. Raises OpenError if it cannot be asked."""
        with self._lock:
            try:
                self.opened = identity_of(self.fd)
            except OSError as error:
                raise OpenError(f'"{self.name}" can no longer be read; open it again.') from error
            self.size = self._window_size(self.opened.size)
            self._forget_mapping()

    def close(self) -> None:
        """Let go of the file. Readers that are under way finish; later reads are lost."""
        with self._lock:
            self._forget_mapping()
            self._descriptor = None

    def _forget_mapping(self) -> None:
        self._mapping = None
        self._unmappable = False


def _next_data(fd: int, at: int, end: int) -> tuple[int, int]:
    """The first run of data in ``at..end``; an empty run at ``end`` where there is none."""
    try:
        start = os.lseek(fd, at, os.SEEK_DATA)
        if start >= end:
            return end, end
        return start, max(start + 1, min(end, os.lseek(fd, start, os.SEEK_HOLE)))
    except OSError as error:
        if error.errno != errno.ENXIO:
            return at, end
    # No data from here to the end of the file; what lies behind the end is to be read, and found gone.
    try:
        file_end = os.lseek(fd, 0, os.SEEK_END)
    except OSError:
        return at, end
    return min(end, max(at, file_end)), end
