"""Measures inside a running window: how long its thread is held, and when keys become pictures."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer

from bench.probe.telling import now, tell


class Holds(QObject):
    """A 1 ms timer of the main thread; its largest gap is how long the thread was held."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = 0.0
        self.longest = 0.0
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._on_tick)
        self.restart()

    def restart(self) -> None:
        """Forget what was."""
        self._last, self.longest = 0.0, 0.0
        self.timer.start(1)

    def _on_tick(self) -> None:
        at = now()
        if self._last:
            self.longest = max(self.longest, at - self._last)
        self._last = at


class Keys(QObject):
    """Notes key presses with the time at which the X server made them, and the pictures that followed.

    A picture counts when the loop is free again after painting: then it was handed to the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pressed: list[float] = []
        self._pictures: list[tuple[float, int]] = []
        self._place = -1
        self._open = False

    def pressed(self, milliseconds: int) -> None:
        """A key was handed to the widget; ``milliseconds`` is the event's own time."""
        at, made = now(), milliseconds / 1000
        # The server counts its milliseconds by the same clock, in 32 bits.
        made += round((at - made) / 2**32 * 1000) * 2**32 / 1000
        self._pressed.append(made if 0 <= at - made < 5 else at)

    def painted(self, place: int) -> None:
        """A picture of ``place`` was painted."""
        if place != self._place:
            self._place = place
            if not self._open:
                self._open = True
                QTimer.singleShot(0, self._on_free)

    def _on_free(self) -> None:
        self._open = False
        self._pictures.append((now(), self._place))

    def serve(self, window: QObject) -> None:
        """Tell the window's number; at SIGUSR1 tell what was noted."""
        ours, theirs = socket.socketpair()
        for end in (ours, theirs):
            end.setblocking(False)
        signal.set_wakeup_fd(theirs.fileno())
        signal.signal(signal.SIGUSR1, _pass)
        self._wakeup, self._theirs = ours, theirs
        self._notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        tell("ready", window=int(window.winId()))  # type: ignore[attr-defined]

    def _on_signal(self) -> None:
        self._wakeup.recv(16)
        tell("keys", pressed=self._pressed, pictures=[at for at, _ in self._pictures])


def _pass(number: int, frame: object) -> None:
    """The byte in the pipe is what tells; Python needs a handler all the same."""
