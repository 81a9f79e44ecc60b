"""The legend of states: which chips there are, what they say, what a click does; the states alone."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.core.touched.told import Told
from bytescope.session.states.layers import SHOWN_AT_FIRST, LayerState
from bytescope.ui.map.panel import MapPanel
from helpers.map_session import MapSession
from helpers.marking import runs_of

Button = Qt.MouseButton


@pytest.fixture
def made(qtbot):
    def make(width=640):
        panel = MapPanel(MapSession(1000))
        qtbot.addWidget(panel)
        panel.resize(width, 520)
        panel.show()
        qtbot.waitExposed(panel)
        return panel, panel.model.session.layers

    return make


def chip(panel, layer):
    return panel.marks.chips[layer]


def test_only_what_is_shown_has_a_chip(made):
    panel, layers = made()
    assert set(panel.marks.chips) == SHOWN_AT_FIRST
    layers.show(Layer.RESIDENT, True)
    layers.show(Layer.SAVED, False)
    assert set(panel.marks.chips) == SHOWN_AT_FIRST - {Layer.SAVED} | {Layer.RESIDENT}


def test_a_chip_counts_the_pages_of_its_state(made, qtbot):
    panel, layers = made()
    layers.show(Layer.RESIDENT, True)
    layers.put(Layer.RESIDENT, LayerState(Told.YES, runs_of(range(0, 500, 2)), "of process 7"))
    qtbot.waitUntil(lambda: chip(panel, Layer.RESIDENT).count == 250)
    assert chip(panel, Layer.RESIDENT).said == "250 (of process 7)"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (LayerState(Told.NOT_PERMITTED), "not permitted"),
        (LayerState(Told.NOT_AVAILABLE), "not available on this system"),
        (LayerState(Told.IN_MEMORY), "kept in memory only"),
        (LayerState(), "—"),
        (LayerState(Told.YES, runs_of([])), "0"),
    ],
)
def test_why_there_is_no_number_is_said(made, qtbot, state, said):
    panel, layers = made()
    layers.show(Layer.RESIDENT, True)
    layers.put(Layer.RESIDENT, state)
    qtbot.waitUntil(lambda: chip(panel, Layer.RESIDENT).said == said)
    assert chip(panel, Layer.RESIDENT).width() >= chip(panel, Layer.RESIDENT).sizeHint().width()


@pytest.mark.parametrize("layer", Layer)
def test_the_tip_has_all_that_is_to_be_known(made, layer):
    panel, layers = made()
    layers.show(layer, True)
    meaning = MEANINGS[layer]
    tip = " ".join(chip(panel, layer).toolTip().split())
    for part in (meaning.title, meaning.meaning, meaning.source, meaning.granularity, meaning.cleared):
        assert part in tip


def test_a_click_hides_a_state_and_shows_it_again(made, qtbot):
    panel, layers = made()
    qtbot.mouseClick(chip(panel, Layer.SAVED), Button.LeftButton)
    assert Layer.SAVED not in layers.shown
    assert Layer.SAVED in panel.marks.chips
    qtbot.mouseClick(chip(panel, Layer.SAVED), Button.LeftButton)
    assert Layer.SAVED in layers.shown


@pytest.mark.parametrize(
    ("button", "held"),
    [
        (Button.RightButton, Qt.KeyboardModifier.NoModifier),
        (Button.LeftButton, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_a_state_alone_takes_the_colour_and_gives_it_back(made, qtbot, button, held):
    panel, layers = made()
    panel.model.session.edit(3, 4)
    qtbot.mouseClick(chip(panel, Layer.EDITED), button, held)
    assert layers.alone is Layer.EDITED
    picture = panel.model.picture()
    colours = picture.palette[picture.first].astype(int)
    coloured = np.ptp(colours[:, :, :3], axis=2) > 30
    assert coloured.sum() == 2
    assert panel.legend.scale.isVisible()
    assert "Edited" in panel.legend.accessibleDescription()
    qtbot.mouseClick(chip(panel, Layer.EDITED), button, held)
    assert layers.alone is None
    assert panel.legend.classes.isVisible()


def test_a_press_that_is_let_go_elsewhere_does_nothing(made, qtbot):
    panel, layers = made()
    saved = chip(panel, Layer.SAVED)
    qtbot.mousePress(saved, Button.LeftButton)
    qtbot.mouseRelease(saved, Button.LeftButton, pos=QPoint(-20, -20))
    assert Layer.SAVED in layers.shown


@pytest.mark.parametrize("width", [1200, 640, 260])
def test_sixteen_states_have_room_at_any_width(made, width):
    panel, layers = made(width)
    for layer in Layer:
        layers.show(layer, True)
        layers.put(layer, LayerState(Told.NOT_AVAILABLE))
    panel.marks.show_counts()
    inside = panel.marks.rect()
    placed = [panel.marks.button.geometry(), *(c.geometry() for c in panel.marks.chips.values())]
    assert all(inside.contains(place) for place in placed)
    assert not any(a.intersects(b) for i, a in enumerate(placed) for b in placed[:i])


def test_the_button_wishes_for_the_menu(made, qtbot):
    panel, _ = made()
    with qtbot.waitSignal(panel.command_wished) as wished:
        qtbot.mouseClick(panel.marks.button, Button.LeftButton)
    assert wished.args == ["layers.choose"]


def test_the_line_about_a_cell_tells_of_all_that_is_wanted(made):
    panel, layers = made()
    layers.put(Layer.RESIDENT, LayerState(Told.YES, runs_of([7])))
    layers.put(Layer.DIRTY, LayerState(Told.YES, runs_of([7])))
    assert panel.model.describe(7).endswith("kernel-dirty (whole folios)")
    layers.wish(Layer.RESIDENT, True)
    assert panel.model.describe(7).endswith("kernel-dirty (whole folios) · resident")


def test_a_hidden_state_is_not_asked_for(made, qtbot):
    panel, layers = made()
    asked = []

    def answer(pages):
        asked.append(pages)
        return runs_of([1])

    layers.answer_by(Layer.MAPPED, answer)
    panel.model.picture()
    assert asked == []
    layers.show(Layer.MAPPED, True)
    panel.model.picture()
    panel.model.picture()
    assert len([pages for pages in asked if pages == panel.map_view.visible_pages]) <= 2


def test_only_the_layer_with_another_answer_is_counted_anew(made):
    panel, layers = made()
    for layer in (Layer.RESIDENT, Layer.SHARED):
        layers.show(layer, True)
        layers.put(layer, LayerState(Told.YES, runs_of(range(0, 500, 2))))
    model = panel.model
    before = model.states.marks(model.view, (0, 0), None).states
    layers.put(Layer.RESIDENT, LayerState(Told.YES, runs_of(range(0, 500, 3))))
    after = model.states.marks(model.view, (0, 0), None).states
    assert after[Layer.SHARED] is before[Layer.SHARED]
    assert int(after[Layer.RESIDENT].sum()) == len(range(0, 500, 3))
    coarser = replace(model.view, level=model.view.level + 1, fitted=False)
    counts = model.states.marks(coarser, (0, 0), None).states[Layer.SHARED]
    assert len(counts) == len(coarser.visible_cells)
    assert int(counts.sum()) == 250
