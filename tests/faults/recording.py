"""Notes every call of a save that changes a file or a folder, and keeps every file that loses its name."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bytescope.core.storage.calls import CALLS, Calls

Place = tuple[int, str]
"""A folder's inode, and a name in it."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes were given to the system for a place of a file."""

    inode: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    inode: int
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """A file was asked to be on the disk. Where that failed, what was not there yet may never get there."""

    inode: int
    good: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """Names of folders that came to stand for other files (None: for nothing), all in one step."""

    changed: tuple[tuple[Place, int | None], ...]


@dataclass(frozen=True, slots=True)
class SyncFolder:
    inode: int


Event = Write | Resize | Sync | Entries | SyncFolder


class Recorder:
    """Calls that are made as they are, and noted. Those that fail are passed on.

    ``store``: a folder beside, on the same file system, that gets a link to each file before it loses a
    name: so that it can be brought back, the very same file.
    """

    def __init__(self, store: Path, base: Calls = CALLS) -> None:
        self.events: list[Event] = []
        self.folders: set[int] = set()
        self._store = store
        self._base = base
        ours = {name: getattr(self, f"_{name}") for name in _NOTED}
        self.calls = dataclasses.replace(base, **ours)

    def note(self, event: Event) -> None:
        self.events.append(event)

    # What changes a file

    def _open(self, path, flags, mode=0o777, *, dir_fd=None) -> int:
        new = flags & os.O_CREAT and not _there(path, dir_fd)
        cut = flags & os.O_TRUNC
        fd = self._base.open(path, flags, mode, dir_fd=dir_fd)
        inode = os.fstat(fd).st_ino
        if new:
            self.note(Entries(((_place(path, dir_fd), inode),)))
        elif cut:
            self.note(Resize(inode, 0))
        return fd

    def _pwrite(self, fd: int, data, offset: int) -> int:
        count = self._base.pwrite(fd, data, offset)
        self.note(Write(_inode(fd), offset, bytes(data[:count])))
        return count

    def _ftruncate(self, fd: int, size: int) -> None:
        self._base.ftruncate(fd, size)
        self.note(Resize(_inode(fd), size))

    def _punch(self, fd: int, offset: int, length: int) -> None:
        self._base.punch(fd, offset, length)
        end = min(offset + length, os.fstat(fd).st_size)
        if end > offset:
            self.note(Write(_inode(fd), offset, bytes(end - offset)))

    def _clone(self, fd: int, source: int) -> None:
        """On a file system without clones: a copy. That it is made in one step is what the model supposes."""
        data = os.pread(source, os.fstat(source).st_size, 0)
        os.ftruncate(fd, 0)
        os.pwrite(fd, data, 0)
        self.note(Resize(_inode(fd), 0))
        self.note(Write(_inode(fd), 0, data))

    def _fsync(self, fd: int) -> None:
        self._synced(fd, self._base.fsync)

    def _fdatasync(self, fd: int) -> None:
        self._synced(fd, self._base.fdatasync)

    def _synced(self, fd: int, call: Callable[[int], None]) -> None:
        found = os.fstat(fd)
        try:
            call(fd)
        except InterruptedError:
            raise
        except OSError:
            if not stat.S_ISDIR(found.st_mode):
                self.note(Sync(found.st_ino, good=False))
            raise
        self.note(SyncFolder(found.st_ino) if stat.S_ISDIR(found.st_mode) else Sync(found.st_ino, good=True))

    # What changes a folder

    def _mkdir(self, path, mode=0o777, *, dir_fd=None) -> None:
        self._base.mkdir(path, mode, dir_fd=dir_fd)
        inode = os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_ino
        self.folders.add(inode)
        self.note(Entries(((_place(path, dir_fd), inode),)))

    def _rename(self, src, dst, *, src_dir_fd=None, dst_dir_fd=None) -> None:
        inode = os.stat(src, dir_fd=src_dir_fd, follow_symlinks=False).st_ino
        changed = ((_place(src, src_dir_fd), None), (_place(dst, dst_dir_fd), inode))
        with self._kept(dst, dst_dir_fd):
            self._base.rename(src, dst, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)
        self.note(Entries(changed))

    def _link(self, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True) -> None:
        inode = os.stat(src, dir_fd=src_dir_fd, follow_symlinks=follow_symlinks).st_ino
        self._base.link(
            src, dst, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd, follow_symlinks=follow_symlinks
        )
        self.note(Entries(((_place(dst, dst_dir_fd), inode),)))

    def _unlink(self, path, *, dir_fd=None) -> None:
        place = _place(path, dir_fd)
        with self._kept(path, dir_fd):
            self._base.unlink(path, dir_fd=dir_fd)
        self.note(Entries(((place, None),)))

    @contextlib.contextmanager
    def _kept(self, path, dir_fd: int | None) -> Iterator[None]:
        """Keep the file that is about to lose this name; not if it does not lose it."""
        kept = None
        if _there(path, dir_fd):
            kept = self._store / str(os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_ino)
            with contextlib.suppress(FileExistsError):
                os.link(path, kept, src_dir_fd=dir_fd, follow_symlinks=False)
        try:
            yield
        except OSError:
            if kept is not None:
                kept.unlink()
            raise


_NOTED = (
    "open", "pwrite", "ftruncate", "punch", "clone", "fsync", "fdatasync", "mkdir", "rename", "link", "unlink"
)  # fmt: skip


def _inode(fd: int) -> int:
    return os.fstat(fd).st_ino


def _there(path, dir_fd: int | None) -> bool:
    try:
        os.stat(path, dir_fd=dir_fd, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _place(path, dir_fd: int | None) -> Place:
    """The folder that a path is in, and its name there."""
    whole = os.fsdecode(path)
    folder, name = os.path.split(whole)
    if os.path.isabs(folder) or dir_fd is None:
        return os.stat(folder or ".").st_ino, name
    return os.stat(folder or ".", dir_fd=dir_fd).st_ino, name
