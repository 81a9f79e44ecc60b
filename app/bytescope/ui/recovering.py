"""Offers in the window what earlier runs have left behind, and asks before a half-saved file is opened."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError
from bytescope.core.source.access import Access
from bytescope.core.storage.pending import Leftover
from bytescope.session.storage.leftovers import LANE, Leftovers
from bytescope.ui.widgets.tips import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.session.workspace import Opening
    from bytescope.ui.window import Window


class Recovering(QObject):
    """What the window does about leftovers: a sentence at the start, a dialog when it is wished for."""

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._offering = False
        self._showing = False
        self._crashed = ""
        self._after: Callable[[], object] | None = None
        self.leftovers = Leftovers(window.workspace, folder)
        self.leftovers.found.connect(self._on_found)
        self.leftovers.recovered.connect(self._on_recovered)
        self.leftovers.done.connect(self._on_done)
        self.leftovers.refused.connect(self._on_refused)

    def offer(self) -> None:
        """At the start, when the first pictures are there: look, and tell in a sentence what there is."""
        self._offering = True
        jobs = self._window.workspace.jobs
        jobs.run("Look for crashes", partial(_crashes, self._folder), self._on_crashes, lane=LANE)
        self.leftovers.look()

    def show(self) -> None:
        """Open the dialog on what there is."""
        from bytescope.ui.dialogs.recovery import RecoveryDialog

        self._showing = True
        dialog = RecoveryDialog(self.leftovers, self._window)
        self.leftovers.look()
        dialog.exec()
        self._showing = False

    def ask(self, opening: Opening) -> None:
        """A file is to be opened in which a save was cut off: what is to become of it?"""
        path = opening.path if isinstance(opening.path, bytes) else os.fsencode(opening.path)
        self.leftovers.look_at(path, partial(self._ask, opening))

    def _ask(self, opening: Opening, items: list[Leftover]) -> None:
        from bytescope.ui.dialogs.cut_off import CutOffDialog

        item = next((item for item in items if item.save is not None), None)
        if item is None:  # dealt with meanwhile; or another program is at it just now
            self._window.workspace.open(*opening, asked=True)
            return
        dialog = CutOffDialog(item, self._window)
        dialog.exec()
        wish = dialog.wish()
        if wish == "read":
            self._window.workspace.open(*opening._replace(access=Access.READ))
        elif wish != "cancel":
            self._after = partial(self._window.workspace.open, *opening)
            self._offering = True  # edits that were on their way
            (self.leftovers.roll_back if wish == "roll_back" else self.leftovers.complete)(item)

    def _on_crashes(self, reports: list[Path]) -> None:
        if reports:
            place = reports[-1] if len(reports) == 1 else reports[-1].parent
            self._crashed = tr(
                "Bytescope crashed when it ran last; where it happened is written in {place}.", place=place
            )

    def _on_found(self, items: list[Leftover]) -> None:
        if not self._offering:
            return
        self._offering = False
        said, self._crashed = self._crashed, ""
        if not items:
            if said:
                self._window.tell("warning", said)
            return
        place = self._window.current or self._window.start
        place.tell("warning", f"{said} {_offer(items)}".strip(), [(tr("Recover…"), self.show)])

    def _on_recovered(self, session: Session) -> None:
        for view in self._window.views:
            if view.session is session:
                self._window.show_view(view)

    def _on_done(self, item: Leftover, sentence: str) -> None:
        after, self._after = self._after, None
        if after is not None:
            after()
        if not self._showing or after is not None:
            self._window.tell("info", sentence)

    def _on_refused(self, item: Leftover, error: BytescopeError) -> None:
        self._after = None
        if not self._showing:
            self._window.tell("error", str(error))


def _offer(items: list[Leftover]) -> str:
    cut_off = sum(item.save is not None for item in items)
    unsaved = len(items) - cut_off
    documents = tr_n(unsaved, "{n} document", "{n} documents")
    saves = tr_n(cut_off, "{n} interrupted save", "{n} interrupted saves")
    if not cut_off:
        return tr("Unsaved edits of {documents} can be recovered.", documents=documents)
    if not unsaved:
        return tr("{saves} can be recovered.", saves=saves)
    return tr("Unsaved edits of {documents} and {saves} can be recovered.", documents=documents, saves=saves)


def _crashes(folder: Path, ticket: Ticket) -> list[Path]:
    from bytescope.logs import crash_reports

    return crash_reports(folder)
