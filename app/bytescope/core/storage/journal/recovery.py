"""Brings a file out of the middle of a save that a crash or a power failure has cut off.

Nothing here happens without being asked, and nothing is written to a file that holds bytes which the save
neither found nor wrote. Every step may be cut off itself: the journal stays until the last one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bytescope.core.errors import RefusedError, SaveError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.base import Source
from bytescope.core.source.identity import Identity, identity_from
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.failure import cause_of, counted
from bytescope.core.storage.journal.coding import Header, Way
from bytescope.core.storage.journal.comparing import Comparison, ForeignError, Verdict
from bytescope.core.storage.journal.reading import (
    FileBytesAt,
    JournalContent,
    header_of,
    read_journal,
)
from bytescope.core.storage.journal.target import open_target
from bytescope.core.storage.private import StateFolder, StateFolderError
from bytescope.core.ticket import Ticket

JOURNALS, CLONES = "journals", "clones"


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A save in place that did not come to its end, and what can be done about it.

    ``kind``: undo, clone or redo. ``began``: seconds since 1970. ``ranges`` are offsets of the file (not of
    the window that began at ``window_start``) and ``bytes`` how many the save was to change. ``log``: the
    name of the edit log it belongs to. ``sentence`` says how the file stands.
    """

    name: str
    path: bytes
    kind: str
    began: float
    ranges: tuple[ByteRange, ...]
    bytes: int
    window_start: int
    size_before: int
    size_after: int
    log: str | None
    verdict: Verdict
    can_roll_back: bool
    can_complete: bool
    sentence: str


def interrupted(state: StateFolder) -> list[Interrupted]:
    """All saves that were cut off and that nobody works on, the newest first.

    Journals that were never finished belong to files that were not touched: they are removed. Raises
    ``StateFolderError`` where the folder cannot be read.
    """
    opened = sorted(_orphans(state), key=lambda item: item.journal.header.began, reverse=True)
    found: list[Interrupted] = []
    files: set[tuple[int, bytes]] = set()
    try:
        for item in opened:
            header = item.journal.header
            file = header.inode, header.path
            found.append(_described(item, later=file in files))
            files.add(file)
    finally:
        for item in opened:
            item.close()
    _remove_lone_clones(state, {item.journal.header.clone for item in opened})
    return found


def pending(state: StateFolder, file: Identity, known: frozenset[str] = frozenset()) -> bool:
    """Whether there is a save of this file, other than those ``known``, that did not end; or not yet.

    Quick: contents are not read, and whoever just looks at the journal is not in the way.
    """
    for name in state.names(JOURNALS):
        if name in known:
            continue
        with contextlib.suppress(OSError, StateFolderError):
            header = _header(state, name)
            same = header is not None and header.inode == file.inode
            if header is not None and same and identity_from(state.calls.stat(header.path)).same_file(file):
                return True
    return False


def _header(state: StateFolder, name: str) -> Header | None:
    fd = state.open(JOURNALS, name)
    try:
        return header_of(fd, state.calls)
    finally:
        state.calls.close(fd)


def roll_back(state: StateFolder, name: str, ticket: Ticket) -> str:
    """Put the old bytes back, and have them on the disk; a sentence that says so.

    Raises ``RefusedError`` where that is not possible, with nothing changed; ``SaveError`` where the disk
    fails, and ``Cancelled``: then it can be done again.
    """
    with _opened(state, name) as item:
        _check_newest(state, item)
        if not _has_old(item):
            raise RefusedError(
                f"The old bytes of “{item.shown}” were not kept, so it cannot be put back as it was; "
                "complete the save instead."
            )
        with open_target(item.journal, state.calls) as target:
            if target.check(ticket) is Verdict.NEW:
                raise RefusedError(f"“{item.shown}” has all that was to be saved; complete the save instead.")
            target.put_back(ticket)
            identity = target.identity()
        _mark(state, item.journal.header.log, identity, saved=False)
        item.remove()
        return f"“{item.shown}” is as it was before the save."


