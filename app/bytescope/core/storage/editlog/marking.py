"""Writes into a log that was left behind how the save ended that was under way: for journal recovery."""

from __future__ import annotations

from bytescope.core.source.identity import Identity
from bytescope.core.storage.calls import CALLS, Calls, sync_data
from bytescope.core.storage.editlog.folding import Fold, folded
from bytescope.core.storage.editlog.layout import (
    KIND,
    NOT_SAVED,
    SAVED,
    LogError,
    Stamp,
    dumped,
    stamp_values,
)
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.records import RecordWriter


def note_saved(state: StateFolder, name: str, identity: Identity, calls: Calls = CALLS) -> None:
    """The file holds what the log had when the save began: nothing of that is unsaved any more.

    Durable when it returns, and the same if done twice. A log that is gone or was never written is no error.
    Raises RefusedError where a running program is working with the log, ``OSError``.
    """
    _note(state, name, SAVED, identity, calls)


def note_not_saved(state: StateFolder, name: str, identity: Identity, calls: Calls = CALLS) -> None:
    """The file was put back: it has the old bytes, and the edits are unsaved. The rest as ``note_saved``."""
    _note(state, name, NOT_SAVED, identity, calls)


def _note(state: StateFolder, name: str, kind: int, identity: Identity, calls: Calls) -> None:
    from bytescope.core.storage.editlog.orphans import in_use

    try:
        fd = state.claim(KIND, name)
    except FileNotFoundError:
        return
    if fd is None:
        raise in_use()
    try:
        fold = folded(fd, calls)
        if fold is None or _is_said(fold, kind, Stamp.of(identity)):
            return
        calls.ftruncate(fd, fold.end)  # what is torn there must not stand behind the new end
        writer = RecordWriter(fd, calls, fold.end)
        writer.append(kind, dumped(stamp_values(Stamp.of(identity))))
        sync_data(calls, fd)
    except LogError:
        return
    finally:
        calls.close(fd)


def _is_said(fold: Fold, kind: int, stamp: Stamp) -> bool:
    """Whether the log says this already."""
    still_unsaved = kind == SAVED and bool(fold.steps.names)
    return fold.saving is None and fold.place.stamp == stamp and not still_unsaved
