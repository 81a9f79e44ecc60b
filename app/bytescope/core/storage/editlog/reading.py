"""Which unsaved edits an earlier run has left behind, and what can be done with them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from bytescope.core.document.document import Document
from bytescope.core.errors import RefusedError
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.editlog.exporting import export as export
from bytescope.core.storage.editlog.folding import Fold, folded
from bytescope.core.storage.editlog.layout import KIND, LogError, Place, Stamp
from bytescope.core.storage.editlog.matching import Match as Match
from bytescope.core.storage.editlog.matching import check_base, match_of, open_place, settle
from bytescope.core.storage.editlog.orphans import claimed, opened
from bytescope.core.storage.editlog.orphans import discard as discard
from bytescope.core.storage.editlog.replaying import Replayed, replay_all
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket

_HARDLY_ANYTHING = 1 << 16


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A log that was left behind, with edits in force.

    ``path`` is None for a document in memory, whose size is that of ``identity``. ``window`` is (start,
    length) where only a part of the file was open. ``steps`` are the names of the done steps, ``edits``
    is their number, ``bytes`` what they have of their own. ``last`` is the time of the last edit (seconds
    since 1970). ``damaged``: the log ends in something that cannot be read; what stands before it is whole.
    ``pending``: a save was under way, and its journal has to tell first whether the file holds the edits.
    """

    name: str
    path: bytes | None
    identity: Stamp
    window: tuple[int, int] | None
    steps: list[str]
    edits: int
    bytes: int
    last: float
    damaged: bool
    pending: bool
    match: Match

    @property
    def shown(self) -> str:
        """The document's name for people; to be shown as plain text."""
        return "Untitled" if self.path is None else printable_name(self.path)


def unsaved(state: StateFolder, calls: Calls = CALLS) -> list[Unsaved]:
    """The logs with edits in force that nobody is working with, the latest first. Changes nothing.

    Raises ``StateFolderError`` where the folder itself cannot be read; a log that cannot is passed over.
    """
    found: list[Unsaved] = []
    replaced: set[str] = set()
    for name in state.names(KIND):
        with contextlib.suppress(OSError, LogError, RefusedError), claimed(state, name, calls) as (fd, fold):
            if not fold.ready:
                continue
            if fold.header.replaces is not None:
                replaced.add(fold.header.replaces)
            pending = settle(state, fold, calls)
            if fold.steps.index:
                found.append(_unsaved(name, fold, calls.fstat(fd).st_mtime, pending, calls))
    return sorted((item for item in found if item.name not in replaced), key=_when, reverse=True)


def _unsaved(name: str, fold: Fold, last: float, pending: bool, calls: Calls) -> Unsaved:
    place = fold.place
    return Unsaved(
        name=name,
        path=place.path,
        identity=place.stamp,
        window=None if place.window_length is None else (place.window_start, place.window_length),
        steps=fold.steps.names[: fold.steps.index],
        edits=fold.steps.index,
        bytes=fold.steps.done_bytes,
        last=last,
        damaged=fold.damaged,
        pending=pending,
        match=match_of(place, calls),
    )


def _when(item: Unsaved) -> float:
    return item.last


def open_base(item: Unsaved) -> Document:
    """A document without edits on what the edits of ``item`` were made on. Raises ``OpenError``."""
    start, length = item.window or (0, None)
    return open_place(Place(item.path, *item.identity, start, length, item.identity.size))


def replay(
    state: StateFolder,
    name: str,
    document: Document,
    ticket: Ticket,
    *,
    anyway: bool = False,
    calls: Calls = CALLS,
) -> Replayed:
    """Make the edits of log ``name`` again on ``document``, as unsaved steps with the names they had.

    The document must have no steps and stand on the same part of the same file: OutsideChangeError where
    that has changed since, unless ``anyway``. RefusedError where the log cannot be read, is in use, waits
    for a journal, or was made on something else; ``Cancelled`` leaves a part of the edits made. The log
    stays as it is. What cannot be made again is left out with all behind it; ``complaint`` of the result
    says so.
    """
    with opened(state, name, calls) as (fd, fold):
        if settle(state, fold, calls):
            raise RefusedError("A save of this file was interrupted; complete it or roll it back first.")
        check_base(document, fold.place, anyway=anyway)
        document.scratch = state.root
        return replay_all(fd, fold, document, ticket, calls)


def tidy(state: StateFolder, calls: Calls = CALLS) -> None:
    """Remove logs that nobody is working with and that have nothing in force: left by a crash just after a
    save, or while one log took over from another. What cannot be understood stays.
    """
    wanted = {item.name for item in unsaved(state, calls)}
    for name in state.names(KIND):
        with contextlib.suppress(OSError, LogError, RefusedError):
            fd = None if name in wanted else state.claim(KIND, name)
            if fd is None:
                continue
            try:
                if _is_void(fd, calls):
                    state.remove(KIND, name)
            finally:
                calls.close(fd)


def _is_void(fd: int, calls: Calls) -> bool:
    """Whether a log that is not listed is sure to hold nothing that anybody could want."""
    if calls.fstat(fd).st_size <= _HARDLY_ANYTHING:
        try:
            folded(fd, calls)
        except LogError:  # of a version to come
            return False
        return True
    fold = folded(fd, calls)
    return fold is not None and not fold.damaged
