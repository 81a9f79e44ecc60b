"""userfaultfd in the mode in which the kernel itself notes which pages of a mapping were stored to."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

from bytescope.core.errors import RefusedError

NEEDS = "it needs Linux 6.7 or later on x86-64 (userfaultfd with asynchronous write protection)"

_NUMBERS = {"x86_64": 323, "aarch64": 282}
"""userfaultfd(2)."""

_USER_MODE_ONLY = 1
_API = 0xAA
_UFFDIO_API, _UFFDIO_REGISTER = 0xC018AA3F, 0xC020AA00
_WP_UNPOPULATED, _WP_ASYNC = 1 << 13, 1 << 15
_REGISTER_MODE_WP = 2

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ioctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p)


class _Api(ctypes.Structure):
    """``struct uffdio_api``."""

    _fields_ = [("api", ctypes.c_uint64), ("features", ctypes.c_uint64), ("ioctls", ctypes.c_uint64)]


class _Register(ctypes.Structure):
    """``struct uffdio_register``."""

    _fields_ = [(name, ctypes.c_uint64) for name in ("start", "len", "mode", "ioctls")]


def open_userfault() -> int:
    """A descriptor that registers ranges of this process; what it registered ends with it.

    RefusedError with the reason where this system does not have it, or does not let us.
    """
    number = _NUMBERS.get(os.uname().machine) if sys.platform == "linux" else None
    if number is None:
        raise RefusedError(f"The store audit is not available on this system: {NEEDS}.")
    # Faults of user space only: more would need a privilege, and nothing of the kernel's is waited for.
    flags = os.O_CLOEXEC | os.O_NONBLOCK | _USER_MODE_ONLY
    fd = int(_libc.syscall(ctypes.c_long(number), ctypes.c_int(flags)))
    if fd < 0:
        raise refusal(ctypes.get_errno())
    api = _Api(api=_API, features=_WP_ASYNC | _WP_UNPOPULATED)
    if _libc.ioctl(fd, _UFFDIO_API, ctypes.byref(api)):
        code = ctypes.get_errno()
        os.close(fd)
        raise refusal(code)
    return fd


def register(fd: int, start: int, end: int) -> None:
    """Note stores to the addresses ``start`` to ``end`` (whole pages, one mapping). Raises OSError."""
    asked = _Register(start=start, len=end - start, mode=_REGISTER_MODE_WP)
    if _libc.ioctl(fd, _UFFDIO_REGISTER, ctypes.byref(asked)):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def refusal(code: int) -> RefusedError:
    """The sentence for an error number of these calls."""
    if code in (errno.EPERM, errno.EACCES):
        return RefusedError(
            "Not permitted: this system does not let programs use userfaultfd, which the store audit needs; "
            "run Bytescope outside of the container."
        )
    if code in (errno.ENOMEM, errno.EMFILE, errno.ENFILE):
        why = os.strerror(code).lower()
        return RefusedError(f"The store audit could not begin ({why}); close other documents and try again.")
    return RefusedError(f"The store audit is not available on this system: {NEEDS}.")
