"""The dock of statistics: plots by mouse and keyboard, the table, exports, and what is said."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.session.analysis.statistics import Scope
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from bytescope.ui.plots.stat_plot import StatPlot
from bytescope.ui.plots.statistics import StatisticsPanel

LEFT = Qt.MouseButton.LeftButton
SIZE = 64 * PAGESIZE


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    workspace = Workspace(None)
    session = workspace.new_memory(SIZE)
    session.write(10 * PAGESIZE, b"Some text here." * 1000)
    session.write(40 * PAGESIZE, bytes(range(256)) * 16)
    yield session
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> StatisticsPanel:
    made = StatisticsPanel()
    qtbot.addWidget(made)
    made.resize(1400, 420)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: shown(made, ByteRange(0, SIZE)))
    return made


def shown(panel: StatisticsPanel, range_: ByteRange) -> bool:
    summary = panel.summary()
    return summary is not None and summary.exact and summary.range == range_


def child(panel: StatisticsPanel, name: str) -> QWidget:
    return panel.findChild(QWidget, f"statistics.{name}")


def said(panel: StatisticsPanel) -> str:
    return child(panel, "words").full_text()


def place(plot: StatPlot, x: float, y: float) -> QPoint:
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))


def test_pointing_at_a_bar_says_value_count_share_and_what_is_expected(panel: StatisticsPanel) -> None:
    QTest.mouseMove(panel.histogram.viewport(), place(panel.histogram, ord("S") + 0.5, 0.5))
    assert said(panel) == (
        "53 (83, “S”), TEXT: 1,016 = 0.388 % · expected 1,024 = 0.391 %"
    )  # fmt: skip
    QTest.mouseMove(panel.histogram.viewport(), QPoint(2, 2))
    assert said(panel) == ""


def test_a_click_on_a_bar_goes_to_the_next_byte_of_its_value(
    panel: StatisticsPanel, session: Session, qtbot: QtBot
) -> None:
    for at in (10 * PAGESIZE, 10 * PAGESIZE + 15):
        QTest.mouseClick(panel.histogram.viewport(), LEFT, pos=place(panel.histogram, ord("S") + 0.5, 0.5))
        qtbot.waitUntil(lambda at=at: session.selection.range == ByteRange(at, at + 1))


def test_the_keyboard_walks_along_the_bars(panel: StatisticsPanel, session: Session, qtbot: QtBot) -> None:
    panel.histogram.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(panel.histogram, key)
    assert said(panel).startswith("11 (17)")
    assert panel.histogram.accessibleDescription() == said(panel)
    QTest.keyClick(panel.histogram, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.selection.range == ByteRange.of(40 * PAGESIZE + 17, 1))


def test_a_click_on_the_curve_goes_there_and_a_drag_selects(panel: StatisticsPanel, session: Session) -> None:
    view, block = panel.curve.viewport(), panel.summary().block
    QTest.mouseClick(view, LEFT, pos=place(panel.curve, 40.5 * PAGESIZE, 4))
    assert session.selection.caret == pytest.approx(40.5 * PAGESIZE, abs=3 * block)
    assert session.selection.caret % block == 0
    assert not session.selection.range
    start, end = place(panel.curve, 10 * PAGESIZE + 1, 4), place(panel.curve, 13 * PAGESIZE + 1, 4)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    picked = session.selection.range
    assert picked.start == pytest.approx(10 * PAGESIZE, abs=2 * block)
    assert picked.end == pytest.approx(13 * PAGESIZE, abs=2 * block)
    assert picked.start % block == 0


def test_shift_and_enter_select_on_the_curve(panel: StatisticsPanel, session: Session) -> None:
    block = panel.summary().block
    QTest.keyClick(panel.curve, Qt.Key.Key_Home)
    for _ in range(3):
        QTest.keyClick(panel.curve, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.curve, Qt.Key.Key_Return)
    assert session.selection.range == ByteRange(0, 4 * block)


def test_the_curve_says_entropy_place_and_that_it_is_exact(panel: StatisticsPanel) -> None:
    QTest.mouseMove(panel.curve.viewport(), place(panel.curve, 40 * PAGESIZE + 100, 4))
    start, _, end, rest = said(panel).split(" ", 3)
    assert int(start, 16) == pytest.approx(40 * PAGESIZE, abs=1500)
    assert int(end, 16) - int(start, 16) == panel.summary().block
    assert rest.startswith("(512 bytes): ")
    assert rest.endswith(" bits a byte · exact")


def test_pairs_are_named_and_gone_to(panel: StatisticsPanel, session: Session, qtbot: QtBot) -> None:
    spot = place(panel.pairs, ord("o") + 0.5, ord("S") + 0.5)
    QTest.mouseMove(panel.pairs.viewport(), spot)
    assert said(panel).startswith("53 6F “So”: 1,000 = 0.381 %")
    QTest.mouseClick(panel.pairs.viewport(), LEFT, pos=spot)
    qtbot.waitUntil(lambda: session.selection.range == ByteRange.of(10 * PAGESIZE, 2))
    QTest.keyClick(panel.pairs, Qt.Key.Key_Down)
    assert said(panel).startswith("54 6F “To”: 0")


def test_a_row_with_a_run_goes_to_it(panel: StatisticsPanel, session: Session) -> None:
    table = panel.numbers.table
    row = next(n for n in range(table.rowCount()) if table.item(n, 0).text() == "Longest run")
    table.setCurrentCell(row, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert session.selection.range == ByteRange(13 * PAGESIZE + 15000 - 3 * PAGESIZE, 40 * PAGESIZE + 1)


def test_the_scope_is_chosen_and_said(panel: StatisticsPanel, session: Session, qtbot: QtBot) -> None:
    session.go_to(40 * PAGESIZE + 9)
    panel.choose(Scope.PAGE)
    page = ByteRange(40 * PAGESIZE, 41 * PAGESIZE)
    qtbot.waitUntil(lambda: shown(panel, page))
    qtbot.waitUntil(
        lambda: child(panel, "state").full_text() == "0x28000 – 0x29000 (4 KiB) · Exact: all 4 KiB"
    )
    session.write(40 * PAGESIZE, b"x")
    assert "Out of date" in child(panel, "state").full_text()
    qtbot.waitUntil(lambda: "Out of date" not in child(panel, "state").full_text())


def test_hidden_it_counts_nothing(panel: StatisticsPanel, session: Session, qtbot: QtBot) -> None:
    panel.hide()
    session.write(0, b"x")
    assert not panel._statistics.running
    panel.show()
    qtbot.waitUntil(lambda: panel.summary().counts[ord("x")] == 1000 + 16 + 1)


def test_without_bytes_it_says_why(panel: StatisticsPanel, session: Session, qtbot: QtBot) -> None:
    panel.choose(Scope.SELECTION)
    qtbot.waitUntil(lambda: child(panel, "empty").isVisible())
    qtbot.waitUntil(lambda: child(panel, "empty").text() == "Select bytes to see their statistics here.")
    panel.show_session(None)
    assert "Open a document" in child(panel, "empty").text()
    assert not child(panel, "pairs").isVisible()


def test_the_logarithmic_bars_show_what_is_rare(panel: StatisticsPanel) -> None:
    assert panel.histogram._bars.opts["height"][0x11] < 0.01
    child(panel, "log").click()
    assert panel.histogram._bars.opts["height"][0x11] > 0.1


def test_plots_and_numbers_are_saved(
    panel: StatisticsPanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.png", "a.svg"):
        panel.exporting.write_plots(str(tmp_path / name))
    for name in ("a.csv", "a.json", "a.txt"):
        panel.exporting.write_numbers(str(tmp_path / name))
    qtbot.waitUntil(lambda: not session.jobs.busy)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (3200, 2000)
    root = ET.parse(tmp_path / "a.svg").getroot()
    assert sum(item.tag.endswith("rect") for item in root) > 256
    told = json.loads((tmp_path / "a.json").read_text())
    assert told["counts"] == panel.summary().counts.tolist()
    rows = dict(csv.reader((tmp_path / "a.csv").read_text().splitlines()))
    assert float(rows["entropy"]) == told["entropy"]
    assert "Entropy" in (tmp_path / "a.txt").read_text()
    panel.exporting.copy()
    assert QGuiApplication.clipboard().text() == (tmp_path / "a.txt").read_text()


def test_tab_goes_from_plot_to_plot(panel: StatisticsPanel) -> None:
    order, at = [], panel.histogram
    for _ in range(30):
        order.append(at)
        at = at.nextInFocusChain()
    wanted = [panel.histogram, panel.curve, panel.pairs, panel.numbers.table]
    assert [widget for widget in order if widget in wanted] == wanted
