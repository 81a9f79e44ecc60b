"""The commands of the Pages menu that watch other processes and our own stores."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from bytescope.session.states.auditing import Auditing, auditing_of
from bytescope.session.states.watching import Watching, watching_of
from bytescope.ui.commands.of_document import DocumentCommands

if TYPE_CHECKING:
    from bytescope.ui.dialogs.processes import ProcessesDialog
    from bytescope.ui.window import Window


class WatchCommands(DocumentCommands):
    """Starts and stops, and shows in the menu what is running for the current document."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._followed: WeakSet[Watching | Auditing] = WeakSet()
        window.area.front_changed.connect(self._show)

    def processes(self) -> None:
        """The list of processes, once for each document."""
        session = self._session
        name = f"processes of {id(session)}"
        for child in self._window.children():
            if child.property("of") == name:
                dialog: ProcessesDialog = child  # type: ignore[assignment]
                break
        else:
            from bytescope.ui.dialogs.processes import ProcessesDialog

            dialog = ProcessesDialog(session, self._window)
            dialog.setProperty("of", name)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def reads(self) -> None:
        """Start or stop."""
        self._toggle(watching_of(self._session))

    def stores(self) -> None:
        """Start or stop."""
        self._toggle(auditing_of(self._session))

    def stores_anew(self) -> None:
        auditing = auditing_of(self._session)
        self._follow(auditing)
        auditing.restart()

    def _toggle(self, watch: Watching | Auditing) -> None:
        self._follow(watch)
        watch.stop() if watch.running else watch.start()
        self._show()

    def _follow(self, watch: Watching | Auditing) -> None:
        if watch not in self._followed:
            self._followed.add(watch)
            watch.changed.connect(self._show)

    def _show(self, _: object = None) -> None:
        view, actions = self._window.current, self._window.actions_table
        session = view.session if view is not None else None
        actions["watching.reads"].setChecked(session is not None and watching_of(session).running)
        actions["watching.stores"].setChecked(session is not None and auditing_of(session).running)
