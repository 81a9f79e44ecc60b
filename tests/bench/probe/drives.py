"""What is done in the measured program: each drive waits until all is loaded, does one thing, and tells."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from bench.probe.clocks import Holds, Keys
from bench.probe.program import Start, map_has_facts, panel_of
from bench.probe.telling import now, tell

STEP_MS = 25
MISSING = 9
"""Of ``hex_frame.Kind``: a byte that is not here yet."""
LOST_FRAMES = 8
"""Steps without a picture after which a frame counts as not painted (an end was reached)."""


class Settled(Start):
    """Calls ``settled`` when the libraries are loaded and nothing is left to be read."""

    window: Any = None

    def shown(self, window: Any) -> None:
        self.window = window
        self._poll = QTimer(window)
        self._poll.timeout.connect(self._look)
        self._poll.start(10)

    @property
    def view(self) -> Any:
        """The current document's view."""
        return self.window.current

    @property
    def quiet(self) -> bool:
        """Whether the program has nothing to do."""
        if not self.window.loading.has_kernels:
            return False
        return self.view is None or (self.view.map is not None and not self.view.session.survey.running)

    def _look(self) -> None:
        if self.quiet:
            self._poll.stop()
            QTimer.singleShot(100, self._on_settled)

    def _on_settled(self) -> None:
        self.settled()

    def settled(self) -> None:
        tell("settled")


class Open(Settled):
    """Opens files one after the other in the open window, closes each; tells how long each map took."""

    def settled(self) -> None:
        self._paths = [os.fsencode(path) for path in self.options["paths"]]
        self._began = 0.0
        self._next()

    def _next(self) -> None:
        if not self._paths:
            tell("done")
            return
        self._bytes = self._map = False
        self._began = now()
        self.window.workspace.open(self._paths.pop(0))

    def map_painted(self, surface: Any) -> None:
        if self._map or not self._began or not map_has_facts(surface):
            return
        self._map = True
        tell("opened", seconds=now() - self._began)
        QTimer.singleShot(200, self._close)

    def _close(self) -> None:
        self.window.workspace.close(self.view.session)
        QTimer.singleShot(200, self._next)


