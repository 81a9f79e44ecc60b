"""A document compared with fingerprints of its pages that were taken earlier."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.change import Change
from bytescope.core.ranges import PAGESIZE
from bytescope.session.compare.comparing import Comparing
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.compare.working import Work
    from bytescope.core.ticket import Ticket
    from bytescope.core.touched.snapshots import Snapshot
    from bytescope.session.session import Session


class ComparingPrints(Comparing):
    """``session`` against ``snapshot``, which it closes at the end. Differences are known by the page."""

    def __init__(self, session: Session, snapshot: Snapshot, parent: QObject | None = None) -> None:
        super().__init__(session, tr("from the snapshot “{name}”", name=snapshot.about.name), parent)
        self.snapshot = snapshot
        session.changed.connect(self._on_changed)

    def stop(self) -> None:
        if self._stopped:
            return
        self.session.changed.disconnect(self._on_changed)
        # Behind the batch that may be reading it just now.
        self.session.jobs.run(
            f"{self._lane} end", partial(_close, self.snapshot), lane=self._lane, queued=True
        )
        super().stop()

    @property
    def names(self) -> tuple[tuple[str, int | None], ...]:
        about = self.snapshot.about
        return (
            (self.session.name, self.session.size),
            (tr("snapshot “{name}”", name=about.name), about.size),
        )

    def _outcome(self) -> str:
        from bytescope.core.text.comparison_text import outcome_by_prints

        taken = datetime.fromtimestamp(self.snapshot.about.taken).strftime("%Y-%m-%d %H:%M:%S")
        return outcome_by_prints(self.tally, taken)

    def seek(self, forward: bool) -> None:
        """The caret to the next differing page, or to the one before."""
        page = min(self.session.selection.caret, max(0, self.session.size - 1)) // PAGESIZE
        found = self.standing.page_beside(page, forward=forward)
        if found is None:
            if self.running:
                after = tr("There is no differing page after this one among those compared so far.")
                before = tr("There is no differing page before this one among those compared so far.")
            else:
                after = tr("There is no differing page after this one.")
                before = tr("There is no differing page before this one.")
            self.told.emit(after if forward else before)
        else:
            self.session.go_to(min(found * PAGESIZE, self.session.size))

    def _make_work(self) -> Work:
        from bytescope.core.compare.working import PrintsWork

        return PrintsWork(self.session.document.snapshot(), self.snapshot)

    def _on_changed(self, change: Change) -> None:
        self.took(change)


def _close(snapshot: Snapshot, ticket: Ticket) -> None:
    snapshot.close()
