"""The commands of the Go menu."""

from __future__ import annotations

from bytescope.core.ranges import ByteRange
from bytescope.ui.commands.of_document import DocumentCommands


class GoCommands(DocumentCommands):
    """Moves the caret and the selection, and searches."""

    def go_to(self) -> None:
        from bytescope.ui.dialogs.go_to import GoToDialog

        workspace = self._window.workspace
        session = self._session
        dialog = GoToDialog(
            session.names(),
            session.selection.caret,
            history=list(workspace.settings.gotos),
            parent=self._window,
        )
        if not self._confirmed(dialog):
            return
        offset = dialog.wish()
        if offset is not None:
            workspace.remember(gotos=tuple(dialog.history())[:30])
            session.go_to(offset)

    def select_all(self) -> None:
        self._session.select(ByteRange(0, self._session.size), caret=0)

    def select_range(self) -> None:
        from bytescope.ui.dialogs.select_range import SelectRangeDialog

        session = self._session
        dialog = SelectRangeDialog(session.names(), session.target(), session.size, parent=self._window)
        if not self._confirmed(dialog):
            return
        range_ = dialog.wish()
        if range_ is not None:
            session.go_to(range_.start)
            session.select(range_)

    def next_page(self) -> None:
        self._session.next_page()

    def previous_page(self) -> None:
        self._session.previous_page()

    def next_edited(self) -> None:
        self._session.next_edited()

    def previous_edited(self) -> None:
        self._session.previous_edited()

    def next_outside(self) -> None:
        self._step_outside(forward=True)

    def previous_outside(self) -> None:
        self._step_outside(forward=False)

    def _step_outside(self, *, forward: bool) -> None:
        if (view := self._window.current) is not None:
            view.watch.step(forward=forward)

    def back(self) -> None:
        self._session.back()

    def forward(self) -> None:
        self._session.forward()

    def find(self) -> None:
        if self._window.current is not None:
            self._window.commands.search.open()

    def find_next(self) -> None:
        self._again(True)

    def find_previous(self) -> None:
        self._again(False)

    def _again(self, forward: bool) -> None:
        view = self._window.current
        if view is None:
            return
        if view.finder.asked is not None:
            view.finder.again(forward)
        else:
            self.find()