class Islands(Open):
    """Opens one file; tells when a picture shows each page of ``pages``, and when all is known."""

    def map_painted(self, surface: Any) -> None:
        if self._map or not self._began:
            return
        panel = panel_of(surface)
        picture, view = panel._shown, panel.map_view
        if picture is None or view.visible_pages.count < view.pages:
            return
        cells = [page >> view.level for page in self.options["pages"]]
        rows, columns = [c // view.columns for c in cells], [c % view.columns for c in cells]
        body, first = picture.body[rows, columns], picture.first[rows, columns]
        shown = int(((body > 0) & (body < 10) & (first > 1)).sum())  # 1 is PageClass.HOLE
        if shown == len(cells):
            self._map = True
            tell("opened", seconds=now() - self._began)


class Survey(Open):
    """Opens one file and tells how long it took until every page was known."""

    def map_painted(self, surface: Any) -> None:
        if not self._map and self._began:
            self._map = True
            self._known = QTimer(self.window)
            self._known.timeout.connect(self._look_for_end)
            self._known.start(5)

    def _look_for_end(self) -> None:
        facts = self.view.session.facts
        if facts is not None and facts.known == facts.page_count:
            self._known.stop()
            tell("opened", seconds=now() - self._began)


class Idle(Settled):
    """Tells when nothing is left to do, and how long the main thread was held from the first bytes on."""

    def hex_painted(self, view: Any) -> None:
        before = self._bytes
        super().hex_painted(view)
        if self._bytes and not before:
            self._holds = Holds(self.window)

    def settled(self) -> None:
        self._holds.timer.stop()
        tell("settled", held=self._holds.longest)


class Frames(Settled):
    """Wheel and drag events on hex panel and map; tells the seconds from each event to its picture."""

    @property
    def hooks(self) -> dict[str, Callable[[Any], None]]:
        return super().hooks | {"bytescope.core.source.file": self._on_file_module}

    def shown(self, window: Any) -> None:
        window.resize(1920, 1080)
        super().shown(window)

    def _on_file_module(self, module: Any) -> None:
        """Where there is no slow medium, every read of a file waits."""
        nap, source = self.options.get("nap"), module.FileSource
        if not nap:
            return

        def napping(read: Callable[..., Any]) -> Callable[..., Any]:
            def read_late(*arguments: Any) -> Any:
                threading.Event().wait(nap)
                return read(*arguments)

            return read_late

        source.read_into = napping(source.read_into)
        source.read_undisturbed = napping(source.read_undisturbed)
        source.can_map = False

    @property
    def quiet(self) -> bool:
        if self.options.get("slow"):  # never quiet: a medium that takes a second a read
            return bool(self.window.loading.has_kernels) and self.view.map is not None
        return super().quiet

    def settled(self) -> None:
        self._holds = Holds(self.window)
        kinds = [("hex", self._hex()), ("zoom", self._zoom()), ("pan", self._pan())]
        if self.options.get("runs"):
            show_states(self.view.session, self.options["runs"])
            kinds.append(("layout", self._layouts()))
        if self.options.get("bookmarks"):
            show_bookmarks(self.view.session, self.options["bookmarks"])
        self._kinds = iter(kinds)
        self._painted = {"hex": 0.0, "map": 0.0}
        self._before: Any = None
        self._event, self._waited = 0.0, 0
        self._frames: dict[str, list[float]] = {}
        self._kind, self._steps = next(self._kinds)
        self._timer = QTimer(self.window)
        self._timer.timeout.connect(self._step)
        self._timer.start(STEP_MS)

    def hex_painted(self, view: Any) -> None:
        if self.window is not None and hasattr(self, "_painted"):
            self._painted["hex"] = now()

    def map_painted(self, surface: Any) -> None:
        """The first picture since the event that has other pixels: a journey's later ones follow from it."""
        if self.window is None or not hasattr(self, "_painted"):
            return
        if self._painted["map"] <= self._event and surface.pixels is not self._before:
            self._painted["map"] = now()

    def _step(self) -> None:
        done = self._painted["hex" if self._kind == "hex" else "map"]
        if self._event:
            if done > self._event:
                self._frames.setdefault(self._kind, []).append(done - self._event)
            elif self._waited < LOST_FRAMES:
                self._waited += 1
                return
        self._event, self._waited = 0.0, 0
        act = next(self._steps, None)
        if act is not None:
            self._before = self.view.map.surface.pixels if self._kind != "hex" else None
            self._event = now()
            act()
            return
        self._kind, self._steps = next(self._kinds, ("", iter(())))
        if not self._kind:
            self._timer.stop()
            tell("done", frames=self._frames, held=self._holds.longest)

    def _hex(self) -> Iterator[Callable[[], None]]:
        """Three lines a notch down."""
        view = self.view.hex.view
        for _ in range(self.options["steps"]):
            yield lambda: _wheel(view, -120)

    def _zoom(self) -> Iterator[Callable[[], None]]:
        """In and out about a point."""
        surface = self.view.map.surface
        for number in range(self.options["steps"]):
            turn = 120 if number // 8 % 2 == 0 else -120
            yield lambda turn=turn: _wheel(surface.viewport(), turn)  # type: ignore[misc]

    def _pan(self) -> Iterator[Callable[[], None]]:
        """Zoomed in, the map dragged up and down with the middle button."""
        surface = self.view.map.surface
        yield self.view.map.zoom_fit
        for _ in range(4):
            yield self.view.map.zoom_in
        yield lambda: _mouse(surface, QEvent.Type.MouseButtonPress, 800)
        for number in range(1, self.options["steps"]):
            y = 800 - (number % 12) * 60
            yield lambda y=y: _mouse(surface, QEvent.Type.MouseMove, y)  # type: ignore[misc]

    def _layouts(self) -> Iterator[Callable[[], None]]:
        """The whole document in one layout after the other: the first picture of each journey."""
        yield self.view.map.zoom_fit
        for number in range(self.options["steps"]):
            layout = ("hilbert", "zorder", "rows")[number % 3]
            yield lambda layout=layout: self.view.session.set_view(layout=layout)  # type: ignore[misc]


def show_states(session: Any, runs: int) -> None:
    """Five layers of so many runs each, all shown."""
    import numpy as np

    from bytescope.core.touched.layers import Layer
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.states.layers import LayerState

    random = np.random.default_rng(1)
    for layer in (Layer.DIRTY, Layer.RESIDENT, Layer.EVICTED, Layer.SHARED, Layer.MAPPED):
        edges = np.sort(random.choice(session.page_count, 2 * runs, replace=False))
        session.layers.put(layer, LayerState(runs=StateRuns(edges[::2].copy(), edges[1::2].copy())))
        session.layers.show(layer, True)


def show_bookmarks(session: Any, count: int) -> None:
    """Half of them in the first 64 KiB, the others all over the document; some inside others."""
    import numpy as np

    from bytescope.core.bookmarks.bookmark import Bookmark
    from bytescope.core.ranges import ByteRange
    from bytescope.session.projects.bookmarks import bookmarks_of

    random = np.random.default_rng(1)
    starts = np.concatenate(
        (random.integers(0, 1 << 16, count // 2), random.integers(0, session.size - 4096, count - count // 2))
    )
    lengths = random.integers(0, 64, count)
    bookmarks_of(session).add_all(
        [
            Bookmark(ByteRange.of(int(start), int(length)), f"Bookmark {n}", n % 8)
            for n, (start, length) in enumerate(zip(starts, lengths))
        ]
    )


class PageDown(Settled):
    """Notes each Page Down and each picture of the hex panel; see ``clocks.Keys``."""

    def shown(self, window: Any) -> None:
        window.resize(1920, 1080)
        super().shown(window)

    def settled(self) -> None:
        self._keys = Keys()
        view = self.view.hex.view
        view.setFocus()
        press, drive = type(view).keyPressEvent, self

        def key_press_event(widget: Any, event: Any) -> None:
            drive._keys.pressed(event.timestamp())
            press(widget, event)

        type(view).keyPressEvent = key_press_event
        self._keys.serve(self.window)

    def hex_painted(self, view: Any) -> None:
        if hasattr(self, "_keys") and MISSING not in view.frame.kinds:
            self._keys.painted(view.viewport.first_row)


class Typing(Settled):
    """Types bytes one after the other; tells what each cost the main thread, and when it was on the disk."""

    EVERY_MS = 5

    def settled(self) -> None:
        from bytescope.session.storage.log_pen import Pen

        if not self.options["log"]:
            self.window.workspace.private_folder = None
        self._costs: list[float] = []
        self._times: list[float] = []
        self._stored: list[tuple[float, int]] = []
        write, drive = Pen._write, self

        def noted(pen: Pen) -> str:
            complaint = write(pen)
            drive._stored.append((now(), pen._taken))
            return complaint

        Pen._write = noted  # type: ignore[method-assign]
        self._holds = Holds(self.window)
        self._keys = QTimer(self.window)
        self._keys.setTimerType(Qt.TimerType.PreciseTimer)
        self._keys.timeout.connect(self._on_key)
        self._keys.start(self.EVERY_MS)

    def _on_key(self) -> None:
        session, at = self.view.session, len(self._costs)
        began = now()
        session.write(at, b"x", typing=True)
        session.set_caret(at + 1)
        self._costs.append(now() - began)
        self._times.append(began)
        if at + 1 >= self.options["keys"]:
            self._keys.stop()
            self._longest = self._holds.longest
            QTimer.singleShot(1000, self._on_end)

    def _on_end(self) -> None:
        stored = iter(self._stored)
        done, waits = (0.0, 0), []
        for number, pressed in enumerate(self._times, 1):
            while done[1] < number:
                done = next(stored, (float("inf"), number))
            waits.append(done[0] - pressed)
        tell("typed", costs=self._costs, waits=waits if self.options["log"] else [], held=self._longest)


def _wheel(widget: Any, turn: int) -> None:
    place = QPointF(widget.width() / 3, widget.height() / 3)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def _mouse(surface: Any, kind: QEvent.Type, y: int) -> None:
    widget: QObject = surface.viewport()
    place = QPointF(200, y)
    button = Qt.MouseButton.MiddleButton
    pressed = kind == QEvent.Type.MouseButtonPress
    event = QMouseEvent(
        kind, place, surface.mapToGlobal(place), button if pressed else Qt.MouseButton.NoButton, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


DRIVES = {
    "open": Open,
    "islands": Islands,
    "survey": Survey,
    "idle": Idle,
    "frames": Frames,
    "keys": PageDown,
    "typing": Typing,
}
