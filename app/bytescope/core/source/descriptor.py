"""File descriptors that outlive a close for as long as somebody reads from them."""

from __future__ import annotations

import os
from collections.abc import Callable


class Descriptor:
    """A file descriptor that is closed when the last one who uses it lets go.

    So its number is never given to another file while a thread is about to read from it.
    """

    __slots__ = ("__weakref__", "fd")

    def __init__(self, fd: int) -> None:
        self.fd = fd

    def state(self) -> tuple[int, ...]:
        """Size and times: they change with each change of the file that is no store through a mapping.

        () where the file cannot be asked (a device that was unplugged).
        """
        try:
            found = os.fstat(self.fd)
        except OSError:
            return ()
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        close(self.fd)
