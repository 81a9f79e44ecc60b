"""Writes a log anew with only what is in force, so that its length follows what there is to recover."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from bytescope.core.errors import SaveError
from bytescope.core.storage.calls import Calls, sync_data
from bytescope.core.storage.editlog.batch import Batch
from bytescope.core.storage.editlog.folding import folded
from bytescope.core.storage.editlog.layout import (
    EDIT,
    HEADER,
    KIND,
    READY,
    Header,
    Place,
    dumped,
    header_values,
    pack,
)
from bytescope.core.storage.records import Records

if TYPE_CHECKING:
    from bytescope.core.storage.private import StateFolder


def compacted(state: StateFolder, fd: int, name: str, place: Place, calls: Calls) -> tuple[int, str, int]:
    """A log with what is in force of log ``name`` behind ``fd``: descriptor, name, end. It is on the disk.

    From its last record on it counts, and the old one no more, which the caller removes. Raises ``OSError``
    and SaveError, with nothing left behind.
    """
    fold = folded(fd, calls)
    if fold is None or fold.damaged or fold.saving is not None:
        raise SaveError("the log cannot be read back")
    new, new_name = state.create(KIND)
    try:
        writer = Batch(new, calls, 0)
        writer.append(HEADER, dumped(header_values(Header(place, name, time.time()))))
        for start, end in fold.steps.runs():
            _copy(fd, start, end, writer, calls)
        for step in reversed(fold.steps.names[fold.steps.index :]):
            writer.append(EDIT, pack({"o": "undo", "n": step}))
        writer.flush()
        sync_data(calls, new)  # all of it before the word that it counts
        writer.append(READY)
        writer.flush()
        sync_data(calls, new)
    except BaseException:
        with contextlib.suppress(OSError):
            state.remove(KIND, new_name)
        with contextlib.suppress(OSError):
            calls.close(new)
        raise
    return new, new_name, writer.end


def _copy(fd: int, start: int, end: int, writer: Batch, calls: Calls) -> None:
    for record in Records(fd, calls, start):
        writer.append(record.kind, record.payload)
        if record.end >= end:
            return
    raise SaveError("the log cannot be read back")
