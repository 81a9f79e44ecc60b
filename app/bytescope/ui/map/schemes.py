"""What the map needs of its schemes beside the measured facts: colours, copies, ages, and words."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bytescope.core.pages import palette
from bytescope.core.pages.leading import CERTAIN
from bytescope.core.pages.own_palette import DEFAULT, Palette
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.geometry.marks import Codes
    from bytescope.core.pages.cells import CellFacts
    from bytescope.session.session import Session
    from bytescope.session.states.touches import Touches
    from bytescope.session.survey.copies import CopyCounts

AGES_MS = 2000
"""Ages are shown anew this often: one does not see a second on a scale that ends with a month."""


@lru_cache(32)
def table(scheme: str, own: Palette = DEFAULT) -> Codes:
    """RGBA u1[256, 4] of a scheme, for all to read and none to write."""
    out = palette.table(scheme, own)
    out.setflags(write=False)
    return out


class SchemeFacts(QObject):
    """The facts of a session's cells as its scheme needs them. ``changed``: they are others now."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ticks = 0
        self._listening = False
        self._timer = QTimer(self)
        self._timer.setInterval(AGES_MS)
        self._timer.timeout.connect(self._on_time)
        session.view_changed.connect(self._on_look)
        self._on_look()

    @property
    def table(self) -> Codes:
        """The colours of the session's scheme."""
        return table(self._session.view.scheme, self._session.view.palette or DEFAULT)

    @property
    def waiting(self) -> bool:
        """Whether what is shown is about to be another."""
        return self._session.view.scheme == "copies" and self._copies.waiting

    @property
    def turn(self) -> object:
        """Another value for other facts of the same pages."""
        scheme = self._session.view.scheme
        if scheme == "copies":
            return scheme, self._copies.turn
        if scheme == "age":
            return scheme, self._ticks, self._touches.log.generation
        return scheme == "dominant"

    def cells(self, level: int, first: int, count: int, *, waits: bool = False) -> CellFacts | None:
        """The cells ``first`` on; None before the survey has begun.

        ``waits``: count copies that were not counted yet at once, however long that takes.
        """
        store, scheme = self._session.facts, self._session.view.scheme
        if store is None:
            return None
        facts = store.cells(level, first, count, lead=scheme == "dominant")
        if scheme == "copies":
            asked = self._copies.now if waits else self._copies.cells
            found = asked(level, first, count)
            return facts if found is None else facts.coded(*found.codes())
        if scheme == "age":
            ages = self._touches.log.ages(level, range(first, first + count), time.time())
            return facts.coded(palette.age_codes(ages), facts.total > 0)
        return facts

    def words(self, cell: int, facts: CellFacts | None, level: int, cells: range) -> list[str]:
        """What the scheme has to say of a cell; ``cells`` are those that ``cells`` was asked for last."""
        scheme = self._session.view.scheme
        if scheme == "copies" and not self._copies.possible:
            return [tr("copies are looked for in files only")]
        if scheme == "copies":
            found = self._copies.cells(level, cells.start, len(cells)) if cell in cells else None
            return [tr("copies not known yet")] if found is None else found.words(cell)
        if scheme == "age":
            ages = self._touches.log.ages(level, range(cell, cell + 1), time.time())
            return [age_text(float(ages[0]))]
        if facts is None or cell not in cells or not facts.known[cell - cells.start]:
            return []
        at = cell - cells.start
        if scheme == "printable":
            return [tr("printable {share} %", share=round(100 * float(facts.printable[at])))]
        if scheme == "mean":
            return [tr("mean byte {mean:.1f}", mean=float(facts.mean[at]))]
        return [dominant_text(facts, at)] if scheme == "dominant" else []

    # --- inside

    @property
    def _copies(self) -> CopyCounts:
        from bytescope.session.survey.copies import copies_of

        return copies_of(self._session)

    @property
    def _touches(self) -> Touches:
        from bytescope.session.states.touches import touches_of

        return touches_of(self._session)

    def _on_look(self) -> None:
        scheme = self._session.view.scheme
        if scheme == "age":
            self._timer.start()
        else:
            self._timer.stop()
        if scheme in palette.CODED and not self._listening:
            self._listening = True
            self._copies.changed.connect(self.changed)
            self._touches.changed.connect(self.changed)

    def _on_time(self) -> None:
        self._ticks += 1
        self.changed.emit()


def dominant_text(facts: CellFacts, at: int) -> str:
    """Which byte leads: "mostly 41 “A”"."""
    if facts.agreement[at] < CERTAIN:
        return tr("no byte leads")
    value = int(facts.dominant[at])
    sign = f" “{chr(value)}”" if 0x20 < value < 0x7F else ""
    if facts.total[at] == 1:
        return tr("most frequent byte {value:02X}{sign}", value=value, sign=sign)
    share = int(facts.agreement[at]) / 255
    if share == 1:
        return tr("most frequent byte {value:02X}{sign} in all pages read", value=value, sign=sign)
    return tr(
        "most frequent byte {value:02X}{sign} in ≥ {share} % of the pages read",
        value=value,
        sign=sign,
        share=round(share * 100),
    )


def age_text(seconds: float) -> str:
    """ "changed 3 min ago"."""
    if seconds == float("inf"):
        return tr("not changed while it was open")
    for size, said in (
        (86400, tr("changed {count:.0f} d ago", count=seconds / 86400)),
        (3600, tr("changed {count:.0f} h ago", count=seconds / 3600)),
        (60, tr("changed {count:.0f} min ago", count=seconds / 60)),
    ):
        if seconds >= size:
            return said
    return tr("changed {count:.0f} s ago", count=seconds)
