"""Bookmarks of files in the person's private folder, from one start of the program to the next."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from typing import TYPE_CHECKING

from bytescope.core.bookmarks.files import LARGEST
from bytescope.core.errors import BytescopeError
from bytescope.core.storage.calls import read_all, write_all

if TYPE_CHECKING:
    from bytescope.core.storage.private import StateFolder

KIND, NEW = "bookmarks", "bookmarks-new"


def name_of(path: bytes | str, start: int, windowed: bool) -> str:
    """Under which name the bookmarks of a file, or of a window of it from ``start``, are. Follows links."""
    key = os.path.realpath(os.fsencode(path)) + b"\0%d" % (start if windowed else -1)
    return sha256(b"bookmarks\0" + key).hexdigest()[:32]


class KeptBookmarks:
    """Texts of ``core.bookmarks.files`` by the names of ``name_of``. Raises OSError or BytescopeError."""

    def __init__(self, folder: StateFolder) -> None:
        self._folder = folder

    def recall(self, name: str) -> bytes | None:
        """What was kept; None where there is nothing."""
        try:
            fd = self._folder.open(KIND, name)
        except FileNotFoundError:
            return None
        try:
            buffer = bytearray(min(os.fstat(fd).st_size, LARGEST))
            return bytes(buffer[: read_all(self._folder.calls, fd, memoryview(buffer), 0)])
        finally:
            self._folder.calls.close(fd)

    def keep(self, name: str, text: str) -> None:
        """Put ``text`` in the place of what was kept: after a crash there is the old or the new one."""
        fd, new = self._folder.create(NEW)
        try:
            write_all(self._folder.calls, fd, memoryview(text.encode()), 0)
            os.fsync(fd)
            self._folder.move((NEW, new), (KIND, name))
        except BaseException:
            with contextlib.suppress(OSError, BytescopeError):
                self._folder.remove(NEW, new)
            raise
        finally:
            self._folder.calls.close(fd)

    def forget(self, name: str) -> None:
        """There are none any more."""
        if name in self._folder.names(KIND):
            self._folder.remove(KIND, name)
