"""Watches who reads and writes a file, by an own instance of the kernel's tracing (root, on request)."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import select
import stat
import sys
import time
import weakref
from typing import TYPE_CHECKING

from bytescope.core.errors import RefusedError
from bytescope.core.text.formats import plural
from bytescope.core.touched.medium import OVERLAY, Medium, magic, medium
from bytescope.core.touched.trace_lines import Pairing, lost_events, parse_trace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.core.source.mapped_name import MappedName
    from bytescope.core.touched.trace_lines import Access

NOT_PERMITTED = (
    "Not permitted: reading the kernel's trace events needs root; run Bytescope as root to watch reads and "
    "writes."
)
NOT_AVAILABLE = (
    "Not available on this system: the kernel has no trace events of the page cache; use Linux 6.12 or "
    "later with tracing."
)
PREFIX = "bytescope-"
MOST_INSTANCES = 1000
MEMORY = 32 << 20
"""Bytes of trace buffers, over all processors."""

MOST_AT_ONCE = 1 << 19
"""Bytes of lines that one look takes, 30 ms of work: on a busy file the next look takes the rest."""

PATIENCE = 0.1
"""Seconds: the two lines of an access come within microseconds, but a look can fall between them."""

_PLACES = ("/sys/kernel/tracing", "/sys/kernel/debug/tracing")
_READ_EVENTS = ("mm_filemap_get_pages", "mm_filemap_fault", "mm_filemap_map_pages")
_EXACT_WRITES = (
    ("ext4", "ext4_write_begin"),
    ("ext4", "ext4_da_write_begin"),
    ("xfs", "xfs_file_buffered_write"),
)
"""Events of file systems that tell the bytes of a write call, not just its folio."""

_FSOPEN, _FSCONFIG, _FSMOUNT = 430, 431, 432
"""The same on all architectures but alpha. Linux 5.2."""

_FSCONFIG_CMD_CREATE = 6
_libc = ctypes.CDLL(None, use_errno=True)


class TraceWatch:
    """An instance of the kernel's tracing that reports the page cache of one file. Close it.

    The instance is the kernel's and outlives a process that is killed: the next watch removes it.
    """

    def __init__(self, name: MappedName, *, without_us: bool = False, buffer_kib: int | None = None) -> None:
        """``without_us``: what this process does takes no room in the kernel's buffer, nor in the report.

        RefusedError: not permitted, or not available, and why.
        """
        if sys.platform != "linux":
            raise RefusedError(NOT_AVAILABLE)
        self.lost = 0
        """Events that did not fit the kernel's buffer."""

        self.strange = 0
        """Lines that were not understood."""

        self.missing: tuple[str, ...] = ()
        """Events that this kernel does not have."""

        self._name = name
        self._page = os.sysconf("SC_PAGESIZE")
        self._left_out: set[str] | None = set() if without_us else None
        self._pairing = Pairing(self._page)
        self._rest = b""
        self._kernel = _Kernel(_open_tracefs())
        # Also when nobody closes it: at the end of the program, or of whoever held it.
        self._end = weakref.finalize(self, self._kernel.close)
        try:
            remove_stale(self._kernel.root)
            self._kernel.make_instance()
            self._set_up(buffer_kib)
            self._kernel.open_pipe()
        except OSError as error:
            self.close()
            raise _refusal(error) from error
        except RefusedError:
            self.close()
            raise

    def wait(self, seconds: float) -> bool:
        """Whether lines came within ``seconds``."""
        poll = select.poll()
        poll.register(self._kernel.pipe, select.POLLIN)
        return bool(poll.poll(seconds * 1000))

    def take(self, patience: float = PATIENCE) -> list[Access]:
        """What came since, in the order of time; does not wait.

        What may be half of an access is kept for the next look unless it is older than ``patience`` seconds.
        """
        self._leave_out_us()
        out: list[Access] = []
        taken = 0
        while taken < MOST_AT_ONCE:
            try:
                data = os.read(self._kernel.pipe, 1 << 16)
            except (BlockingIOError, InterruptedError):
                break
            if not data:
                break
            taken += len(data)
            *lines, self._rest = (self._rest + data).split(b"\n")
            for line in lines:
                out.extend(self._accesses(line))
        out.extend(self._pairing.flush(time.monotonic() - patience))
        out.sort(key=_moment)
        if self._left_out is None:
            return out
        ours = os.getpid()
        return [access for access in out if access.process != ours]

    def complaint(self) -> str:
        """What a person must know of what is not in the report; empty where nothing is missing."""
        parts = []
        if self.lost:
            parts.append(f"{plural(self.lost, 'event')} came too fast and were lost")
        if self.missing:
            parts.append(f"this kernel does not report {' and '.join(self.missing)}")
        text = "; ".join(parts)
        return f"{text[:1].upper()}{text[1:]}." if text else ""

    def close(self) -> None:
        """Remove the instance. Safe to call twice."""
        self._end()

    def _accesses(self, line: bytes) -> Iterator[Access]:
        if lost := lost_events(line):
            self.lost += lost
            return
        found = parse_trace(line, self._page)
        if found is None:
            self.strange += bool(line.strip())
        else:
            yield from self._pairing.take(found)

    def _leave_out_us(self) -> None:
        """Have the kernel pass over our threads: a survey of the file would fill its buffer."""
        if self._left_out is None:
            return
        new = set(os.listdir("/proc/self/task")) - self._left_out
        if new:
            self._left_out |= new
            self._kernel.attempt("set_event_notrace_pid", " ".join(sorted(new)))  # it adds to the list

    def _set_up(self, buffer_kib: int | None) -> None:
        """Clock, columns, buffer, and the events of this file alone. Raises OSError, RefusedError."""
        each = MEMORY // 1024 // max(1, os.cpu_count() or 1)
        self._kernel.attempt("buffer_size_kb", str(buffer_kib or min(4096, max(256, each))))
        for option, value in (("irq-info", "0"), ("record-tgid", "1")):
            self._kernel.attempt(
                f"options/{option}", value
            )  # where it cannot be had the lines are read all the same
        self._kernel.write("trace_clock", "mono")
        self._leave_out_us()
        device = self._name.major << 20 | self._name.minor
        of_file = f"i_ino=={self._name.inode} && s_dev=={device}"
        there = [event for event in _READ_EVENTS if self._enable("filemap", event, of_file)]
        dirty = f"ino=={self._name.inode}"
        bdi = bdi_name(self._name)
        if bdi:
            dirty += f' && name=="{bdi}"'
        writes = self._enable("writeback", "writeback_dirty_folio", dirty)
        for system, event in _EXACT_WRITES:
            self._enable(system, event, f"ino=={self._name.inode} && dev=={device}")
        if not there and not writes:
            raise RefusedError(NOT_AVAILABLE)
        gaps = (("reads by calls", _READ_EVENTS[0] in there), ("reads through mappings", len(there) > 1))
        self.missing = tuple(what for what, told in (*gaps, ("writes", writes)) if not told)

    def _enable(self, system: str, event: str, filter_: str) -> bool:
        folder = f"events/{system}/{event}"
        try:
            self._kernel.write(f"{folder}/filter", filter_)
            self._kernel.write(f"{folder}/enable", "1")
        except FileNotFoundError:
            return False
        return True


