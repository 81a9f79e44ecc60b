"""The dock of the timeline: what touched the pages and when, played back on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bytescope.core.text.clock import clock
from bytescope.core.touched.lanes import Lanes
from bytescope.core.touched.layers import Layer
from bytescope.session.states.playback import SPEEDS, Playback, playback_of
from bytescope.session.states.touches import Touches, touches_of
from bytescope.ui.plots.timeline_plot import TimelinePlot
from bytescope.ui.widgets.steady_label import SteadyLabel
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.core.touched.touches import Touched
    from bytescope.session.session import Session

PERIOD_MS = 250
"""Marks are drawn anew no oftener."""

NOW_MS = 1000

NO_DOCUMENT = tr_later("Open a document to see when its pages were touched.")
NOTHING = tr_later(
    "Nothing was touched yet. Edits, saves, pages that other programs change, and pages that come into "
    "memory and leave it while this is open stand here as marks on a line of time. A click on a mark, or "
    "Play, shows that time on the map."
)
WIDEST_NAMED = 3


class TimelinePanel(QWidget):
    """Buttons over a plot. Left and Right go by touch, Return to its pages, Space plays, End is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._touches: Touches | None = None
        self._playback: Playback | None = None
        self._wishing = False
        self._lanes = Lanes()
        self.plot = TimelinePlot(self)
        self._words = SteadyLabel(self, greedy=True)
        self._words.setObjectName("timeline.words")
        self._words.setAccessibleName(tr("What is shown"))
        self._empty = QLabel(self.plot)
        self._later = QTimer(self, singleShot=True)
        self._later.setInterval(PERIOD_MS)
        self._later.timeout.connect(self._draw)
        self._clock = QTimer(self)
        self._clock.setInterval(NOW_MS)
        self._clock.timeout.connect(self.plot.tick)
        self._lay_out()
        self.setFocusProxy(self.plot)
        self.plot.wished.connect(self._on_wished)
        self.plot.hovered.connect(self._on_hovered)
        self._enable()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self._back = self._button("back", tr("Prev&ious"), tr("To the touch before (Left)"), self._on_back)
        self._play = self._button(
            "play", tr("Pla&y"), tr("Show one touch after another (Space)"), self._on_play
        )
        self._forth = self._button("forth", tr("Ne&xt"), tr("To the next touch (Right)"), self._on_forth)
        self._now = self._button("now", tr("No&w"), tr("Show what is so now (End)"), self._on_now)
        self._speed = QComboBox(self)
        self._speed.setObjectName("timeline.speed")
        self._speed.setAccessibleName(tr("Speed of playing"))
        self._speed.setToolTip(plain_tip(tr("How fast Play is; of quiet times only the ends are played")))
        for speed in SPEEDS:
            self._speed.addItem(f"{speed}×", speed)
        self._speed.activated.connect(self._on_speed)
        self._only = self._check(
            "only", tr("&Only then"), tr("Show what was touched at that time alone"), self._on_only
        )
        self._by_clock = self._check(
            "clock", tr("Cloc&k"), tr("Times of the day, else since the first touch"), self._on_clock
        )
        self._by_clock.setChecked(True)
        for widget in (
            self._back,
            self._play,
            self._forth,
            self._now,
            self._speed,
            self._only,
            self._by_clock,
        ):
            head.addWidget(widget)
        head.addWidget(self._words, 1)
        self._empty.setObjectName("timeline.empty")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.setContentsMargins(90, 10, 40, 30)
        QVBoxLayout(self.plot).addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 4)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)

    def _button(self, name: str, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"timeline.{name}")
        button.setAccessibleName(tip)
        button.setToolTip(plain_tip(tip))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _check(self, name: str, text: str, tip: str, act: Callable[[bool], None]) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(f"timeline.{name}")
        box.setAccessibleName(tip)
        box.setToolTip(plain_tip(tip))
        box.toggled.connect(act)
        return box

    # -- what is shown ------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show the touches of ``session`` from now on."""
        if session is not self._session:
            self._wish(False)
            if self._touches is not None and self._playback is not None:
                self._touches.changed.disconnect(self._on_changed)
                self._playback.moved.disconnect(self._on_moved)
                self._playback.now()  # nobody could say what the map shows
            self._session, self._touches, self._playback = session, None, None
            self._lanes = Lanes()
            self.plot.forget()
            if session is not None:
                self._touches, self._playback = touches_of(session), playback_of(session)
                self._touches.changed.connect(self._on_changed)
                self._playback.moved.connect(self._on_moved)
            self._wish(self.isVisible())
            self._draw()
            self._on_moved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wish(True)
        self._clock.start()
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wish(False)
        self._clock.stop()

    def _wish(self, on: bool) -> None:
        """While somebody looks, what comes into memory and leaves it is to be found out."""
        if self._session is not None and on != self._wishing:
            self._wishing = on
            self._session.layers.wish(Layer.RESIDENT, on)

    def _draw(self) -> None:
        if not self.isVisible():
            return
        log = self._touches.log if self._touches is not None else None
        self.plot.show_marks(self._lanes.marks(log) if log is not None else {})
        self._empty.setText(tr(NO_DOCUMENT if self._touches is None else NOTHING))
        self._empty.setVisible(not log)
        self._enable()
        self._say()

    def _enable(self) -> None:
        some = self._touches is not None and len(self._touches.log) > 0
        for widget in (self._back, self._play, self._forth, self._speed, self._only):
            widget.setEnabled(some)
        self._now.setEnabled(self._playback is not None and self._playback.head is not None)
        self._forth.setEnabled(self._now.isEnabled())

    def _say(self) -> None:
        if self._touches is None or self._playback is None or not len(self._touches.log):
            self._words.setText("")
            return
        log, head = self._touches.log, self._playback.head
        parts = [tr_n(len(log), "Now · {n} touch", "Now · {n} touches")]
        if head is not None:
            parts = [
                tr(
                    "{time} · touch {number:,} of {count:,}",
                    time=clock(head),
                    number=log.index_at(head),
                    count=len(log),
                )
            ]
        if log.dropped:
            parts.append(tr("older touches were dropped"))
        self._words.setText(" · ".join(parts))
        self.plot.setAccessibleDescription(self._words.text())

    # -- what happens -------------------------------------------------------------------------

    def _on_changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _on_moved(self) -> None:
        playback = self._playback
        self.plot.show_head(None if playback is None else playback.head)
        self._play.setText(tr("Pause") if playback is not None and playback.playing else tr("Pla&y"))
        self._enable()
        self._say()

    def _on_hovered(self, number: int | None) -> None:
        if number is None or self._touches is None:
            self._say()
            return
        try:
            self._words.setText(sentence(self._touches.log[number]))
        except KeyError:
            self._say()  # it was dropped meanwhile

    # -- wishes -------------------------------------------------------------------------------

    def _on_wished(self, at: float) -> None:
        if self._playback is not None:
            self._playback.go(at)

    def _on_back(self) -> None:
        if self._playback is not None:
            self._playback.step(forward=False)

    def _on_forth(self) -> None:
        if self._playback is not None:
            self._playback.step(forward=True)

    def _on_play(self) -> None:
        if self._playback is not None:
            self._playback.pause() if self._playback.playing else self._playback.play()

    def _on_now(self) -> None:
        if self._playback is not None:
            self._playback.now()

    def _on_speed(self, index: int) -> None:
        if self._playback is not None:
            self._playback.set_speed(int(self._speed.itemData(index)))

    def _on_only(self, on: bool) -> None:
        if self._playback is not None:
            self._playback.show_only_then(on)

    def _on_entered(self) -> None:
        """Select the pages of the touch at the head; of several runs the first."""
        session, playback = self._session, self._playback
        touched = None if playback is None else playback.shown_last()
        if session is not None and touched is not None:
            pages = next(iter(touched.pages)).bytes(session.size)
            session.go_to(pages.start)
            session.select(pages)

    def _on_clock(self, on: bool) -> None:
        self.plot.show_clock(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, playback = event.key(), self._playback
        if playback is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            playback.step(forward=key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Space:
            self._on_play()
        elif key == Qt.Key.Key_Home:
            playback.first()
        elif key == Qt.Key.Key_End:
            playback.now()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.plot.zoom(0.5 if key == Qt.Key.Key_Plus else 2.0)
        elif key == Qt.Key.Key_0:
            self.plot.fit()
        else:
            super().keyPressEvent(event)


def sentence(touched: Touched) -> str:
    """A touch in words: when, what, how many pages and which, by whom."""
    runs = [
        f"{run.first:,}" if run.count == 1 else f"{run.first:,} – {run.end - 1:,}"
        for run, _ in zip(touched.pages, range(WIDEST_NAMED))
    ]
    more = " …" if len(touched.pages) > WIDEST_NAMED else ""
    count = (
        tr_n(touched.pages.pages, "at most {n} page", "at most {n} pages")
        if touched.rounded
        else tr_n(touched.pages.pages, "{n} page", "{n} pages")
    )
    who = f" · {touched.who}" if touched.who else ""
    return f"{clock(touched.time)} · {touched.kind.value} · {count}: {', '.join(runs)}{more}{who}"
