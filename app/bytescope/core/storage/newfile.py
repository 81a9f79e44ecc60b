"""A file written beside its place, if possible without a name, which then takes the place in one step."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

from bytescope.core.ranges import ByteRange
from bytescope.core.source.descriptor import Descriptor
from bytescope.core.source.identity import Identity, identity_from
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.pieces import Content
from bytescope.core.storage.plan import Order
from bytescope.core.storage.verify import verify
from bytescope.core.storage.writer import Writer

if TYPE_CHECKING:
    from bytescope.core.ticket import Ticket


def _some_name() -> bytes:
    return b".bytescope-" + secrets.token_hex(8).encode()


def _by_descriptor(fd: int) -> str:
    return f"/proc/self/fd/{fd}"


class NewFile:
    """A new file in the folder of ``path``, with no name or another one until ``publish``; gone again if
    that is not reached.

    A context manager. Methods raise ``OSError``, ``SaveError`` and ``Cancelled``; the file at ``path`` is
    then as it was. ``mode`` is cut by the umask. An error that ends it has a note where the file under
    the other name could not be removed.
    """

    def __init__(self, path: bytes, mode: int, calls: Calls) -> None:
        self._calls = calls
        self._name = os.path.basename(path)
        # Calls go through the folder's descriptor: what is at its path may be exchanged meanwhile.
        self._folder = calls.open(os.path.dirname(path) or b".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._temporary: bytes | None = None
        try:
            self.fd = self._made(mode)
        except BaseException:
            calls.close(self._folder)
            raise

    def _made(self, mode: int) -> int:
        """Of a file without a name a crash leaves nothing; not all file systems have them."""
        with contextlib.suppress(OSError):
            fd = self._calls.open(b".", os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, mode, dir_fd=self._folder)
            if os.path.exists(_by_descriptor(fd)):
                return fd
            self._calls.close(fd)
        self._temporary = _some_name()
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        return self._calls.open(self._temporary, flags, mode, dir_fd=self._folder)

    def __enter__(self) -> NewFile:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._temporary is not None:
            try:
                self._calls.unlink(self._temporary, dir_fd=self._folder)
            except OSError:
                if error is not None:
                    error.add_note(f"“{self._temporary.decode()}” beside it could not be removed.")
        for fd in (self.fd, self._folder):
            with contextlib.suppress(OSError):
                self._calls.close(fd)

    def fill(self, content: Content, ticket: Ticket) -> int:
        """Write all of ``content``, holes as holes, and have it on the disk; how many bytes were compared."""
        size = content.snapshot.size
        whole = ByteRange(0, size)
        ticket.note = "Writing"
        with contextlib.suppress(OSError):
            ticket.target = Descriptor(os.dup(self.fd))
        self._calls.ftruncate(self.fd, size)
        writer = Writer(content, self.fd, 0, ticket, self._calls)
        writer.write(whole, Order.UP)
        writer.sync(whole, Order.UP)
        ticket.note = "Reading back"
        compared = verify(content, self.fd, 0, [whole], ticket, self._calls)
        ticket.check()
        return compared

    def take_metadata(self, original: int) -> list[str]:
        """Owner, attributes and mode of the file behind ``original``; the names that could not be kept."""
        found = self._calls.fstat(original)
        missing: list[str] = []
        # In this order: a change of owner takes set-user-ID bits and capabilities away.
        self._calls.fchown(self.fd, found.st_uid, found.st_gid)
        try:
            names = os.listxattr(original)
        except OSError:
            names = []
        for name in names:
            try:
                self._calls.setxattr(self.fd, name, os.getxattr(original, name))
            except OSError:
                missing.append(name)
        self._calls.fchmod(self.fd, found.st_mode & 0o7777)
        return missing

    def set_mode(self, mode: int) -> None:
        """The permission bits, as they are (not cut by the umask)."""
        self._calls.fchmod(self.fd, mode & 0o7777)

    def identity(self) -> Identity:
        """Which file this is, as it stands on the disk. Raises ``OSError``."""
        self._calls.fsync(self.fd)
        return identity_from(self._calls.fstat(self.fd))

    def publish(self, *, overwrite: bool) -> bool:
        """Give the file its name; whether that is sure to survive a power failure.

        Without ``overwrite``, ``FileExistsError`` if there is a file of that name by now.
        """
        self._calls.fsync(self.fd)
        if overwrite:
            self._rename()
        elif self._temporary is None:
            self._name_it(self._name)
        else:
            self._link(self._temporary)
        try:
            self._calls.fsync(self._folder)
        except OSError:
            return False
        return True

    def _rename(self) -> None:
        if self._temporary is None:
            name = _some_name()
            self._name_it(name)
            self._temporary = name
        self._calls.rename(self._temporary, self._name, src_dir_fd=self._folder, dst_dir_fd=self._folder)
        self._temporary = None

    def _name_it(self, name: bytes) -> None:
        """Give the file without a name its first one, which nothing may have yet (open(2), O_TMPFILE)."""
        self._calls.link(_by_descriptor(self.fd), name, dst_dir_fd=self._folder, follow_symlinks=True)

    def _link(self, temporary: bytes) -> None:
        """A rename that never overwrites; where the file system has no links, a look and a rename."""
        folder = {"src_dir_fd": self._folder, "dst_dir_fd": self._folder}
        try:
            self._calls.link(temporary, self._name, follow_symlinks=False, **folder)
        except FileExistsError:
            raise
        except OSError:
            if self._exists():
                raise FileExistsError(17, "File exists") from None
            self._rename()
            return
        with contextlib.suppress(OSError):
            self._calls.unlink(temporary, dir_fd=self._folder)
            self._temporary = None

    def _exists(self) -> bool:
        try:
            self._calls.stat(self._name, dir_fd=self._folder, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return True
