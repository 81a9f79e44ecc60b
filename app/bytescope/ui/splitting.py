"""A second hex panel of the same document: with its own place and caret, or in step with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter

from bytescope.ui.announcing import Announcer
from bytescope.ui.hex.panel import HexPanel
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.session.selection import Selection
    from bytescope.ui.document_view import DocumentView

Way = Literal["beside", "below"]

WAYS = {"beside": Qt.Orientation.Horizontal, "below": Qt.Orientation.Vertical}


class Place(NamedTuple):
    """What one of the panels shows: its first byte in sight, and its caret and selection."""

    first: int
    selection: Selection


class Split(QObject):
    """The two panels of one view, from when it is made to ``end``.

    Free: each scrolls by itself and has a caret of its own, which it takes up when the keyboard comes back.
    Linked: both show the same caret, and the same bytes stand at their tops.
    """

    def __init__(self, view: DocumentView, way: Way, linked: bool = False) -> None:
        super().__init__(view)
        self.view = view
        self.way = way
        self.linked = linked
        self._moving = False
        first, session = view.hex, view.session
        sizes = view.splitter.sizes()
        self.folded = False
        self._folded_from = 0
        self.holder = QSplitter(WAYS[way], view)
        self.holder.setObjectName("document.split")
        self.holder.setChildrenCollapsible(False)
        view.splitter.replaceWidget(view.splitter.indexOf(first), self.holder)
        self.panel = HexPanel(session, view)
        self.panel.setObjectName("split.hex")
        self.panel.setAccessibleName(tr("Second hex panel of the document"))
        self.panel.set_font_size(first.font_size)
        for panel in (first, self.panel):
            self.holder.addWidget(panel)
            panel.set_narrow(True)
            panel.show()
        self.holder.setSizes([1000, 1000])
        self.holder.show()
        view.splitter.setSizes(sizes)
        self.active = first
        self._kept: Selection = session.selection  # of the panel that is not in use
        self.panel.scroll_to(first.first_offset)
        self._connect()
        self._use(first)

    def _connect(self) -> None:
        first, panel = self.view.hex, self.panel
        panel.menu_wished.connect(self.view.hex_menu_wished)
        self.view.session.selected.connect(Announcer(panel.view).moved)
        panel.font_size_changed.connect(first.set_font_size)
        first.font_size_changed.connect(panel.set_font_size)
        first.scrolled.connect(self._on_first_scrolled)
        panel.scrolled.connect(self._on_second_scrolled)
        self.view.session.changed.connect(self._on_changed)
        for one in (first, panel):
            one.view.installEventFilter(self)

    def end(self) -> None:
        """Only the first panel is left; it has the caret of the one that was in use."""
        first, panel, view = self.view.hex, self.panel, self.view
        for one in (first, panel):
            one.view.removeEventFilter(self)
            one.view.steady = False
        first.font_size_changed.disconnect(panel.set_font_size)
        first.scrolled.disconnect(self._on_first_scrolled)
        view.session.changed.disconnect(self._on_changed)
        at = self.active.first_offset
        sizes = view.splitter.sizes()
        view.splitter.replaceWidget(view.splitter.indexOf(self.holder), first)
        first.show()
        view.splitter.setSizes(sizes)
        first.scroll_to(at)
        first.set_narrow(view.narrow)
        self.holder.hide()
        self.holder.deleteLater()
        self.deleteLater()

    def set_linked(self, on: bool) -> None:
        """Scroll together and share the caret from now on, or no more."""
        self.linked = on
        self._kept = self.view.session.selection
        self._use(self.active)
        if on:
            self._in_step(self.active)

    @property
    def other(self) -> HexPanel:
        """The panel that is not in use."""
        return self.panel if self.active is self.view.hex else self.view.hex

    # -- while two documents are compared in the view ------------------------------------------

    def fold(self) -> None:
        """Show one panel for now: the first, at the place of the one that is in use."""
        first = self.view.hex
        self.folded, self._folded_from = True, first.first_offset
        self.panel.hide()
        first.view.steady = False
        if self.active is self.panel:
            first.scroll_to(self.panel.first_offset)

    def unfold(self) -> None:
        """Show both again; the one that was not in use is where it was."""
        first = self.view.hex
        had_keyboard = first.view.hasFocus()
        self.folded = False
        self.panel.show()
        self._use(self.active)
        if self.active is self.panel:
            self.panel.scroll_to(first.first_offset)
            first.scroll_to(self._folded_from)
            if had_keyboard:
                self.panel.setFocus()
        self._in_step(self.active)

    # -- for session files --------------------------------------------------------------------

    @property
    def places(self) -> tuple[Place, Place]:
        """What the first and the second panel show."""
        first, panel, now = self.view.hex, self.panel, self.view.session.selection
        at = self._folded_from if self.folded and self.active is panel else first.first_offset
        second_at = first.first_offset if self.folded and self.active is panel else panel.first_offset
        kept = now if self.linked else self._kept
        mine, theirs = (now, kept) if self.active is first else (kept, now)
        return Place(at, mine), Place(second_at, theirs)

    def put_second(self, first: int, caret: int) -> None:
        """Have the second panel, which is not in use, begin at ``first`` and its own caret at ``caret``."""
        if not self.linked:
            self._kept = self._kept.moved(caret).clamped(self.view.session.size)
            self.panel.scroll_to(first)

    # -- inside -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self.other.view and not self.folded:
            self._switch()
        return super().eventFilter(watched, event)

    def _switch(self) -> None:
        """The other panel is in use from now on, with its own caret."""
        session = self.view.session
        mine, theirs = session.selection, self._kept
        self._use(self.other)
        if not self.linked:
            self._kept = mine
            session.take_up(theirs)

    def _use(self, panel: HexPanel) -> None:
        self.active = panel
        panel.view.steady = False
        self.other.view.steady = not self.linked

    def _on_changed(self, change: Change) -> None:
        """The caret that is put aside stays with its bytes."""
        from bytescope.core.bookmarks.follow import moved_range

        kept = self._kept
        range_ = moved_range(kept.range, change)
        caret = range_.start if kept.caret == kept.range.start else range_.end
        if not kept.range:
            caret = moved_range(type(range_)(kept.caret, kept.caret), change).start
        self._kept = kept.selecting(range_, caret).clamped(self.view.session.size)
        if not kept.range:
            self._kept = kept.moved(caret).clamped(self.view.session.size)

    def _on_first_scrolled(self) -> None:
        self._in_step(self.view.hex)

    def _on_second_scrolled(self) -> None:
        self._in_step(self.panel)

    def _in_step(self, leader: HexPanel) -> None:
        if not self.linked or self._moving or self.folded:
            return
        self._moving = True
        follower = self.panel if leader is self.view.hex else self.view.hex
        follower.scroll_to(leader.first_offset)
        self._moving = False
