"""The commands about what is remembered: snapshots of fingerprints, facts of pages, memory for the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError
from bytescope.core.text.formats import size_text
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.touched.snapshots import Listed
    from bytescope.session.compare.snapshot_keeper import SnapshotKeeper
    from bytescope.session.survey.memory import Memory
    from bytescope.ui.window import Window

FORGET = "memory.forget"


class MemoryCommands(QObject):
    """Made with the menus: it keeps their texts and check marks true."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._keeper: SnapshotKeeper | None = None
        self._following: Memory | None = None

    @property
    def _memory(self) -> Memory | None:
        return self._window.workspace.memory

    def show_state(self) -> None:
        """The menu opens: bring what it says in line."""
        memory = self._memory
        if memory is not None and memory is not self._following:
            self._following = memory
            memory.changed.connect(self._say)
        if memory is not None:
            memory.measure()
        self._say()

    def _say(self) -> None:
        memory, actions = self._memory, self._window.actions_table
        size = memory.size if memory is not None else None
        actions[FORGET].setText(
            tr("&Forget What Was Remembered ({size})", size=size_text(size))
            if size
            else tr("&Forget What Was Remembered")
        )
        actions[FORGET].setEnabled(memory is not None and size != 0)
        actions["memory.remember"].setEnabled(memory is not None)
        actions["memory.remember"].setChecked(memory is not None and memory.on)
        actions.check("map_memory", str(self._window.workspace.settings.map_memory))

    def remember(self) -> None:
        if self._memory is not None:
            self._memory.set_on(not self._memory.on)
        self._say()

    def forget(self) -> None:
        if self._memory is not None:
            self._memory.forget()

    def take(self, mebibytes: int) -> None:
        """Let what is known of a document's pages take so much memory."""
        workspace = self._window.workspace
        workspace.remember(map_memory=mebibytes)
        for session in workspace.sessions:
            session.survey.set_budget(mebibytes << 20)
        self._say()

    # -- snapshots ----------------------------------------------------------------------------

    @property
    def keeper(self) -> SnapshotKeeper | None:
        """None where nothing is kept between two runs."""
        folder = self._window.workspace.private_folder
        if self._keeper is None and folder is not None:
            from bytescope.session.compare.snapshot_keeper import SnapshotKeeper

            self._keeper = SnapshotKeeper(self._window.workspace.jobs, folder, self)
        return self._keeper

    def snapshots(self) -> None:
        from bytescope.ui.dialogs.snapshots import SnapshotsDialog

        keeper = self.keeper
        if keeper is None:
            self._window.tell("info", tr("Nothing is kept between two runs here, so there are no snapshots."))
            return
        dialog = SnapshotsDialog(keeper, self._window.current is not None, self._window)
        dialog.compare_wished.connect(self._compare)
        dialog.exec()

    def _compare(self, item: Listed) -> None:
        from bytescope.core.storage.private import StateFolder
        from bytescope.core.touched.snapshots import Snapshots

        view, folder = self._window.current, self._window.workspace.private_folder
        if view is None or folder is None:
            return
        try:
            snapshot = Snapshots(StateFolder(folder)).open(item.id)
        except BytescopeError as error:
            view.tell("error", str(error))
        else:
            self._window.commands.compare.compare_snapshot(view, snapshot)
