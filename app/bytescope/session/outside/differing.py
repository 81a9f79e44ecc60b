"""Finds in jobs what differs between a document and its file, and reads both sides of a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.base import Reading, read
from bytescope.core.source.file import FileSource
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.differences import Difference, Differences
    from bytescope.core.touched.file_prints import FilePrints
    from bytescope.session.session import Session

SHOWN_PAGES = 16
"""Pages of a difference that are read to be shown."""


class Pair(NamedTuple):
    """Both sides of a stretch, from ``start`` on; ``before`` as it was read, where that is known."""

    start: int
    mine: Reading
    theirs: Reading
    before: Reading | None


class Differing(QObject):
    """Compares one session's document with what stands at its path now."""

    found = Signal(object)
    """Differences."""

    shown = Signal(object)
    """A Pair."""

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._name = f"differences {id(self)}"
        self._stopped = False

    def find(self) -> None:
        """Compare all that may differ; ``found`` has the result."""
        session = self._session
        if session.file is None:
            return
        snapshot, prints = session.document.snapshot(), session.survey.prints
        work = partial(_find, snapshot, session.file, _known(prints, snapshot))
        self._run(self._name, work, self._on_found, shown=True)

    def show(self, difference: Difference) -> None:
        """Read both sides of the first pages of ``difference``; ``shown`` has them."""
        session = self._session
        if session.file is None:
            return
        pages = PageRange(
            difference.pages.first, min(difference.pages.end, difference.pages.first + SHOWN_PAGES)
        )
        prints = session.survey.prints
        kept = {} if prints is None else prints.old
        old = {page: kept[page] for page in _pages(pages) if page in kept}
        work = partial(_show, session.document.snapshot(), session.file, pages, old)
        self._run(f"{self._name} shown", work, self._on_read, shown=False)

    def stop(self) -> None:
        """For good: who asked may be gone when the jobs say that they were stopped."""
        self._stopped = True
        self._session.jobs.cancel(self._name)
        self._session.jobs.cancel(f"{self._name} shown")

    def _run(self, name: str, work: object, then: object, *, shown: bool) -> None:
        jobs = self._session.jobs
        jobs.run(name, work, then, self._on_failed, lane="differences", shown=shown)  # type: ignore[arg-type]

    def _on_found(self, found: object) -> None:
        self.found.emit(found)

    def _on_read(self, pair: Pair) -> None:
        self.shown.emit(pair)

    def _on_failed(self, error: Exception) -> None:
        if self._stopped:
            return
        if isinstance(error, Cancelled):
            self.failed.emit(tr("The comparison was stopped."))
        elif isinstance(error, BytescopeError):
            self.failed.emit(str(error))
        else:
            raise error


class _Known(NamedTuple):
    """What the main thread knows of the file's pages."""

    stretches: list[object]
    changed: object
    old: dict[int, bytes]


def _known(prints: FilePrints | None, snapshot: Snapshot) -> _Known | None:
    from bytescope.core.touched.differences import MOST_PAGES

    if prints is None:
        return None
    edited = snapshot.edited(ByteRange(0, snapshot.size))
    return _Known(list(prints.within(edited, MOST_PAGES)), prints.changed, dict(prints.old))


def _pages(pages: PageRange) -> range:
    return range(pages.first, pages.end)


def open_theirs(file: FileSource) -> FileSource:
    """What stands at the path of ``file`` now, open for reading, as the same window. Raises OpenError."""
    from bytescope.core.source.opening import open_file

    return open_file(file.path, Access.READ, file.window_start, file.size if file.windowed else None)


def _find(snapshot: Snapshot, file: FileSource, known: _Known | None, ticket: Ticket) -> Differences:
    from bytescope.core.pages.run_set import RunSet
    from bytescope.core.touched.differences import Sides, differences

    theirs = open_theirs(file)
    try:
        other = None if theirs.opened.same_file(file.opened) else file
        stretches, changed, old = known if known is not None else ([], RunSet(), {})
        sides = Sides(snapshot, theirs, stretches, changed, old, other)  # type: ignore[arg-type]
        return differences(sides, ticket)
    finally:
        theirs.close()


def _show(
    snapshot: Snapshot, file: FileSource, pages: PageRange, old: dict[int, bytes], ticket: Ticket
) -> Pair:
    theirs = open_theirs(file)
    try:
        mine_part, their_part = pages.bytes(snapshot.size), pages.bytes(theirs.size)
        start = pages.first * PAGESIZE
        before = None
        if not theirs.opened.same_file(file.opened):
            part = pages.bytes(file.size)
            before = read(file, part.start, part.length)
        elif len(old) == pages.count:
            before = Reading(b"".join(old[page] for page in _pages(pages)))
        return Pair(
            start,
            snapshot.read(mine_part.start, mine_part.length),
            read(theirs, their_part.start, their_part.length),
            before,
        )
    finally:
        theirs.close()
