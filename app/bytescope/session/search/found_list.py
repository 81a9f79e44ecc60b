"""All hits of a search: found in a job, listed as they come, kept true when the document changes."""

from __future__ import annotations

from collections import deque
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.errors import BytescopeError, Cancelled, InputError
from bytescope.core.ranges import ByteRange, merged
from bytescope.core.text.formats import size_text
from bytescope.core.touched.layers import Layer
from bytescope.session.search.finding import WIDTH
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bytescope.core.change import Change
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ranges import PageRange
    from bytescope.core.search.blocks import Block
    from bytescope.core.search.matcher import Matcher
    from bytescope.core.search.results import Pages, Piece, Results
    from bytescope.core.search.telling import Form
    from bytescope.core.search.wanted import Wanted
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session

MOST_EXPORTED = 100_000_000
"""Hits of one file."""

POLL_MS = 100
"""How often what was found by now is taken into the list."""

FLUSH_SECONDS = 0.1
"""Hits wait so long in the search for others, to make one block."""

MARKED = 4096
"""Hits that are marked in one picture of the hex panel."""


class Asked(NamedTuple):
    """A search: what for, where (None: everywhere), and for how many hits at most (None: all)."""

    wanted: Wanted
    area: ByteRange | None = None
    most: int | None = None


class Outcome(NamedTuple):
    """How a search ended: whether all was searched, and what of it could not be read."""

    complete: bool
    lost: int


def found_of(session: Session) -> FoundList:
    """The list of what was found in ``session``; made when first asked for."""
    found = session.findChild(FoundList)
    return found if isinstance(found, FoundList) else FoundList(session)


