"""A document with an edit log, without a program around it; and what a crash leaves of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.source.base import Source
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.editlog.entries import Entry, Follower
from bytescope.core.storage.editlog.matching import place_of
from bytescope.core.storage.editlog.writing import LogWriter
from bytescope.core.storage.private import StateFolder

Looks = tuple[bytes, list[str], list[str]]


def _at_once(fd: int) -> None:
    """The order of flushes is for other tests; here they would only take their time."""


QUICK = replace(CALLS, fdatasync=_at_once, fsync=_at_once)


def text(document: Document) -> bytes:
    return document.snapshot().read(0, document.size).data


def looks(document: Document) -> Looks:
    """What must survive: the bytes, and the names of the steps that are done and undone."""
    return text(document), document.steps, document.undone


class Logged:
    """A document of ``base`` whose changes are written to a log in ``folder`` as they are made."""

    def __init__(self, base: Source, folder: Path, calls: Calls = QUICK) -> None:
        self.state = StateFolder(folder, calls)
        self.document = Document(base)
        self.writer = LogWriter(self.state, place_of(base), calls)
        self.follower = Follower()
        self.follower.restart(self.document)
        self.waiting: list[Entry] = []

    def note(self, change: Change) -> None:
        entry = self.follower.entry(change, self.document)
        if entry is not None:
            self.waiting.append(entry)

    def flush(self) -> None:
        if self.waiting:
            now = Follower().whole(self.document, "Edits")
            self.writer.write(self.waiting, place_of(self.document.base), now)
            self.waiting = []

    def log(self, *changes: Change) -> None:
        """Note and have on the disk."""
        for change in changes:
            self.note(change)
        self.flush()

    def crash(self) -> str:
        """The program ends without a word; the name of the log that stays."""
        name = self.writer.name
        self.writer.release()
        assert name is not None
        return name

    @property
    def path(self) -> Path:
        return log_path(self.state, self.writer.name)


def log_path(state: StateFolder, name: str | None) -> Path:
    return Path(os.fsdecode(state.root)) / "logs" / str(name)


def planted(state: StateFolder, content: bytes) -> str:
    """A log with this content, left behind."""
    fd, name = state.create("logs")
    os.write(fd, content)
    os.close(fd)
    return name


def fresh(data: bytes) -> Document:
    """A document in memory as it was before all edits."""
    return Document(MemorySource(data))
