"""The docks beside the documents: a table of them, remembered, listed in the View menu."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QChildEvent, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

from bytescope.ui.icons import icon
from bytescope.ui.widgets.tips import tr
from bytescope.ui.widgets.to_bytes import to_bytes

if TYPE_CHECKING:
    from bytescope.session.session import Session


class Panel(Protocol):
    """What a dock holds: a widget that follows the current document."""

    def show_session(self, session: Session | None) -> None: ...


class DockEntry(NamedTuple):
    """A dock: its name in the settings (small letters), its title, what makes its panel, its first area.

    ``make`` gives a QWidget that is a ``Panel``. It imports the panel's module itself and is called when the
    dock is shown for the first time.
    """

    name: str
    title: str
    make: Callable[[QWidget], QWidget]
    area: Qt.DockWidgetArea
    late: bool = False
    """It loads numpy or pyqtgraph: where it was left open it is made when the map's library has come."""
    letters: int = 0
    """So many stand side by side when it is first shown, where the window has room; 0: all the same."""


def _page(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.page_info import PagePanel

    return PagePanel(parent)


def _history(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.history import HistoryPanel

    return HistoryPanel(parent)


def _rows(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.rows_text import RowsPanel

    return RowsPanel(parent)


def _touched(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.touched import TouchedPanel

    return TouchedPanel(parent)


def _timeline(parent: QWidget) -> QWidget:
    from bytescope.ui.plots.timeline import TimelinePanel

    return TimelinePanel(parent)


def _found(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.found import FoundPanel

    return FoundPanel(parent)


def _bookmarks(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.bookmarks import BookmarksPanel

    return BookmarksPanel(parent)


def _structures(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.structures import StructuresPanel

    return StructuresPanel(parent)


def _inspector(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.inspector import InspectorPanel

    return InspectorPanel(parent)


def _strings(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.strings import StringsPanel

    return StringsPanel(parent)


def _checksums(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.checksums import ChecksumsPanel

    return ChecksumsPanel(parent)


def _types(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.types import TypesPanel

    return TypesPanel(parent)


def _disassembly(parent: QWidget) -> QWidget:
    from bytescope.ui.panels.disassembly import DisassemblyPanel

    return DisassemblyPanel(parent)


def _statistics(parent: QWidget) -> QWidget:
    from bytescope.ui.plots.statistics import StatisticsPanel

    return StatisticsPanel(parent)


WIDE = 64
MOST_SHARE = 0.32
"""Of the window that a dock takes by itself."""

_RIGHT, _BOTTOM = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
_LEFT, _TOP = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.TopDockWidgetArea

DOCKS: tuple[DockEntry, ...] = (
    DockEntry("page", "Page", _page, _RIGHT),
    DockEntry("history", "History", _history, _RIGHT),
    DockEntry("inspector", "Inspector", _inspector, _RIGHT, letters=WIDE),
    DockEntry("statistics", "Statistics", _statistics, _RIGHT, late=True, letters=WIDE),
    DockEntry("structures", "Structures", _structures, _RIGHT, letters=WIDE),
    DockEntry("rows", "Rows as Text", _rows, _RIGHT),
    DockEntry("touched", "Touched Pages", _touched, _BOTTOM, late=True),
    DockEntry("found", "Found", _found, _BOTTOM, late=True),
    DockEntry("timeline", "Timeline", _timeline, _BOTTOM, late=True),
    DockEntry("bookmarks", "Bookmarks", _bookmarks, _BOTTOM, late=True),
    DockEntry("strings", "Strings", _strings, _BOTTOM, late=True),
    DockEntry("checksums", "Checksums", _checksums, _BOTTOM, late=True),
    DockEntry("types", "What Is This", _types, _BOTTOM, late=True),
    DockEntry("disassembly", "Disassembly", _disassembly, _BOTTOM, late=True),
)

_TOGETHER = (
    tuple(entry.name for entry in DOCKS if entry.area is _BOTTOM),
    ("inspector", "statistics", "structures"),
)
"""Docks that share a place unless they are put elsewhere: they need its width, or its height."""

_TABBED = "tabbed"
"""In front of the names of docks that share one place; alone, as it was written once: the first two."""

_PLACE = re.compile(
    r"([a-z]{1,20}),([1248]),([01]),([01]),(-?[0-9]{1,5}),(-?[0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})"
)
_BUTTONS = {"qt_dockwidget_closebutton": "close", "qt_dockwidget_floatbutton": "copy"}
"""What Qt calls the buttons of a title, and our drawings for them."""

LEAST, MOST = 40, 10_000
"""Pixels of a side."""


class Docks:
    """Everything of the table; each panel is made when its dock is first shown, and follows the document."""

    def __init__(self, window: QMainWindow, menu: QMenu, *, awake: bool = True) -> None:
        """``awake``: the late ones can be made; else they wait for ``wake``."""
        self._window = window
        _TabBarNames(window)
        menu.addSeparator()
        self._docks = {entry.name: _Dock(entry, window, awake or not entry.late) for entry in DOCKS}
        for dock in self._docks.values():
            window.addDockWidget(dock.entry.area, dock)
            dock.hide()
            menu.addAction(dock.toggleViewAction())
        self._gather()

    def wake(self) -> None:
        """Make the late ones that are open, and others from now on when they are shown."""
        for dock in self._docks.values():
            dock.wake()

    def dock(self, name: str) -> QDockWidget:
        """The dock called ``name`` in the table."""
        return self._docks[name]

    def show(self, name: str) -> QWidget:
        """Show a dock, in front of those that share its place, and give its panel the keyboard."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        panel = dock.panel()
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)  # the style shows where it is then
        return panel

    @property
    def are_open(self) -> bool:
        """Whether any of them is to be seen."""
        return any(not dock.isHidden() for dock in self._docks.values())

    def places(self) -> str:
        """Where they are, as plain text for the settings."""
        parts = []
        for name, dock in self._docks.items():
            area = self._window.dockWidgetArea(dock).value
            place = dock.geometry()
            numbers = (area, not dock.isHidden(), dock.isFloating(), *place.getRect())  # type: ignore[misc]
            parts.append(",".join((name, *(str(int(number)) for number in numbers))))
        return ";".join([*parts, *(",".join((_TABBED, *names)) for names in self._shared())])

    def put(self, places: str) -> None:
        """Bring them back to ``places``; what cannot be is left out.

        Not by ``QMainWindow.restoreState``: it believes every count, and a damaged one holds the start
        for minutes.
        """
        parts = places.split(";", 2 * len(self._docks))
        for part in parts:
            found = _PLACE.fullmatch(part)
            if found and found[1] in self._docks:
                self._put(self._docks[found[1]], *(int(number) for number in found.groups()[1:]))
        for part in parts:
            word, _, names = part.partition(",")
            if word == _TABBED:
                self._share(names.split(",") if names else ["page", "history"])
        self._gather()

    def show_session(self, session: Session | None) -> None:
        for dock in self._docks.values():
            dock.show_session(session)

    def _shared(self) -> list[list[str]]:
        """The names of docks that share one place, each group once."""
        groups: list[list[str]] = []
        for name, dock in self._docks.items():
            if not any(name in group for group in groups):
                others = {other.objectName() for other in self._window.tabifiedDockWidgets(dock)}
                group = [other for other in self._docks if self._docks[other].objectName() in others]
                if group:
                    groups.append([name, *group])
        return groups

    def _share(self, names: list[str]) -> None:
        docks = [self._docks[name] for name in dict.fromkeys(names) if name in self._docks]
        for dock in docks[1:]:
            self._window.tabifyDockWidget(docks[0], dock)

    def _gather(self) -> None:
        """Have those that are not to be seen come up in the place of one of their kind, not beside it."""
        for names in _TOGETHER:
            kin = [self._docks[name] for name in names if not self._docks[name].isFloating()]
            for place in (_RIGHT, _BOTTOM, _LEFT, _TOP):
                here = [dock for dock in kin if self._window.dockWidgetArea(dock) is place]
                first = next((dock for dock in here if not dock.isHidden()), here[0] if here else None)
                for dock in here:
                    if first is not None and dock is not first and dock.isHidden():
                        self._window.tabifyDockWidget(first, dock)

    def _put(
        self, dock: _Dock, area: int, shown: int, floating: int, x: int, y: int, width: int, height: int
    ) -> None:
        place = QRect(x, y, min(max(width, LEAST), MOST), min(max(height, LEAST), MOST))
        self._window.addDockWidget(Qt.DockWidgetArea(area), dock)
        dock.placed = bool(shown)
        if floating and QGuiApplication.screenAt(place.center()) is not None:
            dock.setFloating(True)
            dock.setGeometry(place)
        else:
            self._window.resizeDocks([dock], [place.width()], Qt.Orientation.Horizontal)
            self._window.resizeDocks([dock], [place.height()], Qt.Orientation.Vertical)
        dock.setVisible(bool(shown))


class _Dock(QDockWidget):
    """A dock whose panel is made when it is first shown."""

    def __init__(self, entry: DockEntry, window: QMainWindow, awake: bool) -> None:
        super().__init__(tr(entry.title), window)
        self.entry = entry
        self._awake = awake
        self.placed = False
        """Whether it has the size that it was left with."""
        self._panel: QWidget | None = None
        self._session: Session | None = None
        self.setObjectName(f"dock.{entry.name}")
        self.setAccessibleName(tr(entry.title))
        self.toggleViewAction().setObjectName(f"action.dock.{entry.name}")
        self.topLevelChanged.connect(self._draw_buttons)

    def panel(self) -> QWidget:
        """What it holds, made now if it was not needed before."""
        if self._panel is None:
            self._panel = self.entry.make(self)
            self.setWidget(self._panel)
            self._draw_buttons()
            self._tell()
        return self._panel

    def show_session(self, session: Session | None) -> None:
        self._session = session
        self._tell()

    def wake(self) -> None:
        self._awake = True
        if not self.isHidden():
            self.panel()

    def setVisible(self, visible: bool) -> None:
        if visible and self._awake:
            self.panel()
        super().setVisible(visible)
        if visible and not self.placed:
            self._make_room()

    def _make_room(self) -> None:
        """Once: as wide as what is in it wants to be, if the side has not been made wider."""
        self.placed = True
        window = self.parentWidget()
        if not isinstance(window, QMainWindow) or self.isFloating():
            return
        full = self.entry.letters * self.fontMetrics().averageCharWidth()
        wanted = min(full, int(window.width() * MOST_SHARE))
        if self.width() < wanted:
            window.resizeDocks([self], [wanted], Qt.Orientation.Horizontal)

    def _draw_buttons(self, _: object = None) -> None:
        """The style draws those of the title in one grey for all themes, lost on a dark one."""
        for name, drawing in _BUTTONS.items():
            button = self.findChild(QAbstractButton, name)
            if button is not None:
                button.setIcon(icon(drawing, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._panel is not None:
            self._draw_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing in the panel wants it, leads back to the bytes."""
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            to_bytes(self)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._panel is not None:
            self._panel.show_session(self._session)  # type: ignore[attr-defined]


class _TabBarNames(QObject):
    """Names the bars of tabs that Qt makes where docks share a place: a screen reader tells them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QTabBar) and not child.accessibleName():
                child.setAccessibleName(tr("Docks in one place"))
        return super().eventFilter(watched, event)
