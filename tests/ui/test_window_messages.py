"""Messages lie over the lower edge of a document: what one looks at stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.session.workspace import Workspace
from bytescope.ui.document_view import DocumentView
from bytescope.ui.window import Window


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Iterator[DocumentView]:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(1 << 20))
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.workspace.open_now(str(path))
    view = window.current
    assert view is not None
    qtbot.waitUntil(lambda: view.map is not None)
    yield view
    window.close()


def test_a_message_moves_nothing(view: DocumentView, qtbot: QtBot) -> None:
    assert view.map is not None
    before = (view.map.geometry(), view.hex.geometry(), view.map.map_view)
    view.tell("warning", "Something is to be known.")
    qtbot.waitUntil(view.strip.isVisible)
    assert (view.map.geometry(), view.hex.geometry(), view.map.map_view) == before
    assert view.strip.geometry().bottom() == view.splitter.geometry().bottom()


def test_a_message_leaves_the_legend_of_the_map_to_be_seen(view: DocumentView, qtbot: QtBot) -> None:
    view.tell("warning", "Something is to be known.")
    qtbot.waitUntil(view.strip.isVisible)
    assert view.map is not None
    for width in (900, 700, 500):
        view.splitter.setSizes([view.width() - width, width])
        view._on_split()
        covered = view.strip.geometry().intersects(view.map.geometry())
        assert not covered
    view.splitter.setSizes([view.width() - 300, 300])
    view._on_split()
    assert view.strip.width() >= 480


def test_a_long_message_is_seen_whole_at_any_width(view: DocumentView, qtbot: QtBot) -> None:
    view.tell("error", "A sentence that is long. " * 20)
    qtbot.waitUntil(view.strip.isVisible)
    low = view.strip.height()
    view.window().resize(700, 700)
    qtbot.waitUntil(lambda: view.strip.width() == view.width() < 720 and view.strip.height() > low)
    assert view.strip.geometry().bottom() == view.splitter.geometry().bottom()