def complete(state: StateFolder, name: str, ticket: Ticket) -> str:
    """Write all that the save was to write, and have it on the disk. As ``roll_back``."""
    with _opened(state, name) as item:
        _check_newest(state, item)
        with open_target(item.journal, state.calls) as target:
            verdict = target.check(ticket)
            if not item.journal.new.complete and verdict is not Verdict.NEW:
                raise RefusedError(
                    f"The journal has not all new bytes of “{item.shown}”, so the save cannot be completed; "
                    "roll it back, recover the edits, and save again."
                )
            if item.journal.new.complete:
                target.write_new(ticket)
            else:
                target.flush()
            identity = target.identity()
        _mark(state, item.journal.header.log, identity, saved=True)
        item.remove()
        return f"“{item.shown}” is saved: {counted(item.journal.header.changed)} of it are new."


def export(state: StateFolder, name: str, out: bytes, ticket: Ticket) -> str:
    """Write what the journal can restore to a new file ``out``; the file itself is only read.

    With old bytes in the journal that is the file as it was, else as it was to become. Bytes that the save
    did not touch are taken from the file if it is there. Raises as ``roll_back``.
    """
    from bytescope.core.storage.journal.exporting import export_to

    with _opened(state, name) as item:
        return export_to(item.journal, out, _has_old(item), state.calls, ticket)


def discard(state: StateFolder, name: str) -> None:
    """Forget a journal; the file is left as it is. Raises ``RefusedError`` where it is in use."""
    with _opened(state, name, damaged=True) as item:
        item.remove()


class _Orphan:
    """A journal that was left behind, open and locked."""

    def __init__(self, state: StateFolder, name: str, fd: int) -> None:
        self.state = state
        self.name = name
        self._calls: Calls = state.calls
        self._fds = [fd]
        self.has_clone = False
        self.content: JournalContent | None = None

    def parse(self) -> JournalContent | None:
        self.content = read_journal(self._fds[0], self._calls, self._open_clone)
        return self.content

    @property
    def journal(self) -> JournalContent:
        assert self.content is not None
        return self.content

    @property
    def shown(self) -> str:
        return printable_name(os.path.basename(self.journal.header.shown))

    def _open_clone(self, name: str) -> Source | None:
        try:
            fd = self.state.claim(CLONES, name)
        except (OSError, StateFolderError):
            return None
        if fd is None:
            return None
        self._fds.append(fd)
        size = self._calls.fstat(fd).st_size
        self.has_clone = True
        return FileBytesAt(fd, self._calls, size)

    def remove(self) -> None:
        """Raises ``OSError``."""
        self.state.remove(JOURNALS, self.name)
        if self.content is not None and self.content.header.clone:
            with contextlib.suppress(OSError, StateFolderError):
                self.state.remove(CLONES, self.content.header.clone)

    def close(self) -> None:
        for fd in self._fds:
            with contextlib.suppress(OSError):
                self._calls.close(fd)


def _has_old(item: _Orphan) -> bool:
    way = item.journal.header.way
    return way is Way.UNDO or (way is Way.CLONE and item.has_clone)


@contextmanager
def _claimed(state: StateFolder, name: str) -> Iterator[int | None]:
    fd = state.claim(JOURNALS, name)
    try:
        yield fd
    finally:
        if fd is not None:
            with contextlib.suppress(OSError):
                state.calls.close(fd)


@contextmanager
def _opened(state: StateFolder, name: str, *, damaged: bool = False) -> Iterator[_Orphan]:
    """One journal, by name, for as long as something is done with it."""
    try:
        fd = state.claim(JOURNALS, name)
    except FileNotFoundError:
        raise RefusedError("This journal is gone: the save it belongs to has been dealt with.") from None
    except OSError as error:
        raise RefusedError(f"The journal cannot be read: {cause_of(error)}; try again later.") from error
    if fd is None:
        raise RefusedError("A program works with this journal at the moment; end what it does first.")
    item = _Orphan(state, name, fd)
    try:
        content = item.parse()
        if not damaged and (content is None or not content.committed):
            raise RefusedError(
                "This journal was never finished, so its file was not touched; it can be discarded."
            )
        yield item
    except OSError as error:
        raise SaveError(
            f"This could not be done: {cause_of(error)}. The journal is kept, so that it can be done again."
        ) from error
    finally:
        item.close()


