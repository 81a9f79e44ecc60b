"""One open file, or a window of it, as a source; the only owner of its descriptor and its mapping."""

from __future__ import annotations

import errno
import mmap
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bytescope.core.errors import OpenError, RefusedError, SaveError
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.source.gaps import beyond, blank, joined
from bytescope.core.source.identity import Identity, Outside, identity_of, is_device
from bytescope.core.source.reading import Manners, read_at
from bytescope.core.source.shown import printable_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.source.mapping import GuardedPages, Mapping

TRIES = 3
"""Times that bytes are read when the file was changed meanwhile: what was cut off and has grown again between
two looks can have been read as zeros. A file that changes all the time is taken as it comes.
"""

_SEEK_IS_BLIND = 2**63 - (2 << 20)


class FileSource:
    """The bytes of a regular file or a block device from ``window_start`` on; offsets are within the window.

    ``size`` is what the window held at opening or at the last ``refresh``: what another process cut off
    since is delivered as gone. Made by ``opening.open_file``.
    """

    needs_io = True

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
        self._storing = threading.Lock()
        self._manners = Manners()
        self._mapping: Mapping | None = None
        self._unmappable = False
        self.before_store: Callable[[int, int], None] | None = None  # told offset and length, in any thread
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
    def descriptor(self) -> Descriptor | None:
        """The descriptor to hold on to: it stays valid after ``close`` for as long as somebody has it."""
        return self._descriptor

    @property
    def cycle(self) -> int | None:
        return None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """Fill ``buffer`` by preadv. Never raises OSError: what cannot be had is lost and blanked."""
        return self._read(offset, buffer, undisturbed=False)

    def read_undisturbed(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        """As ``read_into``, for looks: what was not cached before is not cached afterwards.

        ``brought_in`` counts the exceptions.
        """
        return self._read(offset, buffer, undisturbed=True)

    def read_scattered(self, offsets: NDArray[np.int64], rows: NDArray[np.uint8]) -> NDArray[np.int8] | None:
        """Read the pages at ``offsets`` undisturbed into ``rows``; codes as of ``scattered.read_pages``.

        None where that cannot be, or the file was changed meanwhile: read them one by one.
        """
        descriptor = self._descriptor
        if descriptor is None or int(offsets.max()) + PAGESIZE > self.size:
            return None
        before = descriptor.state()
        positions = offsets + self.window_start
        codes = self._manners.read_scattered(descriptor.fd, positions, rows, seek=not self.is_device)
        return codes if descriptor.state() == before else None

    def cached_pages(self, offset: int, length: int, cell: int, until: float) -> tuple[list[int], int]:
        """Offsets of one cached page in each cell of ``cell`` bytes that has one, and how far was looked.

        Nothing is read. None are found where pages of the window are not pages of the system.
        """
        from bytescope.core.source.residency import one_of_each

        descriptor, start = self._descriptor, self.window_start
        if descriptor is None or (start + offset) % mmap.PAGESIZE or length < 1:
            return [], offset + length
        found, end = one_of_each(descriptor.fd, start + offset, start + offset + length, cell, until)
        return [at - start for at in found], end - start

    @property
    def brought_in(self) -> tuple[int, bool]:
        """Pages of the system that our looking has left in the page cache, and whether that is sure."""
        return self._manners.brought, not self._manners.unsure

    def _read(self, offset: int, buffer: memoryview, *, undisturbed: bool) -> tuple[Lost, ...]:
        inside, outside = beyond(self.size, offset, buffer)
        view = buffer[:inside]
        descriptor = self._descriptor
        if descriptor is None:
            blank(view)
            return joined([Lost(ByteRange.of(offset, inside), Why.UNREADABLE), *outside])
        read = self._manners.read if undisturbed else read_at
        lost: tuple[Lost, ...] = ()
        for _ in range(TRIES if inside else 0):
            before = descriptor.state()
            lost = read(descriptor.fd, self.window_start + offset, view)
            if descriptor.state() == before:
                break
        if not lost:
            return outside
        moved = [Lost(item.range.shifted(-self.window_start), item.why) for item in lost]
        return joined([*moved, *outside])

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """The parts that are not holes, by SEEK_DATA; all of it where the filesystem does not tell.

        What another process cut off counts as data: reading it says that it is gone. Preallocated
        blocks that were never written are holes. A file may change meanwhile, but each hole was one.
        """
        part = within.intersect(ByteRange(0, self.size))
        at, end = part.start + self.window_start, part.end + self.window_start
        descriptor = self._descriptor
        while at < end:
            start, stop = at, end
            if descriptor is not None:
                start, stop = _data_run(descriptor, at, end)
            if start < stop:
                yield ByteRange(start - self.window_start, stop - self.window_start)
            at = stop

    def cached(self, offset: int, length: int) -> bool | None:
        """Whether all of these bytes are in the page cache; None where the kernel does not tell."""
        from bytescope.core.source.cachestat import cachestat

        descriptor, start = self._descriptor, self.window_start + offset
        if descriptor is None or length < 1:
            return None
        page = mmap.PAGESIZE
        pages = (start + length - 1) // page - start // page + 1
        try:
            return cachestat(descriptor.fd, start, length).cached >= pages
        except OSError:
            return None

    @property
    def can_map(self) -> bool:
        """Whether ``pages`` gives the mapping itself: it can be mapped and ``guard.install`` was called."""
        return self._mapped() is not None

    @property
    def mapping(self) -> Mapping | None:
        """What stores of Live access go through; None where they are write calls."""
        return self._mapped()

    @contextmanager
    def pages(self, offset: int, length: int) -> Iterator[GuardedPages]:
        """The mapped bytes, for ``nogil`` kernels only; ``lost`` is known after the with-block.

        Where there is no mapping or no guard (``can_map``) the bytes are read into a buffer first: the
        same results. ValueError outside of the window.
        """
        from bytescope.core.source.mapping import GuardedPages

        if not 0 <= offset <= offset + length <= self.size:
            raise ValueError(f"{offset}+{length} is outside of {self.size}")
        mapping = self._mapped() if length else None
        if mapping is None or offset + length > mapping.length:
            yield GuardedPages.copied(self, offset, length)
            return
        guarded = GuardedPages(mapping.array(offset, length))
        before = mapping.state()
        try:
            yield guarded
        finally:
            guarded.lost = self._lost_of(mapping, ByteRange.of(offset, length))
            guarded.steady = mapping.state() == before
            mapping.let_go(offset, length)

    def _mapped(self) -> Mapping | None:
        """The mapping, made when first needed and made anew where zeros stand in the old one."""
        from bytescope.core.source import guard
        from bytescope.core.source.mapping import Mapping

        with self._lock:
            if not guard.ready():
                return None
            if self._mapping is not None and self._mapping.damaged:
                self._mapping = None
            descriptor = self._descriptor
            if self._mapping is None and self.size and descriptor and not self._unmappable:
                writable = self.access is Access.LIVE
                try:
                    self._mapping = Mapping(descriptor, self.window_start, self.size, writable=writable)
                except OSError:  # no address space for 8 EiB, or a filesystem without mappings
                    self._unmappable = True
            return self._mapping

    def _lost_of(self, mapping: Mapping, part: ByteRange) -> tuple[Lost, ...]:
        lost = [
            Lost(item.range.intersect(part), item.why)
            for item in mapping.replaced()
            if item.range.touches(part)
        ]
        try:
            end = mapping.file_end() - self.window_start
        except OSError:
            end = part.end
        if end < part.end:
            lost.append(Lost(ByteRange(max(part.start, end), part.end), Why.GONE))
        return joined(lost)

    def store(self, offset: int, data: bytes | memoryview) -> None:
        """Put ``data`` at ``offset`` of the file at once (Live access). Never grows the file.

        RefusedError in other access modes and beyond the end; SaveError where the disk is full (nothing
        was changed), the file was shortened, or the medium fails.
        """
        from bytescope.core.source.storing import store

        content = bytes(data)
        if self.access is not Access.LIVE:
            raise RefusedError(f'"{self.name}" is not open in Live access; open it so to store at once.')
        if offset < 0 or offset + len(content) > self.size:
            raise RefusedError(
                f'"{self.name}" has {self.size:,} bytes, so nothing can be stored at {offset:,}; '
                "resize it first."
            )
        if not content:
            return
        mapping = self._mapped()
        if mapping is not None and offset + len(content) > mapping.length:
            mapping = None
        if self.before_store is not None:
            self.before_store(offset, len(content))
        with self._our_change() as fd:
            store(fd, self.window_start + offset, content, mapping, offset, self.name)

    def flush(self) -> None:
        """Wait until the medium has all that was stored. SaveError where it reports an error."""
        try:
            with self._our_change() as fd:
                os.fdatasync(fd)
        except OSError as error:
            raise SaveError(
                f'The medium did not take what was stored in "{self.name}" ({_why(error)}); '
                "it may be lost after a restart: save a copy elsewhere."
            ) from error

    def resize(self, size: int) -> None:
        """Cut or grow (by a hole) the file to ``size`` bytes (Live access, no window).

        Readers of the old mapping go on; what was cut off is gone for them.
        """
        if self.access is not Access.LIVE or self.windowed:
            what = "open as a window" if self.windowed else "not open in Live access"
            raise RefusedError(f'"{self.name}" is {what}; open the whole file in Live access to resize it.')
        if size < 0:
            raise RefusedError("A file cannot have fewer than 0 bytes; give a size of 0 or more.")
        try:
            with self._our_change() as fd, self._lock:
                os.ftruncate(fd, size)
                self.size = size
                self._forget_mapping()
        except (OSError, OverflowError) as error:
            raise SaveError(
                f'"{self.name}" cannot have {size:,} bytes ({_why(error)}); it was not changed: '
                "choose a smaller size."
            ) from error

    @contextmanager
    def _our_change(self) -> Iterator[int]:
        """The descriptor, to change the file by: changes that are ours are no changes from outside."""
        descriptor = self._descriptor
        if descriptor is None:
            raise RefusedError(f'"{self.name}" was closed; open it again.')
        with self._storing:
            as_known = identity_of(descriptor.fd).unchanged(self.opened)
            try:
                yield descriptor.fd
            finally:
                if as_known:
                    self.opened = identity_of(descriptor.fd)

    def check_outside(self) -> Outside:
        """What happened to the file since ``opened``: at its path, to its size, to its content."""
        return self.look_outside()[0]

    def look_outside(self) -> tuple[Outside, Identity]:
        """The same, and the identity that tells so: of what stands at the path now if it was replaced."""
        descriptor = self._descriptor
        if descriptor is None or self.snapshot:
            return Outside.NONE, self.opened
        try:
            there = identity_of(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return Outside.DELETED, self.opened
        except OSError:  # a folder on the way may no longer be searched: the descriptor still tells
            there = self.opened
        if not there.same_file(self.opened):
            return Outside.REPLACED, there
        try:
            now = identity_of(descriptor.fd)
        except OSError:  # a device that was unplugged
            return Outside.DELETED, self.opened
        if now.size != self.opened.size:
            return (Outside.SHRANK if now.size < self.opened.size else Outside.GREW), now
        if self.is_device or now.unchanged(self.opened):
            return Outside.NONE, now
        return Outside.CONTENT, now

    def accept(self, before: Identity, now: Identity) -> bool:
        """Only the times differ: from here on ``now`` is how the file is known, if that was ``before``."""
        with self._lock:
            if self.opened != before or now.size != before.size or not now.same_file(before):
                return False
            self.opened = now
            return True

    def refresh(self, size: int | None = None) -> None:
        """Take the file as it is now for the one that was opened. Raises OpenError if it cannot be asked.

        ``size``: the source has so many bytes, however many the file has: what a document over it has must
        not change because another program cut the file or made it longer meanwhile.
        """
        with self._lock:
            try:
                self.opened = identity_of(self.fd)
            except OSError as error:
                raise OpenError(f'"{self.name}" can no longer be read; open it again.') from error
            self.size = self._window_size(self.opened.size) if size is None else size
            self._forget_mapping()

    def close(self) -> None:
        """Let go of the file. Readers that are under way finish; later reads are lost."""
        with self._lock:
            self._forget_mapping()
            self._manners = Manners()
            self._descriptor = None

    def _forget_mapping(self) -> None:
        self._mapping = None
        self._unmappable = False


def _why(error: Exception) -> str:
    return os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else str(error)


def _data_run(descriptor: Descriptor, at: int, end: int) -> tuple[int, int]:
    """The first run of data in ``at..end``; an empty run at ``end`` where there is none.

    What is before it was a hole of the file at one moment. Where that cannot be told all is data, to be read.
    """
    before: tuple[int, ...] | None = None
    for _ in range(TRIES + 1):
        try:
            start = os.lseek(descriptor.fd, at, os.SEEK_DATA)
            return (start, _data_end(descriptor.fd, start, end)) if start < end else (end, end)
        except OSError as error:
            if error.errno != errno.ENXIO:
                return at, end
        # No data from here to the end of the file; what lies behind the end is to be read, and found gone.
        # Where the end was just then is known only if the file was the same before and after: what was cut
        # off as we sought data may have grown again since, and is no hole.
        now = descriptor.state()
        if not now or now[0] <= at:
            break
        if now == before:
            # Of the last pages below 8 EiB tmpfs does not tell (the sum of its seek overflows): to be read.
            return min(end, max(at, min(now[0], _SEEK_IS_BLIND))), end
        before = now
    return at, end


def _data_end(fd: int, start: int, end: int) -> int:
    """Where the data at ``start`` ends; ``end`` where the file was cut off before it meanwhile."""
    try:
        return max(start + 1, min(end, os.lseek(fd, start, os.SEEK_HOLE)))
    except OSError:
        return end
