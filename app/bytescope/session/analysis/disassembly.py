"""Decodes machine code of one session's document in jobs, a window at a time, as far as it is looked at."""

from __future__ import annotations

import os
from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.errors import BytescopeError, Cancelled, InputError
from bytescope.core.ranges import ByteRange
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.code.disassembling import Instruction
    from bytescope.core.code.guessing import Guess
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

MOST = 400_000
"""Instructions that are shown."""

AGAIN_MS = 200
AGAIN = 1 << 20
"""Bytes that are decoded again after a change; the rest comes when it is looked at."""


class Wish(NamedTuple):
    """What to decode: ``machine`` and ``base`` are None where the file's header is to say.

    ``to_end``: as far as the document goes, also when it has become longer. ``at_entry``: from where the
    file's header says that its code begins.
    """

    range: ByteRange
    machine: str | None
    base: int | None
    to_end: bool = False
    at_entry: bool = False


def code_of(session: Session) -> Code:
    """The instructions of ``session``; made when first asked for."""
    found = session.findChild(Code)
    return found if isinstance(found, Code) else Code(session)


class Code(QObject):
    """``items`` follow each other without a gap. ``changed``: others are shown; ``grown``: more are."""

    changed = Signal()
    grown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.wish: Wish | None = None
        self.items: list[Instruction] = []
        self.machine = ""
        self.guess: Guess | None = None
        self.ticket: Ticket | None = None
        self.problem = ""
        self._end = 0
        self._offsets: list[int] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._again)
        session.changed.connect(self._on_changed)
        session.layers.ended.connect(self.close)

    # -- wishes -------------------------------------------------------------------------------

    def show(self, wish: Wish) -> None:
        """Decode the first window of these bytes."""
        self.wish, self.problem = wish, ""
        self._run(wish, self._on_shown, None)
        self.changed.emit()

    def more(self) -> None:
        """Decode the next window, if there is one."""
        if self.has_more and self.ticket is None and self.wish is not None:
            rest = ByteRange(self._end, self.wish.range.end)
            self._run(Wish(rest, self.machine, self.wish.base), self._on_more, self.guess)

    def stop(self) -> None:
        """Give up what is under way."""
        self.session.jobs.cancel(self._job)
        self.ticket = None
        self.changed.emit()

    def close(self) -> None:
        """Forget all."""
        self._timer.stop()
        self.session.jobs.cancel(self._job)
        self.ticket, self.wish, self.items, self._offsets = None, None, [], []

    def export(self, path: str) -> None:
        """Write the instructions that are shown as text; tells what came of it."""
        session = self.session
        shown = (session.file.path,) if session.file is not None else ()
        work = partial(_export, list(self.items), path, shown)
        session.jobs.run(
            tr("Export disassembly"),
            work,
            self._on_exported,
            session.fail,
            lane="list",
            shown=True,
            queued=True,
        )

    # -- what is shown ------------------------------------------------------------------------

    @property
    def has_more(self) -> bool:
        """Whether there are bytes behind those shown that can still be decoded."""
        return (
            self.wish is not None
            and bool(self.items)
            and self._end < self.wish.range.end
            and len(self.items) < MOST
        )

    def row_of(self, offset: int) -> int | None:
        """The instruction that the byte at ``offset`` belongs to, if it is shown."""
        row = bisect_right(self._offsets, offset) - 1
        if row < 0 or offset >= self.items[row].offset + len(self.items[row].data):
            return None
        return row

    # -- inside -------------------------------------------------------------------------------

    @property
    def _job(self) -> str:
        return f"disassembly {id(self)}"

    def _run(self, wish: Wish, then: object, guess: Guess | None, length: int | None = None) -> None:
        snapshot = self.session.document.snapshot()
        work = partial(_decode, snapshot, wish, guess, length)
        self.ticket = self.session.jobs.run(
            self._job,
            work,
            then,  # type: ignore[arg-type]
            self._on_failed,
            lane="disassembly",
        )

    def _on_shown(self, result: _Decoded) -> None:
        self.ticket = None
        self.items, self.machine, self.guess, start = result
        if self.wish is not None:
            self.wish = self.wish._replace(range=ByteRange(start, self.wish.range.end), at_entry=False)
        self._offsets = []
        self._take_in()
        self.changed.emit()

    def _on_more(self, result: _Decoded) -> None:
        self.ticket = None
        self.items += result.items
        self._take_in()
        self.grown.emit()

    def _take_in(self) -> None:
        self._offsets += [item.offset for item in self.items[len(self._offsets) :]]
        self._end = self.items[-1].offset + len(self.items[-1].data) if self.items else 0

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # something newer is under way
        self.ticket, self.items, self._offsets = None, [], []
        self.problem = (
            str(error) if isinstance(error, BytescopeError) else tr("The bytes could not be decoded.")
        )
        self.changed.emit()
        if not isinstance(error, BytescopeError):
            self.session.fail(error)

    def _on_changed(self, change: Change) -> None:
        if self.wish is not None:
            self._timer.start()

    def _again(self) -> None:
        """The bytes may be others: decode them again."""
        if self.wish is None:
            return
        wish, size = self.wish, self.session.size
        start = min(wish.range.start, size)
        self.wish = wish._replace(range=ByteRange(start, max(start, size if wish.to_end else wish.range.end)))
        self._run(self.wish, self._on_shown, None, min(AGAIN, max(0, self._end - start)))

    def _on_exported(self, sentence: str) -> None:
        self.session.told.emit("info", sentence)


class _Decoded(NamedTuple):
    items: list[Instruction]
    machine: str
    guess: Guess | None
    start: int


def _decode(
    snapshot: Snapshot, wish: Wish, guessed: Guess | None, length: int | None, ticket: Ticket
) -> _Decoded:
    """One window, or as many as ``length`` bytes need. Raises ``InputError`` where no entry is known."""
    from bytescope.core.code.disassembling import LONGEST, WINDOW, disassemble, disassemble_mapped
    from bytescope.core.code.guessing import guess
    from bytescope.core.code.machines import AT_FIRST, MACHINES

    guessed = guessed or guess(snapshot)
    key = wish.machine or (guessed.machine if guessed is not None else AT_FIRST)
    start = wish.range.start
    if wish.at_entry:
        if guessed is None or guessed.entry is None:
            raise InputError(tr("The file does not say where its code begins; begin at the caret."))
        start = guessed.entry
    within = ByteRange(min(start, wish.range.end), wish.range.end).intersect(ByteRange(0, snapshot.size))
    items: list[Instruction] = []
    enough = within.start + (WINDOW - LONGEST if length is None else length)
    machine = MACHINES[key]
    if wish.base is None:
        parts = disassemble_mapped(snapshot, within, machine, guessed, ticket)
    else:
        parts = disassemble(snapshot, within, machine, wish.base, ticket)
    for found in parts:
        items += found
        if items[-1].offset + len(items[-1].data) >= enough:
            break
    return _Decoded(items, key, guessed, within.start)


def _export(items: list[Instruction], path: str, shown: tuple[bytes, ...], ticket: Ticket) -> str:
    from bytescope.core.code.disassembling import line
    from bytescope.core.source.shown import quoted_name
    from bytescope.core.storage.exporting import exported

    ticket.total = len(items)
    with exported(path, shown, "list") as file:
        for item in items:
            ticket.advance(1)
            file.write(f"{line(item)}\n".encode())
    return tr(
        "{instructions} written to {name}.",
        instructions=tr_n(len(items), "{n} instruction", "{n} instructions"),
        name=quoted_name(os.path.basename(path)),
    )
