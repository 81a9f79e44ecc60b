"""The menu of the state layers, and its help."""

import pytest
from PySide6.QtWidgets import QDialog, QMenu

from bytescope.core.touched.layers import BY_NAME, MEANINGS, Layer
from bytescope.session.states.layers import SHOWN_AT_FIRST
from bytescope.session.workspace import Workspace
from bytescope.ui.window import Window


@pytest.fixture
def window(qtbot):
    made = Window(Workspace(None))
    qtbot.addWidget(made)
    made.workspace.open_demo_now()
    made.show()
    qtbot.waitUntil(lambda: made.current.map is not None)
    yield made
    made.workspace.shut_down(wait_seconds=60)


def checked(window, start):
    return {
        act.value for act, action in window.actions_table if act.id.startswith(start) and action.isChecked()
    }


def test_each_layer_has_a_check_mark_that_follows(window):
    layers = window.current.session.layers
    assert checked(window, "layers.show_") == {MEANINGS[layer].name for layer in SHOWN_AT_FIRST}
    for name, layer in BY_NAME.items():
        before = layer in layers.shown
        window.actions_table[f"layers.show_{name}"].trigger()
        assert (layer in layers.shown) is not before
    assert checked(window, "layers.show_") == {MEANINGS[layer].name for layer in layers.shown}
    window.actions_table["layers.usual"].trigger()
    assert layers.shown == SHOWN_AT_FIRST


def test_one_layer_can_be_shown_alone(window):
    layers = window.current.session.layers
    for name in ("resident", "hole"):
        window.actions_table[f"layers.alone_{name}"].trigger()
        assert layers.alone is BY_NAME[name]
        assert checked(window, "layers.alone_") == {name}
    layers.show_alone(None)
    assert checked(window, "layers.alone_") == {"none"}


def test_the_check_marks_are_those_of_the_current_document(window, qtbot):
    window.current.session.layers.show(Layer.MAPPED, True)
    window.workspace.open_demo_now()
    qtbot.waitUntil(lambda: window.current.map is not None)
    if len(window.views) > 1:
        assert "mapped" not in checked(window, "layers.show_")
        window.tabs.setCurrentIndex(0)
        assert "mapped" in checked(window, "layers.show_")


def test_the_next_document_shows_what_was_shown_last(window, qtbot, tmp_path):
    for name in ("hole", "dirty"):
        window.actions_table[f"layers.show_{name}"].trigger()
    window.current.session.layers.show(Layer.MAPPED, True)
    path = tmp_path / "other.bin"
    path.write_bytes(bytes(10_000))
    window.workspace.open_now(str(path))
    qtbot.waitUntil(lambda: window.current.map is not None and window.current.session.name == "other.bin")
    assert window.current.session.layers.shown == SHOWN_AT_FIRST - {Layer.DIRTY} | {Layer.HOLE}
    window.actions_table["layers.usual"].trigger()
    assert window.workspace.settings.layers == ""


def test_that_nothing_is_shown_is_remembered_too(window, qtbot, tmp_path):
    for layer in SHOWN_AT_FIRST:
        window.actions_table[f"layers.show_{MEANINGS[layer].name}"].trigger()
    assert window.workspace.settings.layers == "none"


def test_the_menu_opens_at_the_legend(window, monkeypatch):
    places = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: places.append((menu.objectName(), place)))
    window.actions_table["layers.choose"].trigger()
    button = window.current.map.marks.button
    assert [name for name, _ in places] == ["menu.view.layers"]
    assert places[0][1].x() == button.mapToGlobal(button.rect().topLeft()).x()


def test_the_help_of_the_layers_opens(window, monkeypatch):
    seen = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: seen.append(dialog.windowTitle()))
    window.actions_table["help.layers"].trigger()
    assert seen == ["Layers of the Map"]
