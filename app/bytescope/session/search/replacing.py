"""Replaces hits of a search: one and on to the next, or all as one step."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError, Cancelled, RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.session.search.finding import WIDTH
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.places import Pieces, Places
    from bytescope.core.document.prepared import Prepared
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.search.matcher import Matcher
    from bytescope.core.search.template import Template
    from bytescope.core.ticket import Ticket
    from bytescope.session.search.finding import Finder
    from bytescope.session.search.found_list import Asked
    from bytescope.session.session import Session

MOST = 20_000_000
"""Hits that are replaced as one step; the step takes some bytes of memory for each."""


class _WorkedOut(NamedTuple):
    """Every hit, what is to be put in their places, and that as a step; without one it is to be stored."""

    places: Places
    data: bytes | Pieces
    step: Prepared | None


class Replacing(QObject):
    """Works for one finder; what comes of it is said by its ``state_changed``."""

    def __init__(self, session: Session, finder: Finder) -> None:
        super().__init__(session)
        self._session = session
        self._finder = finder
        self._name = tr("Replace in {name}", name=session.name)

    def one(self, asked: Asked, data: bytes | Template) -> None:
        """Replace the hit that is selected, and go on to the next; without one only go there."""
        hit = self._finder.selected_hit
        if hit is None or self._finder.asked != asked:
            self._finder.find(asked, True)
        elif not isinstance(data, bytes):
            self._fill_in(asked, hit, data)
        elif self._put(hit, data):
            self._go_on(asked, hit, len(data))

    def _go_on(self, asked: Asked, hit: ByteRange, length: int) -> None:
        """To the next hit behind the ``length`` bytes that stand now where ``hit`` was."""
        self._finder.forget_hit()
        self._session.select(ByteRange(hit.start, hit.start), caret=hit.start + length)
        self._finder.find(asked, True)

    def _fill_in(self, asked: Asked, hit: ByteRange, template: Template) -> None:
        """Read the hit, put what its groups found into the template, and that in its place."""
        session = self._session
        snapshot = session.document.snapshot()
        self._finder.state_changed.emit(tr("Replacing…"), True)
        session.jobs.run(
            self._name,
            partial(_filled_in, snapshot, hit, template),
            partial(self._on_filled_in, asked, hit, snapshot.generation),
            self._on_failed,
            lane="find",
            width=WIDTH,
            of=session,
        )

    def _on_filled_in(self, asked: Asked, hit: ByteRange, generation: int, data: bytes) -> None:
        if self._session.document.generation != generation:
            words = tr("The document was changed meanwhile, so nothing was replaced; press Replace again.")
            self._finder.state_changed.emit(words, False)
        elif self._put(hit, data):
            self._go_on(asked, hit, len(data))

    def all(self, asked: Asked, data: bytes | Template) -> None:
        """Replace every hit as one step. Raises ``InputError`` where it cannot be understood."""
        from bytescope.core.search.wanted import matcher_of

        session = self._session
        area = asked.area if asked.area is not None else ByteRange(0, session.size)
        matcher = matcher_of(asked.wanted, origin=area.start)
        self._finder.asked = asked
        document = session.document
        budget = 0 if session.live else document.undo_budget
        folder = bytes(session.private_folder) if session.private_folder is not None else None
        self._finder.state_changed.emit(tr("Replacing…"), True)
        session.jobs.run(
            self._name,
            partial(_work_out, document.snapshot(), matcher, area, data, budget, folder, session.live),
            self._on_worked_out,
            self._on_failed,
            lane="find",
            width=WIDTH,
            shown=True,
            of=session,
        )

    def stop(self) -> None:
        """Replace nothing of what is being worked out."""
        if self._session.jobs.is_running(self._name, self._session):
            self._session.jobs.cancel(self._name, self._session)
            self._finder.state_changed.emit(tr("Stopped: nothing was replaced."), False)

    def _put(self, hit: ByteRange, data: bytes) -> bool:
        """The bytes in the place of a hit, as one step."""
        session = self._session
        if len(data) == hit.length:
            return session.write(hit.start, data)
        try:
            change = session.document.replace_each([hit], data)
        except BytescopeError as error:
            self._finder.state_changed.emit(str(error), False)
            return False
        session.took(change)
        return True

    def _on_worked_out(self, found: _WorkedOut | None) -> None:
        session = self._session
        if found is None:
            self._finder.state_changed.emit(tr("Not found: nothing was replaced."), False)
            return
        self._finder.forget_hit()
        words = tr_n(len(found.places), "{n} hit replaced.", "{n} hits replaced.")
        if found.step is None:
            session.replace_each(found.places, found.data, partial(self._on_stored, words))
            return
        try:
            change = session.document.make(found.step)
        except BytescopeError as error:
            self._on_failed(error)
            return
        session.took(change)
        self._finder.state_changed.emit(words, False)

    def _on_stored(self, words: str, change: Change) -> None:
        self._finder.state_changed.emit(words, False)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._finder.state_changed.emit(tr("Stopped: nothing was replaced."), False)
            return
        said = str(error) if isinstance(error, BytescopeError) else tr("Nothing was replaced.")
        self._finder.state_changed.emit(said, False)
        self._session.fail(error)


def _work_out(
    snapshot: Snapshot,
    matcher: Matcher,
    area: ByteRange,
    data: bytes | Template,
    budget: int,
    folder: bytes | None,
    live: bool,
    ticket: Ticket,
) -> _WorkedOut | None:
    """Find every hit and work the step out, beside the main thread; nothing of the document changes."""
    from bytescope.core.document.places import Places
    from bytescope.core.document.replacing import prepare
    from bytescope.core.search.scan import Loop, Scan

    starts, ends = array("q"), array("q")
    for batch in Scan(snapshot, matcher, ticket, area=area).hits():
        hits, period, turns = batch if isinstance(batch, Loop) else (batch, 0, 1)
        if len(starts) + turns * len(hits.starts) > MOST:
            raise RefusedError(
                tr("There are more than {most:,} hits to replace; choose a smaller range.", most=MOST)
            )
        for turn in range(turns):
            starts.frombytes((hits.starts + turn * period).tobytes())
            ends.frombytes((hits.starts + hits.lengths + turn * period).tobytes())
            if not turn % 1024:
                ticket.check()
    if not starts:
        return None
    places = Places(starts, ends)
    new = _expanded(snapshot, places, data, folder, ticket)
    return _WorkedOut(places, new, None if live else prepare(snapshot, places, new, budget, ticket))


def _filled_in(snapshot: Snapshot, hit: ByteRange, template: Template, ticket: Ticket) -> bytes:
    """What is to stand in the place of one hit."""
    from bytescope.core.document.places import Places
    from bytescope.core.search.template import pieces
    from bytescope.core.source.base import read

    found = pieces(snapshot, Places.of([hit]), template, None, ticket)
    return read(found.source, 0, found.total).data


def _expanded(
    snapshot: Snapshot, places: Places, data: bytes | Template, folder: bytes | None, ticket: Ticket
) -> bytes | Pieces:
    """What is to stand in the places: the same everywhere, or for each what its groups found."""
    if isinstance(data, bytes):
        return data
    from bytescope.core.search.template import pieces

    return pieces(snapshot, places, data, folder, ticket)
