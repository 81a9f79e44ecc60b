"""The docks as a table: made late, remembered, shared places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from bytescope.ui.panels.docks import DOCKS, Docks
from bytescope.ui.theme import palette


@pytest.fixture
def make(qtbot: QtBot):
    def made(places: str = "", *, awake: bool = True) -> Docks:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setCentralWidget(QWidget(window))
        window.resize(900, 700)
        docks = Docks(window, QMenu(window), awake=awake)
        docks.put(places)
        window.show()
        return docks

    return made


def test_a_panel_is_made_when_its_dock_is_first_shown(make) -> None:
    docks = make()
    assert all(docks.dock(entry.name).widget() is None for entry in DOCKS)
    panel = docks.show("history")
    assert docks.dock("history").widget() is panel
    assert docks.show("history") is panel
    assert docks.dock("page").widget() is None


def test_what_was_open_is_made_again_and_nothing_else(make) -> None:
    first = make()
    first.show("page")
    again = make(first.places())
    assert [e.name for e in DOCKS if again.dock(e.name).widget() is not None] == ["page"]


def test_what_loads_much_waits_until_it_may(make) -> None:
    first = make()
    first.dock("touched").show()
    docks = make(first.places(), awake=False)
    dock = docks.dock("touched")
    assert dock.isVisible()
    assert dock.widget() is None
    docks.wake()
    assert dock.widget().isVisible()
    assert docks.dock("timeline").widget() is None


def test_docks_that_share_a_place_share_it_again(make) -> None:
    first = make()
    window = first.dock("page").parent()
    first.show("page"), first.show("history")
    window.tabifyDockWidget(first.dock("history"), first.dock("page"))
    again = make(first.places())
    assert again.dock("page").parent().tabifiedDockWidgets(again.dock("page")) == [again.dock("history")]


def test_the_tabs_of_docks_have_a_name(make, qtbot: QtBot) -> None:
    docks = make()
    window = docks.dock("page").parent()
    for name in ("bookmarks", "touched", "page", "history"):
        docks.show(name)
    window.tabifyDockWidget(docks.dock("page"), docks.dock("history"))
    qtbot.waitUntil(lambda: sum(bar.isVisible() for bar in window.findChildren(QTabBar)) >= 2)
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    assert {bar.accessibleName() for bar in bars} == {"Docks in one place"}


def test_the_old_word_for_sharing_is_understood(make) -> None:
    docks = make("page,2,1,0,0,0,200,200;history,2,1,0,0,0,200,200;tabbed")
    assert docks.dock("page").parent().tabifiedDockWidgets(docks.dock("page")) == [docks.dock("history")]


@pytest.mark.parametrize("places", ["tabbed,no,such", "page,9,1,0,0,0,1,1", "tabbed,page,page;x", ";;;;" * 9])
def test_what_cannot_be_is_left_out(make, places: str) -> None:
    docks = make(places)
    assert not docks.are_open


def test_a_dock_is_as_wide_at_first_as_what_is_in_it_wants_to_be(make) -> None:
    docks = make()
    window = docks.dock("page").parent()
    window.resize(1600, 900)
    docks.show("inspector")
    dock = docks.dock("inspector")
    wanted = 64 * dock.fontMetrics().averageCharWidth()
    assert wanted <= dock.width() <= 1600 * 0.4
    window.resizeDocks([dock], [wanted - 90], Qt.Orientation.Horizontal)
    again = make(docks.places())
    again.show("inspector")
    assert again.dock("inspector").width() < wanted


@pytest.mark.parametrize("name", [entry.name for entry in DOCKS])
def test_a_dock_that_is_shown_shows_where_the_keyboard_is(make, qtbot: QtBot, name: str) -> None:
    docks = make()
    window = docks.dock(name).window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel = docks.show(name)
    panel.setEnabled(True)  # without a document some of them are off
    panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    held = QApplication.focusWidget()
    assert held is not None
    assert held is not panel
    assert panel.isAncestorOf(held)
    assert held.accessibleName()


def test_the_style_frames_the_box_to_which_a_key_has_led(make, qtbot: QtBot) -> None:
    docks = make()
    window = docks.dock("inspector").window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    docks.show("inspector")
    assert window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("structures", "definition edit place offset here order count clear export"),
        ("checksums", "table pasted scope go"),
        ("strings", "table scope narrow wide least filter expression go export"),
    ],
)
def test_tab_goes_through_a_dock_in_the_order_in_which_it_is_read(make, name: str, names: str) -> None:
    docks = make()  # kept: its panels go with it
    panel = docks.show(name)
    one, chain = panel.nextInFocusChain(), []
    while one is not panel:
        chain.append(one.objectName())
        one = one.nextInFocusChain()
    wanted = [f"{name}.{part}" for part in names.split()]
    assert [part for part in chain if part in wanted] == wanted


@pytest.mark.parametrize(("left", "shown"), [("types", "bookmarks"), ("statistics", "inspector")])
def test_a_dock_comes_up_in_the_place_of_its_kind_also_after_a_start(make, left: str, shown: str) -> None:
    first = make()
    first.show(left)
    again = make(first.places())
    again.show(shown)
    window = again.dock(left).parent()
    assert again.dock(left) in window.tabifiedDockWidgets(again.dock(shown))


@pytest.mark.parametrize("dark", [False, True])
def test_the_buttons_of_a_title_can_be_seen_in_both_themes(make, dark: bool) -> None:
    docks = make()
    dock = docks.dock("history")
    docks.show("history")
    dock.setPalette(palette(dark))
    text = palette(dark).buttonText().color()
    for name in ("qt_dockwidget_closebutton", "qt_dockwidget_floatbutton"):
        button = dock.findChild(QAbstractButton, name)
        drawn = button.icon().pixmap(16).toImage()
        seen = [drawn.pixelColor(x, y) for x in range(16) for y in range(16)]
        boldest = max(seen, key=QColor.alpha)
        assert boldest.alpha() > 150
        assert abs(boldest.lightness() - text.lightness()) < 16
