"""Two files compared in the real window: the map, both hex panels in step, the way to the next difference."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from bytescope.core.geometry.hex_frame import Back
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.session.workspace import Workspace
from bytescope.ui.compare.face import CompareFace
from bytescope.ui.hex.panel import HexPanel
from bytescope.ui.window import Window
from helpers.driving import click, in_dialog, shut, type_into
from helpers.files import noise_bytes
from helpers.walking import Walker

PAGES = 400
PATIENCE = 30_000
PLACES = (0x123, 7 * PAGESIZE + 4095, 300 * PAGESIZE)


@pytest.fixture
def walker(window: Window, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    data = bytearray(noise_bytes(PAGES * PAGESIZE))
    one, two = tmp_path / "first.bin", tmp_path / "second.bin"
    one.write_bytes(data)
    for place in PLACES:
        data[place] ^= 0xFF
    two.write_bytes(data)
    return one, two


class Comparison:
    """A person who compares two files."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        walker.qtbot.waitUntil(lambda: walker.view.comparison is not None, timeout=PATIENCE)
        self.finish()

    @property
    def face(self) -> CompareFace:
        face = self.walker.view.comparison
        assert face is not None
        return face

    @property
    def panel(self) -> HexPanel:
        assert self.face.panel is not None
        return self.face.panel

    def finish(self) -> None:
        comparing = self.face.comparing
        self.walker.qtbot.waitUntil(lambda: comparing.planned and not comparing.running, timeout=PATIENCE)

    def said(self) -> str:
        self.face.strip.refresh()
        return self.face.strip.said.text()

    def pages(self) -> list[int]:
        runs = self.walker.session.layers.runs(Layer.DIFFERENT, PageRange(0, self.walker.session.page_count))
        assert runs is not None
        return [page for run in runs.runs() for page in range(run.first, run.end)]

    def marked(self, panel: HexPanel) -> list[int]:
        """The offsets of the bytes in sight that are marked as different."""
        frame = panel.view.frame
        return [
            frame.lines[mark.line].row * frame.grid.columns + column
            for mark in frame.marks
            if mark.back is Back.DIFFERENT
            for column in range(mark.first, mark.end)
        ]


@pytest.fixture
def compared(walker: Walker, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Comparison:
    # the desktop's own dialog cannot be driven
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(files[1]), ""))
    walker.open(files[0])
    walker.settle()
    walker.keys("Ctrl+Shift+D")
    return Comparison(walker)


def test_the_map_and_the_strip_say_what_differs(compared: Comparison) -> None:
    assert compared.pages() == [0, 7, 300]
    assert compared.said() == f"3 of {PAGES} pages differ."
    assert "first.bin" in compared.face.strip.names.text()
    assert "second.bin" in compared.face.strip.names.text()
    assert compared.walker.session.layers.alone is Layer.DIFFERENT
    assert compared.face.strip.bar.isHidden()


def test_f4_goes_through_the_differences_on_both_sides(compared: Comparison) -> None:
    walker = compared.walker
    for keys, place in (("F4", 0), ("F4", 1), ("F4", 2), ("Shift+F4", 1)):
        walker.keys(keys)
        walker.qtbot.waitUntil(lambda place=place: walker.caret == PLACES[place])  # type: ignore[misc]
        assert compared.panel.view.grid.row_of(walker.caret) in [
            line.row for line in compared.panel.view.frame.lines
        ]
        walker.qtbot.waitUntil(lambda: compared.marked(walker.view.hex) == [walker.caret])
        walker.qtbot.waitUntil(lambda: compared.marked(compared.panel) == [walker.caret])
    walker.keys("F4", "F4")
    walker.qtbot.waitUntil(lambda: "no difference after" in walker.message())


def test_both_panels_scroll_together_by_the_same_rows(compared: Comparison) -> None:
    hex_, panel = compared.walker.view.hex, compared.panel
    assert hex_.view.grid.columns == panel.view.grid.columns
    hex_.scroll_to(50 * PAGESIZE)
    assert panel.first_offset == hex_.first_offset > 49 * PAGESIZE
    panel.view.step(10)
    assert panel.first_offset == hex_.first_offset
    assert hex_.view.viewport.first_row == 50 * PAGESIZE // hex_.view.grid.columns + 10


def test_an_edit_is_compared_at_once_and_undone_too(compared: Comparison) -> None:
    walker = compared.walker
    walker.session.go_to(20 * PAGESIZE)
    walker.view.hex.setFocus()
    walker.keys("F7")
    before = walker.bytes(20 * PAGESIZE, 1)[0]
    walker.type(f"{before ^ 0xF0:02X}")
    compared.finish()
    assert compared.pages() == [0, 7, 20, 300]
    assert 20 * PAGESIZE in compared.marked(compared.panel)
    walker.keys("Ctrl+Z")
    compared.finish()
    assert compared.pages() == [0, 7, 300]


