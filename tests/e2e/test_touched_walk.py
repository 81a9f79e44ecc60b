"""What touches pages: edit, save, another program, evict; listed, and played back on the map."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.touched.acts import Medium, medium
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.pagecache import cache_facts
from bytescope.core.touched.told import Told
from bytescope.ui.window import Window
from helpers.driving import child
from helpers.walking import Walker

pytestmark = pytest.mark.page_cache

PAGES = 128
LEFT = Qt.MouseButton.LeftButton
WRITE = "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); f.write(b'theirs')"


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    path = tmp_path / "disk.img"
    with path.open("wb") as file:
        file.write(os.urandom(PAGES * PAGESIZE))
        file.flush()
        os.fsync(file.fileno())
    walker = Walker(window, qtbot)
    walker.open(path)
    source = walker.session.file
    told = cache_facts(source, ByteRange(0, PAGESIZE)).told
    if medium(source.fd) is Medium.MEMORY or told is not Told.YES:
        pytest.skip("temporary files lie in memory, or this kernel has no cachestat")
    return walker


def listed(table: QTableView, page: str, why: str, who: str) -> bool:
    """Whether there is a row of this page that has the state among its states."""
    model = table.model()
    rows = [[model.index(at, column).data() for column in (0, 3, 5)] for at in range(model.rowCount())]
    return any(row[0] == page and why in row[1] and row[2] == who for row in rows)


def marked(walker: Walker, layer: Layer) -> int:
    """Pages that the map counts in a state."""
    return walker.map.model.states.pages(layer) or 0


def test_what_was_touched_is_listed_and_played_back(walker: Walker, qtbot: QtBot) -> None:
    session, window = walker.session, walker.window
    walker.keys("F9")
    table = child(window, "touched.table", QTableView)
    session.write(5 * PAGESIZE, b"mine")
    qtbot.waitUntil(lambda: listed(table, "5", "Edited", "here"), timeout=20_000)
    with qtbot.waitSignal(walker.view.saved, timeout=30_000):
        walker.keys("Ctrl+S")
    qtbot.waitUntil(lambda: listed(table, "5", "Saved here", "here"), timeout=20_000)
    subprocess.run([sys.executable, "-c", WRITE, session.file.path, str(9 * PAGESIZE)], check=True)
    walker.view.watch.look()
    qtbot.waitUntil(lambda: listed(table, "9", "Changed outside", "another program"), timeout=20_000)

    # Played back: before the save the page is edited, and nothing was changed outside yet.
    walker.keys("Shift+F9")
    back, now = child(window, "timeline.back", QWidget), child(window, "past.back", QWidget)
    qtbot.waitUntil(lambda: child(window, "timeline.play", QWidget).isEnabled(), timeout=20_000)
    seen = []
    for _ in range(20):
        QTest.mouseClick(back, LEFT)
        seen.append(
            (marked(walker, Layer.EDITED), marked(walker, Layer.SAVED), marked(walker, Layer.OUTSIDE))
        )
        if seen[-1] == (1, 0, 0):
            break
    assert seen[-1] == (1, 0, 0)
    assert (0, 1, 0) in seen
    assert now.isVisible()
    assert not session.document.modified
    QTest.mouseClick(now, LEFT)
    assert (marked(walker, Layer.EDITED), marked(walker, Layer.SAVED)) == (0, 1)
    assert marked(walker, Layer.OUTSIDE) == 1
    assert not now.isVisible()


def test_evicted_pages_are_on_the_timeline(walker: Walker, qtbot: QtBot) -> None:
    session = walker.session
    os.fsync(session.file.fd)
    walker.keys("Shift+F9")
    qtbot.waitUntil(lambda: session.layers.runs_now(Layer.RESIDENT, session.survey.visible) is not None)
    session.select(ByteRange(0, session.size))
    with qtbot.waitSignal(session.told, timeout=30_000) as told:
        walker.keys("Ctrl+Shift+X")
    assert "left memory" in told.args[1]
    plot = child(walker.window, "timeline.plot", QWidget)
    qtbot.waitUntil(lambda: "In memory" in [title for _, title in plot.lanes._tickLevels[0]], timeout=20_000)