class _Kernel:
    """What a watch holds of the kernel: the tracing file system, its instance, the pipe of lines."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.pipe = -1
        self._instance = ""

    def make_instance(self) -> None:
        for number in range(MOST_INSTANCES):
            path = f"instances/{PREFIX}{os.getpid()}-{number}"
            try:
                os.mkdir(path, dir_fd=self.root)
            except FileExistsError:
                continue
            self._instance = path
            return
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    def open_pipe(self) -> None:
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
        self.pipe = os.open(f"{self._instance}/trace_pipe", flags, dir_fd=self.root)

    def write(self, path: str, text: str) -> None:
        fd = os.open(f"{self._instance}/{path}", os.O_WRONLY | os.O_CLOEXEC, dir_fd=self.root)
        try:
            os.write(fd, text.encode())
        finally:
            os.close(fd)

    def attempt(self, path: str, text: str) -> None:
        with contextlib.suppress(OSError):
            self.write(path, text)

    def close(self) -> None:
        if self.pipe >= 0:
            os.close(self.pipe)
        if self._instance:
            with contextlib.suppress(OSError):  # somebody looks into it: the next watch removes it
                os.rmdir(self._instance, dir_fd=self.root)
        os.close(self.root)


def _moment(access: Access) -> float:
    return access.time


def remove_stale(root: int) -> list[str]:
    """Remove the instances of processes that are no more; those in use stay. Their names."""
    folder = os.open("instances", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=root)
    removed = []
    try:
        for entry in os.listdir(folder):
            pid = entry.removeprefix(PREFIX).partition("-")[0]
            if not entry.startswith(PREFIX) or not pid.isdigit() or os.path.exists(f"/proc/{pid}"):
                continue
            try:
                os.rmdir(entry, dir_fd=folder)
            except OSError:  # in use, or another did it
                continue
            removed.append(entry)
    finally:
        os.close(folder)
    return removed


def blind_spots(fd: int) -> str:
    """What the kernel does not report of this file at all, as a sentence; empty where it reports all."""
    if stat.S_ISBLK(os.fstat(fd).st_mode):
        return "Of a block device the kernel reports reads and writes under another number: none will show."
    kind = medium(fd)
    if kind is Medium.MEMORY:
        return "Of a file kept in memory (tmpfs) the kernel reports nothing but loads by mappings."
    if kind is Medium.OTHER and magic(fd) == OVERLAY:
        return "Of a file on an overlay the kernel reports nothing; watch the file in the layer below it."
    return ""


def bdi_name(name: MappedName) -> str:
    """How the kernel's writeback calls the device below a file system; empty where that is not told."""
    try:
        place = os.path.realpath(f"/sys/dev/block/{name.major}:{name.minor}")
        if os.path.exists(f"{place}/partition"):
            place = os.path.dirname(place)
        found = os.path.basename(os.readlink(f"{place}/bdi"))
    except OSError:
        return ""
    return found if found.replace(":", "").isdigit() else ""


