"""Find next and previous in the background, one search at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.text.formats import size_text

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session


class Finder(QObject):
    """Searches one session's document and selects what it finds."""

    state_changed = Signal(str, bool)
    """A sentence and whether a search is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.needle = b""
        self._name = f"Find in {session.name}"

    def find(self, needle: bytes, forward: bool) -> None:
        """Look for ``needle`` from the caret on, round the end of the document and back to the caret."""
        self.needle = needle
        picked = self._session.selection.range
        if forward:
            start = picked.start + 1 if picked else self._session.selection.caret
        else:
            start = picked.start if picked else self._session.selection.caret
        snapshot = self._session.document.snapshot()
        self.state_changed.emit("Searching…", True)
        self._session.jobs.run(
            self._name,
            partial(_search, snapshot, needle, start, forward),
            self._on_found,
            self._on_failed,
            lane="find",
            shown=True,
        )

    def again(self, forward: bool) -> None:
        if self.needle:
            self.find(self.needle, forward)
        else:
            self.state_changed.emit("Type what to find first.", False)

    def stop(self) -> None:
        self._session.jobs.cancel(self._name)
        self.state_changed.emit("The search was stopped.", False)

    def _on_found(self, result: tuple[int | None, bool, int]) -> None:
        at, wrapped, lost = result
        if at is None:
            but = f", but {size_text(lost)} of it could not be read" if lost else ""
            self.state_changed.emit(f"Not found in this document{but}.", False)
            return
        self._session.go_to(at)
        self._session.select(ByteRange.of(at, len(self.needle)))
        self.state_changed.emit(f"Found at 0x{at:X}{' (from the other end)' if wrapped else ''}.", False)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.state_changed.emit("The search was stopped.", False)
            return
        self.state_changed.emit(
            str(error) if isinstance(error, BytescopeError) else "The search failed.", False
        )
        self._session.fail(error)


def _search(
    snapshot: Snapshot, needle: bytes, start: int, forward: bool, ticket: Ticket
) -> tuple[int | None, bool, int]:
    """The hit, whether the search went round an end of the document, and how many bytes could not be read."""
    from bytescope.core.search.find import find_next, find_previous

    ticket.total = snapshot.size
    lost: list[ByteRange] = []
    if forward:
        at = find_next(snapshot, needle, start, ticket, unreadable=lost)
        wrapped = at is None and start > 0
        if wrapped:
            end = min(snapshot.size, start + len(needle) - 1)
            at = find_next(snapshot, needle, 0, ticket, end=end, unreadable=lost)
    else:
        at = find_previous(snapshot, needle, start, ticket, unreadable=lost)
        wrapped = at is None
        if wrapped:
            at = find_previous(snapshot, needle, snapshot.size, ticket, unreadable=lost)
    return at, wrapped, sum(item.length for item in merged(lost))
