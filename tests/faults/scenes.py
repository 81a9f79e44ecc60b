"""Saves of every kind on small files, to be let fail or recorded: what is edited, and how it is saved."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, Phase, Repeat
from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS, Calls
from bytescope.core.storage.failure import FileState, SaveFailed
from bytescope.core.storage.plan import UNDO_BUDGET, plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save, save_as
from bytescope.core.ticket import Ticket
from helpers.saving import sparse_file

CHUNK = 1024
SIZE = 6000
NOISE = random.Random(5).randbytes(SIZE)


@dataclass(frozen=True)
class Scene:
    """A file of ``runs`` (offset: bytes) and ``size``, edited by ``edit``.

    ``budget``: bytes kept for undo. ``linked``: the file has a second name, so that it is never replaced.
    ``window``: only these bytes of it are open. ``target``: saved under this other name, over a file that is
    there already if ``over``.
    """

    name: str
    edit: Callable[[Document], None]
    runs: dict[int, bytes] = field(default_factory=lambda: {0: NOISE})
    size: int = SIZE
    budget: int = UNDO_BUDGET
    linked: bool = False
    window: tuple[int, int] | None = None
    target: str | None = None
    over: bool = False


def few(document: Document) -> None:
    document.write(10, b"typed")
    document.write(700, b"more")
    document.write(document.size - 3, b"end")


def filled(document: Document) -> None:
    document.fill(ByteRange(300, 3700), Repeat(b"xyz"))


def counted(document: Document) -> None:
    document.fill(ByteRange(100, 2000), Counter(7, 3, 2, "big"), Phase.ABSOLUTE)
    document.write(1500, b"in the middle of it")


def copied_over(document: Document) -> None:
    document.overwrite_block(ByteRange(200, 2200), 900)
    document.write(500, b"and its source is overwritten")


def swapped(document: Document) -> None:
    document.move_block(ByteRange(0, 1111), 4000)


def grown(document: Document) -> None:
    document.resize(document.size + 2500)
    document.write(document.size - 700, b"new end")
    document.write(0, b"new start")


def cut(document: Document) -> None:
    document.resize(2300)
    document.write(5, b"new start")


def inserted(document: Document) -> None:
    document.insert(100, b"inserted " * 50)
    document.delete(ByteRange(3000, 3333))


def deleted(document: Document) -> None:
    document.delete(ByteRange(600, 2600))


def emptied(document: Document) -> None:
    document.delete(ByteRange(0, document.size))


_HOLES = {0: NOISE[:700], 4096: NOISE[:900]}

SCENES = (
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
    Scene("a block moved", swapped),
    Scene("a block moved, nothing kept", swapped, budget=0),
    Scene("longer", grown),
    Scene("longer, nothing kept", grown, budget=0),
    Scene("shorter", cut),
    Scene("shorter, nothing kept", cut, budget=0),
    Scene("emptied", emptied),
    Scene("into an empty file", lambda d: d.insert(0, NOISE[:1700]), runs={}, size=0),
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

    ``path`` is the file that is written, ``old`` what it held (None: nothing), ``new`` what it should hold.
    """

    def __init__(self, scene: Scene, folder: Path, state: StateFolder | None, log: object = None) -> None:
        self.scene = scene
        self.folder = folder
        self.state = state
        self.log = log
        opened = sparse_file(folder / "file", scene.runs, scene.size)
        if scene.linked:
            (folder / "second name").hardlink_to(opened)
        self.path = opened if scene.target is None else folder / scene.target
        if scene.over:
            self.path.write_bytes(NOISE[::-1])
        offset, length = scene.window or (0, None)
        self.document = Document(open_file(bytes(opened), Access.EDIT, offset, length))
        self.old = self.path.read_bytes() if self.path.exists() else None
        scene.edit(self.document)

    @property
    def shown(self) -> bytes:
        """The document as it is."""
        return self.document.snapshot().read(0, self.document.size).data

    @property
    def new(self) -> bytes:
        """What the file holds once the document as it is now has been saved."""
        if self.scene.window is None:
            return self.shown
        start, length = self.scene.window
        assert self.old is not None
        return self.old[:start] + self.shown + self.old[start + length :]

    def save(self, calls: Calls = CALLS, ticket: Ticket | None = None) -> Exception | None:
        """Save as a session does; the error, if there was one that people are told."""
        document = self.document
        ticket = ticket or Ticket()
        try:
            if self.scene.target is not None:
                target = bytes(self.path)
                outcome = save_as(
                    document.snapshot(), target, ticket, original=document.base, overwrite=True, calls=calls
                )
                outcome.new_base.close()
                return None
            plan = plan_save(document, undo_budget=self.scene.budget)
            outcome = save(document.snapshot(), document.base, plan, ticket, calls=calls, **self._places())
        except (BytescopeError, Cancelled) as error:
            if isinstance(error, SaveFailed) and error.state is FileState.MIXED:
                self._repoint(error)
            return error
        document.rebase(outcome.new_base, outcome.written, outcome.kept, outcome.in_place)
        return None

    def _places(self) -> dict[str, object]:
        return {}

    def _repoint(self, error: SaveFailed) -> None:
        return

    def close(self) -> None:
        self.document.base.close()