class FoundList(QObject):
    """Listed hits are marked in the hex panel and on the map. ``results`` is None before a search."""

    changed = Signal()
    """There are other hits, or the words about them are others."""

    emptied = Signal()
    """The list is of another search now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.asked: Asked | None = None
        self.results: Results | None = None
        self.stale = False
        self.turn = 0  # another number when hits were dropped or moved
        self._arrived: deque[Block] = deque()
        self._splices: list[tuple[int, int, int]] = []
        self._ticket: Ticket | None = None
        self._outcome: Outcome | None = None
        self._words = ""
        self._pages: Pages | None = None
        self._pages_stale = False
        self._pages_due = 0.0
        self._serial = 0
        self._name = tr("Find all in {name}", name=session.name)
        self._pages_name = f"pages found {id(self)}"
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._take)
        session.changed.connect(self._on_changed)
        session.layers.ended.connect(self._on_ended)

    @property
    def running(self) -> bool:
        return self._ticket is not None

    @property
    def count(self) -> int:
        return self.results.count if self.results is not None else 0

    def search(self, asked: Asked) -> None:
        """List the hits of another search. Raises ``InputError`` where it cannot be understood."""
        from bytescope.core.search.results import Results
        from bytescope.core.search.wanted import matcher_of

        session = self.session
        area = asked.area if asked.area is not None else ByteRange(0, session.size)
        matcher = matcher_of(asked.wanted, origin=area.start)
        self.asked, self.results = asked, Results()
        self.stale = False
        self._arrived = deque()
        self._splices = []
        self._outcome = None
        self._pages = None
        self._words = ""
        folder = session.private_folder / "tmp" if session.private_folder is not None else None
        work = partial(_gather, session.document.snapshot(), matcher, area, asked.most, folder, self._arrived)
        self._serial += 1
        failed = partial(self._on_failed, self._serial)
        self._ticket = session.jobs.run(
            self._name, work, self._on_searched, failed, lane="find all", width=WIDTH, shown=True, of=session
        )
        session.highlights.find_by(self._hits_in)
        session.layers.answer_by(Layer.FOUND, self._pages_in)
        session.layers.show(Layer.FOUND, True)
        self._timer.start()
        self.emptied.emit()
        self._tell()

    def stop(self) -> None:
        """End the search; what was found stays."""
        if self._ticket is not None:
            self._take_all()
            self.session.jobs.cancel(self._name, self.session)
            self._end(tr("stopped"))

    def clear(self) -> None:
        """Forget the search and its marks."""
        if self.asked is None:
            return
        self.stop()
        self.asked = self.results = self._pages = None
        self._words = ""
        self.session.highlights.find_by(None)
        self.session.layers.silence(Layer.FOUND)
        self.session.layers.show(Layer.FOUND, False)
        self.emptied.emit()
        self.changed.emit()

    # -- questions ----------------------------------------------------------------------------

    def words(self) -> str:
        """How many there are, and how far the search is."""
        if self.results is None:
            return ""
        said = tr_n(self.count, "{n} hit", "{n} hits")
        if self._ticket is not None:
            ticket = self._ticket
            return tr(
                "{said} · {share:.0f} % searched, {rate}/s",
                said=said,
                share=100 * ticket.share,
                rate=size_text(int(ticket.rate())),
            )
        parts = [said, self._words]
        if self._outcome is not None and not self._outcome.complete:
            parts.append(tr("there may be more"))
        if self._outcome is not None and self._outcome.lost:
            parts.append(tr("{lost} could not be read", lost=size_text(self._outcome.lost)))
        if self.stale:
            parts.append(tr("the document has changed since: search again for new ones"))
        return " · ".join(part for part in parts if part)

    def covers(self, asked: Asked) -> bool:
        """Whether every hit of this search is in the list."""
        return (
            self.asked is not None
            and self.asked._replace(most=None) == asked._replace(most=None)
            and self._outcome is not None
            and self._outcome.complete
            and not self.stale
        )

    def beside(self, offset: int, *, forward: bool) -> tuple[int, ByteRange] | None:
        """The number and place of the first hit at or behind ``offset``, or of the last before it."""
        results = self.results
        if results is None or not results.count:
            return None
        number = results.index_at(offset) - (0 if forward else 1)
        hits = results.rows(number, 1) if 0 <= number < results.count else []
        return (number, ByteRange.of(*hits[0])) if hits else None

    def _hits_in(self, range_: ByteRange) -> Iterable[ByteRange]:
        return self.results.within(range_, MARKED) if self.results is not None else ()

    def _pages_in(self, pages: PageRange) -> StateRuns | None:
        if self._pages is None:
            return None
        from bytescope.core.touched.state_runs import StateRuns

        return StateRuns(*self._pages).within(pages)

    # -- as the search goes on ----------------------------------------------------------------

    def _take_all(self) -> bool:
        some = False
        while self._arrived and self.results is not None:
            self.results.add(self._arrived.popleft(), self._splices)
            some = True
        return some

    def _take(self) -> None:
        if self._take_all():
            self._touch()
        elif self.running:
            self.changed.emit()  # the share that is searched
        self._find_pages()
        if not self.running and not self._pages_stale:
            self._timer.stop()

    def _on_searched(self, outcome: Outcome) -> None:
        self._take_all()
        self._outcome = outcome
        self._end("")

    def _on_failed(self, serial: int, error: Exception) -> None:
        if serial == self._serial:  # else another search has taken its place
            self._take_all()
            self._end(tr("stopped") if isinstance(error, Cancelled) else tr("stopped by an error"))
        self.session.fail(error)

    def _on_ended(self) -> None:
        """The document is being closed."""
        self._timer.stop()
        self.session.jobs.cancel(self._name, self.session)
        self._ticket = None

    def _end(self, words: str) -> None:
        ticket, self._ticket = self._ticket, None
        if ticket is not None and not words:
            words = tr(
                "searched in {seconds:.1f} s, {rate}/s",
                seconds=monotonic() - ticket.started,
                rate=size_text(int(ticket.rate())),
            )
        self._words = words
        if self._outcome is None:
            self._outcome = Outcome(False, 0)
        self._touch()
        self._find_pages()

    def _touch(self) -> None:
        self._pages_stale = True
        self._tell()

    def _tell(self) -> None:
        self.session.highlights.touch()
        self.changed.emit()

    def _find_pages(self) -> None:
        """Work out, in a job, which pages have hits; again when more were found meanwhile."""
        if not self._pages_stale or self.results is None or self.session.jobs.is_running(self._pages_name):
            return
        if self.running and monotonic() < self._pages_due:
            return
        self._pages_stale = False
        work = partial(_pages, self.results.pieces)
        self.session.jobs.run(self._pages_name, work, self._on_pages, lane="find pages")

    def _on_pages(self, found: tuple[Pages, float]) -> None:
        pages, seconds = found
        self._pages_due = monotonic() + 5 * seconds
        if self.results is not None:
            self._pages = pages
            self.session.layers.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if self.results is None:
            return
        from bytescope.core.search.results import splices_of

        splices = splices_of(change)
        if splices is None:
            self.clear()
            return
        if not splices:
            return
        self.stale = True
        if self.running:
            self._splices += splices
        for splice in splices:
            self.results.splice(*splice)
        self.turn += 1
        self._timer.start()
        self._touch()

    # -- export -------------------------------------------------------------------------------

    def export(self, form: Form, path: str) -> None:
        """Write all hits to a file, in a job."""
        if self.results is None:
            return
        session = self.session
        shown = [session.file.path] if session.file is not None else []
        work = partial(_export, session.document.snapshot(), self.results.pieces, form, path, shown)
        then = partial(self._on_exported, path)
        session.jobs.run(f"Export hits {id(self)}", work, then, session.fail, lane="export", shown=True)

    def _on_exported(self, path: str, count: int) -> None:
        from bytescope.core.source.shown import quoted_name

        self.session.told.emit(
            "info",
            tr("{hits} written to {name}.", hits=tr_n(count, "{n} hit", "{n} hits"), name=quoted_name(path)),
        )


def _gather(
    snapshot: Snapshot,
    matcher: Matcher,
    area: ByteRange,
    most: int | None,
    folder: Path | None,
    arrived: deque[Block],
    ticket: Ticket,
) -> Outcome:
    """Search, and hand over blocks of hits as they are full, or every tenth of a second."""
    from bytescope.core.search.blocks import Gathering
    from bytescope.core.search.scan import Scan

    lost: list[ByteRange] = []
    gathering = Gathering(folder)
    told = monotonic()
    try:
        for batch in Scan(snapshot, matcher, ticket, area=area, unreadable=lost).hits():
            arrived.extend(gathering.add(batch, most))
            if monotonic() - told > FLUSH_SECONDS:
                arrived.extend(gathering.flush())
                told = monotonic()
            if most is not None and gathering.count >= most:
                break
        arrived.extend(gathering.flush())
    except OSError as error:
        raise BytescopeError(
            tr(
                "No more hits can be kept ({reason}); make room for temporary files, or search less.",
                reason=error.strerror,
            )
        ) from error
    complete = most is None or gathering.count < most
    return Outcome(complete, sum(item.length for item in merged(lost)))


def _pages(pieces: tuple[Piece, ...], ticket: Ticket) -> tuple[Pages, float]:
    """The pages with hits, and how many seconds it took."""
    from bytescope.core.search.results import pages_of

    began = monotonic()
    return pages_of(pieces), monotonic() - began


def _export(
    snapshot: Snapshot, pieces: tuple[Piece, ...], form: Form, path: str, shown: list[bytes], ticket: Ticket
) -> int:
    from bytescope.core.search.results import Results
    from bytescope.core.search.telling import lines, told
    from bytescope.core.storage.exporting import exported

    results = Results()
    results.pieces = pieces
    ticket.total = sum(piece.count for piece in pieces)
    if ticket.total > MOST_EXPORTED:
        raise InputError(
            tr("A file takes at most {most:,} hits; search a smaller range.", most=MOST_EXPORTED)
        )
    hits = (
        (start, length)
        for part in results.parts()
        for start, length in zip(part.starts.tolist(), part.lengths.tolist())
    )
    with exported(path, shown, tr("list of hits")) as out:
        for line in lines((told(snapshot, *hit) for hit in hits), form):
            out.write(line.encode("ascii") + b"\n")
            ticket.advance(1)
    return ticket.total
