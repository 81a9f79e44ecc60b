"""A process's page table as the kernel tells it: the PAGEMAP_SCAN call, and the older list of entries."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.ticket import Ticket

    Places = NDArray[np.int64]

WRITTEN, FILE, PRESENT = 1 << 1, 1 << 2, 1 << 3
"""Categories of a page; see Documentation/admin-guide/mm/pagemap.rst and linux/fs.h."""

WP_MATCHING, CHECK_WPASYNC = 1, 2
"""Flags: write-protect what matches in the same step; fail where a range is not watched that way."""

_PAGEMAP_SCAN = 0xC0606610
"""_IOWR('f', 16, struct pm_scan_arg), the same on all architectures. Linux 6.7."""

_REGIONS = 4096
_ENTRIES = 1 << 16
_OF_A_FILE, _PRESENT = np.uint64(1 << 61), np.uint64(1 << 63)
UNKNOWN_CALL = (errno.ENOTTY, errno.EINVAL, errno.ENOSYS)

_libc = ctypes.CDLL(None, use_errno=True)
# By ctypes and not by fcntl.ioctl, so that a long walk holds nobody up: ctypes frees the GIL.
_libc.ioctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p)


class _ScanArg(ctypes.Structure):
    """``struct pm_scan_arg``."""

    _fields_ = [
        (name, ctypes.c_uint64)
        for name in (
            "size", "flags", "start", "end", "walk_end", "vec", "vec_len", "max_pages",
            "category_inverted", "category_mask", "category_anyof_mask", "return_mask",
        )
    ]  # fmt: skip


def scan(
    fd: int, start: int, end: int, mask: int, flags: int = 0, ticket: Ticket | None = None
) -> tuple[Places, Places]:
    """Runs of addresses in ``start`` to ``end`` whose pages are in all categories of ``mask``.

    ``fd``: of ``/proc/PID/pagemap``. First and end addresses, both i8[n], in order. Raises OSError: ENOTTY
    before Linux 6.7, ESRCH or EFAULT where the process is ending.
    """
    regions = np.empty((_REGIONS, 3), np.uint64)
    asked = _ScanArg(
        size=ctypes.sizeof(_ScanArg), flags=flags, end=end, vec=regions.ctypes.data, vec_len=_REGIONS,
        category_mask=mask, return_mask=mask,
    )  # fmt: skip
    firsts: list[Places] = []
    ends: list[Places] = []
    at = start
    while at < end:
        if ticket is not None:
            ticket.check()
        asked.start = at
        found = _libc.ioctl(fd, _PAGEMAP_SCAN, ctypes.byref(asked))
        if found < 0:
            number = ctypes.get_errno()
            if number == errno.EINTR:
                continue
            raise OSError(number, os.strerror(number))
        firsts.append(regions[:found, 0].astype(np.int64))
        ends.append(regions[:found, 1].astype(np.int64))
        at = max(asked.walk_end, at + 1)
    return _joined(firsts), _joined(ends)


def present_entries(fd: int, start: int, end: int, ticket: Ticket | None = None) -> tuple[Places, Places]:
    """The runs that are present and a file's, by the list of 64-bit entries, which every Linux has.

    Costs 8 bytes read for each page, present or not. Raises OSError.
    """
    page = os.sysconf("SC_PAGESIZE")
    wanted = _OF_A_FILE | _PRESENT
    firsts: list[Places] = []
    ends: list[Places] = []
    for at in range(start // page, end // page, _ENTRIES):
        if ticket is not None:
            ticket.check()
        data = os.pread(fd, 8 * min(_ENTRIES, end // page - at), 8 * at)
        entries = np.array(memoryview(data).cast("Q"), np.uint64)
        padded = np.concatenate(([False], (entries & wanted) == wanted, [False]))
        edges = np.flatnonzero(padded[1:] != padded[:-1]).astype(np.int64)
        firsts.append((edges[::2] + at) * page)
        ends.append((edges[1::2] + at) * page)
    return _joined(firsts), _joined(ends)


def _joined(parts: list[Places]) -> Places:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
