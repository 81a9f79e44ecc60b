"""Saves of every kind on small files, to be let fail or recorded: what is edited, and how it is saved."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, Phase, Repeat
from bytescope.core.document.transforms import Rule, Way, number_operand
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.identity import Identity
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.editlog.entries import Follower, Whole
from bytescope.core.storage.editlog.layout import Saving, Stamp
from bytescope.core.storage.editlog.matching import place_of
from bytescope.core.storage.editlog.writing import LogWriter
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.journal.writing import JournalFile
from bytescope.core.storage.plan import UNDO_BUDGET, plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save, save_as
from bytescope.core.ticket import Ticket
from helpers.saving import sparse_file

CHUNK = 1024
SIZE = 6000
NOISE = random.Random(5).randbytes(SIZE)

Changes = Iterator[Change]


@dataclass(frozen=True)
class Scene:
    """A file of ``runs`` (offset: bytes) and ``size``, edited by ``edit``.

    ``budget``: bytes kept for undo. ``linked``: the file has a second name, so that it is never replaced.
    ``window``: only these bytes of it are open. ``target``: saved under this other name, over a file that is
    there already if ``over``. ``first``: nothing was ever saved, so that there are no private folders yet.
    """

    name: str
    edit: Callable[[Document], Changes]
    runs: dict[int, bytes] = field(default_factory=lambda: {0: NOISE})
    size: int = SIZE
    budget: int = UNDO_BUDGET
    linked: bool = False
    window: tuple[int, int] | None = None
    target: str | None = None
    over: bool = False
    first: bool = False


def few(document: Document) -> Changes:
    yield document.write(10, b"typed")
    yield document.write(700, b"more")
    yield document.write(document.size - 3, b"end")


def filled(document: Document) -> Changes:
    yield document.fill(ByteRange(300, 3700), Repeat(b"xyz"))


def counted(document: Document) -> Changes:
    yield document.fill(ByteRange(100, 2000), Counter(7, 3, 2, "big"), Phase.ABSOLUTE)
    yield document.write(1500, b"in the middle of it")


def copied_over(document: Document) -> Changes:
    yield document.overwrite_block(ByteRange(200, 2200), 900)
    yield document.write(500, b"and its source is overwritten")


def operated(document: Document) -> Changes:
    yield document.transform(ByteRange(256, 3584), Rule(Way.XOR, Repeat(b"\x5a\x01")))
    yield document.transform(ByteRange(1000, 2024), Rule(Way.ADD, number_operand(7, 4, "big"), width=4))


def turned(document: Document) -> Changes:
    yield document.transform(ByteRange(100, 3600), Rule(Way.TURN, by=1234))
    yield document.transform(ByteRange(0, 3000), Rule(Way.REVERSE))


def replaced(document: Document) -> Changes:
    yield document.replace_each([ByteRange.of(at, 4) for at in range(50, 3900, 77)], b"here")
    yield document.transform(ByteRange(40, 900), Rule(Way.NOT))


def replaced_longer(document: Document) -> Changes:
    yield document.replace_each([ByteRange.of(at, 4) for at in range(50, 3900, 377)], b"longer")


def swapped(document: Document) -> Changes:
    yield document.move_block(ByteRange(0, 1111), 4000)


def grown(document: Document) -> Changes:
    yield document.resize(document.size + 2500)
    yield document.write(document.size - 700, b"new end")
    yield document.write(0, b"new start")


def cut(document: Document) -> Changes:
    yield document.resize(2300)
    yield document.write(5, b"new start")


def inserted(document: Document) -> Changes:
    yield document.insert(100, b"inserted " * 50)
    yield document.delete(ByteRange(3000, 3333))


def deleted(document: Document) -> Changes:
    yield document.delete(ByteRange(600, 2600))


def emptied(document: Document) -> Changes:
    yield document.delete(ByteRange(0, document.size))


def begun(document: Document) -> Changes:
    yield document.insert(0, NOISE[:1700])


_HOLES = {0: NOISE[:700], 4096: NOISE[:900]}

SCENES = (
    Scene("the first save", few, first=True),
    Scene("a few bytes", few),
    Scene("a few bytes, nothing kept", few, budget=0),
    Scene("a fill", filled),
    Scene("a fill, nothing kept", filled, budget=0),
    Scene("a fill into holes", filled, runs=_HOLES, size=8192),
    Scene("a fill of zeros into holes, nothing kept", filled, runs=_HOLES, size=8192, budget=0),
    Scene("a counter", counted),
    Scene("a counter, nothing kept", counted, budget=0),
    Scene("a block over its neighbour", copied_over),
    Scene("a block over its neighbour, nothing kept", copied_over, budget=0),
    Scene("operations", operated),
    Scene("operations, nothing kept", operated, budget=0),
    Scene("operations on holes", operated, runs=_HOLES, size=8192),
    Scene("a range rotated and reversed", turned),
    Scene("a range rotated and reversed, nothing kept", turned, budget=0),
    Scene("hits replaced", replaced),
    Scene("hits replaced, nothing kept", replaced, budget=0),
    Scene("hits replaced by longer ones", replaced_longer),
    Scene("hits replaced by longer ones in place", replaced_longer, linked=True),
    Scene("a block moved", swapped),
    Scene("a block moved, nothing kept", swapped, budget=0),
    Scene("longer", grown),
    Scene("longer, nothing kept", grown, budget=0),
    Scene("shorter", cut),
    Scene("shorter, nothing kept", cut, budget=0),
    Scene("emptied", emptied),
    Scene("into an empty file", begun, runs={}, size=0),
    Scene("inserted", inserted),
    Scene("inserted, two names", inserted, linked=True),
    Scene("inserted, two names, nothing kept", inserted, linked=True, budget=0),
    Scene("deleted, two names", deleted, linked=True),
    Scene("deleted, two names, nothing kept", deleted, linked=True, budget=0),
    Scene("a window", filled, window=(1000, 4500)),
    Scene("a window, nothing kept", copied_over, window=(1000, 4500), budget=0),
    Scene("save as", inserted, target="another"),
    Scene("save as, over a file", few, target="another", over=True),
)


class Take:
    """One scene on one file below ``folder``, opened and edited; it can be saved, more than once.

    ``path`` is the file that is written, ``old`` what it holds (None: nothing), ``new`` what it should hold.
    ``calls`` are made by the edit log and by saves that are given no others. Without ``state`` there is
    neither a journal nor an edit log. After the last save that wrote, ``sure`` is False where it was told
    that a power failure may take it back, ``complete`` where the next start may ask about it.
    """

    def __init__(self, scene: Scene, folder: Path, state: StateFolder | None, calls: Calls = CALLS) -> None:
        self.scene = scene
        self.state = state
        if state is not None and not scene.first:
            for kind in ("journals", "clones", "logs"):
                os.makedirs(Path(os.fsdecode(state.root)) / kind, 0o700)
        self._calls = calls
        self._unfinished: list[JournalFile] = []
        self.sure = self.complete = True
        opened = sparse_file(folder / "file", scene.runs, scene.size)
        if scene.linked:
            (folder / "second name").hardlink_to(opened)
        self.path = opened if scene.target is None else folder / scene.target
        if scene.over:
            self.path.write_bytes(NOISE[::-1])
        offset, length = scene.window or (0, None)
        self.document = Document(open_file(bytes(opened), Access.EDIT, offset, length))
        self.log = Log(self.document, state, calls) if state is not None and scene.target is None else None
        self.did(*scene.edit(self.document))

    def did(self, *changes: Change) -> None:
        """Have the edits in the log. Only the last one may still be the newest: the others are in it too."""
        if self.log is not None and changes:
            self.log.note(changes[-1])

    @property
    def old(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None

    @property
    def shown(self) -> bytes:
        """The document as it is."""
        return self.document.snapshot().read(0, self.document.size).data

    @property
    def new(self) -> bytes:
        """What the file holds once the document as it is now has been saved."""
        if self.scene.window is None:
            return self.shown
        return windowed(self.path.read_bytes(), self.scene.window, self.shown)

    def save(self, calls: Calls | None = None, ticket: Ticket | None = None) -> Exception | None:
        """Save as a session does; the error, if there was one that people are told."""
        calls = calls or self._calls
        document, ticket = self.document, ticket or Ticket()
        try:
            if self.scene.target is not None:
                path, base = bytes(self.path), document.base
                outcome = save_as(
                    document.snapshot(), path, ticket, original=base, overwrite=True, calls=calls
                )
                outcome.new_base.close()
                self.sure = outcome.durable
                return None
            state = StateFolder(self.state.root, calls) if self.state is not None else None
            plan = plan_save(document, undo_budget=self.scene.budget, state=state, calls=calls)
            if plan.in_place and not plan.ranges and not plan.cut and not self._unfinished:
                return None
            outcome = save(
                document.snapshot(),
                document.base,
                plan,
                ticket,
                calls=calls,
                state=state,
                log=self.log.using(calls) if self.log is not None else None,
                unfinished=self._unfinished,
            )
        except (BytescopeError, Cancelled) as error:
            if isinstance(error, SaveFailed):
                if error.journal is not None:
                    self._unfinished.append(error.journal)
                if error.state is FileState.MIXED:
                    document.repoint(error.written, error.kept)
            return error
        self._unfinished.clear()
        self.sure, self.complete = outcome.durable, "may ask" not in outcome.sentence
        document.rebase(outcome.new_base, outcome.written, outcome.kept, outcome.in_place)
        return None

    def close(self) -> None:
        if self.log is not None:
            self.log.close()
        self.document.base.close()


def windowed(file: bytes, window: tuple[int, int], shown: bytes) -> bytes:
    """A file of which a part is replaced by a document of the same length."""
    start, length = window
    return file[:start] + shown + file[start + length :]


class Log:
    """The edit log of a document, written at once; tells it of saves (``SaveLog``)."""

    def __init__(self, document: Document, state: StateFolder, calls: Calls) -> None:
        self._document = document
        self._root = state.root
        self._calls = calls
        self._follower = Follower()
        self._unresolved = self._void = False
        self._writer = LogWriter(StateFolder(state.root, calls), place_of(document.base), calls)

    def note(self, change: Change) -> None:
        """Have the document as it is now on the disk."""
        whole = self._follower.whole(self._document, change.name or "Edits")
        self._writer.write([whole], place_of(self._document.base), whole)

    def follow(self, change: Change) -> None:
        """Have an edit on the disk, as the program does: by what was done, where that tells it."""
        document = self._document
        entry = self._follower.entry(change, document)
        if entry is not None and self._unresolved:
            entry = self._follower.whole(document, change.name)
        self._unresolved = False
        if self._void:
            self.remove()
        if entry is not None:
            now = Whole(document.snapshot(), document.base, "Edits" if document.modified else None)
            self._writer.write([entry], place_of(document.base), now)

    def restart(self) -> None:
        """The document was saved: the log begins anew with the next edit."""
        self._follower.restart(self._document)
        self._void = True

    def remove(self) -> None:
        """Nothing is to be kept of the edits."""
        self._void = False
        self._writer.remove()

    def using(self, calls: Calls) -> Log:
        self._writer._calls = calls
        self._writer._state = StateFolder(self._root, calls)
        return self

    @property
    def name(self) -> str | None:
        return self._writer.name

    def saving(self, journal: str | None, new_file: Identity | None) -> None:
        stamp = Stamp.of(new_file) if new_file is not None else None
        self._unresolved = True
        self._writer.saving(Saving(journal, stamp))

    def saved(self, identity: Identity) -> None:
        self._unresolved = False
        self._writer.saved(Stamp.of(identity))

    def not_saved(self, identity: Identity) -> None:
        self._unresolved = False
        self._writer.not_saved(Stamp.of(identity))

    def close(self) -> None:
        self._writer.release()
