"""Finds in the background which pages of a session occur more than once, while anybody wants to know."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.pages.copies import CellCopies, PrintsNow, Repeated
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session

AGAIN_MS = 3000
"""While the survey goes on, copies are counted anew no more often."""

KEPT = 4
"""Stretches of cells whose copies are kept: the map's, the strip's, and those before them."""


class Stretch(NamedTuple):
    """Cells of 2**level pages each, ``cells`` of them from ``first`` on."""

    level: int
    first: int
    cells: int


def copies_of(session: Session) -> CopyCounts:
    """The one that counts the copies in ``session``; made when first asked for."""
    found = session.findChild(CopyCounts)
    return found if isinstance(found, CopyCounts) else CopyCounts(session)


class CopyCounts(QObject):
    """Counts in a job: nothing is done unless ``cells`` is asked, and nothing is waited for."""

    changed = Signal()
    """``cells`` has another answer now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._name = f"copies {id(self)}"
        self._found: tuple[PrintsNow, Repeated] | None = None
        self._cells: dict[Stretch, CellCopies] = {}
        self._asked: dict[Stretch, None] = {}
        self._stale = True
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._count)
        session.facts_changed.connect(self._on_facts)

    @property
    def turn(self) -> int:
        """Another number for another answer."""
        return self._turn

    @property
    def waiting(self) -> bool:
        """Whether something that was asked for, or is known anew, is still to be counted."""
        return self.possible and bool(self._asked or (self._stale and self._cells))

    @property
    def possible(self) -> bool:
        """Whether fingerprints are kept of this document: they are of files."""
        return self._session.survey.prints is not None

    def cells(self, level: int, first: int, count: int) -> CellCopies | None:
        """What was counted last for these cells; None, and it is counted, where nothing was yet."""
        stretch = Stretch(level, first, count)
        known = self._cells.get(stretch)
        if known is None and stretch not in self._asked:
            self._asked[stretch] = None
            QTimer.singleShot(0, self, self._count)
        return known

    def now(self, level: int, first: int, count: int) -> CellCopies | None:
        """The same at once; from what was found last, where anything was."""
        from bytescope.core.pages.copies import cell_copies, repeated

        found = self._found
        if found is None and (prints := self.prints()) is not None:
            found = prints, repeated(prints)
        return None if found is None else cell_copies(*found, level, first, count)

    def next_like(self, page: int) -> int | None:
        """The next page that holds the same, from the start again behind the end."""
        now = self.prints()
        return now.next_like(page) if now is not None else None

    def why_none(self, page: int) -> str:
        """Why ``next_like`` found nothing."""
        now = self.prints()
        if now is None:
            return tr("Copies are looked for in files only; save this document first.")
        if not now.of_page(page):
            return tr(
                "Page {page:,} was not read yet, so nothing is known of its copies; wait for the survey.",
                page=page,
            )
        return tr("No other page that was read holds the same as page {page:,}.", page=page)

    def count_of(self, page: int) -> int | None:
        """How many other pages hold the same as ``page``, as counted last; None where that is not known."""
        if self._found is None:
            return None
        import numpy as np

        value = self._found[0].of_page(page)
        return int(self._found[1].of(np.array([value], np.uint32))[0]) if value else None

    # -- inside -------------------------------------------------------------------------------

    def prints(self) -> PrintsNow | None:
        """The fingerprints as they are now, for a job; None where there are none."""
        prints = self._session.survey.prints
        if prints is None:
            return None
        from bytescope.core.pages.copies import PrintsNow
        from bytescope.core.ranges import PageRange

        everything = PageRange(0, prints.edited.page_count)
        # In Live access what was stored is what the file holds.
        runs = ((), ()) if self._session.live else self._session.document.edited_runs(everything)
        return PrintsNow(prints.file, prints.edited, (runs[0], runs[1]))

    def _on_facts(self) -> None:
        self._stale = True
        if self._cells and not self._timer.isActive():
            self._timer.start()

    def _count(self) -> None:
        """Count what is asked, and all anew where more is known by now."""
        if self._session.jobs.is_running(self._name) or not (self._asked or (self._stale and self._cells)):
            return
        anew = self._found is None or (self._stale and not self._timer.isActive())
        now = self.prints() if anew else None
        if anew and now is None:
            self._asked.clear()
            return
        kept = list(self._cells)[-KEPT:] if anew else []
        wanted = [*kept, *(stretch for stretch in self._asked if stretch not in kept)][-KEPT:]
        if anew:
            self._stale = False
        self._session.jobs.run(
            self._name,
            partial(_counted, now, self._found, wanted),
            partial(self._on_counted, anew),
            lane="copies",
        )

    def _on_counted(self, anew: bool, result: tuple[tuple[PrintsNow, Repeated], list[CellCopies]]) -> None:
        self._found, cells = result
        if anew:
            self._cells.clear()
        for found in cells:
            stretch = Stretch(found.level, found.first, len(found.judged))
            self._asked.pop(stretch, None)
            self._cells[stretch] = found
        while len(self._cells) > KEPT:
            del self._cells[next(iter(self._cells))]
        if self._asked:
            QTimer.singleShot(0, self, self._count)
        if self._stale and not self._timer.isActive():
            self._timer.start()
        self._turn += 1
        self.changed.emit()


def _counted(
    now: PrintsNow | None,
    before: tuple[PrintsNow, Repeated] | None,
    wanted: list[Stretch],
    ticket: Ticket,
) -> tuple[tuple[PrintsNow, Repeated], list[CellCopies]]:
    from bytescope.core.pages.copies import cell_copies, repeated

    if now is not None:
        before = now, repeated(now, ticket)
    assert before is not None
    return before, [cell_copies(*before, *stretch, ticket) for stretch in wanted]
