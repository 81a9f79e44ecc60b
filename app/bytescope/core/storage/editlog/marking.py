"""Writes into a log that was left behind how the save ended that was under way: for journal recovery."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bytescope.core.source.identity import Identity
from bytescope.core.storage.calls import CALLS, Calls, sync_data
from bytescope.core.storage.editlog.folding import Fold, folded
from bytescope.core.storage.editlog.layout import (
    KIND,
    NOT_SAVED,
    SAVED,
    SAVING,
    LogError,
    Saving,
    Stamp,
    dumped,
    saving_values,
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


def note_saving(
    state: StateFolder, name: str, journal: str | None, new_file: Identity | None, calls: Calls = CALLS
) -> None:
    """A save of what the log has begins, by a program that only made its edits again. As ``note_saved``."""
    stamp = Stamp.of(new_file) if new_file is not None else None
    with _held(state, name, calls) as found:
        if found is not None:
            _append(*found, SAVING, saving_values(Saving(journal, stamp)), calls)


def _note(state: StateFolder, name: str, kind: int, identity: Identity, calls: Calls) -> None:
    stamp = Stamp.of(identity)
    with _held(state, name, calls) as found:
        if found is not None and not _is_said(found[1], kind, stamp):
            _append(*found, kind, stamp_values(stamp), calls)


def _append(fd: int, fold: Fold, kind: int, values: dict[str, object], calls: Calls) -> None:
    calls.ftruncate(fd, fold.end)  # what is torn there must not stand behind the new end
    writer = RecordWriter(fd, calls, fold.end)
    writer.append(kind, dumped(values))
    sync_data(calls, fd)


@contextmanager
def _held(state: StateFolder, name: str, calls: Calls) -> Iterator[tuple[int, Fold] | None]:
    """The log, held against others; None where there is none that could be told anything."""
    from bytescope.core.storage.editlog.orphans import in_use

    try:
        fd = state.claim(KIND, name)
    except FileNotFoundError:
        yield None
        return
    if fd is None:
        raise in_use()
    try:
        try:
            fold = folded(fd, calls)
        except LogError:
            fold = None
        yield None if fold is None else (fd, fold)
    finally:
        calls.close(fd)


def _is_said(fold: Fold, kind: int, stamp: Stamp) -> bool:
    """Whether the log says this already."""
    still_unsaved = kind == SAVED and bool(fold.steps.names)
    return fold.saving is None and fold.place.stamp == stamp and not still_unsaved