def test_the_other_side_has_the_keyboard_and_can_be_copied_but_not_edited(compared: Comparison) -> None:
    walker = compared.walker
    walker.keys("F7", "Shift+F7")
    assert compared.panel.view.hasFocus()
    assert walker.view.hex_in_use is compared.panel
    QTest.keyClick(compared.panel.view, Qt.Key.Key_Right)
    assert walker.caret == 1
    QTest.keyClicks(compared.panel.view, "00")
    walker.qtbot.waitUntil(lambda: walker.message() != "")
    assert not walker.session.document.modified
    walker.keys("Shift+F7")
    assert walker.view.hex.view.hasFocus()


def test_swap_changes_places_and_end_puts_everything_back(compared: Comparison) -> None:
    walker, splitter = compared.walker, compared.walker.view.splitter
    panel = compared.panel
    walker.window.actions_table["compare.swap"].trigger()
    assert splitter.indexOf(panel) < splitter.indexOf(walker.view.hex)
    assert compared.face.strip.names.text().startswith("B:")
    walker.window.actions_table["compare.swap"].trigger()
    assert splitter.indexOf(panel) > splitter.indexOf(walker.view.hex)
    walker.keys("Ctrl+F4")
    assert walker.view.comparison is None
    assert splitter.count() == 2
    assert walker.session.layers.alone is None
    assert compared.marked(walker.view.hex) == []
    assert not walker.window.actions_table["compare.next"].isEnabled()
    walker.qtbot.waitUntil(lambda: not walker.session.jobs.busy)


def test_a_shift_moves_the_other_side(compared: Comparison) -> None:
    walker = compared.walker
    in_dialog(
        walker.window.actions_table["compare.shift"].trigger,
        lambda dialog: (type_into(dialog, "compare_shift.by", "1"), dialog.accept()),
    )
    compared.finish()
    assert compared.said().startswith(f"{PAGES} of {PAGES} pages differ; 1 byte is only in “first.bin”;")
    walker.session.set_caret(5000)
    assert compared.face.comparing.other.selection.caret == 5001  # type: ignore[attr-defined]


def test_with_another_tab_until_one_of_the_two_is_closed(walker: Walker, files: tuple[Path, Path]) -> None:
    walker.open(files[1])
    other = walker.view
    walker.open(files[0])
    walker.settle()
    walker.keys("Ctrl+Shift+T")  # there is but one other
    made = Comparison(walker)
    assert made.pages() == [0, 7, 300]
    walker.window.workspace.close(other.session)
    assert walker.view.comparison is None
    assert "“second.bin” was closed" in walker.message()


def test_which_of_several_tabs_is_asked(walker: Walker, files: tuple[Path, Path], tmp_path: Path) -> None:
    third = tmp_path / "third.bin"
    third.write_bytes(b"third")
    for path in (third, files[1], files[0]):
        walker.open(path)
    walker.settle()

    def choose(dialog: object) -> None:
        listed = dialog.findChild(QListWidget)  # type: ignore[attr-defined]
        assert [listed.item(i).text() for i in range(listed.count())] == ["third.bin", "second.bin"]
        QTest.keyClick(listed, Qt.Key.Key_Down)
        QTest.keyClick(listed, Qt.Key.Key_Return)

    in_dialog(walker.window.actions_table["compare.with_tab"].trigger, choose)
    made = Comparison(walker)
    assert made.pages() == [0, 7, 300]
    walker.window.workspace.close(walker.session)
    walker.qtbot.waitUntil(lambda: len(walker.window.views) == 2)


def test_against_the_last_saved_state_only_edits_differ(walker: Walker, files: tuple[Path, Path]) -> None:
    walker.open(files[0])
    walker.settle()
    walker.session.write(9 * PAGESIZE + 5, b"new")
    walker.window.actions_table["compare.with_saved"].trigger()
    made = Comparison(walker)
    assert made.pages() == [9]
    walker.keys("F4")
    walker.qtbot.waitUntil(lambda: walker.caret == 9 * PAGESIZE + 5)
    walker.keys("Ctrl+S")
    walker.qtbot.waitUntil(lambda: not walker.session.document.modified)
    walker.qtbot.waitUntil(lambda: made.pages() == [])
    made.finish()
    assert made.said().startswith("Both are the same file")


