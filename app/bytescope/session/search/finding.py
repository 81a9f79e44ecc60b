"""Find next and previous in the background, one search at a time, and replace what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.text.formats import size_text
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.search.matcher import Matcher
    from bytescope.core.ticket import Ticket
    from bytescope.session.search.found_list import Asked, FoundList
    from bytescope.session.session import Session


WIDTH = 4
"""Documents in which something is looked for at once."""


class Step(NamedTuple):
    """What a search for one hit came to: the hit, whether it went round an end, bytes that were not read."""

    hit: ByteRange | None
    wrapped: bool
    lost: int


class Finder(QObject):
    """Searches one session's document and selects what it finds."""

    state_changed = Signal(str, bool)
    """A sentence and whether a search is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.asked: Asked | None = None
        self._last: ByteRange | None = None
        self._ticket: Ticket | None = None
        self._serial = 0
        self._name = tr("Find in {name}", name=session.name)

    @property
    def list(self) -> FoundList:
        from bytescope.session.search.found_list import found_of

        return found_of(self._session)

    def find(self, asked: Asked, forward: bool) -> None:
        """Look from the caret on, round the end of the range and back to the caret.

        Raises ``InputError`` where what is wanted cannot be understood.
        """
        from bytescope.core.search.wanted import matcher_of

        session = self._session
        area = asked.area if asked.area is not None else ByteRange(0, session.size)
        matcher = matcher_of(asked.wanted, origin=area.start)
        self.asked = asked
        start = min(max(self._start(forward), area.start), area.end)
        if self.list.covers(asked):
            self._walk(start, area, forward)
            return
        self.state_changed.emit(tr("Searching…"), True)
        self._serial += 1
        self._ticket = session.jobs.run(
            self._name,
            partial(_search, session.document.snapshot(), matcher, area, start, forward),
            self._on_found,
            partial(self._on_failed, self._serial),
            lane="find",
            width=WIDTH,
            shown=True,
            of=session,
        )

    def find_all(self, asked: Asked) -> None:
        """List all hits. Raises as ``find``."""
        self.asked = asked
        self.list.search(asked)

    def again(self, forward: bool) -> None:
        if self.asked is not None:
            self.find(self.asked, forward)
        else:
            self.state_changed.emit(tr("Type what to find first."), False)

    def stop(self) -> None:
        self._session.jobs.cancel(self._name, self._session)
        self.state_changed.emit(tr("The search was stopped."), False)

    @property
    def selected_hit(self) -> ByteRange | None:
        """The hit that was found last, while it is what is selected."""
        return self._last if self._last and self._session.selection.range == self._last else None

    def forget_hit(self) -> None:
        """The hit that was found last is no longer one."""
        self._last = None

    def _start(self, forward: bool) -> int:
        picked, hit = self._session.selection.range, self.selected_hit
        if forward and hit is not None:
            return hit.end
        if forward and picked:
            return picked.start + 1
        return picked.start if picked else self._session.selection.caret

    def _walk(self, start: int, area: ByteRange, forward: bool) -> None:
        """The next hit of those that are listed."""
        found, wrapped = self.list.beside(start, forward=forward), False
        if found is None:
            found, wrapped = self.list.beside(area.start if forward else area.end, forward=forward), True
        if found is None:
            self._on_found(Step(None, False, 0))
            return
        number, count = found[0] + 1, self.list.count
        self._show(
            found[1],
            tr("Hit {number:,} of {count:,} (from the other end).", number=number, count=count)
            if wrapped
            else tr("Hit {number:,} of {count:,}.", number=number, count=count),
        )

    def _on_found(self, step: Step) -> None:
        if step.hit is not None:
            start = step.hit.start
            self._show(
                step.hit,
                tr("Found at 0x{start:X} (from the other end).", start=start)
                if step.wrapped
                else tr("Found at 0x{start:X}.", start=start),
            )
            return
        lost = size_text(step.lost)
        if self.asked is not None and self.asked.area is not None:
            whole = tr("Not found in this range.")
            partly = tr("Not found in this range, but {lost} of it could not be read.", lost=lost)
        else:
            whole = tr("Not found in this document.")
            partly = tr("Not found in this document, but {lost} of it could not be read.", lost=lost)
        self.state_changed.emit(partly if step.lost else whole, False)

    def _show(self, hit: ByteRange, words: str) -> None:
        self._last = hit
        self._session.go_to(hit.start)
        self._session.select(hit)
        self.state_changed.emit(words, False)

    def _on_failed(self, serial: int, error: Exception) -> None:
        if serial != self._serial:
            return  # another search has taken its place
        if isinstance(error, Cancelled):
            self.state_changed.emit(tr("The search was stopped."), False)
            return
        self.state_changed.emit(
            str(error) if isinstance(error, BytescopeError) else tr("The search failed."), False
        )
        self._session.fail(error)

    def progress(self) -> str:
        """How far the search is that is under way; "" where none is."""
        ticket = self._ticket
        if ticket is None or not self._session.jobs.is_running(self._name, self._session) or not ticket.total:
            return ""
        return tr(
            "Searching… {done} passed, {rate}/s",
            done=size_text(ticket.done),
            rate=size_text(int(ticket.rate())),
        )


def _search(
    snapshot: Snapshot, matcher: Matcher, area: ByteRange, start: int, forward: bool, ticket: Ticket
) -> Step:
    from bytescope.core.search.scan import Scan

    lost: list[ByteRange] = []
    scan = Scan(snapshot, matcher, ticket, area=area, unreadable=lost)
    wrapped = False
    if forward:
        hit = scan.first(start)
        if hit is None and start > area.start:
            end = min(area.end, start + matcher.longest - 1)
            before = Scan(snapshot, matcher, ticket, area=ByteRange(area.start, end), unreadable=lost)
            hit, wrapped = before.first(area.start), True
    else:
        hit = scan.previous(start)
        if hit is None:
            hit, wrapped = scan.previous(area.end), True
    gone = sum(item.length for item in merged(lost))
    return Step(None if hit is None else ByteRange.of(*hit), wrapped and hit is not None, gone)
