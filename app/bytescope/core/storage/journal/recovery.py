"""Brings a file out of the middle of a save that a crash or a power failure has cut off.

Nothing here happens without being asked, and nothing is written to a file that holds bytes which the save
neither found nor wrote. Every step may be cut off itself: the journal stays until the last one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass

from bytescope.core.errors import RefusedError, SaveError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.source.identity import Identity, identity_from
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import Calls
from bytescope.core.storage.causes import cause_of
from bytescope.core.storage.journal.comparing import Comparison, ForeignError, Verdict
from bytescope.core.storage.journal.orphans import (
    JOURNALS,
    Orphan,
    finished_header,
    left_behind,
    opened,
    others,
    remove_lone_clones,
)
from bytescope.core.storage.journal.reading import JournalContent
from bytescope.core.storage.journal.target import open_target
from bytescope.core.storage.private import StateFolder, StateFolderError
from bytescope.core.text.formats import plural
from bytescope.core.ticket import Ticket


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
    """All saves that were cut off and that nobody works on, the newest first; of each file the newest one.

    Journals that were never finished belong to files that were not touched: they are removed. Raises
    ``StateFolderError`` where the folder cannot be read.
    """
    orphans = sorted(left_behind(state), key=lambda item: item.journal.header.began, reverse=True)
    chains: dict[tuple[int, bytes], list[Orphan]] = {}
    try:
        for item in orphans:
            chains.setdefault((item.journal.header.inode, item.journal.header.path), []).append(item)
        found = [_described(newest, older) for newest, *older in chains.values()]
    finally:
        for item in orphans:
            item.close()
    remove_lone_clones(state, {item.journal.header.clone for item in orphans})
    return found


def pending(state: StateFolder, file: Identity, known: frozenset[str] = frozenset()) -> bool:
    """Whether there is a save of this file, other than those ``known``, that did not end; or not yet.

    Quick: contents are not read, and whoever just looks at the journal is not in the way.
    """
    for name in state.names(JOURNALS):
        if name in known:
            continue
        with contextlib.suppress(OSError, StateFolderError):
            header = finished_header(state, name)
            same = header is not None and header.inode == file.inode
            if header is not None and same and identity_from(state.calls.stat(header.path)).same_file(file):
                return True
    return False


def roll_back(state: StateFolder, name: str, ticket: Ticket) -> str:
    """Put the old bytes back, and have them on the disk; a sentence that says so.

    If that save was made over one that had failed half-way, that one is taken back as well. Raises
    ``RefusedError`` where that is not possible, with nothing changed; ``SaveError`` where the disk fails, and
    ``Cancelled``: then it can be done again.
    """
    with opened(state, name) as item:
        older = _older(state, item)
        _put_back(item, ticket, even_new=False)
        shown = item.shown
    for earlier in older:
        with opened(state, earlier) as item:
            _put_back(item, ticket, even_new=True)
    return f"“{shown}” is as it was before the save."


def _put_back(item: Orphan, ticket: Ticket, *, even_new: bool) -> None:
    state = item.state
    if not item.has_old:
        raise RefusedError(
            f"The old bytes of “{item.shown}” were not kept, so it cannot be put back as it was; "
            "complete the save instead."
        )
    with open_target(item.journal, state.calls) as target:
        if target.check(ticket) is Verdict.NEW and not even_new:
            raise RefusedError(f"“{item.shown}” has all that was to be saved; complete the save instead.")
        target.put_back(ticket)
        identity = target.identity()
    _mark(state, item.journal.header.log, identity, saved=False)
    item.remove()


def complete(state: StateFolder, name: str, ticket: Ticket) -> str:
    """Write all that the save was to write, and have it on the disk. As ``roll_back``."""
    with opened(state, name) as item:
        older = _older(state, item)
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
        for earlier in older:  # first: without the later one they would say that the file is not theirs
            discard(state, earlier)
        item.remove()
        return f"“{item.shown}” is saved: {plural(item.journal.header.changed, 'byte')} of it are new."


def _older(state: StateFolder, item: Orphan) -> list[str]:
    """Journals of failed saves before this one, the newest first. ``RefusedError`` if one is later."""
    ours = item.journal.header.began
    there = others(state, item)
    if any(began > ours for began, _ in there):
        raise RefusedError(f"A later save of “{item.shown}” was cut off too; deal with that first.")
    return [name for _, name in there]


def export(state: StateFolder, name: str, out: bytes, ticket: Ticket) -> str:
    """Write what the journal can restore to a new file ``out``; the file itself is only read.

    With old bytes in the journal that is the file as it was, else as it was to become. Bytes that the save
    did not touch are taken from the file if it is there. Raises as ``roll_back``.
    """
    from bytescope.core.storage.journal.exporting import export_to

    with opened(state, name) as item:
        return export_to(item.journal, out, item.has_old, state.calls, ticket)


def discard(state: StateFolder, name: str) -> None:
    """Forget a journal; the file is left as it is. Raises ``RefusedError`` where it is in use."""
    with opened(state, name, damaged=True) as item:
        item.remove()


def _described(item: Orphan, older: list[Orphan]) -> Interrupted:
    """``older``: failed saves before it, on which it was made."""
    journal = item.journal
    header = journal.header
    verdict, why = _verdict(journal, item.state.calls)
    if older and verdict is Verdict.OLD:
        verdict = Verdict.MIXED  # as the earlier one left it
    usable = verdict in (Verdict.OLD, Verdict.NEW, Verdict.MIXED)
    can_complete = usable and (journal.new.complete or verdict is Verdict.NEW)
    all_old = item.has_old and (all(one.has_old for one in older) or not can_complete)
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
        can_roll_back=usable and all_old and verdict is not Verdict.NEW,
        can_complete=can_complete,
        sentence=why or _STANDS[verdict].format(name=item.shown),
    )


def _written(journal: JournalContent) -> list[ByteRange]:
    """The ranges of the file that the save was to change, in either of its sizes."""
    header = journal.header
    old = list(journal.kept.ranges()) if journal.knows_old else []
    cut = ByteRange(min(header.size_before, header.size_after), header.size_before)
    return merged([*old, *journal.new.ranges(), cut])


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
    except SaveError as error:  # the journal describes bytes that are not there
        return Verdict.FOREIGN, f"“{name}” cannot be compared with the journal: {error}."
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
