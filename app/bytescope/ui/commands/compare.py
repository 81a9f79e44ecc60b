"""The commands of the Compare menu."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from bytescope.session.compare.comparing_outside import Outsiders
from bytescope.session.compare.comparing_two import ComparingTwo
from bytescope.session.compare.other_side import OtherFile, last_saved, let_go
from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.compare.face import CompareFace
from bytescope.ui.widgets.tips import tr, tr_later

if TYPE_CHECKING:
    from bytescope.core.touched.snapshots import Snapshot, Snapshots
    from bytescope.session.compare.comparing import Comparing
    from bytescope.session.session import Session
    from bytescope.ui.document_view import DocumentView
    from bytescope.ui.window import Window

IN_STRIP = (
    ("compare.previous", tr_later("◂ Previous")),
    ("compare.next", tr_later("Next ▸")),
    ("compare.swap", tr_later("Swap")),
    ("compare.end", tr_later("End")),
)


class CompareCommands(DocumentCommands):
    """Begins and ends comparisons; one for each document view at the most."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._hidden: dict[Session, bool] = {}  # sessions in no tab, and whether their file is ours
        self._views: list[DocumentView] = []
        window.workspace.closed.connect(self._on_closed)

    # -- with what ----------------------------------------------------------------------------

    def with_file(self) -> None:
        folder = self._window.files.folder()
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Compare With"), folder)
        if path:
            self.compare_file(self._view, path)

    def compare_file(self, view: DocumentView, path: bytes | str) -> None:
        """Open ``path`` for reading and compare ``view``'s document with it."""
        opening = OtherFile(self._window.workspace.jobs, self._window.workspace)
        opening.opened.connect(partial(self._on_opened, view))
        opening.failed.connect(partial(self._on_not_opened, view))
        opening.open(path)

    def with_tab(self) -> None:
        from bytescope.ui.dialogs.compare import ChooseDialog

        view = self._view
        others = [item.session for item in self._window.views if item is not view]
        if not others:
            view.tell("info", tr("There is no other open document; open one first, or compare with a file."))
            return
        place: int | None = 0
        if len(others) > 1:
            dialog = ChooseDialog(
                tr("Compare With"), tr("&Open documents"), [other.title for other in others], self._window
            )
            place = dialog.wish() if self._confirmed(dialog) else None
        if place is not None:
            self.compare(view, others[place])

    def with_saved(self) -> None:
        view = self._view
        if view.session.live:
            view.tell("info", tr("In Live access each edit is stored at once, so nothing can differ."))
            return
        other = last_saved(view.session, self._window.workspace)
        self._hidden[other] = False
        self.compare(view, other)

    def take_snapshot(self) -> None:
        """Keep the fingerprints of the document as it is now."""
        from bytescope.session.compare.snapshots import Taking
        from bytescope.ui.dialogs.compare import SnapshotNameDialog

        view, folder = self._view, self._window.workspace.private_folder
        if folder is None:
            view.tell("info", tr("Nothing is kept by this window, so no snapshot can be taken."))
            return
        dialog = SnapshotNameDialog(f"{view.session.name}, {datetime.now():%Y-%m-%d %H:%M}", self._window)
        name = dialog.wish() if self._confirmed(dialog) else None
        if name is not None:
            taking = Taking(view.session, folder, view)
            taking.taken.connect(partial(self._on_told, view))
            taking.failed.connect(partial(self._on_not_opened, view))
            taking.take(name)

    def with_snapshot(self) -> None:
        from bytescope.core.errors import BytescopeError
        from bytescope.session.compare.snapshots import kept_in, listed
        from bytescope.ui.dialogs.compare import SnapshotDialog

        view, folder = self._view, self._window.workspace.private_folder
        try:
            kept = kept_in(folder)
            items = listed(kept)
            if kept is None or not items:
                view.tell("info", tr("There is no snapshot of fingerprints yet; take one first."))
                return
            dialog = SnapshotDialog(items, self._window)
            dialog.removal_wished.connect(partial(self._on_removal_wished, view, kept))
            chosen = dialog.chosen() if self._confirmed(dialog) else None
            if chosen is not None:
                self.compare_snapshot(view, kept.open(chosen))
        except BytescopeError as error:
            view.tell("error", str(error))

    def compare_snapshot(self, view: DocumentView, snapshot: Snapshot) -> None:
        """Compare ``view``'s document with fingerprints; takes the snapshot."""
        from bytescope.session.compare.comparing_prints import ComparingPrints

        self._begin(view, ComparingPrints(view.session, snapshot, view))

    def compare(self, view: DocumentView, other: Session, shift: int = 0) -> None:
        """Compare ``view``'s document with that of another session."""
        self._begin(view, ComparingTwo(view.session, other, shift, view))

    # -- while it goes on ---------------------------------------------------------------------

    def next(self) -> None:
        if (face := self._view.comparison) is not None:
            face.comparing.seek(True)

    def previous(self) -> None:
        if (face := self._view.comparison) is not None:
            face.comparing.seek(False)

    def other_side(self) -> None:
        if (face := self._view.comparison) is not None:
            face.switch()

    def swap(self) -> None:
        if (face := self._view.comparison) is not None:
            face.swap()

    def pause(self) -> None:
        """Stop reading for now, or go on with it."""
        if (face := self._view.comparison) is not None:
            face.comparing.set_paused(not face.comparing.paused)

    def shift(self) -> None:
        from bytescope.ui.dialogs.compare import ShiftDialog

        face = self._view.comparison
        if face is None or not isinstance(face.comparing, ComparingTwo):
            self._view.tell("info", tr("Fingerprints are of whole pages and cannot be shifted."))
            return
        comparing, view = face.comparing, face.view
        sizes = comparing.session.size, comparing.other.size
        dialog = ShiftDialog(comparing.shift, sizes, self._window)
        shift = dialog.wish() if self._confirmed(dialog) else None
        if shift is not None:
            other = comparing.other
            ours = self._hidden.pop(other, None)  # it goes on
            self.end_in(view)
            if ours is not None:
                self._hidden[other] = ours
            self.compare(view, other, shift)

    def end(self) -> None:
        self.end_in(self._view)

    def end_in(self, view: DocumentView) -> None:
        """End the comparison that ``view`` shows, if it shows one."""
        face = view.comparison
        if face is None:
            return
        view.comparison = None
        self._views.remove(view)
        other = face.comparing.other if isinstance(face.comparing, ComparingTwo) else None
        face.end()
        if other is not None and other in self._hidden:
            let_go(other, file=self._hidden.pop(other))
        if view.split is not None:
            view.split.unfold()
        self._window.showing.refresh()

    # -- inside -------------------------------------------------------------------------------

    def _begin(self, view: DocumentView, comparing: Comparing) -> None:
        self.end_in(view)
        if view.split is not None:
            view.split.fold()
        comparing.told.connect(partial(self._on_told, view))
        comparing.failed.connect(partial(self._on_failed, view))
        sessions = {comparing.session: True}
        if isinstance(comparing, ComparingTwo):
            ours = self._hidden.get(comparing.other)
            if ours is not None:
                comparing.other.told.connect(view.tell)
            if ours is not False:  # the last saved state goes with the document
                sessions[comparing.other] = ours is None
        outsiders = Outsiders(comparing, sessions)
        outsiders.told.connect(partial(self._on_changed, view))
        actions = [(self._window.actions_table[id_], tr(short)) for id_, short in IN_STRIP]
        view.comparison = CompareFace(view, comparing, actions)
        self._views.append(view)
        view.comparison.show()
        self._window.showing.refresh()

    def _on_opened(self, view: DocumentView, other: Session) -> None:
        self._hidden[other] = True
        if view in self._window.views:
            self.compare(view, other)
        else:
            let_go(other, file=self._hidden.pop(other))

    def _on_not_opened(self, view: DocumentView, sentence: str) -> None:
        if view in self._window.views:
            view.tell("error", sentence)

    def _on_removal_wished(self, view: DocumentView, kept: Snapshots, id_: str) -> None:
        from bytescope.core.errors import BytescopeError

        try:
            kept.remove(id_)
        except BytescopeError as error:
            view.tell("error", str(error))

    def _on_told(self, view: DocumentView, sentence: str) -> None:
        view.tell("info", sentence)

    def _on_changed(self, view: DocumentView, sentence: str) -> None:
        view.tell("warning", sentence)

    def _on_failed(self, view: DocumentView, sentence: str) -> None:
        self.end_in(view)
        view.tell("warning", sentence)

    def _on_closed(self, session: Session) -> None:
        """A document was closed: what it is compared with, or was, is shown alone."""
        for view in [view for view in self._views if view.comparison is not None]:
            face = view.comparison
            assert face is not None
            comparing = face.comparing
            if session is comparing.session or session is getattr(comparing, "other", None):
                self.end_in(view)
                if view.session is not session:
                    view.tell("info", tr("The comparison ended, as “{name}” was closed.", name=session.name))