def _orphans(state: StateFolder) -> Iterator[_Orphan]:
    for name in state.names(JOURNALS):
        try:
            fd = state.claim(JOURNALS, name)
        except (OSError, StateFolderError):
            continue  # not ours to judge
        if fd is None:
            continue
        item = _Orphan(state, name, fd)
        try:
            content = item.parse()
            if content is not None and content.committed:
                yield item
                continue
            item.remove()
        except OSError:
            pass
        item.close()


def _check_newest(state: StateFolder, item: _Orphan) -> None:
    """Saves of one file are taken back in the reverse order they were made in."""
    ours = item.journal.header
    for name in state.names(JOURNALS):
        if name == item.name:
            continue
        with contextlib.suppress(OSError, StateFolderError), _claimed(state, name) as fd:
            header = header_of(fd, state.calls) if fd is not None else None
            if header is not None and _same_file(header, ours) and header.began > ours.began:
                raise RefusedError(f"A later save of “{item.shown}” was cut off too; deal with that first.")


def _same_file(one: Header, other: Header) -> bool:
    return (one.inode, one.path) == (other.inode, other.path)


def _described(item: _Orphan, *, later: bool) -> Interrupted:
    journal = item.journal
    header = journal.header
    verdict, why = _verdict(journal, item.state.calls)
    usable = verdict in (Verdict.OLD, Verdict.NEW, Verdict.MIXED) and not later
    can_roll_back = usable and _has_old(item) and verdict is not Verdict.NEW
    can_complete = usable and (journal.new.complete or verdict is Verdict.NEW)
    return Interrupted(
        name=item.name,
        path=header.shown,
        kind=header.way.word,
        began=header.began / 1e9,
        ranges=tuple(_written(journal)),
        bytes=header.changed,
        window_start=header.window_start,
        size_before=header.size_before,
        size_after=header.size_after,
        log=header.log or None,
        verdict=verdict,
        can_roll_back=can_roll_back,
        can_complete=can_complete,
        sentence=_LATER.format(name=item.shown) if later else why or _STANDS[verdict].format(name=item.shown),
    )


def _written(journal: JournalContent) -> list[ByteRange]:
    """The ranges of the file that the save was to change, in either of its sizes."""
    header = journal.header
    old = list(journal.kept.ranges()) if journal.knows_old else []
    cut = ByteRange(min(header.size_before, header.size_after), header.size_before)
    return merged([*old, *journal.new.ranges(), cut])


_LATER = "An earlier save of “{name}” did not end either; deal with the later one first."
_STANDS = {
    Verdict.OLD: "“{name}” is as it was before the save.",
    Verdict.NEW: "“{name}” has all that was to be saved.",
    Verdict.MIXED: "“{name}” is partly old and partly new: the save was cut off.",
    Verdict.FOREIGN: "“{name}” was changed by something else since, so it is left as it is.",
    Verdict.MISSING: "“{name}” is no longer where it was.",
}


def _verdict(journal: JournalContent, calls: Calls) -> tuple[Verdict, str]:
    """What the file holds, and a sentence where the usual one does not fit."""
    name = printable_name(os.path.basename(journal.header.shown))
    try:
        with open_target(journal, calls) as target:
            return Comparison(journal, target.fd, calls).verdict(Ticket(), all=False), ""
    except ForeignError:
        return Verdict.FOREIGN, ""
    except RefusedError as error:
        gone = isinstance(error.__cause__, FileNotFoundError)
        return (Verdict.MISSING, "") if gone else (Verdict.FOREIGN, str(error))
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return Verdict.MISSING, ""
        return Verdict.FOREIGN, f"“{name}” cannot be compared with the journal: {cause_of(error)}."


def _mark(state: StateFolder, log: str, identity: Identity, *, saved: bool) -> None:
    """Tell the edit log what became of the save. A log that is gone needs no telling."""
    if not log:
        return
    from bytescope.core.storage.editlog.marking import note_not_saved, note_saved

    (note_saved if saved else note_not_saved)(state, log, identity, state.calls)


def _remove_lone_clones(state: StateFolder, wanted: set[str]) -> None:
    """Clones whose journal is gone hold room and mean nothing."""
    with contextlib.suppress(OSError, StateFolderError):
        for name in state.names(CLONES):
            if name in wanted:
                continue
            with contextlib.suppress(OSError, StateFolderError):
                fd = state.claim(CLONES, name)
                if fd is not None:
                    state.remove(CLONES, name)
                    state.calls.close(fd)
