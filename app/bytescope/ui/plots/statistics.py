"""The dock of statistics: histogram, classes, entropy, pairs and numbers of the page, selection or file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bytescope.core.statistics import words
from bytescope.core.text.formats import hex_text
from bytescope.session.analysis.statistics import Scope, Statistics, statistics_of
from bytescope.ui.plots.class_bar import ClassBar
from bytescope.ui.plots.digram import DigramPlot
from bytescope.ui.plots.entropy_curve import EntropyCurve
from bytescope.ui.plots.histogram import HistogramPlot
from bytescope.ui.plots.numbers_table import NumbersTable
from bytescope.ui.plots.stat_plot import StatPlot
from bytescope.ui.plots.statistics_export import Exporting
from bytescope.ui.widgets.said import SaidLabel
from bytescope.ui.widgets.tips import plain_tip, told, told_size, tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.ranges import ByteRange
    from bytescope.core.statistics.summary import Summary
    from bytescope.session.session import Session

SCOPES = (
    (Scope.FILE, tr_later("File")),
    (Scope.SELECTION, tr_later("Selection")),
    (Scope.PAGE, tr_later("Page")),
)

NO_DOCUMENT = tr_later("Open a document to see statistics of its bytes.")
NO_SELECTION = tr_later("Select bytes to see their statistics here.")
NO_BYTES = tr_later("There are no bytes to be counted.")

WIDE = 1.7
"""Times as wide as high from which on the plots stand side by side."""


class StatisticsPanel(QWidget):
    """A row of choices, the plots, and a line that says what is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._statistics: Statistics | None = None
        self._shown: Summary | None = None
        self.histogram, self.classes = HistogramPlot(self), ClassBar(self)
        self.curve, self.pairs = EntropyCurve(self), DigramPlot(self)
        self.numbers = NumbersTable(self)
        self.exporting = Exporting(self)
        self._titles: dict[str, SaidLabel] = {}
        self._state = SaidLabel("statistics.state", 2, self)
        self._state.setAccessibleName(tr("What was counted"))
        self._words = SaidLabel("statistics.words", 2, self)
        self._words.setAccessibleName(tr("What is pointed at"))
        self._lay_out()
        self.setFocusProxy(self.histogram)
        self._connect()
        self._show()

    # -- how it is built ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._scope = QComboBox(self)
        self._scope.setObjectName("statistics.scope")
        self._scope.setAccessibleName(tr("Statistics of"))
        self._scope.setToolTip(plain_tip(tr("What is counted; page and selection follow the caret")))
        for scope, title in SCOPES:
            self._scope.addItem(tr(title), scope)
        self._log = self._check(
            "log", tr("&Log"), tr("Logarithmic histogram: rare values can be seen as well")
        )
        self._all = self._check(
            "pairs", tr("All pai&rs"), tr("After an edit count every pair anew in a large range as well")
        )
        self._all.hide()
        self._stop = QPushButton(tr("Stop"), self)
        self._stop.setObjectName("statistics.stop")
        self._stop.setAutoDefault(False)
        head = QHBoxLayout()
        for widget in (self._scope, self._log, self._all):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._stop)
        head.addWidget(self.exporting.button)
        self._empty = QLabel(self)
        self._empty.setObjectName("statistics.empty")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._lay_out_plots(), 1)
        layout.addWidget(self._words)

    def _lay_out_plots(self) -> QScrollArea:
        inside = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for stretch, name, widgets in (
            (5, "values", (self.histogram, self.classes)),
            (5, "entropy", (self.curve,)),
            (4, "pairs", (self.pairs,)),
            (5, "numbers", (self.numbers,)),
        ):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(self._title(name))
            column.addWidget(widgets[0], 1)
            for widget in widgets[1:]:
                column.addWidget(widget)
            self._row.addLayout(column, stretch)
        self._plots = QScrollArea(self)
        self._plots.setObjectName("statistics.plots")
        self._plots.setFrameShape(QFrame.Shape.NoFrame)
        self._plots.setWidgetResizable(True)
        self._plots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plots.setWidget(inside)
        return self._plots

    def _title(self, name: str) -> SaidLabel:
        label = SaidLabel(f"statistics.title.{name}", parent=self)
        self._titles[name] = label
        return label

    def _check(self, name: str, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(f"statistics.{name}")
        box.setAccessibleName(tip)
        box.setToolTip(plain_tip(tip))
        return box

    def _connect(self) -> None:
        self._scope.activated.connect(self._on_scope)
        self._log.toggled.connect(self._on_log)
        self._all.toggled.connect(self._on_all)
        self._stop.clicked.connect(self._on_stop)
        self.histogram.pointed.connect(self._on_value)
        self.histogram.chosen.connect(self._on_value_chosen)
        self.curve.pointed.connect(self._on_block)
        self.curve.chosen.connect(self._on_block_chosen)
        self.curve.selected.connect(self._on_blocks_selected)
        self.pairs.pointed.connect(self._on_pair)
        self.pairs.chosen.connect(self._on_pair_chosen)
        self.numbers.chosen.connect(self._on_place_chosen)

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show the statistics of ``session`` from now on."""
        if session is self._session:
            return
        if self._statistics is not None and self._session is not None:
            self._statistics.wish(False)
            self._statistics.changed.disconnect(self._show)
            self._session.selected.disconnect(self._show_caret)
        self._session = session
        self._statistics = None if session is None else statistics_of(session)
        if self._statistics is not None and session is not None:
            self._statistics.set_points(self._points())
            self._statistics.choose(self._scope.currentData())
            self._statistics.count_all_pairs(self._all.isChecked())
            self._statistics.changed.connect(self._show)
            session.selected.connect(self._show_caret)
            self._statistics.wish(self.isVisible())
        self._show()

    def summary(self) -> Summary | None:
        """What is shown."""
        return self._shown

    @property
    def session(self) -> Session | None:
        return self._session

    @property
    def logarithmic(self) -> bool:
        return self._log.isChecked()

    def _points(self) -> int:
        """About as many blocks as the curve has pixels, in steps, so that they seldom are other ones."""
        wide = self.curve.width() * self.devicePixelRatioF()
        return 512 if wide < 700 else 1024 if wide < 1500 else 2048

    def _show(self) -> None:
        if not self.isVisible():
            return
        known = self._statistics
        summary = None if known is None else known.summary
        if summary is not self._shown:
            self._shown = summary
            self._show_summary(summary)
        self._empty.setVisible(summary is None)
        self._plots.setVisible(summary is not None)
        self._empty.setText(self._why_empty())
        self._say_state()

    def _show_summary(self, summary: Summary | None) -> None:
        self.histogram.show_summary(summary, self._log.isChecked())
        self.classes.show_shares(None if summary is None else summary.classes)
        self.curve.show_summary(summary)
        self.pairs.show_summary(summary)
        self.numbers.show_rows([] if summary is None else words.rows(summary))
        if summary is not None:
            for name, text in (
                ("values", tr("Values")),
                ("entropy", tr("Entropy: {what}", what=told(words.curve_words(summary)))),
                ("pairs", tr("Pairs: {what}", what=told(words.pairs_words(summary)))),
                ("numbers", tr("Numbers")),
            ):
                self._titles[name].say(text)
        before = summary is not None and summary.exact and not summary.pairs_exact
        self._all.setVisible(before or self._all.isChecked())
        self._show_caret()

    def _why_empty(self) -> str:
        if self._statistics is None or self._session is None:
            return tr(NO_DOCUMENT)
        if self._statistics.running:
            return tr("Counting…")
        if not self._session.size:
            return tr(NO_BYTES)
        return tr(NO_SELECTION if self._statistics.scope is Scope.SELECTION else NO_BYTES)

    def _say_state(self) -> None:
        known = self._statistics
        running = known is not None and known.running
        self._stop.setEnabled(known is not None)
        halted = known is not None and known.stopped
        self._stop.setText(tr("Stop") if running else tr("Go On") if halted else tr("Count Again"))
        self._stop.setAccessibleName(tr("Stop counting") if running else tr("Count again"))
        self.exporting.button.setEnabled(self._shown is not None)
        if known is None or self._shown is None:
            self._state.say("")
            return
        range_ = self._shown.range
        parts = [f"{hex_text(range_.start)} – {hex_text(range_.end)} ({told_size(range_.length)})"]
        if known.stale:
            parts.insert(0, tr("Out of date"))
        parts.append(told(words.state_words(self._shown)))
        if running:
            parts.insert(0, tr("Counting, {share:.0%}", share=known.share))
        elif known.stopped:
            parts.insert(0, tr("Stopped"))
        self._state.say(" · ".join(parts))

    def _show_caret(self) -> None:
        if self.isVisible():
            self.curve.show_caret(None if self._session is None else self._session.selection.caret)

    # -- what happens -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._statistics is not None:
            self._statistics.set_points(self._points())
            self._statistics.wish(True)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._statistics is not None:
            self._statistics.wish(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > WIDE * self.height()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
        for label in (self._state, self._words):
            label.setFixedHeight(label.fontMetrics().lineSpacing() * (1 if wide else 2))
        self.pairs.setMinimumHeight(0 if wide else min(self.width() - 20, 300))
        self.numbers.setMinimumHeight(0 if wide else 240)
        if self._statistics is not None:
            self._statistics.set_points(self._points())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._statistics is not None and self._statistics.running:
            self._statistics.stop()
        else:
            super().keyPressEvent(event)

    def _on_scope(self, _index: int) -> None:
        if self._statistics is not None:
            self._statistics.choose(self._scope.currentData())

    def choose(self, scope: Scope) -> None:
        """Choose as the box at the top does."""
        self._scope.setCurrentIndex(self._scope.findData(scope))
        self._on_scope(0)

    def _on_log(self, on: bool) -> None:
        self.histogram.show_summary(self._shown, on)

    def _on_all(self, on: bool) -> None:
        if self._statistics is not None:
            self._statistics.count_all_pairs(on)

    def _on_stop(self) -> None:
        if self._statistics is not None:
            self._statistics.stop() if self._statistics.running else self._statistics.go_on()

    def _point(self, plot: StatPlot, at: int | None, said: Callable[[Summary, int], str]) -> None:
        """Say what is at a place; beside all places, what is at the cursor of the plot with the keyboard."""
        at = plot.cursor_at if at is None and plot.hasFocus() else at
        self._words.say("" if at is None or self._shown is None else said(self._shown, at))
        plot.setAccessibleDescription(self._words.text())

    def _on_value(self, value: int | None) -> None:
        self._point(self.histogram, value, words.value_words)

    def _on_block(self, number: int | None) -> None:
        self._point(self.curve, number, _block_words)

    def _on_pair(self, pair: int | None) -> None:
        self._point(self.pairs, pair, _pair_words)

    # -- wishes -------------------------------------------------------------------------------

    def _on_value_chosen(self, value: int) -> None:
        """To the next byte of this value."""
        self._find(bytes([value]), self._shown is not None and bool(self._shown.counts[value]))

    def _on_pair_chosen(self, pair: int) -> None:
        self._find(bytes(divmod(pair, 256)), True)

    def _find(self, needle: bytes, may_be: bool) -> None:
        exact = self._shown is not None and self._shown.exact
        if self._statistics is not None and (may_be or not exact):
            self._statistics.find(needle)

    def _on_block_chosen(self, number: int) -> None:
        if self._shown is not None and self._session is not None:
            self._session.go_to(self._shown.block_range(number).start)

    def _on_blocks_selected(self, range_: ByteRange) -> None:
        if self._statistics is not None:
            self._statistics.select(range_)

    def _on_place_chosen(self, range_: ByteRange) -> None:
        if self._statistics is not None:
            self._statistics.go_to(range_)


def _block_words(summary: Summary, number: int) -> str:
    return words.block_words(summary, number) if number < len(summary.read) else ""


def _pair_words(summary: Summary, pair: int) -> str:
    return words.pair_words(summary, *divmod(pair, 256))
