"""Saving a document to its own file by plan, or to another; for a job, as it leaves the document alone."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from typing import TYPE_CHECKING

from bytescope.core.errors import BytescopeError, Cancelled, OutsideChangeError, RefusedError, SaveError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.identity import Outside, identity_of
from bytescope.core.source.opening import open_file
from bytescope.core.source.shown import printable_name
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.causes import advice_for, cause_of
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.inplace import InPlace
from bytescope.core.storage.newfile import NewFile
from bytescope.core.storage.outcome import SaveOutcome as SaveOutcome
from bytescope.core.storage.outcome import saved_sentence
from bytescope.core.storage.pieces import Content
from bytescope.core.storage.places import free_bytes, real_path
from bytescope.core.storage.plan import SavePlan
from bytescope.core.storage.preflight import check_outside, open_checked
from bytescope.core.storage.verify import to_compare
from bytescope.core.text.formats import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.storage.journal.writing import JournalFile
    from bytescope.core.storage.private import StateFolder
    from bytescope.core.storage.savelog import SaveLog
    from bytescope.core.ticket import Ticket

_UNSURE = (
    " The folder could not be flushed: after a power failure the old state may be back; save once more later."
)


def save(
    snapshot: Snapshot,
    base: FileSource,
    plan: SavePlan,
    ticket: Ticket,
    *,
    force: bool = False,
    calls: Calls = CALLS,
    scratch: bytes | None = None,
    state: StateFolder | None = None,
    log: SaveLog | None = None,
    unfinished: Sequence[JournalFile] = (),
) -> SaveOutcome:
    """Carry out ``plan``, which was made for this very generation of the document.

    ``force`` skips the question whether the file changed outside. ``scratch``: folder for old bytes and
    moved blocks (None: the system's), best the one the plan was made with. ``ticket`` counts bytes.
    ``state``: the folder for the journal, the one the plan was made with. ``log`` is told of the save.
    ``unfinished``: journals of saves of this document that failed; they are void once it is saved.

    Raises, with the document's edits untouched: ``OutsideChangeError`` and ``RefusedError`` (nothing
    written), ``Cancelled`` (the file is as before), ``SaveFailed`` (says what state the file is in).
    """
    if snapshot.generation != plan.generation:
        raise RefusedError("The document was changed after the save was planned; save again.")
    check_outside(base, force=force)
    if snapshot.size != base.size and base.check_outside() is Outside.GREW:
        raise OutsideChangeError(
            f"“{base.name}” was made longer by another program, and your edits change its length too; "
            "nothing was written. Use Save As to keep your edits."
        )
    if plan.in_place:
        before = tuple(unfinished)
        return InPlace(snapshot, base, plan, ticket, calls, scratch, state, log, before).run()
    outcome = _replace(snapshot, base, plan, ticket, calls, log)
    for journal in unfinished:  # of the file that is gone now
        with contextlib.suppress(OSError, BytescopeError):
            journal.remove()
    return outcome


def _replace(
    snapshot: Snapshot, base: FileSource, plan: SavePlan, ticket: Ticket, calls: Calls, log: SaveLog | None
) -> SaveOutcome:
    began = time.monotonic()
    path = real_path(base)
    lock = open_checked(base, plan, calls)
    try:
        with NewFile(path, 0o600, calls) as new:
            compared = _fill(new, Content(snapshot, None), plan.bytes_to_write, ticket)
            missing = new.take_metadata(lock)
            if not identity_of(path).same_file(base.opened):
                raise OSError(errno.ESTALE, "another file stands in its place")
            durable = _published(new, base, log)
    except Cancelled as error:
        left = _left_behind(error)
        raise Cancelled(f"Saving “{base.name}” was stopped; the file is as it was before.{left}") from None
    except (OSError, BytescopeError) as error:
        raise SaveFailed(
            f"“{base.name}” was not saved: {cause_of(error)}. The file is as it was before and your edits "
            f"are kept; {advice_for(error)}.{_left_behind(error)}",
            FileState.BEFORE,
        ) from error
    finally:
        with contextlib.suppress(OSError):
            calls.close(lock)
    total, seconds = snapshot.size, time.monotonic() - began
    sentence = saved_sentence(plan.bytes_to_write, compared, total, seconds, plan.reason)
    if missing:
        sentence += f" {plural(len(missing), 'attribute')} could not be kept: {', '.join(missing)}."
    return SaveOutcome(
        new_base=open_file(base.path, base.access),
        written=plan.ranges,
        kept=None,
        verified=compared,
        verified_all=compared >= total,
        seconds=seconds,
        in_place=False,
        sentence=sentence + ("" if durable else _UNSURE),
        durable=durable,
    )


def _published(new: NewFile, base: FileSource, log: SaveLog | None) -> bool:
    """Let the new file take the place of the old one, with the edit log told before and after."""
    if log is None:
        return new.publish(overwrite=True)
    log.saving(None, new.identity())
    try:
        durable = new.publish(overwrite=True)
    except BaseException:
        with contextlib.suppress(OSError, BytescopeError):
            log.not_saved(identity_of(base.fd))
        raise
    if durable:  # else it is left open: after a crash the file that is there tells how the save ended
        with contextlib.suppress(OSError, BytescopeError):
            log.saved(new.identity())
    return durable


def save_as(
    snapshot: Snapshot,
    target: bytes,
    ticket: Ticket,
    *,
    original: FileSource | None,
    overwrite: bool,
    lossy: bool = False,
    calls: Calls = CALLS,
) -> SaveOutcome:
    """Write the document to another file, which appears complete or not at all; holes stay holes.

    A symbolic link stays one: the file it leads to is written. ``lossy``: write 00 where the document's
    bytes cannot be read, and say so, instead of failing.

    Raises ``RefusedError`` where the target is the original, is no regular file, or exists without
    ``overwrite``; ``SaveFailed``; ``Cancelled``. Whatever is raised, the target is as it was before.
    """
    began = time.monotonic()
    path = os.path.realpath(target)
    name = printable_name(os.path.basename(path))
    there = _look(path, name, original, overwrite)
    content = Content(snapshot, None)
    content.lossy = lossy
    total = snapshot.size
    to_write = sum(run.length for run in snapshot.data_runs(ByteRange(0, total)))
    _check_room(path, name, to_write)
    try:
        with NewFile(path, 0o666, calls) as new:
            compared = _fill(new, content, to_write, ticket)
            if there is not None:
                new.set_mode(there.st_mode)
            durable = new.publish(overwrite=overwrite)
    except Cancelled as error:
        left = _left_behind(error) or " Nothing was left behind."
        raise Cancelled(f"Saving as “{name}” was stopped.{left}") from None
    except FileExistsError:
        raise _exists(name) from None
    except (OSError, SaveError) as error:
        raise SaveFailed(
            f"“{name}” was not written: {cause_of(error)}. Your edits are kept; {advice_for(error)}."
            f"{_left_behind(error) or ' Nothing was left behind.'}",
            FileState.BEFORE,
        ) from error
    seconds = time.monotonic() - began
    sentence = saved_sentence(total, compared, total, seconds)
    if to_write < total:
        sentence += f" {plural(total - to_write, 'byte')} of the file are holes and take no space."
    if content.lost:
        sentence += f" {plural(content.lost, 'byte')} could not be read and are 00 in the new file."
    return SaveOutcome(
        new_base=open_file(target, Access.EDIT),
        written=(ByteRange(0, total),),
        kept=None,
        verified=compared,
        verified_all=compared >= total,
        seconds=seconds,
        in_place=False,
        sentence=sentence + ("" if durable else _UNSURE),
        durable=durable,
    )


def _left_behind(error: BaseException) -> str:
    """What a failed new file could not clean up, as a sentence."""
    return "".join(f" {note}" for note in getattr(error, "__notes__", ()))


def _fill(new: NewFile, content: Content, to_write: int, ticket: Ticket) -> int:
    ticket.total = to_write + to_compare([ByteRange(0, content.snapshot.size)])
    return new.fill(content, ticket)


def _look(path: bytes, name: str, original: FileSource | None, overwrite: bool) -> os.stat_result | None:
    """What stands at the target, if it may be written over."""
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RefusedError(f"“{name}” cannot be written: {cause_of(error)}; {advice_for(error)}.") from error
    if original is not None and (there.st_dev, there.st_ino) == (
        original.opened.device,
        original.opened.inode,
    ):
        raise RefusedError(
            f"“{name}” is the file that is open, by this or another name: use Save, or choose another name."
        )
    if not stat.S_ISREG(there.st_mode):
        kind = "a folder" if stat.S_ISDIR(there.st_mode) else "not a regular file"
        raise RefusedError(f"“{name}” is {kind}: choose another name.")
    if not overwrite:
        raise _exists(name)
    return there


def _exists(name: str) -> RefusedError:
    return RefusedError(f"“{name}” exists already: confirm to replace it, or choose another name.")


def _check_room(path: bytes, name: str, needed: int) -> None:
    try:
        free = free_bytes(os.path.dirname(path))
    except OSError as error:
        raise RefusedError(
            f"“{name}” cannot be written: {cause_of(error)}; choose another folder."
        ) from error
    if needed > free:
        raise SaveFailed(
            f"There is not enough space for “{name}”: {plural(needed, 'byte')} are needed and "
            f"{plural(free, 'byte')} are free; nothing was written. Choose another disk.",
            FileState.BEFORE,
        )
