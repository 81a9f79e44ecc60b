"""The banner over a document about what another program did to its file, until it is pointless."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.source.identity import Outside
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.session.outside.watch import Watch
    from bytescope.ui.widgets.message_strip import MessageStrip


class OutsideBanner(QObject):
    """Says what the watch noticed on the message strip, and says it again when another message has gone.

    Once dismissed it comes back only when something new happens.
    """

    command_wished = Signal(str)
    """The id of a command of the window."""

    def __init__(self, watch: Watch, strip: MessageStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._sort = Outside.NONE
        self._text = ""
        self._shown = False
        watch.noticed.connect(self._on_noticed)
        watch.restated.connect(self._on_restated)
        watch.passed.connect(self._on_passed)
        strip.displaced.connect(self._on_displaced)
        strip.gone.connect(self._on_gone)

    def dismiss(self) -> None:
        """Say no more of it, until something new happens."""
        self._text = ""
        if self._shown:
            self._shown = False
            self._strip.hide()

    def _show(self) -> None:
        self._shown = False  # showing displaces what is there
        self._strip.show_message("warning", self._text, self._acts())
        self._shown = True

    def _acts(self) -> list[tuple[str, Callable[[], object]]]:
        acts: list[tuple[str, Callable[[], object]]] = []
        if self._sort is not Outside.DELETED:
            acts += [
                (tr("Reload"), partial(self.command_wished.emit, "files.reload")),
                (tr("Show Differences…"), partial(self.command_wished.emit, "files.differences")),
            ]
        save_as = partial(self.command_wished.emit, "files.save_as")
        return [*acts, (tr("Save As…"), save_as), (tr("Dismiss"), self.dismiss)]

    def _on_noticed(self, sort: Outside, text: str) -> None:
        self._sort, self._text = sort, text
        self._show()

    def _on_restated(self, text: str) -> None:
        if not self._text:
            return
        self._text = text
        if self._shown:
            self._show()

    def _on_passed(self) -> None:
        self.dismiss()

    def _on_displaced(self) -> None:
        self._shown = False

    def _on_gone(self) -> None:
        """The strip went: by the person's wish if this banner was on it, else to make room for it."""
        if self._shown:
            self._shown, self._text = False, ""
        elif self._text:
            self._show()
