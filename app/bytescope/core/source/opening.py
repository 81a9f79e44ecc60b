"""Opening files by path: the kind is checked first, so that nothing blocks and nothing has side effects."""

from __future__ import annotations

import errno
import os
import stat

from bytescope.core.errors import OpenError
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import is_device
from bytescope.core.source.shown import quoted_name

SNAPSHOT_LIMIT = 64 << 20
"""Most bytes that are kept of a file that the kernel makes as it is read."""

_KINDS = (
    (stat.S_ISDIR, "a folder; choose a file in it"),
    (stat.S_ISFIFO, "a pipe and has no fixed content; save what comes out of it to a file and open that"),
    (stat.S_ISSOCK, "a socket and has no content; choose a file"),
    (stat.S_ISCHR, "a character device and has no fixed content; choose a file or a block device"),
)

_OPENING = {
    errno.ENOENT: "there is no such file; check the path",
    errno.ENOTDIR: "a part of the path is not a folder; check the path",
    errno.EACCES: "you may not read it; ask its owner for permission to read",
    errno.EPERM: "the system does not let you open it; check its permissions and attributes",
    errno.ELOOP: "the links on the path lead in a circle; open the file that is meant by its own path",
    errno.ENAMETOOLONG: "the path is too long; open it by a shorter path",
    errno.EMFILE: "too many files are open; close some and try again",
    errno.ENFILE: "too many files are open in the system; close some and try again",
    errno.EAGAIN: "another program holds it for itself; try again when that has finished",
    errno.ENXIO: "there is no device behind it; connect the device and try again",
    errno.ENOMEDIUM: "there is no medium in the device; insert one and try again",
    errno.ESTALE: "the server no longer knows it; open it again by its path",
}

_NOT_LIVE = {
    errno.EACCES: "you may not write to it",
    errno.EPERM: "its attributes forbid writing",
    errno.EROFS: "it lies on a read-only file system",
    errno.ETXTBSY: "it is a program that is running",
}

_CONSUMED_BY_READING = frozenset({b"kmsg", b"trace_pipe"})


def open_file(
    path: str | bytes, access: Access = Access.EDIT, offset: int = 0, length: int | None = None
) -> FileSource:
    """Open ``path``, or a window of it: ``length`` bytes from ``offset``, cut at the end of the file.

    Block devices are opened for reading only, whatever ``access``. A file without permission to write
    opens with ``read_only`` set. What the kernel makes as it is read (procfs, sysfs) is read once, up to
    64 MiB. Raises OpenError, whose sentence says why and what to do. Never blocks on a pipe or a device.
    """
    if access is Access.MEMORY:
        raise ValueError("anonymous memory has no path")
    raw = _encoded(path)
    found = _look(raw)
    if is_device(found.st_mode):
        access = Access.READ
    read_only = access is not Access.READ and not _may_write(raw, found.st_mode)
    if access is Access.LIVE and read_only:
        raise _not_live(raw, errno.EACCES)
    fd = _open(raw, access)
    try:
        _check_kind(os.fstat(fd).st_mode, raw)  # it may have been replaced since
        os.set_blocking(fd, True)
        snapshot = _is_made_by_kernel(fd)
        if snapshot:
            fd, access = _snapshot(fd, raw), Access.READ
        return _windowed(fd, raw, access, offset, length, read_only=read_only, snapshot=snapshot)
    except OSError as error:
        os.close(fd)
        raise _refusal(raw, error) from error
    except OpenError:
        os.close(fd)
        raise


