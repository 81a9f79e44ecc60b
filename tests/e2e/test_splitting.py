"""Two hex panels of one document, by the keyboard: each with its own place and caret, or in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import ByteRange
from bytescope.ui.hex.panel import HexPanel
from bytescope.ui.window import Window
from helpers.files import mixed_bytes
from helpers.walking import Walker


@pytest.fixture
def walker(window: Window, qtbot: QtBot, tmp_path: Path) -> Walker:
    (tmp_path / "data.bin").write_bytes(mixed_bytes(200 * 4096))
    walker = Walker(window, qtbot)
    walker.open(tmp_path / "data.bin")
    qtbot.waitUntil(lambda: bool(window.menus["split"].actions()), timeout=20_000)
    walker.view.hex.setFocus()
    return walker


def panels(walker: Walker) -> tuple[HexPanel, HexPanel]:
    split = walker.view.split
    assert split is not None
    return walker.view.hex, split.panel


@pytest.mark.parametrize("key", ["Ctrl+\\", "Ctrl+Shift+F7"])
def test_each_has_its_own_place_and_caret(walker: Walker, qtbot: QtBot, key: str) -> None:
    session = walker.session
    session.set_caret(100)
    walker.keys(key)
    first, second = panels(walker)
    assert second.isVisible()
    assert first.width() > 100 < second.width()
    walker.keys("Ctrl+F7")
    assert second.view.hasFocus()
    before = first.first_offset
    session.select(ByteRange(400_000, 400_010))
    assert first.first_offset == before
    assert second.first_offset <= 400_000 < second.first_offset + 16_384
    walker.keys("Ctrl+F7")
    assert first.view.hasFocus()
    assert session.selection.caret == 100
    assert second.first_offset > 300_000
    session.insert(0, b"12345")
    walker.keys("Ctrl+F7")
    assert session.selection.range == ByteRange(400_005, 400_015)


def test_linked_ones_scroll_together_with_one_caret(walker: Walker) -> None:
    walker.keys("Ctrl+\\")
    first, second = panels(walker)
    walker.window.actions_table["split.linked"].trigger()
    second.scroll_to(300_000)
    assert abs(first.first_offset - second.first_offset) < 64
    first.scroll_to(8192)
    assert abs(first.first_offset - second.first_offset) < 64
    walker.session.set_caret(8200)
    walker.keys("Ctrl+F7")
    assert walker.caret == 8200
    walker.window.actions_table["split.linked"].trigger()
    second.scroll_to(500_000)
    assert first.first_offset < 20_000


def test_closing_leaves_one_panel_where_the_person_was(walker: Walker) -> None:
    walker.keys("Ctrl+\\", "Ctrl+F7")
    walker.session.set_caret(600_000)
    walker.keys("Ctrl+Shift+F8")
    assert walker.view.split is None
    assert walker.view.hex.isVisible()
    assert walker.view.hex.view.hasFocus()
    assert walker.view.splitter.count() == 2
    assert abs(walker.view.hex.first_offset - 600_000) < 32_768
    walker.session.set_caret(5)
    assert walker.view.hex.first_offset == 0
    walker.keys("Ctrl+F7")
    assert walker.message().startswith("The hex panel is not split")


def test_what_is_typed_in_one_is_seen_in_the_other(walker: Walker) -> None:
    walker.keys("Ctrl+\\", "Ctrl+F7")
    walker.session.set_caret(0)
    walker.type("AB")
    first, second = panels(walker)
    walker.qtbot.waitUntil(lambda: first.view.frame.data[:1] == second.view.frame.data[:1] == b"\xab")
    walker.keys("Ctrl+Shift+F7")
    assert walker.view.split is not None
    assert walker.view.split.way == "below"


@pytest.mark.parametrize("linked", [False, True])
def test_a_split_comes_back_when_a_comparison_ends(walker: Walker, tmp_path: Path, linked: bool) -> None:
    (tmp_path / "other.bin").write_bytes(mixed_bytes(200 * 4096)[:-5] + b"other")
    walker.keys("Ctrl+Shift+F7")
    if linked:
        walker.window.actions_table["split.linked"].trigger()
    first, second = panels(walker)
    first.scroll_to(8192)
    walker.keys("Ctrl+F7")
    walker.session.set_caret(400_000)
    second.scroll_to(399_900)
    places = first.first_offset, second.first_offset
    walker.window.commands.compare.compare_file(walker.view, tmp_path / "other.bin")
    walker.qtbot.waitUntil(lambda: walker.view.comparison is not None)
    face = walker.view.comparison
    assert face is not None
    assert face.panel is not None
    assert not second.isVisible()
    assert abs(first.first_offset - 399_900) < 64  # where the person was
    assert abs(face.panel.first_offset - first.first_offset) < 64
    walker.keys("Ctrl+F7")
    assert walker.message().startswith("Two documents are being compared here")
    walker.window.actions_table["compare.swap"].trigger()
    assert walker.view.splitter.indexOf(walker.view.hex_place) == 2
    walker.window.actions_table["compare.end"].trigger()
    assert first.isVisible()
    assert second.isVisible()
    assert walker.view.split is not None
    assert (walker.view.split.way, walker.view.split.linked) == ("below", linked)
    assert walker.caret == 400_000
    for panel, place in zip((first, second), places, strict=True):
        assert abs(panel.first_offset - place) <= 128
    assert second.view.hasFocus()
    walker.keys("Ctrl+Shift+F8")
    assert walker.view.splitter.count() == 2


def test_a_split_may_end_while_two_are_compared(walker: Walker, tmp_path: Path) -> None:
    walker.keys("Ctrl+\\", "Ctrl+F7")
    walker.window.actions_table["compare.with_saved"].trigger()
    assert walker.view.comparison is not None
    walker.keys("Ctrl+Shift+F8")
    assert walker.view.split is None
    walker.window.actions_table["compare.end"].trigger()
    assert walker.view.splitter.count() == 2
    assert walker.view.hex.isVisible()
