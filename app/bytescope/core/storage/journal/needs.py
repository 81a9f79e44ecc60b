"""What a journal of a save would need, asked before there is one."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bytescope.core.document.lent import whole_file
from bytescope.core.document.patterns import FileBytes, Pattern
from bytescope.core.source.memory import ZeroSource
from bytescope.core.storage.places import existing

if TYPE_CHECKING:
    from bytescope.core.source.base import Source
    from bytescope.core.source.file import FileSource
    from bytescope.core.storage.calls import Calls
    from bytescope.core.storage.private import StateFolder

FILE_LIMIT = 64 << 20
"""A file that a fill repeats is copied into the journal up to this size; a larger one must stay as it is."""


def described(source: Source) -> bool:
    """Whether a journal needs a few bytes only for any length of this source."""
    if isinstance(source, ZeroSource):
        return True
    if isinstance(source, FileBytes):
        file = whole_file(source.source)
        # Of a window, or of what the kernel made up, the file at the path tells nothing.
        plain = file is not None and not file.windowed and not file.snapshot
        return source.source.size <= FILE_LIMIT or plain
    return isinstance(source, Pattern)


def can_clone(base: FileSource, state: StateFolder, calls: Calls) -> bool:
    """Whether the file system can let the state folder share all bytes of the file. Leaves nothing behind."""
    try:
        fd = calls.spool(existing(state.root))
    except OSError:
        return False
    try:
        calls.clone(fd, base.fd)
    except OSError:
        return False
    finally:
        with contextlib.suppress(OSError):
            calls.close(fd)
    return True
