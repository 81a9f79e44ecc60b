"""The commands of the Edit menu."""

from __future__ import annotations

from bytescope.core.ranges import ByteRange
from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.showing import may_resize
from bytescope.ui.widgets.tips import tr, tr_n


class EditCommands(DocumentCommands):
    """Dialogs that ask for ranges and patterns, and the wishes that come of them."""

    def undo(self) -> None:
        self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def cut(self) -> None:
        picked = self._session.selection.range
        if picked:
            self._view.hex.copy()
            self._session.delete(picked)

    def copy(self) -> None:
        self._view.hex_in_use.copy()

    def copy_hex(self) -> None:
        self._view.hex_in_use.copy("hex")

    def copy_text(self) -> None:
        self._view.hex_in_use.copy("text")

    def copy_c(self) -> None:
        self._view.hex_in_use.copy("c")

    def paste(self) -> None:
        self._view.hex_in_use.paste()

    def fill(self) -> None:
        from bytescope.ui.dialogs.fill import FillDialog

        session = self._session
        dialog = FillDialog(
            session.names(),
            session.target(),
            session.size,
            can_insert=may_resize(session),
            history=list(self._window.workspace.settings.patterns),
            parent=self._window,
        )
        if not self._confirmed(dialog):
            return
        wish = dialog.wish()
        if wish is not None:
            self._window.workspace.remember(patterns=tuple(dialog.history())[:30])
            session.fill(wish.range, wish.pattern, wish.phase, wish.insert)

    def write(self) -> None:
        from bytescope.ui.dialogs.write_bytes import WriteBytesDialog

        session = self._session
        dialog = WriteBytesDialog(session.names(), session.selection.caret, session.size, parent=self._window)
        if not self._confirmed(dialog):
            return
        wish = dialog.wish()
        if wish is not None and session.write(wish.offset, wish.data):
            session.go_to(wish.offset)

    def insert(self) -> None:
        from bytescope.ui.dialogs.insert import InsertDialog

        session = self._session
        dialog = InsertDialog(
            session.names(),
            session.selection.caret,
            session.size,
            history=list(self._window.workspace.settings.patterns),
            parent=self._window,
        )
        if not self._confirmed(dialog):
            return
        wish = dialog.wish()
        if wish is not None and session.fill(
            ByteRange.of(wish.offset, wish.length), wish.pattern, wish.phase, insert=True
        ):
            session.go_to(wish.offset)

    def delete(self) -> None:
        picked = self._session.selection.range
        if picked:
            self._session.delete(picked)
        else:
            self._session.told.emit("info", tr("Select the bytes to delete first."))

    def revert(self) -> None:
        session = self._session
        pages = session.target().pages
        firsts, ends = session.document.edited_runs(pages)
        count = sum(ends) - sum(firsts)
        if session.revert(session.target()) and not session.live:  # a live store says itself what failed
            left = session.document.edited_runs(pages)
            done = count - (sum(left[1]) - sum(left[0]))
            session.told.emit(
                "info",
                tr_n(
                    done,
                    "{n} page as in the file again; Undo takes that back.",
                    "{n} pages as in the file again; Undo takes that back.",
                ),
            )

    def move_block(self) -> None:
        self._block(tr("Move Block"), self._session.move_block)

    def copy_block(self) -> None:
        self._block(tr("Copy Block"), self._session.copy_block)

    def resize(self) -> None:
        from bytescope.ui.dialogs.resize import ResizeDialog

        dialog = ResizeDialog(self._session.names(), self._session.size, parent=self._window)
        if not self._confirmed(dialog):
            return
        size = dialog.wish()
        if size is not None:
            self._session.resize(size)

    def toggle_insert(self) -> None:
        self._session.toggle_insert()

    def _block(self, title: str, act: object) -> None:
        picked = self._session.selection.range
        if not picked:
            self._session.told.emit("info", tr("Select the bytes of the block first."))
            return
        from bytescope.ui.dialogs.go_to import GoToDialog

        dialog = GoToDialog(
            self._session.names(), self._session.selection.caret, history=[], title=title, parent=self._window
        )
        if self._confirmed(dialog):
            to = dialog.wish()
            if to is not None and callable(act):
                act(picked, to)
