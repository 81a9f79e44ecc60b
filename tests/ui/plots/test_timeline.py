"""The timeline dock: marks, the play head by mouse and keyboard, and the banner over the map."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.touch import Touch
from bytescope.session.session import Session
from bytescope.session.states.own_states import OwnStates
from bytescope.session.states.playback import playback_of
from bytescope.session.states.touches import touches_of
from bytescope.session.workspace import Workspace
from bytescope.ui.past_banner import PastBanner
from bytescope.ui.plots.time_axis import TimeAxis
from bytescope.ui.plots.timeline import TimelinePanel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    workspace = Workspace(None)
    session = workspace.new_memory(100 * PAGESIZE)
    OwnStates(session)  # the kernel has no say in it
    touches_of(session)
    yield session
    workspace.shut_down(30)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> TimelinePanel:
    made = TimelinePanel()
    qtbot.addWidget(made)
    made.resize(1200, 260)
    made.show_session(session)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def start(panel: TimelinePanel, session: Session, qtbot: QtBot) -> float:
    """Three touches, 1000 s, 600 s and 100 s ago; the time of the first."""
    now = time.time()
    for ago, kind, page in ((1000, Touch.EDIT, 5), (600, Touch.SAVE, 5), (100, Touch.OUTSIDE, 7)):
        touches_of(session).add(kind, RunSet.of([PageRange(page, page + 1)]), "here", now - ago)
    qtbot.waitUntil(lambda: child(panel, "play").isEnabled())
    return now - 1000


def child(panel: TimelinePanel, name: str) -> QWidget:
    return panel.findChild(QWidget, f"timeline.{name}")


def place(panel: TimelinePanel, at: float, row: float) -> QPoint:
    """Where a time and a row of the plot are on the screen."""
    plot = panel.plot
    return plot.mapFromScene(plot._box.mapViewToScene(QPointF(at - plot.axis.base, row)))


def move(panel: TimelinePanel, point: QPoint, buttons=Qt.MouseButton.NoButton) -> None:
    view, at = panel.plot.viewport(), QPointF(point)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, view.mapToGlobal(at), none, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)


def click(panel: TimelinePanel, name: str) -> None:
    QTest.mouseClick(child(panel, name), LEFT)


def test_an_empty_timeline_says_what_will_be_here(
    panel: TimelinePanel, session: Session, qtbot: QtBot
) -> None:
    empty = child(panel, "empty")
    assert empty.isVisible()
    assert "Edits, saves" in empty.text()
    assert not child(panel, "play").isEnabled()
    session.write(0, b"x")
    qtbot.waitUntil(lambda: not empty.isVisible())
    panel.show_session(None)
    assert "Open a document" in empty.text()
    assert empty.isVisible()


def test_while_it_is_seen_it_wants_to_know_what_is_in_memory(panel: TimelinePanel, session: Session) -> None:
    assert session.layers.wanted(Layer.RESIDENT)
    panel.hide()
    assert not session.layers.wanted(Layer.RESIDENT)


def test_lanes_with_marks_have_rows(
    panel: TimelinePanel, session: Session, start: float, qtbot: QtBot
) -> None:
    def titles() -> list[str]:
        return [title for _, title in panel.plot.lanes._tickLevels[0]]

    assert titles() == ["Edits", "Saves", "Outside"]
    touches_of(session).add(Touch.READ, RunSet.of([PageRange(0, 9)]), "cat, 12")
    qtbot.waitUntil(lambda: titles() == ["Edits", "Saves", "Outside", "Read"])


def test_a_click_on_a_mark_goes_to_its_time(
    panel: TimelinePanel, session: Session, start: float, qtbot
) -> None:
    QTest.mouseClick(panel.plot.viewport(), LEFT, pos=place(panel, start + 400, 1) + QPoint(3, 2))
    assert playback_of(session).head == pytest.approx(start + 400, abs=1e-3)
    assert session.layers.past is not None
    assert "touch 2 of 3" in child(panel, "words").text()
    click(panel, "now")
    assert session.layers.past is None
    assert "Now" in child(panel, "words").text()


def test_a_click_beside_all_marks_goes_to_that_time(
    panel: TimelinePanel, session: Session, start: float
) -> None:
    QTest.mouseClick(panel.plot.viewport(), LEFT, pos=place(panel, start + 200, 1))
    assert playback_of(session).head == pytest.approx(start + 200, abs=5)


def test_the_head_is_dragged(panel: TimelinePanel, session: Session, start: float) -> None:
    playback = playback_of(session)
    playback.go(start + 200)
    view = panel.plot.viewport()
    path = [place(panel, start + at, 1.5) for at in (200, 260, 320, 400, 500)]
    QTest.mousePress(view, LEFT, pos=path[0])
    for point in path[1:]:
        move(panel, point, LEFT)
    QTest.mouseRelease(view, LEFT, pos=path[-1])
    assert playback.head == pytest.approx(start + 500, abs=20)


def test_the_pointer_on_a_mark_names_it(panel: TimelinePanel, start: float, qtbot: QtBot) -> None:
    words = child(panel, "words")
    move(panel, place(panel, start + 900, 2))
    qtbot.waitUntil(lambda: words.text().endswith("changed outside · 1 page: 7 · here"))
    move(panel, place(panel, start + 200, 0))
    qtbot.waitUntil(lambda: "Now" in words.text())


def test_buttons_step_play_and_pause(
    panel: TimelinePanel, session: Session, start: float, qtbot: QtBot
) -> None:
    playback = playback_of(session)
    click(panel, "back")
    assert playback.head == pytest.approx(start + 900)
    click(panel, "back")
    click(panel, "forth")
    assert playback.head == pytest.approx(start + 900)
    click(panel, "play")
    assert playback.playing
    assert child(panel, "play").text() == "Pause"
    click(panel, "play")
    assert not playback.playing


def test_the_keyboard_does_it_all(panel: TimelinePanel, session: Session, start: float, qtbot: QtBot) -> None:
    playback = playback_of(session)
    panel.setFocus()
    qtbot.waitUntil(panel.plot.hasFocus)
    heads = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(panel.plot, key)
        heads.append(playback.head)
    assert heads == [pytest.approx(start), pytest.approx(start + 400), pytest.approx(start), None]
    QTest.keyClick(panel.plot, Qt.Key.Key_Space)
    assert playback.playing
    QTest.keyClick(panel.plot, Qt.Key.Key_Space)
    assert not playback.playing
    wide = panel.plot._box.viewRange()[0]
    QTest.keyClick(panel.plot, Qt.Key.Key_Plus)
    low, high = panel.plot._box.viewRange()[0]
    assert (high - low) == pytest.approx((wide[1] - wide[0]) / 2)
    QTest.keyClick(panel.plot, Qt.Key.Key_0)
    low, high = panel.plot._box.viewRange()[0]
    assert (high - low) == pytest.approx(wide[1] - wide[0], abs=5)


def test_return_goes_to_the_pages_of_the_touch(
    panel: TimelinePanel, session: Session, start: float, qtbot: QtBot
) -> None:
    panel.setFocus()
    qtbot.waitUntil(panel.plot.hasFocus)
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert session.selection.range == ByteRange(7 * PAGESIZE, 8 * PAGESIZE)
    QTest.keyClick(panel.plot, Qt.Key.Key_Home)
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert session.selection.range == ByteRange(5 * PAGESIZE, 6 * PAGESIZE)
    session.back()
    assert session.selection.caret == 7 * PAGESIZE


def test_another_document_leads_back_to_now(panel: TimelinePanel, session: Session, start: float) -> None:
    click(panel, "back")
    panel.show_session(session.parent().new_memory(PAGESIZE))
    assert session.layers.past is None
    assert not child(panel, "play").isEnabled()


def test_the_banner_says_which_time_is_shown_and_leads_back(session: Session, qtbot: QtBot) -> None:
    place_ = QWidget()
    qtbot.addWidget(place_)
    place_.resize(900, 200)
    place_.show()
    narrow = QWidget(place_)
    narrow.setGeometry(100, 0, 60, 200)
    narrow.show()
    banner = PastBanner(session, narrow, place_)
    session.write(0, b"x")
    assert not banner.isVisible()
    playback_of(session).step(forward=False)
    assert banner.isVisible()
    text = banner.findChild(QWidget, "past.text")
    assert session.layers.past.words in text.text()
    assert banner.width() >= banner.sizeHint().width()
    assert place_.rect().contains(banner.geometry())
    narrow.resize(800, 200)
    assert text.text().endswith("The bytes are those of now.")
    QTest.mouseClick(banner.findChild(QWidget, "past.back"), LEFT)
    assert not banner.isVisible()
    assert session.layers.past is None


@pytest.mark.parametrize(
    ("value", "spacing", "text"),
    [(0, 10, "+00:00"), (-61, 10, "−01:01"), (3725, 60, "+1:02:05"), (1.25, 0.5, "+00:01.250")],
)
def test_times_since_the_first_touch(qtbot: QtBot, value: float, spacing: float, text: str) -> None:
    axis = TimeAxis()
    axis.by_clock = False
    assert axis.text(value, spacing) == text


@pytest.mark.parametrize("span", [0.05, 3, 600, 90_000, 1e7])
def test_labels_are_round_and_have_room(qtbot: QtBot, span: float) -> None:
    axis = TimeAxis()
    axis.base = 1.7e9 + 0.3
    ((step, values),) = axis.tickValues(0, span, 1000)
    assert 1 <= len(values) <= 12
    assert all(
        abs((axis._local() + value) / step - round((axis._local() + value) / step)) < 1e-3 for value in values
    )
