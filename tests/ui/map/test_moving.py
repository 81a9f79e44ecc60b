"""The change of layouts: cells travel, the end is the new picture, and nothing waits for it."""

import numpy as np
import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle

from bytescope.core.geometry import raster, raster_fast
from bytescope.ui.map import moving
from bytescope.ui.map.panel import MapPanel
from helpers.map_session import MapSession


@pytest.fixture
def panel(qtbot, monkeypatch):
    assert raster.fastest() is raster_fast.raster
    monkeypatch.setattr(moving, "FRAME_MS", 10_000)  # a busy machine is not what is tested
    session = MapSession(5000)
    session.edit(*range(0, 5000, 7))
    panel = MapPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 520)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: panel._shown is not None)
    return panel


def at_rest(panel):
    """Whether the surface shows the present picture, pixel for pixel."""
    return np.array_equal(panel.surface.pixels, raster.raster(panel.model.picture()))


def look(panel, layout):
    panel.model.session.set_look(layout=layout)


@pytest.mark.parametrize("layout", ["hilbert", "zorder"])
def test_cells_travel_and_arrive(panel, qtbot, layout):
    frames = []
    show = panel.surface.show_pixels

    def noted(pixels):
        frames.append(pixels.copy())
        show(pixels)

    panel.surface.show_pixels = noted
    look(panel, layout)
    qtbot.waitUntil(lambda: at_rest(panel))
    assert len(frames) >= 2
    assert not np.array_equal(frames[0], frames[-1])


def test_a_new_wish_on_the_way_is_shown_at_once(panel, qtbot, monkeypatch):
    monkeypatch.setattr(moving, "SECONDS", 60)
    look(panel, "hilbert")
    assert not at_rest(panel)
    panel.zoom_in()
    panel.paint_now()
    assert at_rest(panel)
    monkeypatch.setattr(moving, "SECONDS", 0.05)
    look(panel, "zorder")
    look(panel, "rows")
    qtbot.waitUntil(lambda: at_rest(panel))


def test_a_slow_machine_sees_the_new_layout_at_once(panel, monkeypatch):
    monkeypatch.setattr(moving, "FRAME_MS", -1)
    look(panel, "hilbert")
    assert at_rest(panel)


def test_a_style_that_moves_nothing_is_obeyed(panel, qtbot, monkeypatch):
    class Still(QProxyStyle):
        def styleHint(self, hint, option=None, widget=None, data=None):
            if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, option, widget, data)

    style = Still()
    panel.surface.setStyle(style)
    started = []
    monkeypatch.setattr(panel.moving, "start", lambda *way: started.append(way))
    look(panel, "hilbert")
    panel.paint_now()
    assert started == []
    assert at_rest(panel)


def test_before_the_fast_kernels_nothing_travels(panel, monkeypatch):
    monkeypatch.setattr(raster, "fastest", lambda: raster.raster)
    look(panel, "hilbert")
    panel.paint_now()
    assert at_rest(panel)


def test_two_arrays_take_turns(panel, qtbot):
    seen = []
    show = panel.surface.show_pixels

    def noted(pixels):
        assert pixels is not panel.surface.pixels  # the surface paints from it
        seen.append(pixels.ctypes.data)
        show(pixels)

    panel.surface.show_pixels = noted
    for layout in ("hilbert", "zorder"):
        look(panel, layout)
        qtbot.waitUntil(lambda: at_rest(panel))
    assert len(seen) > 4
    assert len(set(seen[2:])) == 2
