"""Saving in tests: small chunks, calls that fail on wish, and files with holes."""

from __future__ import annotations

import dataclasses
import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from bytescope.core.document.document import Document
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.journal.writing import JournalFile
from bytescope.core.storage.outcome import SaveOutcome
from bytescope.core.storage.plan import UNDO_BUDGET, plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save
from bytescope.core.storage.savelog import SaveLog
from bytescope.core.ticket import Ticket

SIZES = ("writer.CHUNK", "kept.CHUNK", "restoring.CHUNK", "journal.writing.CHUNK", "pieces.LEAST_HOLE")


def small_chunks(monkeypatch, size: int = 4096) -> None:
    """Let saves work in chunks of ``size``, so that small files have many."""
    for name in SIZES:
        monkeypatch.setattr(f"bytescope.core.storage.{name}", size)


def sparse_file(path: Path, runs: dict[int, bytes], size: int) -> Path:
    """A file of ``size`` bytes with ``runs`` (offset: bytes); the rest are holes."""
    with path.open("wb") as file:
        for offset, data in runs.items():
            file.seek(offset)
            file.write(data)
        file.truncate(size)
    return path


def opened(path: Path) -> Document:
    return Document(open_file(bytes(path)))


def save_document(
    document: Document,
    *,
    undo_budget: int = UNDO_BUDGET,
    calls: Calls = CALLS,
    force: bool = False,
    ticket: Ticket | None = None,
    state: StateFolder | None = None,
    log: SaveLog | None = None,
    unfinished: Sequence[JournalFile] = (),
) -> SaveOutcome:
    """Plan, save and rebase, as a session does it."""
    plan = plan_save(document, undo_budget=undo_budget, state=state, calls=calls)
    outcome = save(
        document.snapshot(),
        document.base,
        plan,
        ticket or Ticket(),
        calls=calls,
        force=force,
        state=state,
        log=log,
        unfinished=unfinished,
    )
    document.rebase(outcome.new_base, outcome.written, outcome.kept, outcome.in_place)
    return outcome


class Killed(BaseException):
    """Stands for the end of the process: nobody handles it."""


class Trouble:
    """Counts the calls of a save and lets chosen ones do something else.

    ``decide(index, name)`` returns None (the real call), an errno to fail with, "short" (half is written), or
    "kill" (the process ends here). ``instead``: calls that take the place of real ones.
    """

    def __init__(
        self, decide: Callable[[int, str], int | str | None], instead: dict[str, Callable] | None = None
    ) -> None:
        self.made: list[str] = []
        self.writes: list[tuple[int, int, int]] = []  # descriptor, offset, length
        self._decide = decide
        real = {field.name: getattr(CALLS, field.name) for field in dataclasses.fields(Calls)}
        real |= instead or {}
        self.calls = Calls(**{name: self._wrapped(name, call) for name, call in real.items()})

    def _wrapped(self, name: str, call: Callable) -> Callable:
        def made(*args, **keywords):
            index = len(self.made)
            self.made.append(name)
            if name == "pwrite":
                self.writes.append((args[0], args[2], len(args[1])))
            wish = self._decide(index, name)
            if wish == "short" and name == "pwrite" and len(args[1]) > 1:
                return call(args[0], args[1][: len(args[1]) // 2], *args[2:])
            if wish == "kill" and name != "close":  # the kernel closes what a process leaves behind
                raise Killed
            if isinstance(wish, int):
                if name == "close":
                    call(*args)  # the kernel lets go of a descriptor even when close reports an error
                raise OSError(wish, os.strerror(wish))
            return call(*args, **keywords)

        return made


def not_synced(fd: int) -> None:
    """For tests in which no power fails: a process that ends takes nothing along that it has written."""


UNSYNCED: dict[str, Callable] = {"fsync": not_synced, "fdatasync": not_synced}


def nothing_fails(index: int, name: str) -> None:
    return None


def killed_at(number: int) -> Callable[[int, str], str | None]:
    """The process ends before the call of that number: no later one is made."""
    return lambda index, name: "kill" if index >= number else None


def fails_at(
    number: int, error: int = errno.EIO, *, forever: bool = False
) -> Callable[[int, str], int | None]:
    """The call of that number fails; with ``forever`` all later ones that change the disk as well."""

    def decide(index: int, name: str) -> int | None:
        later = forever and index > number and name in ("pwrite", "fdatasync", "fsync", "ftruncate")
        return error if index == number or later else None

    return decide