def create_file(path: str | bytes, size: int) -> None:
    """Make a new file of ``size`` bytes 00 that takes no room yet. OpenError if it exists or is too large."""
    raw = _encoded(path)
    if size < 0:
        raise OpenError("A file cannot have fewer than 0 bytes; give a size of 0 or more.")
    try:
        fd = os.open(raw, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    except FileExistsError as error:
        raise OpenError(f"{_quoted(raw)} exists already; choose another name or open it.") from error
    except OSError as error:
        raise OpenError(
            f"{_quoted(raw)} cannot be made: {_lowered(error)}; choose another folder."
        ) from error
    try:
        os.ftruncate(fd, size)
    except (OSError, OverflowError) as error:
        os.unlink(raw)
        raise OpenError(
            f"{_quoted(raw)} cannot be made with {size:,} bytes: the file system does not allow files of "
            "that size here; choose a smaller size or another folder."
        ) from error
    finally:
        os.close(fd)


def _encoded(path: str | bytes) -> bytes:
    """The path as absolute bytes; links and ``..`` are left to the system."""
    try:
        raw = os.fsencode(path)
    except UnicodeEncodeError as error:
        raise OpenError("The path has characters that no file name can have; check the path.") from error
    if not raw:
        raise OpenError("No path was given; give the path of a file.")
    if b"\0" in raw:
        raise OpenError(f"{_quoted(raw)} cannot be opened: no path has a zero byte; check the path.")
    return os.path.join(os.getcwdb(), raw)


def _look(raw: bytes) -> os.stat_result:
    try:
        found = os.stat(raw)
    except OSError as error:
        raise _refusal(raw, error) from error
    _check_kind(found.st_mode, raw)
    return found


def _check_kind(mode: int, raw: bytes) -> None:
    for is_kind, what in _KINDS:
        if is_kind(mode):
            raise OpenError(f"{_quoted(raw)} is {what}.")
    if not (stat.S_ISREG(mode) or stat.S_ISBLK(mode)):
        raise OpenError(f"{_quoted(raw)} is neither a file nor a block device; choose a file.")


def _may_write(raw: bytes, mode: int) -> bool:
    """By the mode bits too: they are meant for the superuser as well, whom the system does not stop."""
    return bool(mode & 0o222) and os.access(raw, os.W_OK, effective_ids=True)


def _open(raw: bytes, access: Access) -> int:
    flags = os.O_RDWR if access is Access.LIVE else os.O_RDONLY
    try:
        return os.open(raw, flags | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        if access is Access.LIVE and error.errno in _NOT_LIVE:
            raise _not_live(raw, error.errno) from error
        raise _refusal(raw, error) from error


def _windowed(
    fd: int, raw: bytes, access: Access, offset: int, length: int | None, *, read_only: bool, snapshot: bool
) -> FileSource:
    size = os.lseek(fd, 0, os.SEEK_END)
    if offset < 0 or (length is not None and length < 1):
        raise OpenError(
            "A window begins at 0 or later and has at least one byte; change its start or length."
        )
    if offset and offset >= size:
        raise OpenError(
            f"The window begins at {offset:,}, but {_quoted(raw)} has {size:,} bytes; "
            "choose an earlier start."
        )
    whole = length is None or (offset == 0 and length >= size)
    return FileSource(
        fd,
        raw,
        access,
        window_start=offset,
        window_length=None if whole else length,
        read_only=read_only,
        snapshot=snapshot,
    )


def _is_made_by_kernel(fd: int) -> bool:
    """Whether the size that ``stat`` tells is not the size of what reading gives (procfs, sysfs, cgroups)."""
    found = os.fstat(fd)
    if not stat.S_ISREG(found.st_mode) or found.st_blocks:
        return False
    return found.st_dev in _pseudo_devices() or (found.st_size == 0 and _major_zero_with_content(fd))


def _pseudo_devices() -> set[int]:
    devices = set()
    for place in ("/proc", "/sys"):
        try:
            devices.add(os.stat(place).st_dev)
        except OSError:
            continue
    return devices - {os.stat("/").st_dev}


def _major_zero_with_content(fd: int) -> bool:
    if os.major(os.fstat(fd).st_dev):
        return False
    try:
        return bool(os.pread(fd, 1, 0))
    except OSError:
        return False


def _snapshot(fd: int, raw: bytes) -> int:
    """A memory file with what reading ``fd`` gives now; ``fd`` is closed."""
    if os.path.basename(raw) in _CONSUMED_BY_READING:
        raise OpenError(f"{_quoted(raw)} is emptied by reading; copy it to a file first and open the copy.")
    os.set_blocking(fd, False)
    copy = os.memfd_create("bytescope-snapshot", os.MFD_CLOEXEC)
    size = 0
    try:
        while size <= SNAPSHOT_LIMIT and (part := os.read(fd, 1 << 20)):
            size += os.write(copy, part)
        if size > SNAPSHOT_LIMIT:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except OSError as error:
        os.close(copy)
        raise OpenError(
            f"{_quoted(raw)} is made by the kernel as it is read and cannot be read whole "
            f"({_lowered(error)}); copy the part you need to a file and open that."
        ) from error
    os.dup2(copy, fd, inheritable=False)
    os.close(copy)
    return fd


def _refusal(raw: bytes, error: OSError) -> OpenError:
    why = _OPENING.get(error.errno or 0)
    if error.errno == errno.ENOENT and os.path.islink(raw):
        why = "it is a link to a file that does not exist; mend the link or open another file"
    if why is None:
        why = f"{_lowered(error)}; check the path and the medium"
    return OpenError(f"{_quoted(raw)} cannot be opened: {why}.")


def _not_live(raw: bytes, number: int) -> OpenError:
    return OpenError(
        f"{_quoted(raw)} cannot be opened in Live access: {_NOT_LIVE[number]}; "
        "open it in Read or Edit access instead."
    )


def _quoted(raw: bytes) -> str:
    return quoted_name(raw)


def _lowered(error: OSError | OverflowError) -> str:
    text = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return text[:1].lower() + text[1:]
