"""One document in the window: the map beside the hex panel, below them messages and the find bar."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QSplitter, QVBoxLayout, QWidget

from bytescope.core.ranges import ByteRange
from bytescope.ui.hex.panel import HexPanel
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.session.outside.watch import Watch
    from bytescope.session.search.finding import Finder
    from bytescope.session.session import Session
    from bytescope.session.storage.saving import Saving
    from bytescope.ui.compare.face import CompareFace
    from bytescope.ui.finding import Finding
    from bytescope.ui.map.panel import MapPanel
    from bytescope.ui.outside import OutsideBanner
    from bytescope.ui.splitting import Split
    from bytescope.ui.widgets.message_strip import MessageStrip

SCREEN_BYTES = 16 * 1024
"""No screen of the hex panel shows more; what lies there is looked at again in Live access."""


LEAST_MAP = 200
"""Pixels that are left to the map where the bytes want more."""

STRIP_ROOM = 480
"""Pixels that a message and its buttons ask for."""

STRIP_LINES = 5
"""A message that would be higher takes the whole width."""


class DocumentView(QWidget):
    """Puts the views of one session together. The map comes when its library has been loaded."""

    map_menu_wished = Signal(QPoint)
    hex_menu_wished = Signal(QPoint)
    map_moved = Signal()
    command_wished = Signal(str)
    first_painted = Signal()
    """The bytes are on the screen; what they did not need may be loaded."""

    save_planned = Signal(object, bool)
    saved = Signal(str)
    save_failed = Signal(object)
    save_stopped = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document")
        self.session = session
        self.map: MapPanel | None = None
        self.finding: Finding | None = None
        self.comparison: CompareFace | None = None
        self.split: Split | None = None
        self.narrow = False
        self._share: list[int] | None = None
        self.hex = HexPanel(session, self)
        self._waiting = QLabel(tr("The map is being loaded…"), self)
        self._waiting.setTextFormat(Qt.TextFormat.PlainText)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._waiting.setMinimumWidth(110)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("document.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._waiting)
        self.splitter.addWidget(self.hex)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.splitterMoved.connect(self._on_split)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.splitter, 1)
        self.setFocusProxy(self.hex)
        self.hex.view.completed.connect(self.first_painted)
        self.hex.menu_wished.connect(self.hex_menu_wished)
        self.hex.view.command_wished.connect(self.command_wished)
        session.told.connect(self._on_told)
        session.asked.connect(self._on_asked)

    # -- made when they are first used: none of it is needed to show the first bytes --------------

    @cached_property
    def saving(self) -> Saving:
        from bytescope.session.storage.saving import Saving

        saving = Saving(self.session)
        saving.planned.connect(self.save_planned)
        saving.saved.connect(self.saved)
        saving.failed.connect(self.save_failed)
        saving.stopped.connect(self.save_stopped)
        return saving

    @cached_property
    def finder(self) -> Finder:
        from bytescope.session.search.finding import Finder

        return Finder(self.session)

    @cached_property
    def watch(self) -> Watch:
        from bytescope.session.outside.watch import Watch

        watch = Watch(self.session)
        watch.set_visible(self._visible_bytes())
        self.hex.scrolled.connect(self._on_hex_scrolled)
        return watch

    @cached_property
    def strip(self) -> MessageStrip:
        from bytescope.ui.widgets.message_strip import MessageStrip

        strip = MessageStrip(self)
        # Over the lower edge, not in the layout: a map that shows the whole file would be fitted anew, with
        # other cells, whenever a message comes and goes.
        strip.installEventFilter(self)
        return strip

    @cached_property
    def banner(self) -> OutsideBanner:
        from bytescope.ui.outside import OutsideBanner

        banner = OutsideBanner(self.watch, self.strip)
        banner.command_wished.connect(self.command_wished)
        return banner

    # -- what the window asks for -----------------------------------------------------------------

    def leave(self) -> None:
        """The document was closed: the view goes, and the question that was being asked about it."""
        asking = QApplication.activeModalWidget()
        if isinstance(asking, QDialog) and self.isVisible():
            asking.reject()
        self.watch.stop()
        self.hide()
        self.deleteLater()

    def settle(self) -> None:
        """The first bytes are on the screen: make the place for messages, begin to watch the file."""
        from bytescope.ui.announcing import Announcer

        self.strip.hide()
        self.banner.dismiss()
        self.watch.start()
        self.session.selected.connect(Announcer(self.hex.view).moved)

    def set_split(self, sizes: list[int]) -> None:
        self.splitter.setSizes(sizes)

    def keep_share(self) -> None:
        """Have map and bytes share the width as they do now also when the view gets another width next."""
        if self._share is None:
            self._share = self.splitter.sizes()
            QTimer.singleShot(0, self._take_share)

    def _take_share(self) -> None:
        if self._share is None or not self.isVisible():
            return  # when it is shown
        share, self._share = self._share, None
        whole, before = sum(self.splitter.sizes()), sum(share)
        if len(share) != self.splitter.count() or not before:
            return
        sizes = [whole * part // before for part in share]
        good = self.hex.good_width
        if len(sizes) == 2 and sizes[1] < good <= whole - LEAST_MAP:
            sizes = [whole - good, good]  # bytes need it more than a map that may have any size
        self.splitter.setSizes(sizes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._share is not None:
            QTimer.singleShot(0, self._take_share)

    def set_narrow(self, on: bool) -> None:
        """Whether it has to share the window with another document."""
        self.narrow = on
        if self.split is None:
            self.hex.set_narrow(on)
        if self.map is not None:
            from bytescope.ui.map.panel import LEAST_BESIDE, LEAST_WIDTH

            self.map.setMinimumWidth(LEAST_BESIDE if on else LEAST_WIDTH)

    def make_map(self) -> None:
        """Put the map in its place; pyqtgraph must have been imported (see ``ui.loading``)."""
        from bytescope.session.states.sources import attach
        from bytescope.ui.announcing import Announcer
        from bytescope.ui.map.panel import MapPanel
        from bytescope.ui.past_banner import PastBanner
        from bytescope.ui.waking import Waking

        if self.map is not None:
            return
        Waking(self.session, self)
        attach(self.session)
        sizes = self.splitter.sizes()
        self.map = MapPanel(self.session, self)
        self.map.menu_wished.connect(self.map_menu_wished)
        self.map.entered.connect(self._on_entered)
        self.map.view_moved.connect(self.map_moved)
        self.session.selected.connect(Announcer(self.map.surface).moved)
        self.map.command_wished.connect(self.command_wished)
        self.set_narrow(self.narrow)
        self.splitter.replaceWidget(0, self.map)
        self.splitter.setStretchFactor(0, 1)
        self._waiting.deleteLater()
        self.splitter.setSizes(sizes)
        self.map.show()
        PastBanner(self.session, self.map, self)

    def add_above(self, widget: QWidget) -> None:
        """Put a strip above map and bytes."""
        self._layout.insertWidget(0, widget)
        widget.show()

    @property
    def hex_in_use(self) -> HexPanel:
        """The hex panel with the keyboard: of two that are compared, the other side's perhaps."""
        face, split = self.comparison, self.split
        other = face.panel if face is not None else split.panel if split is not None else None
        return other if other is not None and other.view.hasFocus() else self.hex

    @property
    def hex_to_use(self) -> HexPanel:
        """The hex panel that the keyboard goes to when it comes from elsewhere."""
        return self.split.active if self.split is not None and not self.split.folded else self.hex

    @property
    def hex_place(self) -> QWidget:
        """What stands beside the map in the splitter: the hex panel, or both where it is split."""
        return self.split.holder if self.split is not None else self.hex

    def show_find(self) -> Finding:
        """Open the find bar below and put the keyboard there."""
        if self.finding is None:
            from bytescope.ui.finding import Finding

            self.finding = Finding(self.session, self.finder, self)
            self.finding.closed.connect(self._on_find_closed)
            self._layout.addWidget(self.finding.bar)
        bar = self.finding.bar
        if not bar.isVisible():
            bar.prefer(self.session.selection.column)
        bar.show()
        bar.setFocus()
        return self.finding

    def tell(self, level: str, text: str, acts: list[tuple[str, Callable[[], object]]] | None = None) -> None:
        """Show a sentence below the document, with buttons that mend it."""
        self.strip.show_message(level, text, acts or [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "strip" in vars(self):
            self._place_strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The strip is placed when it comes and when its text has another height."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place_strip()
        return super().eventFilter(watched, event)

    def _place_strip(self) -> None:
        """Over the lower edge of the bytes, not over the legend of the map, where a message has the room."""
        left = 0
        if self.map is not None and self.map.isVisible():
            left = self.map.mapTo(self, self.map.rect().topRight()).x() + 1
        height = self._strip_height(self.width() - left)
        if self.width() - left < STRIP_ROOM or height > STRIP_LINES * self.fontMetrics().lineSpacing():
            left, height = 0, self._strip_height(self.width())
        strip = self.strip
        strip.setGeometry(left, self.splitter.geometry().bottom() + 1 - height, self.width() - left, height)
        strip.raise_()

    def _strip_height(self, width: int) -> int:
        strip = self.strip
        return strip.heightForWidth(width) if strip.hasHeightForWidth() else strip.sizeHint().height()

    def _on_split(self) -> None:
        if "strip" in vars(self):
            self._place_strip()

    def _visible_bytes(self) -> ByteRange:
        return ByteRange.of(self.hex.first_offset, SCREEN_BYTES)

    def _on_entered(self) -> None:
        self.hex_to_use.setFocus()

    def _on_hex_scrolled(self) -> None:
        self.watch.set_visible(self._visible_bytes())

    def _on_find_closed(self) -> None:
        if self.finding is not None:
            self.finding.bar.hide()
        self.hex_to_use.setFocus()

    def _on_told(self, level: str, text: str) -> None:
        self.tell(level, text)

    def _on_asked(self, text: str, verb: str, act: Callable[[], None]) -> None:
        self.tell("warning", text, [(verb, partial(self._go_round, act)), (tr("Cancel"), self.strip.hide)])

    def _go_round(self, act: Callable[[], None]) -> None:
        self.strip.hide()
        act()
