"""The person's private folder for journals and edit logs: names nobody guesses, nobody else to read."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bytescope.core.errors import RefusedError
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.causes import cause_of

_NAME = re.compile(r"[0-9a-f]{32}")
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_OLD = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_ATTEMPTS = 8
_NOT_SYNCED = (errno.EACCES, errno.EPERM, errno.EINVAL, errno.EROFS)
"""Folders far above that are not ours, or whose file system has nothing to sync."""


class StateFolderError(RefusedError):
    """The private state folder, or a file in it, cannot be used; the sentence says why."""


class StateFolder:
    """Files of several kinds (``journals``, ``logs`` …), each kind in a folder of its own below ``root``.

    The folders are made, for the person alone, when something is first created. Whoever works with a file
    holds its lock: a file whose lock is free was left behind. No method writes to a file.
    """

    def __init__(self, root: bytes | Path, calls: Calls = CALLS) -> None:
        self.root = os.fsencode(root)
        self.calls = calls

    def create(self, kind: str) -> tuple[int, str]:
        """A new, empty, locked file: its descriptor and its name, which is on the disk already.

        Raises ``StateFolderError``.
        """
        try:
            with self._folder(kind, make=True) as folder:
                for _ in range(_ATTEMPTS):
                    name = secrets.token_hex(16)
                    fd = self.calls.open(name, _NEW, 0o600, dir_fd=folder)
                    if self._secured(fd, folder, name):
                        return fd, name
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        except OSError as error:
            raise self._unusable(cause_of(error)) from error

    def _secured(self, fd: int, folder: int, name: str) -> bool:
        """Lock a new file; whether it is still there: who tidies up may have taken it for a remnant."""
        try:
            if self._locked(fd) and self.calls.fstat(fd).st_nlink == 1:
                self.calls.fsync(folder)
                return True
        except OSError:
            with contextlib.suppress(OSError):
                self.calls.unlink(name, dir_fd=folder)
            self._close(fd)
            raise
        self._close(fd)
        return False

    def names(self, kind: str) -> list[str]:
        """The names of all files of a kind, in no order. Raises ``StateFolderError``."""
        try:
            with self._folder(kind) as folder:
                return [name for name in self.calls.listdir(folder) if _NAME.fullmatch(name)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._unusable(cause_of(error)) from error

    def entries(self, kind: str) -> list[tuple[str, int, int]]:
        """Name, bytes and time of the last use (ns) of all files of a kind. Raises as ``names``."""
        out: list[tuple[str, int, int]] = []
        names = self.names(kind)
        with contextlib.suppress(FileNotFoundError), self._folder(kind) as folder:
            for name in names:
                with contextlib.suppress(OSError):
                    found = self.calls.stat(name, dir_fd=folder, follow_symlinks=False)
                    out.append((name, found.st_size, found.st_mtime_ns))
        return out

    def move(self, old: tuple[str, str], new: tuple[str, str]) -> None:
        """Give a file (kind, name) another kind and name of 32 hex digits; what was there is replaced.

        Raises ``OSError``, ``StateFolderError``.
        """
        self._check_name(old[1])
        self._check_name(new[1])
        with self._folder(old[0]) as source, self._folder(new[0], make=True) as target:
            self.calls.rename(old[1], new[1], src_dir_fd=source, dst_dir_fd=target)

    def open(self, kind: str, name: str) -> int:
        """A descriptor to read and write with, not locked. Raises ``StateFolderError`` where it is not a
        file that we made, ``OSError`` where it cannot be opened.
        """
        self._check_name(name)
        with self._folder(kind) as folder:
            fd = self.calls.open(name, _OLD, dir_fd=folder)
        try:
            found = self.calls.fstat(fd)
            ours = found.st_uid == os.geteuid() and found.st_nlink == 1 and not found.st_mode & 0o077
            if not (stat.S_ISREG(found.st_mode) and ours):
                raise StateFolderError(
                    f"“{name}” in “{printable_name(self.root)}” was not made by Bytescope for you alone, so "
                    "it is left as it is; remove it if you do not know it."
                )
        except BaseException:
            self._close(fd)
            raise
        return fd

    def claim(self, kind: str, name: str) -> int | None:
        """As ``open``, and locked: nobody else uses the file until the descriptor is closed. None if it is
        in use.
        """
        fd = self.open(kind, name)
        try:
            if self._locked(fd) and self.calls.fstat(fd).st_nlink == 1:
                return fd
        except BaseException:
            self._close(fd)
            raise
        self._close(fd)
        return None

    def in_use(self, kind: str, name: str) -> bool:
        """Whether somebody holds the lock of the file (or it has just gone). Raises as ``open``."""
        fd = self.claim(kind, name)
        if fd is not None:
            self._close(fd)
        return fd is None

    def remove(self, kind: str, name: str) -> None:
        """Take the name away; that is on the disk when this returns. Raises ``OSError``.

        The file must be locked by the caller. It may be gone already. Raises ``StateFolderError`` where
        ``name`` is none of ours: it may come out of a journal, and lead anywhere.
        """
        self._check_name(name)
        with self._folder(kind) as folder:
            with contextlib.suppress(FileNotFoundError):
                self.calls.unlink(name, dir_fd=folder)
            self.calls.fsync(folder)

    def _check_name(self, name: str) -> None:
        if not _NAME.fullmatch(name):
            shown = printable_name(name.encode(errors="replace"))
            raise StateFolderError(f"“{shown}” is no name of a journal or a log; nothing is done with it.")

    def _locked(self, fd: int) -> bool:
        try:
            self.calls.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _close(self, fd: int) -> None:
        with contextlib.suppress(OSError):
            self.calls.close(fd)

    @contextmanager
    def _folder(self, kind: str, *, make: bool = False) -> Iterator[int]:
        """A descriptor of a kind's folder, which is ours and ours alone."""
        path = os.path.join(self.root, kind.encode())
        try:
            fd = self.calls.open(path, _FOLDER)
        except FileNotFoundError:
            if not make:
                raise
            self._make(path)
            fd = self.calls.open(path, _FOLDER)
        try:
            found = self.calls.fstat(fd)
            if found.st_uid != os.geteuid():
                raise self._unusable("it belongs to somebody else")
            if found.st_mode & 0o077:
                self.calls.fchmod(fd, 0o700)
            if make:
                self._sync(self.root)  # the folder may be new, whoever has made it
            yield fd
        finally:
            self._close(fd)

    def _make(self, path: bytes) -> None:
        """Make a kind's folder. It is there only when all those above it are sure to survive a power failure:
        a sync of them that failed is made up for the next time.
        """
        self._make_above(self.root)
        above = self.root
        while above != b"/":
            above = os.path.dirname(above)
            try:
                self._sync(above)
            except OSError as error:
                if error.errno not in _NOT_SYNCED:
                    raise
        with contextlib.suppress(FileExistsError):
            self.calls.mkdir(path, 0o700)

    def _make_above(self, path: bytes) -> None:
        try:
            self.calls.mkdir(path, 0o700)
        except FileNotFoundError:
            self._make_above(os.path.dirname(path))
            with contextlib.suppress(FileExistsError):
                self.calls.mkdir(path, 0o700)
        except FileExistsError:
            pass

    def _sync(self, folder: bytes) -> None:
        fd = self.calls.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self.calls.fsync(fd)
        finally:
            self._close(fd)

    def _unusable(self, why: str) -> StateFolderError:
        return StateFolderError(
            f"The folder for journals and edit logs, “{printable_name(self.root)}”, cannot be used: {why}; "
            "make it writable for you, or set XDG_STATE_HOME to another folder."
        )


def default_state_folder() -> StateFolder:
    """The folder by the XDG base directory specification: ``$XDG_STATE_HOME/bytescope``. Nothing is made."""
    return _in_home(b"XDG_STATE_HOME", (b".local", b"state"))


def default_cache_folder() -> StateFolder:
    """The same for what can be made again: ``$XDG_CACHE_HOME/bytescope``."""
    return _in_home(b"XDG_CACHE_HOME", (b".cache",))


def _in_home(variable: bytes, otherwise: tuple[bytes, ...]) -> StateFolder:
    home = os.environb.get(variable, b"")
    if not os.path.isabs(home):  # relative paths are to be ignored, says the specification
        home = os.path.join(os.path.expanduser(b"~"), *otherwise)
    return StateFolder(os.path.join(home, b"bytescope"))