def _open_tracefs() -> int:
    """A descriptor of the tracing file system; where nobody mounted it, of a mount that only we have."""
    if os.geteuid() != 0:
        raise RefusedError(NOT_PERMITTED)
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    for place in _PLACES:
        if os.path.exists(f"{place}/instances"):
            try:
                return os.open(place, flags)
            except OSError as error:
                raise _refusal(error) from error
    context = _call(_FSOPEN, b"tracefs", ctypes.c_uint(1))
    try:
        _call(
            _FSCONFIG, ctypes.c_int(context), ctypes.c_uint(_FSCONFIG_CMD_CREATE), None, None, ctypes.c_int(0)
        )
        # Not attached to any folder: it ends with its last descriptor, whatever happens to us.
        mount = _call(_FSMOUNT, ctypes.c_int(context), ctypes.c_uint(1), ctypes.c_uint(0))
    finally:
        os.close(context)
    try:
        return os.open(".", flags, dir_fd=mount)
    except OSError as error:
        raise _refusal(error) from error
    finally:
        os.close(mount)


def _call(number: int, *arguments: object) -> int:
    result = int(_libc.syscall(ctypes.c_long(number), *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise _refusal(OSError(code, os.strerror(code)))
    return result


def _refusal(error: OSError) -> RefusedError:
    if error.errno in (errno.EPERM, errno.EACCES):
        return RefusedError(
            "Not permitted: this system does not let even root read the kernel's trace events here; run "
            "Bytescope outside of the container."
        )
    if error.errno in (errno.ENODEV, errno.ENOSYS, errno.ENOENT):
        return RefusedError(NOT_AVAILABLE)
    return RefusedError(
        f"The kernel's trace events cannot be had ({os.strerror(error.errno or 0).lower()}); try again."
    )
