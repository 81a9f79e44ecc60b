"""What is looked at before a save: is it still the same file, may it be written, is there room."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from typing import TYPE_CHECKING

from bytescope.core.errors import OutsideChangeError, RefusedError, SaveError
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Outside, identity_from
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.causes import advice_for, cause_of
from bytescope.core.storage.places import free_bytes, real_path
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.document.document import Document
    from bytescope.core.pages.print_store import Stretch
    from bytescope.core.storage.plan import SavePlan
    from bytescope.core.ticket import Ticket

_SLACK = 1 << 20
"""Room beyond the bytes themselves, for the file system's own records."""

_HAPPENED = {
    Outside.CONTENT: "was changed by another program since it was opened",
    Outside.GREW: "was made longer by another program",
    Outside.SHRANK: "was made shorter by another program",
    Outside.REPLACED: "was replaced by another file",
    Outside.DELETED: "was deleted or moved",
}
_SAVE_ANYWAY = "Save anyway to put your edits over it, reload it, or use Save As"
_SAVE_AS = "Use Save As to keep your edits"
_ADVICE = {Outside.CONTENT: _SAVE_ANYWAY, Outside.GREW: _SAVE_ANYWAY}


def check(document: Document, plan: SavePlan) -> None:
    """Raise what stands against the save, before anything is written.

    ``OutsideChangeError``: the file is no longer the one that was opened. ``RefusedError``: it may not be
    written or another program has it locked. ``SaveError``: not enough room.
    """
    base = document.base
    if not isinstance(base, FileSource):
        raise RefusedError("This document has no file yet: use Save As.")
    check_outside(base, force=False)
    CALLS.close(open_checked(base, plan, CALLS))


def check_outside(base: FileSource, *, force: bool) -> None:
    """Raise ``OutsideChangeError`` if the file changed; with ``force`` only where writing to it makes no
    sense.
    """
    outside = base.check_outside()
    if outside is Outside.NONE or (force and outside in _ADVICE):
        return
    raise OutsideChangeError(
        f"“{base.name}” {_HAPPENED[outside]}; nothing was written. {_ADVICE.get(outside, _SAVE_AS)}.",
        sort=outside,
    )


def check_content(base: FileSource, known: Sequence[Stretch], ticket: Ticket) -> None:
    """Raise ``OutsideChangeError`` if pages of ``known``, to be written over, are not as they were read.

    The times do not show every change: stores through a mapping may leave them as they are.
    """
    if not known:
        return
    from bytescope.core.text.outside_text import pages_text
    from bytescope.core.touched.comparing import compare

    changed = compare(base, known, ticket).changed
    if changed:
        pages = pages_text(changed, len(changed), changed.pages)
        raise OutsideChangeError(
            f"“{base.name}” {_HAPPENED[Outside.CONTENT]}, on {pages} that would be written; nothing was "
            f"written. {_SAVE_ANYWAY}.",
            sort=Outside.CONTENT,
            pages=tuple(changed),
        )


def open_checked(base: FileSource, plan: SavePlan, calls: Calls) -> int:
    """A descriptor to write the file with, locked against others that lock; the same inode as ``base``."""
    fd = _open_for_writing(base, calls)
    try:
        found = calls.fstat(fd)
        if not identity_from(found).same_file(base.opened):
            raise OutsideChangeError(
                f"“{base.name}” {_HAPPENED[Outside.REPLACED]}; nothing was written. {_SAVE_AS}.",
                sort=Outside.REPLACED,
            )
        if not stat.S_ISREG(found.st_mode):
            raise RefusedError(f"“{base.name}” is not a regular file: use Save As.")
        _lock(base, fd, calls)
        _check_space(base, plan, fd, found)
    except BaseException as error:
        with contextlib.suppress(OSError):
            calls.close(fd)
        if isinstance(error, OSError):
            raise _cannot_be_written(base, error) from error
        raise
    return fd


def _open_for_writing(base: FileSource, calls: Calls) -> int:
    try:
        # Not blocking: should a FIFO stand there by now, the next check says so.
        return calls.open(base.path, os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except FileNotFoundError:
        raise OutsideChangeError(
            f"“{base.name}” {_HAPPENED[Outside.DELETED]}; nothing was written. {_SAVE_AS}.",
            sort=Outside.DELETED,
        ) from None
    except OSError as error:
        raise _cannot_be_written(base, error) from error


def _cannot_be_written(base: FileSource, error: OSError) -> RefusedError:
    return RefusedError(f"“{base.name}” cannot be written: {cause_of(error)}; {advice_for(error)}.")


def _lock(base: FileSource, fd: int, calls: Calls) -> None:
    try:
        calls.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Locks are advisory, and some file systems have none: only a lock that is held stands against a save.
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise RefusedError(
                f"“{base.name}” is locked by another program; end what it does there, then save again."
            ) from None


def _check_space(base: FileSource, plan: SavePlan, fd: int, found: os.stat_result) -> None:
    needed = plan.needs_space
    if plan.in_place:
        # Preallocated blocks read as holes but have their room already.
        growth = max(0, plan.ranges[-1].end - base.size) if plan.ranges else 0
        needed = min(needed, max(0, found.st_size - found.st_blocks * 512) + growth)
    if not needed:
        return
    free = free_bytes(fd if plan.in_place else os.path.dirname(real_path(base)))
    if needed + _SLACK > free:
        raise SaveError(
            f"There is not enough space to save “{base.name}”: {plural(needed, 'byte')} are needed and "
            f"{plural(free, 'byte')} are free; nothing was written. Free some space, or use Save As to "
            "another disk."
        )
