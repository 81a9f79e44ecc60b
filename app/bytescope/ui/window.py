"""The window: puts menus, toolbar, documents, docks and status bar together, and decides nothing."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from bytescope.ui import layout_memory
from bytescope.ui.actions import Actions
from bytescope.ui.area import Area
from bytescope.ui.asking import Asking
from bytescope.ui.commands import Commands
from bytescope.ui.document_view import DocumentView
from bytescope.ui.loading import Loading, settling
from bytescope.ui.menus import RecentMenu, build_menus, build_toolbar, context_menu
from bytescope.ui.showing import Showing
from bytescope.ui.status import Status
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace
    from bytescope.ui.commands.files import FileCommands
    from bytescope.ui.panels.docks import Docks
    from bytescope.ui.start_page import StartPage

PATIENCE_MS = 300
"""A medium that has not delivered the first bytes by then does not hold up the map."""


class Window(QMainWindow):
    """One window of the program over a workspace."""

    settled = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("window")
        self.workspace = workspace
        self.loading = Loading(workspace.jobs, self)
        self.asking = Asking(self)
        self.showing = Showing(self)
        self.actions_table = Actions(self)
        self.commands = Commands(self)
        self.docks: Docks | None = None
        self._settled = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._settle)
        self._build()
        self._connect()
        layout_memory.restore(self)
        if workspace.settings.docks_open:
            self.make_docks()  # here, so that nothing moves when the bytes have been painted
        for session in workspace.sessions:
            self._on_opened(session)
        if not workspace.sessions:
            self._show_start()
        if workspace.complaint is not None:
            self.tell("warning", workspace.complaint)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.menus = build_menus(self, self.actions_table)
        self.recent = RecentMenu(self.menus["recent"], self.workspace)
        self.map_menu = context_menu(self, self.actions_table, "map")
        self.hex_menu = context_menu(self, self.actions_table, "hex")
        build_toolbar(self, self.actions_table)
        self.area = Area(self)
        self.tabs = self.area.tabs
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.area)
        self.setCentralWidget(self._stack)
        self.status = Status(self.workspace.jobs, self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.commands.follow(self.actions_table)
        for field, command in (
            (self.status.offset, "go.go_to"),
            (self.status.page, "go.go_to"),
            (self.status.picked, "go.select_range"),
            (self.status.mode, "edits.toggle_insert"),
        ):
            field.clicked.connect(self.actions_table[command].trigger)
        self.area.front_changed.connect(self.showing.refresh)
        self.area.close_wished.connect(self._on_close_wished)
        self.workspace.opened.connect(self._on_opened)
        self.workspace.closed.connect(self._on_closed)
        self.workspace.told.connect(self.tell)
        self.loading.map_ready.connect(self._on_map_ready)
        self.loading.kernels_ready.connect(self._on_kernels_ready)

    # -- made when they are first used --------------------------------------------------------

    @property
    def files(self) -> FileCommands:
        return self.commands.files

    @cached_property
    def start(self) -> StartPage:
        """What is shown without a document."""
        from bytescope.ui.start_page import StartPage

        start = StartPage(self.actions_table, self.workspace.open, self)
        start.offer_tour(not self.workspace.settings.tour_seen)
        start.tour_wished.connect(partial(self.commands.run, "help.tour"))
        self._stack.addWidget(start)
        return start

    def make_docks(self) -> None:
        from bytescope.ui.panels.docks import Docks

        self.docks = Docks(self, self.menus["docks"], awake=self.loading.has_map)
        layout_memory.restore_docks(self)
        self.docks.show_session(self.current.session if self.current is not None else None)

    # -- documents ----------------------------------------------------------------------------

    @property
    def views(self) -> list[DocumentView]:
        """The documents in the order of their tabs."""
        return self.area.views

    @property
    def current(self) -> DocumentView | None:
        return self.area.current

    def show_view(self, view: DocumentView) -> None:
        self.area.show_view(view)

    def tell(self, level: str, text: str) -> None:
        """A sentence of the whole program: with the current document or on the start page."""
        if self.current is not None:
            self.current.tell(level, text)
        else:
            self.start.tell(level, text)

    def _on_opened(self, session: Session) -> None:
        view = DocumentView(session, self)
        view.set_split(layout_memory.split(self.workspace.settings.splitter))
        settings = self.workspace.settings
        if settings.font_points or settings.font_family:
            view.hex.choose_font(settings.font_family, settings.font_points)
        view.hex.font_size_changed.connect(self.commands.font_chosen)
        # Queued: when what was painted has reached the screen.
        view.first_painted.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self.asking.watch(view)
        view.map_menu_wished.connect(self.map_menu.popup)
        view.hex_menu_wished.connect(self.hex_menu.popup)
        view.command_wished.connect(self.commands.run)
        view.map_moved.connect(self.showing.known)
        self.showing.follow(session)
        self.area.add(view)
        self._stack.setCurrentWidget(self.area)
        if self.loading.has_map:
            self._start_map(view)
        if self._settled:
            view.settle()
        view.setFocus()

    def _on_closed(self, session: Session) -> None:
        for view in self.views:
            if view.session is session:
                view.leave()
                self.area.remove(view)
        if not self.views:
            self._show_start()

    def _show_start(self) -> None:
        self._stack.setCurrentWidget(self.start)
        self.showing.refresh()

    def _on_close_wished(self, view: DocumentView) -> None:
        self.files.close_view(view)

    def _on_map_ready(self) -> None:
        for view in self.views:
            self._start_map(view)
        if self.docks is not None:
            self.docks.wake()

    def _on_kernels_ready(self) -> None:
        for view in self.views:
            view.session.survey.use_fast()

    def _start_map(self, view: DocumentView) -> None:
        view.session.survey.start(fast=self.loading.has_kernels)
        view.make_map()
        self.showing.known()
        self.commands.layers.follow(view.session)

    # -- the window itself --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settled:
            self._patience.start(PATIENCE_MS if self.views else 0)

    def _settle(self) -> None:
        """Once: load and make what the first bytes did not need."""
        if self._settled:
            return
        self._settled = True
        self._patience.stop()
        self.loading.start(settling(self, self.views))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.asking.may_drop(self.views, tr("Close"), self.close):
            event.ignore()
            return
        layout_memory.keep(self)
        self.workspace.shut_down()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_table"):
            self.actions_table.tint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from bytescope.ui.dropping import dropped

        found = dropped(event.mimeData())
        for path in found.paths:
            self.files.open_path(path)
        if found.fault:
            self.tell("warning", found.fault)
        event.acceptProposedAction()

    def createPopupMenu(self) -> QMenu | None:
        """No menu for hiding the toolbar: there would be no way to see that it can come back."""
        return None
