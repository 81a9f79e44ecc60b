"""The commands that bring bytes to other programs and from them."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.showing import may_resize
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.exchange.incoming import Incoming
    from bytescope.session.exchange.files import Exchange, Importing


class ExchangeCommands(DocumentCommands):
    """Dialogs that ask what goes where, and the wishes that come of them."""

    @property
    def exchange(self) -> Exchange:
        """That of the document in front."""
        from bytescope.session.exchange.files import Exchange

        session = self._session
        return session.findChild(Exchange) or Exchange(session)

    @cached_property
    def importing(self) -> Importing:
        """Reads the files that are imported."""
        from bytescope.session.exchange.files import Importing

        importing = Importing(self._window.workspace)
        importing.read.connect(self._on_import_read)
        importing.failed.connect(self._on_import_failed)
        return importing

    # -- the clipboard ------------------------------------------------------------------------

    def choose(self, choice: str, value: str) -> None:
        """Copy as, or paste as, ``value``."""
        if choice == "copy_as":
            self._view.hex_in_use.copy(value)
        else:
            self._view.hex.view.clipboard.paste_as(value)

    def paste_special(self) -> None:
        from bytescope.ui.dialogs.paste_special import PasteSpecialDialog

        mime = QGuiApplication.clipboard().mimeData()
        session = self._session
        if mime is None or not mime.text():
            session.told.emit("info", tr("The clipboard has no text; copy some first."))
            return
        selection = session.selection
        dialog = PasteSpecialDialog(
            mime.text(),
            session.jobs,
            at=selection.range.start if selection.range else selection.caret,
            size=session.size,
            can_insert=may_resize(session),
            insert=selection.insert,
            encoding=session.view.encoding,
            parent=self._window,
        )
        dialog.exec()
        if (wish := dialog.wish()) is not None:
            done = session.insert(wish.at, wish.data) if wish.insert else session.write(wish.at, wish.data)
            if done:
                session.set_caret(wish.at + len(wish.data))

    # -- other files --------------------------------------------------------------------------

    def insert_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Insert File"), self._folder())
        if path:
            picked = self._session.selection.range
            self.exchange.insert_file(path, picked.start if picked else self._session.selection.caret)

    def save_selection(self) -> None:
        picked = self._session.selection.range
        if not picked:
            self._session.told.emit("info", tr("Select the bytes to be saved first."))
            return
        proposed = os.path.join(self._folder(), f"{self._session.name}-0x{picked.start:X}.bin")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save Selection As"), proposed)
        if path:
            self.exchange.save_part(picked, path)

    def export_bytes(self) -> None:
        from bytescope.ui.dialogs.export_bytes import ExportBytesDialog

        session = self._session
        dialog = ExportBytesDialog(
            os.path.join(self._folder(), session.name),
            session.names(),
            session.selection.range,
            session.size,
            self.exchange.shown,
            self._window,
        )
        dialog.exec()
        if (wish := dialog.wish()) is not None:
            self.exchange.export(wish.within, wish.form, wish.path, wish.base, session.name)

    def export_patch(self) -> None:
        from bytescope.ui.dialogs.export_patch import ExportPatchDialog

        session = self._session
        others = [view.session for view in self._window.views if view.session is not session]
        files = [other.file.path for other in others if other.file is not None]
        dialog = ExportPatchDialog(
            os.path.join(self._folder(), session.name),
            session.name,
            edited=session.document.modified and not session.live,
            shown=[*self.exchange.shown, *files],
            others=[other.title for other in others],
            parent=self._window,
        )
        dialog.exec()
        wish = dialog.wish()
        if wish is None or session not in [view.session for view in self._window.views]:
            return
        if wish.tab is None:
            self.exchange.export_patch(wish.kind, wish.path, wish.other, wish.backwards)
        else:
            theirs = others[wish.tab].document.snapshot()
            self.exchange.export_patch(wish.kind, wish.path, theirs, wish.backwards)

    def apply_patch(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Apply Patch"),
            self._folder(),
            tr("Patches (*.ips *.bps *.jsonl *.edits);;All files (*)"),
        )
        if path:
            self.exchange.apply_patch(path)

    def import_bytes(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Import"), self._window.files.folder())
        if path:
            self.begin_import(path)

    def begin_import(self, path: str) -> None:
        """Read the file, then ask where its bytes go."""
        self.importing.begin(path)

    def _on_import_read(self, path: str, incoming: Incoming) -> None:
        from bytescope.ui.dialogs.import_bytes import ImportDialog

        name = os.path.basename(path)
        view = self._window.current
        session = view.session if view is not None else None
        dialog = ImportDialog(
            name,
            incoming,
            onto=session is not None and not session.document.read_only,
            size=session.size if session is not None else 0,
            parent=self._window,
        )
        dialog.exec()
        wish = dialog.wish()
        if wish is None:
            return
        if wish.onto and session is not None:
            self.exchange.place(incoming, wish.base, name)
        else:
            self.importing.as_document(incoming, wish.base, os.path.splitext(name)[0])

    def _on_import_failed(self, sentence: str) -> None:
        self._window.tell("error", sentence)

    def _folder(self) -> str:
        return self._window.files.folder()
