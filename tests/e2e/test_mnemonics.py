"""Letters with Alt: those of the menus are the menus' alone, whatever stands beside the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from bytescope.ui.panels.docks import DOCKS
from bytescope.ui.window import Window


def letters(panel: QWidget) -> dict[str, str]:
    """The keys of a panel, and the text that has each; labels have one where it leads to something."""
    labels = [label.text() for label in panel.findChildren(QLabel) if label.buddy() is not None]
    texts = labels + [button.text() for button in panel.findChildren(QAbstractButton)]
    keys = {QKeySequence.mnemonic(text).toString(): text for text in texts}
    keys.pop("", None)
    return keys


@pytest.fixture
def menus(window: Window, tmp_path: Path, qtbot) -> set[str]:
    (tmp_path / "data").write_bytes(b"data")
    window.workspace.open(str(tmp_path / "data"))
    qtbot.waitUntil(lambda: window.current is not None)
    return {QKeySequence.mnemonic(entry.text()).toString() for entry in window.menuBar().actions()}


@pytest.mark.parametrize("name", [entry.name for entry in DOCKS])
def test_no_dock_takes_the_key_of_a_menu(window: Window, menus: set[str], name: str) -> None:
    """With both, the key would lead to each of the two in turn."""
    panel = window.docks.show(name)
    assert {key: text for key, text in letters(panel).items() if key in menus} == {}


def test_neither_does_the_find_bar(window: Window, menus: set[str]) -> None:
    bar = window.commands.search.open(replace=True).bar
    keys = letters(bar)
    assert "Alt+N" in keys
    assert {key: text for key, text in keys.items() if key in menus} == {}


def test_a_letter_leads_to_one_entry_of_a_menu(window: Window, menus: set[str]) -> None:
    """With two the first press only marks one of them, and nothing is done."""
    shared: list[list[str]] = []
    waiting = [entry.menu() for entry in window.menuBar().actions()]
    while waiting:
        inside = waiting.pop().actions()
        waiting += [entry.menu() for entry in inside if entry.menu() is not None]
        by_letter: dict[str, list[str]] = {}
        for entry in inside:
            by_letter.setdefault(QKeySequence.mnemonic(entry.text()).toString(), []).append(entry.text())
        by_letter.pop("", None)
        shared += [texts for texts in by_letter.values() if len(texts) > 1]
    assert shared == []
