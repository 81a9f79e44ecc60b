"""Compares what was read of a file with what is there now, a batch of pages at a time."""

from __future__ import annotations

import time
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.access import Access

if TYPE_CHECKING:
    from bytescope.core.pages.print_store import Stretch
    from bytescope.core.source.base import Reading
    from bytescope.core.source.file import FileSource
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.comparing import Compared
    from bytescope.core.touched.file_prints import FilePrints, Seen
    from bytescope.session.session import Session

BATCH_PAGES = 16384
BATCH_STRETCHES = 1024
BATCH_SECONDS = 0.25

MOST_OLD = 1024
"""Changed pages of which the old bytes are kept, where they are at hand: 4 MiB."""


class Batch(NamedTuple):
    """What a job found: pages from ``first`` to ``reached`` were looked at."""

    theirs: FileSource | None
    compared: Compared
    reached: int


class Comparison(QObject):
    """One walk over all pages that had been read, those in sight first.

    ``found`` has the pages to be read again (RunSet), when there are any; ``ended`` the seconds it took, and
    whether all was compared. ``replaced``: the file that stands at the path now is compared. ``end``: pages
    from there on are not looked at. Fingerprints belong to the main thread: it plans a batch, a job reads.
    """

    found = Signal(object)
    ended = Signal(float, bool)

    def __init__(self, session: Session, file: FileSource, visible: ByteRange, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._file = file
        self.replaced = False
        self.end: int | None = None
        self._theirs: FileSource | None = None
        self._visible = visible.pages
        self._at = -1
        self._began = time.monotonic()
        self._name = f"compare {id(self)}"

    def start(self) -> None:
        """First note what the hex panel has at hand of pages that the survey has not come to."""
        kept = self._session.bytes.kept(self._file)
        self._run(partial(_seen_in_blocks, kept), self._on_seen)

    def stop(self) -> None:
        self._session.jobs.cancel(self._name)
        self._close()

    @property
    def _prints(self) -> FilePrints | None:
        return self._session.survey.prints if self._session.file is self._file else None

    def _run(self, work: object, then: object) -> None:
        self._session.jobs.run(self._name, work, then, self._on_failed, lane="compare")  # type: ignore[arg-type]

    def _on_seen(self, seen: list[Seen]) -> None:
        if (prints := self._prints) is None:
            self._finish(False)
            return
        if not self.replaced:
            for item in seen:
                self._note(prints, item)
        self._next()

    def _note(self, prints: FilePrints, item: Seen) -> None:
        assert not isinstance(item.prints, int)
        known = prints.file.get(item.pages)
        if not known.all():
            prints.file.put(item.pages.first, item.prints * (known == 0))

    def _next(self) -> None:
        prints = self._prints
        if prints is None:
            self._finish(False)
            return
        end = prints.file.page_count if self.end is None else min(self.end, prints.file.page_count)
        wanted = self._visible if self._at < 0 else PageRange(min(self._at, end), end)
        within = wanted.intersect(PageRange(0, end))
        stretches: list[Stretch] = []
        left = BATCH_PAGES
        for stretch in islice(prints.file.stretches(within), BATCH_STRETCHES):
            stretches.append(stretch)
            left -= 0 if isinstance(stretch.prints, int) else stretch.pages.count
            if left <= 0:
                break
        if not stretches and self._at >= 0:
            self._finish(True)
            return
        other = (self._theirs, self._file) if self.replaced else None
        self._run(partial(_compare, self._file, other, stretches), self._on_compared)

    def _on_compared(self, batch: Batch) -> None:
        prints = self._prints
        if batch.theirs is not None:
            self._theirs = batch.theirs
        if prints is None or self._session.writing:
            self._finish(False)
            return
        old = self._session.bytes.kept(self._file)
        again = prints.take(batch.compared.pages, batch.compared.changed)
        if batch.compared.changed and not self.replaced:
            prints.keep_old(old, MOST_OLD)
        self._at = 0 if self._at < 0 else batch.reached
        if again:
            self.found.emit(again)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._finish(False)

    def _finish(self, whole: bool) -> None:
        self._close()
        self.ended.emit(time.monotonic() - self._began, whole)
        self.deleteLater()

    def _close(self) -> None:
        if self._theirs is not None:
            self._theirs.close()
            self._theirs = None


def _seen_in_blocks(kept: list[tuple[int, Reading]], ticket: Ticket) -> list[Seen]:
    """The fingerprints of the pages in the blocks of the hex panel."""
    from bytescope.core.pages.prints import as_array, fastest
    from bytescope.core.touched.file_prints import Seen

    prints_of = fastest()
    out: list[Seen] = []
    for start, reading in kept:
        if not reading.lost and reading.data:
            found = prints_of(as_array(reading.data))
            first = start // PAGESIZE
            out.append(Seen(PageRange(first, first + len(found)), found, True))
    return out


def _compare(
    file: FileSource, other: tuple[FileSource | None, FileSource] | None, known: list[Stretch], ticket: Ticket
) -> Batch:
    from bytescope.core.source.opening import open_file
    from bytescope.core.touched.comparing import compare

    theirs = None
    source = file
    if other is not None:
        theirs = other[0]
        if theirs is None:
            length = file.size if file.windowed else None
            theirs = open_file(file.path, Access.READ, file.window_start, length)
        source = theirs
    compared = compare(source, known, ticket, until=time.monotonic() + BATCH_SECONDS)
    judged = compared.pages.union(compared.lost)
    return Batch(theirs, compared, int(judged.ends[-1]) if judged else 0)
