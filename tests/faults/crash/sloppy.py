"""System calls that forget one thing a safe save needs: to see that the crash tests notice."""

from __future__ import annotations

import dataclasses
import os
import stat
from collections.abc import Callable
from typing import Any

from bytescope.core.storage.calls import CALLS, Calls


def kind_of(fd: int) -> str:
    """What is synced: "journal", "log", "state folder", "folder", or "data" (the person's file)."""
    path = os.readlink(f"/proc/self/fd/{fd}")
    if stat.S_ISDIR(os.fstat(fd).st_mode):
        return "state folder" if "/state" in path else "folder"
    for name in ("journal", "log"):
        if f"/state/{name}s/" in path:
            return name
    return "data"


def without_sync(left_out: str) -> Calls:
    """All syncs of one kind say that they are done, and do nothing."""

    def pretending(call: Callable[[int], None]) -> Callable[[int], None]:
        return lambda fd: None if kind_of(fd) == left_out else call(fd)

    return dataclasses.replace(CALLS, fsync=pretending(CALLS.fsync), fdatasync=pretending(CALLS.fdatasync))


def with_late_journal() -> Calls:
    """What is written to a journal gets there only when the person's file is synced: too late."""
    held: list[tuple[int, bytes, int]] = []

    def pwrite(fd: int, data: Any, offset: int) -> int:
        if kind_of(fd) != "journal":
            return CALLS.pwrite(fd, data, offset)
        held.append((fd, bytes(data), offset))
        return len(data)

    def fdatasync(fd: int) -> None:
        if kind_of(fd) == "data":
            while held:
                CALLS.pwrite(*held.pop(0))
        CALLS.fdatasync(fd)

    return dataclasses.replace(CALLS, pwrite=pwrite, fdatasync=fdatasync)
