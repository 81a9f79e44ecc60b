"""The window: puts menus, toolbar, documents, docks and status bar together, and decides nothing."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QTabWidget

from bytescope.core.source.shown import printable_name
from bytescope.ui import layout_memory
from bytescope.ui.actions import Actions
from bytescope.ui.asking import Asking
from bytescope.ui.commands.edits import EditCommands
from bytescope.ui.commands.files import FileCommands
from bytescope.ui.commands.go import GoCommands
from bytescope.ui.commands.look import HelpCommands, LookCommands
from bytescope.ui.document_view import DocumentView
from bytescope.ui.loading import Loading
from bytescope.ui.menus import build_menus, build_toolbar, context_menu
from bytescope.ui.panels.docks import Docks
from bytescope.ui.showing import Showing
from bytescope.ui.start_page import StartPage
from bytescope.ui.status import Status

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace


class Window(QMainWindow):
    """One window of the program over a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("window")
        self.workspace = workspace
        self.loading = Loading(workspace.jobs, self)
        self.asking = Asking(self)
        self.showing = Showing(self)
        self.actions_table = Actions(self)
        self.files = FileCommands(self)
        self.look = LookCommands(self)
        self._commands = {
            "files": self.files,
            "edits": EditCommands(self),
            "go": GoCommands(self),
            "look": self.look,
            "help": HelpCommands(self),
        }
        self._build()
        self._connect()
        layout_memory.restore(self)
        self.showing.refresh()
        if workspace.complaint is not None:
            self.tell("warning", workspace.complaint)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.menus = build_menus(self, self.actions_table)
        build_toolbar(self, self.actions_table)
        self.map_menu = context_menu(self, self.actions_table, "map")
        self.hex_menu = context_menu(self, self.actions_table, "hex")
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName("Open documents")
        self.tabs.setTabsClosable(True)
        self.tabs.setMovable(True)
        self.tabs.setDocumentMode(True)
        self.start = StartPage(self.actions_table, self.workspace.open, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.tabs)
        self.setCentralWidget(self._stack)
        self.status = Status(self.workspace.jobs, self)
        self.setStatusBar(self.status)
        self.docks = Docks(self, self.menus["docks"])
        self.resize(1280, 800)

    def _connect(self) -> None:
        for act, action in self.actions_table:
            group, _, name = act.id.partition(".")
            if act.choice:
                action.triggered.connect(self.look.chooser(act.choice, act.value))
            else:
                action.triggered.connect(getattr(self._commands[group], name))
        self.menus["recent"].aboutToShow.connect(self._fill_recent)
        for field, command in (
            (self.status.offset, "go.go_to"),
            (self.status.page, "go.go_to"),
            (self.status.picked, "go.select_range"),
            (self.status.mode, "edits.toggle_insert"),
        ):
            field.clicked.connect(self.actions_table[command].trigger)
        self.tabs.currentChanged.connect(self.showing.refresh)
        self.tabs.tabCloseRequested.connect(self._on_close_wished)
        self.workspace.opened.connect(self._on_opened)
        self.workspace.closed.connect(self._on_closed)
        self.workspace.told.connect(self.tell)
        self.loading.map_ready.connect(self._on_map_ready)
        self.loading.kernels_ready.connect(self._on_kernels_ready)

    # -- documents ----------------------------------------------------------------------------

    @property
    def views(self) -> list[DocumentView]:
        """The documents in the order of their tabs."""
        tabs = (self.tabs.widget(i) for i in range(self.tabs.count()))
        return [tab for tab in tabs if isinstance(tab, DocumentView)]

    @property
    def current(self) -> DocumentView | None:
        widget = self.tabs.currentWidget()
        return widget if isinstance(widget, DocumentView) else None

    def show_view(self, view: DocumentView) -> None:
        self.tabs.setCurrentWidget(view)

    def tell(self, level: str, text: str) -> None:
        """A sentence of the whole program: with the current document or on the start page."""
        if self.current is not None:
            self.current.tell(level, text)
        else:
            self.start.tell(level, text)

    def _on_opened(self, session: Session) -> None:
        view = DocumentView(session, self.tabs)
        view.set_split(layout_memory.split(self.workspace.settings.splitter))
        view.hex.set_font_size(self.workspace.settings.font_points)
        view.hex.font_size_changed.connect(self.look.font_chosen)
        self.asking.watch(view)
        view.map_menu_wished.connect(self.map_menu.popup)
        view.hex_menu_wished.connect(self.hex_menu.popup)
        view.reload_wished.connect(self.files.reload)
        view.map_moved.connect(self.showing.known)
        session.changed.connect(self._on_changed)
        session.selected.connect(self.showing.place)
        session.view_changed.connect(self.showing.refresh)
        session.survey.state_changed.connect(self.showing.known)
        self.tabs.setCurrentIndex(self.tabs.addTab(view, ""))
        self._stack.setCurrentWidget(self.tabs)
        if self.loading.has_map:
            self._start_map(view)
        view.watch.start()
        view.setFocus()
        self.showing.refresh()

    def _on_closed(self, session: Session) -> None:
        for view in self.views:
            if view.session is session:
                view.watch.stop()
                self.tabs.removeTab(self.tabs.indexOf(view))
                view.hide()
                view.deleteLater()
        if not self.views:
            self._stack.setCurrentWidget(self.start)
        self.showing.refresh()

    def _on_changed(self, change: Change) -> None:
        self.showing.refresh()

    def _on_close_wished(self, index: int) -> None:
        view = self.tabs.widget(index)
        if isinstance(view, DocumentView):
            self.files.close_view(view)

    def _on_map_ready(self) -> None:
        for view in self.views:
            self._start_map(view)

    def _on_kernels_ready(self) -> None:
        for view in self.views:
            view.session.survey.use_fast()

    def _start_map(self, view: DocumentView) -> None:
        view.session.survey.start(fast=self.loading.has_kernels)
        view.make_map()
        self.showing.known()

    def _fill_recent(self) -> None:
        menu = self.menus["recent"]
        menu.clear()
        for path in self.workspace.recent:
            shown = printable_name(path).replace("&", "&&")
            menu.addAction(shown).triggered.connect(partial(self._open_recent, path))

    def _open_recent(self, path: str, checked: bool = False) -> None:
        self.workspace.open(path)

    # -- the window itself --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.loading.has_map:
            # The bytes are painted first; what the map needs is loaded when the window is on screen.
            QTimer.singleShot(0, self.loading.start)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.asking.may_drop(self.views, "Close", self.close):
            event.ignore()
            return
        layout_memory.keep(self)
        self.workspace.shut_down()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_table"):
            self.actions_table.tint(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.workspace.open(os.fsencode(url.toLocalFile()))
        event.acceptProposedAction()

    def createPopupMenu(self) -> QMenu | None:
        """No menu for hiding the toolbar: there would be no way to see that it can come back."""
        return None
