"""Where the documents are: a group of tabs, or two side by side of which one is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QTabWidget, QWidget

from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.ui.document_view import DocumentView

LINE = 3
"""Pixels of the line over the tab in front, where there are two groups."""


class Area(QSplitter):
    """Holds document views. The second group comes with ``transfer``, and goes when one of them is empty."""

    front_changed = Signal()
    """Another document is the one in use."""

    close_wished = Signal(object)
    menu_wished = Signal(object, QPoint)
    """A context menu is asked for on the tab of this view, at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("area")
        self.setChildrenCollapsible(False)
        self.tabs = self._add_group("tabs", tr("Open documents"))
        self.second: Group | None = None
        self._used = self.tabs

    # -- what there is ------------------------------------------------------------------------

    @property
    def groups(self) -> list[Group]:
        return [self.tabs] if self.second is None else [self.tabs, self.second]

    @property
    def views(self) -> list[DocumentView]:
        """In the order of their tabs, those of the first side first."""
        return [view for group in self.groups for view in group.views]

    @property
    def current(self) -> DocumentView | None:
        """The document in use: in front in the group that has, or had last, the keyboard."""
        return self._used.front

    def side_of(self, view: DocumentView) -> int:
        """0 for the first group, 1 for the second."""
        return int(self.second is not None and view in self.second.views)

    def is_front(self, view: DocumentView) -> bool:
        """Whether it is to be seen."""
        return any(group.front is view for group in self.groups)

    # -- what is wished -----------------------------------------------------------------------

    def add(self, view: DocumentView) -> None:
        """Beside those of the group in use, in front."""
        self._used.setCurrentIndex(self._used.addTab(view, ""))
        view.set_narrow(self.second is not None)

    def remove(self, view: DocumentView) -> None:
        group = self.groups[self.side_of(view)]
        group.removeTab(group.indexOf(view))
        self._tidy()

    def show_view(self, view: DocumentView) -> None:
        """Have it in front, and in use."""
        group = self.groups[self.side_of(view)]
        group.setCurrentWidget(view)
        self._use(group)

    def set_title(self, view: DocumentView, title: str) -> None:
        """``title`` is plain text."""
        group = self.groups[self.side_of(view)]
        group.setTabText(group.indexOf(view), title.replace("&", "&&"))

    def transfer(self, view: DocumentView, side: int | None = None) -> None:
        """To the other side, or to the one that is named; the second is made if there is none."""
        old = self.side_of(view)
        new = 1 - old if side is None else side
        if new == old:
            return
        if self.second is None:
            self._keep_shares()
            self.second = self._add_second()
        group = self.groups[new]
        title = self.groups[old].tabText(self.groups[old].indexOf(view))
        group.setCurrentIndex(group.addTab(view, title))
        self._use(group)
        self._tidy()

    def join(self) -> None:
        """All in one group again; the document in use stays the one in front."""
        front = self.current
        for view in self.second.views if self.second is not None else []:
            self.transfer(view, 0)
        if front is not None:
            self.show_view(front)

    def go_over(self) -> DocumentView | None:
        """Use the other side; the document there, None where there is no other side."""
        if self.second is not None:
            self._use(self.second if self._used is self.tabs else self.tabs)
            return self.current
        return None

    # -- inside -------------------------------------------------------------------------------

    def _add_group(self, name: str, spoken: str) -> Group:
        group = Group(self)
        group.setObjectName(name)
        group.setAccessibleName(spoken)
        group.tabBar().setAccessibleName(spoken)
        group.currentChanged.connect(self.front_changed)
        group.tabCloseRequested.connect(self._on_close_wished)
        group.tabBarClicked.connect(self._on_clicked)
        group.menu_wished.connect(self.menu_wished)
        self.addWidget(group)
        return group

    def _add_second(self) -> Group:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        half = max(2, self.width()) // 2
        group = self._add_group("tabs.second", tr("Open documents of the second side"))
        group.show()
        self.setSizes([half, half])
        return group

    def _use(self, group: Group) -> None:
        changed, self._used = self._used is not group, group
        self._light()
        if changed:
            self.front_changed.emit()

    def _light(self) -> None:
        for group in self.groups:
            group.light(None if self.second is None else group is self._used)
        for view in self.views:
            view.set_narrow(self.second is not None)

    def _keep_shares(self) -> None:
        for view in self.views:
            view.keep_share()

    def _tidy(self) -> None:
        """A side without documents goes; the first is the one that stays."""
        second = self.second
        if second is None or (self.tabs.count() and second.count()):
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # First of all: the keyboard goes to and fro while widgets change places.
        app.focusChanged.disconnect(self._on_focus_changed)
        self._keep_shares()
        self._used, self.second = self.tabs, None
        front = second.front
        for view in second.views:
            self.tabs.addTab(view, second.tabText(second.indexOf(view)))
        if front is not None:
            self.tabs.setCurrentWidget(front)
        second.hide()
        second.deleteLater()
        self._light()
        self.front_changed.emit()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QWidget):
            for group in self.groups:
                if group.isAncestorOf(new):
                    self._use(group)

    def _on_clicked(self, _index: int) -> None:
        group = self.sender()
        if isinstance(group, Group):
            self._use(group)

    def _on_close_wished(self, index: int) -> None:
        group = self.sender()
        if isinstance(group, Group):
            self.close_wished.emit(group.widget(index))


class Group(QTabWidget):
    """The tabs of one side."""

    menu_wished = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(self)
        self.setTabBar(self._bar)
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setDocumentMode(True)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._bar.customContextMenuRequested.connect(self._on_menu_wished)

    @property
    def views(self) -> list[DocumentView]:
        return [self.widget(at) for at in range(self.count())]  # type: ignore[misc]

    @property
    def front(self) -> DocumentView | None:
        return self.currentWidget()  # type: ignore[return-value]

    def light(self, on: bool | None) -> None:
        """Show whether it is the side in use; None: there is no other."""
        self._bar.lit = on
        self._bar.update()

    def _on_menu_wished(self, place: QPoint) -> None:
        at = self._bar.tabAt(place)
        if at >= 0:
            self.menu_wished.emit(self.widget(at), self._bar.mapToGlobal(place))


class _Bar(QTabBar):
    """Has a line over the tab in front: strong in the side that is in use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lit: bool | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.lit is None or self.currentIndex() < 0:
            return
        palette = self.palette()
        colour = QColor(colours(palette).accent) if self.lit else palette.color(QPalette.ColorRole.Mid)
        painter = QPainter(self)
        place = self.tabRect(self.currentIndex())
        painter.fillRect(place.x(), place.y(), place.width(), LINE, colour)
        painter.end()
