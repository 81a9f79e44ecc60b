"""Puts a comparison into a document's view: the strip above, the other side's bytes beside, both in step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bytescope.core.geometry.hex_grid import columns_that_fit
from bytescope.core.ranges import ByteRange
from bytescope.core.touched.layers import Layer
from bytescope.session.compare.comparing_two import ComparingTwo
from bytescope.ui.announcing import Announcer
from bytescope.ui.compare.opposite import Opposite
from bytescope.ui.compare.strip import CompareStrip
from bytescope.ui.hex.panel import HexPanel
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.session.compare.comparing import Comparing
    from bytescope.ui.document_view import DocumentView

SCREEN_BYTES = 16 * 1024
LEAST_MAP = 230
LOOK = ("columns", "group", "base", "byteorder", "encoding", "offset_base")
"""What of the look is the same on both sides, so that the rows stand beside each other."""


class CompareFace(QObject):
    """One comparison as it is seen in ``view``, from ``show`` to ``end``."""

    def __init__(
        self, view: DocumentView, comparing: Comparing, actions: Sequence[tuple[QAction, str]]
    ) -> None:
        super().__init__(view)
        self.view = view
        self.comparing = comparing
        self._alone_before = view.session.layers.alone
        self._sizes_before = view.splitter.sizes()
        self._moving = False
        self.strip = CompareStrip(comparing, actions, view)
        self.panel: HexPanel | None = None
        view.add_above(self.strip)
        if isinstance(comparing, ComparingTwo):
            self._add_side(comparing)
        comparing.changed.connect(view.map_moved)
        view.map_moved.connect(self._on_map_moved)
        view.hex.scrolled.connect(self._on_scrolled)

    def show(self) -> None:
        """Begin; the map gives all its colour to the pages that differ."""
        self.view.session.layers.show_alone(Layer.DIFFERENT)
        self._on_scrolled()
        self.comparing.start()

    def end(self) -> None:
        """Put the view back as it was."""
        view = self.view
        self.comparing.stop()
        view.map_moved.disconnect(self._on_map_moved)
        view.hex.scrolled.disconnect(self._on_scrolled)
        layers = view.session.layers
        if layers.alone is Layer.DIFFERENT:
            layers.show_alone(self._alone_before)
        view.hex.view.set_opposite(None)
        view.hex.view.set_columns(0)
        if self.panel is not None:
            self._disconnect_sides()
            self.panel.hide()
            self.panel.setParent(None)
            self.panel.deleteLater()
        self.strip.hide()
        self.strip.deleteLater()
        view.splitter.setSizes(self._sizes_before)
        self.comparing.deleteLater()
        self.deleteLater()

    def swap(self) -> None:
        """Left and right change places."""
        if self.panel is None:
            return
        sizes = self.view.splitter.sizes()
        last = self.panel if self.strip.swapped else self.view.hex_place
        self.view.splitter.addWidget(last)
        self.view.splitter.setSizes(sizes)
        self.strip.swapped = not self.strip.swapped
        self.strip.refresh()

    def switch(self) -> None:
        """The keyboard to the other side."""
        if self.panel is not None:
            (self.view.hex if self.panel.view.hasFocus() else self.panel).setFocus()

    # -- the two panels -----------------------------------------------------------------------

    def _add_side(self, comparing: ComparingTwo) -> None:
        session, other = comparing.session, comparing.other
        panel = self.panel = HexPanel(other, self.view)
        panel.setObjectName("compare.hex")
        panel.setAccessibleName(tr("Hex panel of the other document"))
        panel.set_font_size(self.view.hex.font_size)
        other.selected.connect(Announcer(panel.view).moved)
        panel.scrolled.connect(self._on_other_scrolled)
        panel.menu_wished.connect(self.view.hex_menu_wished)
        panel.font_size_changed.connect(self.view.hex.set_font_size)
        self.view.hex.font_size_changed.connect(panel.set_font_size)
        self.view.splitter.addWidget(panel)
        self._share_width()
        self.view.hex.view.set_opposite(Opposite(other, comparing.shift))
        panel.view.set_opposite(Opposite(session, -comparing.shift))
        session.view_changed.connect(self._on_look)
        for one in (session, other):
            one.bytes_arrived.connect(self._on_bytes)
            one.changed.connect(self._on_bytes)
        self._on_look()

    def _disconnect_sides(self) -> None:
        comparing, panel = self.comparing, self.panel
        assert isinstance(comparing, ComparingTwo)
        assert panel is not None
        panel.scrolled.disconnect(self._on_other_scrolled)
        panel.font_size_changed.disconnect(self.view.hex.set_font_size)
        self.view.hex.font_size_changed.disconnect(panel.set_font_size)
        comparing.session.view_changed.disconnect(self._on_look)
        for one in (comparing.session, comparing.other):
            one.bytes_arrived.disconnect(self._on_bytes)
            one.changed.disconnect(self._on_bytes)

    def _share_width(self) -> None:
        """Both panels as wide as 16 bytes a row need, or 8 where too little is left for the map."""
        splitter = self.view.splitter
        whole = sum(self._sizes_before) or splitter.width()
        hexes = (self.view.hex, self.panel or self.view.hex)
        most = max(100, (whole - LEAST_MAP) // 2)
        each = max(hex_.sizeHint().width() for hex_ in hexes)
        if each > most:
            each = min(most, max(hex_.minimumSizeHint().width() for hex_ in hexes))
        splitter.setSizes([whole - 2 * each, each, each])

    def _fit_columns(self) -> None:
        """As many bytes a row as fit on both sides."""
        if self.panel is None:
            return
        look = self.view.session.view
        columns = look.columns or min(
            columns_that_fit(hex_.view.plan.chars, look.group, look.base, look.byteorder)
            for hex_ in (self.view.hex, self.panel)
        )
        for hex_ in (self.view.hex, self.panel):
            hex_.view.set_columns(columns)

    def _on_look(self) -> None:
        assert isinstance(self.comparing, ComparingTwo)
        look = self.view.session.view
        self.comparing.other.set_view(**{name: getattr(look, name) for name in LOOK})
        self._on_scrolled()

    def _on_bytes(self, _: object = None) -> None:
        self.view.hex.view.refresh()
        if self.panel is not None:
            self.panel.view.refresh()

    def _on_scrolled(self) -> None:
        self._in_step(self.view.hex, self.panel, 1)

    def _on_other_scrolled(self) -> None:
        assert self.panel is not None
        self._in_step(self.panel, self.view.hex, -1)

    def _in_step(self, leader: HexPanel, follower: HexPanel | None, sign: int) -> None:
        """The follower's rows beside the leader's; its end may come earlier."""
        if self._moving:
            return
        self._moving = True
        self._fit_columns()
        if follower is not None and isinstance(self.comparing, ComparingTwo):
            follower.scroll_to(leader.first_offset + sign * self.comparing.shift)
        self._moving = False
        self._look_at()

    def _on_map_moved(self) -> None:
        self._look_at()

    def _look_at(self) -> None:
        """What is in sight is compared first: the map's pages where they are few, else those of the bytes."""
        map_ = self.view.map
        pages = ByteRange.of(self.view.hex.first_offset, SCREEN_BYTES).pages
        if map_ is not None and map_.map_view.visible_pages.count < map_.map_view.pages:
            pages = map_.map_view.visible_pages
        self.comparing.set_visible(pages)
