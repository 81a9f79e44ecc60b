"""Runs something in a child process from which the system takes what it usually has."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable

import pytest

from bytescope.core.errors import RefusedError

_NEW_MOUNTS, _PRIVATE_AND_BELOW = 0x20000, 0x44000


def refusal_without_proc(act: Callable[[], object]) -> str:
    """The sentence with which ``act`` is refused where /proc is an empty folder; "" where it is not.

    Needs root; skips where even root may not mount anything.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            status = 77 if not _hide_proc() else 0
            if not status:
                act()
        except RefusedError as error:
            os.write(writer, str(error).encode())
        except BaseException as error:
            os.write(writer, f"not refused, but {error!r}".encode())
        finally:
            os._exit(status)
    os.close(writer)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = os.read(reader, 4096).decode()
    os.close(reader)
    if status == 77:
        pytest.skip("no mounts of one's own here")
    return said


def _hide_proc() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    return (
        libc.unshare(_NEW_MOUNTS) == 0
        and libc.mount(b"none", b"/", None, _PRIVATE_AND_BELOW, None) == 0
        and libc.mount(b"none", b"/proc", b"tmpfs", 0, None) == 0
    )