def test_identical_files_are_said_to_be(walker: Walker, files: tuple[Path, Path]) -> None:
    files[1].write_bytes(files[0].read_bytes())
    walker.open(files[0])
    walker.settle()
    walker.window.commands.compare.compare_file(walker.view, str(files[1]))
    made = Comparison(walker)
    assert made.said() == f"The files are identical ({PAGES * PAGESIZE:,} bytes)."
    buttons = made.face.strip.findChildren(QToolButton)
    assert len(buttons) == 4
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_a_file_that_cannot_be_opened_is_told_and_nothing_begins(
    walker: Walker, files: tuple[Path, Path]
) -> None:
    walker.open(files[0])
    walker.settle()
    walker.window.commands.compare.compare_file(walker.view, "/no/such/file")
    walker.qtbot.waitUntil(lambda: "there is no such file" in walker.message())
    assert walker.view.comparison is None


def test_a_file_that_another_program_changes_is_compared_again(
    compared: Comparison, files: tuple[Path, Path]
) -> None:
    walker = compared.walker
    with files[1].open("r+b") as file:
        file.seek(100 * PAGESIZE)
        file.write(b"theirs")
        file.seek(0, 2)
        file.write(b"longer")
    walker.qtbot.waitUntil(lambda: 100 in compared.pages(), timeout=PATIENCE)
    compared.finish()
    assert compared.pages() == [0, 7, 100, 300]
    assert "6 bytes are only in “second.bin”" in compared.said()
    assert "“second.bin” became longer while it was compared; it is compared again." in walker.message()


def test_a_file_that_is_replaced_is_said_and_the_opened_one_goes_on(
    compared: Comparison, files: tuple[Path, Path], tmp_path: Path
) -> None:
    walker = compared.walker
    (tmp_path / "new").write_bytes(b"another file")
    (tmp_path / "new").replace(files[1])
    walker.qtbot.waitUntil(lambda: "“second.bin” was replaced" in walker.message(), timeout=PATIENCE)
    assert compared.pages() == [0, 7, 300]


def test_a_file_that_is_cut_is_never_called_the_same(compared: Comparison, files: tuple[Path, Path]) -> None:
    walker = compared.walker
    with files[0].open("r+b") as file:
        file.truncate(200 * PAGESIZE)
    comparing = compared.face.comparing
    walker.qtbot.waitUntil(lambda: comparing.tally.lost == 200, timeout=PATIENCE)
    compared.finish()
    assert compared.pages() == [0, 7]
    assert compared.said() == "2 of 400 pages differ; 200 cannot be compared."


def test_against_a_snapshot_of_fingerprints(qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path) -> None:
    state = tmp_path / "state"
    window = Window(Workspace(None, private_folder=state))
    qtbot.addWidget(window, before_close_func=shut)
    window.show()
    walker = Walker(window, qtbot)
    walker.open(files[0])
    walker.settle()
    for name in ("older", "newer", "newest"):
        in_dialog(
            window.actions_table["compare.take_snapshot"].trigger,
            lambda dialog, name=name: (type_into(dialog, "snapshot_name.name", name), dialog.accept()),
        )
        qtbot.waitUntil(lambda name=name: f"“{name}” has the fingerprints of 400 pages." in walker.message())
    walker.session.write(12 * PAGESIZE, b"other")

    def choose(dialog: QDialog) -> None:
        listed = dialog.findChild(QListWidget)
        assert isinstance(listed, QListWidget)
        click(dialog, "compare_choose.delete")
        assert [listed.item(i).text().split(" —")[0] for i in range(listed.count())] == ["newer", "older"]
        QTest.keyClick(listed, Qt.Key.Key_Return)

    in_dialog(window.actions_table["compare.with_snapshot"].trigger, choose)
    made = Comparison(walker)
    assert made.pages() == [12]
    assert "1 of 400 pages differs from what was there at 20" in made.said()
    walker.keys("F4")
    assert walker.caret == 12 * PAGESIZE
    window.actions_table["compare.shift"].trigger()
    assert "cannot be shifted" in walker.message()
    walker.keys("Ctrl+F4")
    assert walker.view.comparison is None
    qtbot.waitUntil(lambda: not walker.session.jobs.busy)


def test_without_a_snapshot_it_is_said_how_to_get_one(walker: Walker, files: tuple[Path, Path]) -> None:
    walker.open(files[0])
    walker.settle()
    walker.window.actions_table["compare.with_snapshot"].trigger()
    assert "no snapshot" in walker.message()


def test_a_comparison_can_be_paused_and_goes_on(compared: Comparison) -> None:
    walker, pause = compared.walker, compared.walker.window.actions_table["compare.pause"]
    pause.trigger()
    walker.session.write(50 * PAGESIZE, b"new")
    walker.qtbot.waitUntil(lambda: compared.face.comparing.planned)
    assert compared.said() == f"3 of {PAGES} pages differ so far; 399 compared. Paused."
    assert not compared.face.strip.bar.isHidden()
    pause.trigger()
    compared.finish()
    assert compared.pages() == [0, 7, 50, 300]
