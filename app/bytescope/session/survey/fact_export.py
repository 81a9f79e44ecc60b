"""Writes what is known of a document's pages to a file, while the window stays free."""

from __future__ import annotations

import queue
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.ticket import Ticket
from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bytescope.core.pages.copies import PrintsNow, Repeated
    from bytescope.core.pages.fact_table import Batch, Column, Values
    from bytescope.session.session import Session

WAITING = 8
"""Batches that wait to be written, at most."""

PATIENCE = 0.2
"""Seconds after which the writer looks whether it is to stop."""


class FactExport(QObject):
    """One export. Facts belong to the main thread: it makes the batches, a job writes them.

    Tells by the session's ``told`` what came of it. A document that changes its size meanwhile ends it.
    """

    def __init__(self, session: Session, path: str, kind: str, level: int) -> None:
        """``kind`` is one of ``fact_files.WRITERS``. Raises what ``check_format`` and ``check_target`` do."""
        super().__init__(session)
        from bytescope.core.pages.fact_table import KNOWN, Column
        from bytescope.core.storage.exporting import check_target
        from bytescope.core.storage.fact_files import check_format

        shown = [session.file.path] if session.file is not None else []
        check_format(kind)
        check_target(path, shown, "table")
        self._session, self._level, self._page_count = session, level, session.page_count
        self._cells = -(-session.page_count >> level)
        self._next = 0
        self._queue: queue.Queue[Batch | BaseException | None] = queue.Queue(WAITING)
        self._layers = [layer for layer in Layer if session.layers.available(layer)]
        states = [
            Column(MEANINGS[layer].name, meaning=f"pages: {MEANINGS[layer].title.lower()}")
            for layer in self._layers
        ]
        copies = Column("copies", meaning="most other pages that hold the same as one of these (of files)")
        self._ticket = Ticket(self._cells, tr("Export facts"))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._feed)
        session.jobs.run(
            f"export {id(self)}",
            partial(_write, self, path, shown, kind, [*KNOWN, *states, copies], self._queue, self._prints()),
            partial(self._on_written, path),
            self._on_failed,
            lane="export",
            shown=True,
            queued=True,
            ticket=self._ticket,
        )
        self._timer.start(0)

    def _prints(self) -> PrintsNow | None:
        from bytescope.session.survey.copies import copies_of

        return copies_of(self._session).prints()

    def _feed(self) -> None:
        """Make the next batch, if there is room for one."""
        from bytescope.core.pages.fact_table import BATCH_ROWS, Batch, known_batch

        session = self._session
        if self._ticket.cancelled or self._queue.full():
            self._timer.setInterval(5)
            return
        self._timer.setInterval(0)
        store = session.facts
        if store is None or session.page_count != self._page_count:
            error = BytescopeError(
                tr("The document changed its size while it was exported; export it again.")
            )
            self._end(error)
            return
        cells = range(self._next, min(self._cells, self._next + BATCH_ROWS))
        if not cells:
            self._end(None)
            return
        batch = known_batch(store, session.size, self._level, cells)
        states = tuple(self._state(layer, cells) for layer in self._layers)
        self._queue.put(Batch(batch.level, cells, (*batch.values, *states)))
        self._next = cells.stop
        self._ticket.done = cells.stop

    def _state(self, layer: Layer, cells: range) -> Values:
        """Pages of each cell in a state; masked where it is not known."""
        import numpy as np

        from bytescope.core.ranges import PageRange

        pages = PageRange(cells.start << self._level, cells.stop << self._level)
        runs = self._session.layers.runs(layer, pages)
        if runs is None:
            return np.ma.array(np.zeros(len(cells), np.int64), mask=True)
        return runs.per_cell(self._level, cells)

    def _end(self, word: BaseException | None) -> None:
        self._timer.stop()
        self._queue.put(word)

    def _on_written(self, path: str, rows: int) -> None:
        from bytescope.core.source.shown import quoted_name

        self._session.told.emit(
            "info", tr("{rows:,} rows were written to {name}.", rows=rows, name=quoted_name(path))
        )
        self._done()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.told.emit("error", str(error))
        self._done()

    def _done(self) -> None:
        self._timer.stop()
        self.deleteLater()


def _write(
    owner: QObject,
    path: str,
    shown: list[bytes],
    kind: str,
    columns: Sequence[Column],
    batches: queue.Queue[Batch | BaseException | None],
    prints: PrintsNow | None,
    ticket: Ticket,
) -> int:
    """Write what comes by the queue; returns the number of rows."""
    from bytescope.core.pages.copies import repeated
    from bytescope.core.storage.exporting import exported
    from bytescope.core.storage.fact_files import WRITERS

    found = repeated(prints, ticket) if prints is not None else None
    taken = _taken(owner, batches, prints, found, ticket)
    rows = [0]
    with exported(path, shown, "table") as out:
        WRITERS[kind](columns, _counted(taken, rows), out)
    return rows[0]


def _counted(batches: Iterator[Batch], rows: list[int]) -> Iterator[Batch]:
    for batch in batches:
        rows[0] += len(batch.cells)
        yield batch


def _taken(
    owner: QObject,
    batches: queue.Queue[Batch | BaseException | None],
    prints: PrintsNow | None,
    found: Repeated | None,
    ticket: Ticket,
) -> Iterator[Batch]:
    """The batches with their copies."""
    import numpy as np

    from bytescope.core.pages.copies import cell_copies
    from bytescope.core.pages.fact_table import Batch

    while True:
        ticket.check()
        try:
            item = batches.get(timeout=PATIENCE)
        except queue.Empty:
            if not isValid(owner):  # its document was closed: nothing more will come
                raise Cancelled from None
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        if prints is None or found is None:
            copies: Values = np.ma.array(np.zeros(len(item.cells), np.int64), mask=True)
        else:
            counted = cell_copies(prints, found, item.level, item.cells.start, len(item.cells), ticket)
            copies = np.ma.array(counted.most, mask=counted.judged == 0)
        yield Batch(item.level, item.cells, (*item.values, copies))
