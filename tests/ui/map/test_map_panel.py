"""The map panel: what is painted, and that nothing is painted without need."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from bytescope.core.geometry import raster, raster_fast
from bytescope.core.geometry.map_view import MapView
from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.touched.layers import Layer
from bytescope.ui import theme
from bytescope.ui.map.panel import MapPanel
from helpers.map_session import MapSession


@pytest.fixture
def made(qtbot):
    """Makes a shown panel of a session, painted."""

    def make(session=None, size=(640, 520)):
        panel = MapPanel(session or MapSession())
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        settle(qtbot, panel)
        return panel

    return make


def settle(qtbot, panel):
    """Wait until the panel shows the present picture."""
    qtbot.waitUntil(lambda: panel._shown is not None and panel.model.picture().same_as(panel._shown))


def grabbed(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def test_the_screen_shows_the_raster_pixel_for_pixel(made):
    panel = made(MapSession(50_000))
    assert np.array_equal(grabbed(panel.surface), raster.raster(panel.model.picture()))


def test_the_whole_document_is_in_view_at_first(made):
    panel = made(MapSession(1_000_000))
    assert panel.map_view.visible_pages == PageRange(0, 1_000_000)
    assert panel.map_view.fitted
    assert panel.pages_per_cell == panel.map_view.pages_per_cell > 1
    assert "pages per cell" in panel.status_text()


def test_what_is_in_view_is_surveyed_first(made):
    session = MapSession(1_000_000)
    panel = made(session)
    panel.zoom_in()
    assert session.visible[-1] == panel.map_view.visible_pages


def test_nothing_is_painted_when_nothing_changed(made, qtbot, monkeypatch):
    session = MapSession()
    panel = made(session)
    shown = []
    monkeypatch.setattr(panel.surface, "show_pixels", shown.append)
    session.facts_changed.emit()
    qtbot.waitUntil(lambda: not panel._frame.isActive())
    assert shown == []
    session.edit(5)
    qtbot.waitUntil(lambda: len(shown) == 1)


def test_many_changes_are_one_frame(made, qtbot, monkeypatch):
    session = MapSession()
    panel = made(session)
    shown = []
    monkeypatch.setattr(panel.surface, "show_pixels", shown.append)
    for page in range(50):
        session.edit(page)
    qtbot.waitUntil(lambda: len(shown) == 1)
    qtbot.waitUntil(lambda: not panel._frame.isActive())
    assert len(shown) == 1


def test_a_hidden_map_paints_nothing(made, qtbot):
    session = MapSession()
    panel = made(session)
    panel.hide()
    session.edit(3)
    assert not panel._frame.isActive()
    panel.show()
    settle(qtbot, panel)


def test_an_edit_is_seen_on_the_map_and_on_the_strip(made, qtbot):
    session = MapSession(2**24)
    panel = made(session)
    before, strip = panel.surface.pixels.copy(), grabbed(panel.strip)
    session.edit(2**23)
    qtbot.waitUntil(lambda: not np.array_equal(panel.surface.pixels, before))
    qtbot.waitUntil(lambda: not np.array_equal(grabbed(panel.strip), strip))


def test_the_compiled_raster_is_used_when_it_is_loaded(made, qtbot, monkeypatch):
    panel = made()
    used = []
    plain = raster.raster

    def noted(picture, into=None):
        used.append(picture)
        return plain(picture, into)

    monkeypatch.setattr(raster_fast, "raster", noted)
    panel.model.session.edit(1)
    qtbot.waitUntil(lambda: len(used) == 1)


def test_a_resize_keeps_the_first_page_and_fitted_stays_fitted(made, qtbot):
    panel = made(MapSession(1_000_000))
    panel.resize(800, 600)
    settle(qtbot, panel)
    assert panel.map_view.fitted
    for _ in range(4):
        panel.zoom_in()
    panel.model.scroll_to(500)
    page = panel.map_view.visible_pages.first
    panel.resize(700, 500)
    settle(qtbot, panel)
    view = panel.map_view
    assert view.row_of(view.cell_of(page)) == view.top


def test_a_document_that_changes_its_size_is_shown_whole_again(made, qtbot):
    session = MapSession(1000)
    panel = made(session)
    session.resize(40_000)
    settle(qtbot, panel)
    assert panel.map_view.pages == 40_000
    assert panel.map_view.fitted
    session.resize(0)
    settle(qtbot, panel)
    assert panel.readout.text() == "The document is empty"


def test_the_map_follows_the_caret_out_of_view(made):
    session = MapSession(1_000_000)
    panel = made(session)
    for _ in range(8):
        panel.zoom_in()
    session.set_caret(900_000 * PAGESIZE)
    assert 900_000 in panel.map_view.visible_pages


def test_zoom_to_selection_shows_it_large(made):
    session = MapSession(1_000_000)
    panel = made(session)
    session.select(ByteRange(500_000 * PAGESIZE, 500_040 * PAGESIZE))
    panel.zoom_to_selection()
    assert panel.pages_per_cell == 1
    seen = panel.map_view.visible_pages
    assert seen.first <= 500_000
    assert seen.end >= 500_040
    panel.zoom_fit()
    assert panel.map_view.fitted


@pytest.mark.parametrize("layout", ["hilbert", "zorder", "rows"])
def test_layout_and_scheme_follow_the_session(made, qtbot, layout):
    session = MapSession(5000)
    panel = made(session)
    session.set_look(layout=layout, scheme="entropy")
    settle(qtbot, panel)
    assert panel.map_view.layout == layout
    assert panel.legend.scale.isVisible()
    session.set_look(layout=layout)
    settle(qtbot, panel)
    assert panel.legend.classes.isVisible()


def test_the_strip_follows_the_scheme_and_cares_for_no_layout(made, qtbot):
    session = MapSession(5000)
    panel = made(session)
    before = grabbed(panel.strip)
    session.set_look(scheme="entropy")
    qtbot.waitUntil(lambda: not np.array_equal(grabbed(panel.strip), before))
    with qtbot.assertNotEmitted(panel.model.strip_stale):
        session.set_look(scheme="entropy", layout="hilbert")


def test_every_widget_has_a_name_and_an_accessible_name(made):
    panel = made()
    for widget in (
        panel,
        panel.surface,
        panel.strip,
        panel.bar,
        panel.readout,
        panel.legend,
        *panel.legend.classes.chips,
    ):
        assert widget.objectName()
        assert widget.accessibleName()


def test_the_current_page_is_told_to_screen_readers(made, qtbot):
    session = MapSession()
    panel = made(session)
    session.set_caret(7 * PAGESIZE + 5)
    qtbot.waitUntil(lambda: panel.surface.accessibleDescription().startswith("Page 7 · 0x7000–0x7FFF · text"))


def test_the_readout_never_changes_the_layout(made, qtbot):
    session = MapSession()
    panel = made(session)
    place = panel.surface.geometry()
    panel._on_hovered(5)
    session.edit(*range(100))
    settle(qtbot, panel)
    assert panel.readout.text()
    assert panel.surface.geometry() == place


@pytest.mark.parametrize("dark", [False, True])
def test_a_new_theme_recolours_the_map(made, qtbot, dark):
    panel = made(MapSession(100, known=False))
    panel.setPalette(theme.palette(not dark))
    settle(qtbot, panel)
    before = panel.surface.pixels.copy()
    panel.setPalette(theme.palette(dark))
    qtbot.waitUntil(lambda: not np.array_equal(panel.surface.pixels, before))
    colour = theme.colours(panel.palette()).hatch
    assert (
        (panel.surface.pixels.reshape(-1, 4) == [colour.red(), colour.green(), colour.blue(), 255])
        .all(axis=1)
        .any()
    )


def test_twice_the_pixels_at_twice_the_scale(made, monkeypatch, qtbot):
    panel = made(MapSession(1000))
    monkeypatch.setattr(panel.surface, "devicePixelRatioF", lambda: 2.0)
    panel.surface.event(QEvent(QEvent.Type.DevicePixelRatioChange))
    settle(qtbot, panel)
    assert panel.map_view.width == 2 * panel.surface.width()
    assert panel.map_view.unit == 2


# --- the scroll bar


def deep(made):
    panel = made(MapSession(2**28))
    for _ in range(40):
        panel.zoom_in()
    return panel


def test_the_scroll_bar_is_exact_at_both_ends_and_by_steps(made):
    panel = deep(made)
    actions = panel.bar.SliderAction
    panel.bar.triggerAction(actions.SliderToMaximum)
    assert panel.map_view.top == panel.map_view.last_top > 2**20
    panel.bar.triggerAction(actions.SliderSingleStepSub)
    assert panel.map_view.top == panel.map_view.last_top - 1
    panel.bar.triggerAction(actions.SliderToMinimum)
    assert panel.map_view.top == 0
    panel.bar.triggerAction(actions.SliderPageStepAdd)
    assert 0 < panel.map_view.top <= panel.map_view.full_rows


def test_the_bar_shows_where_the_map_is(made):
    panel = deep(made)
    panel.model.scroll_to(panel.map_view.last_top)
    assert panel.bar.value() == panel.bar.maximum()
    panel.zoom_fit()
    assert panel.bar.maximum() == 0


# --- strip and legend


def test_a_click_on_the_strip_goes_there(made, qtbot):
    panel = deep(made)
    middle = panel.strip.rect().center()
    qtbot.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=middle)
    assert 2**27 * 0.98 < panel.map_view.visible_pages.first < 2**27 * 1.02
    top, bottom = panel.strip.bracket()
    assert top <= middle.y() <= bottom


def test_the_bracket_is_never_too_small_to_be_seen(made):
    panel = deep(made)
    for row in (0, panel.map_view.last_top):
        panel.model.scroll_to(row)
        top, bottom = panel.strip.bracket()
        assert 0 <= top < bottom <= panel.strip.height()
        assert bottom - top >= 5


def test_the_legend_counts_pages(made, qtbot):
    session = MapSession(1000)
    panel = made(session)
    session.facts.put_uniform(PageRange(0, 300), PageClass.ZERO)
    session.facts.forget(PageRange(300, 310))
    session.facts_changed.emit()
    chips = {chip.cls: chip for chip in panel.legend.classes.chips}
    qtbot.waitUntil(lambda: chips[PageClass.ZERO].count == 300)
    assert chips[PageClass.UNREAD].count == 10
    assert chips[PageClass.TEXT].count == 690
    assert "300 pages" in chips[PageClass.ZERO].toolTip()


def test_the_legend_shows_every_class_at_any_width(made, qtbot):
    panel = made()
    for width in (1200, 500, 240):
        panel.resize(width, 500)
        qtbot.waitUntil(lambda: panel.legend.viewport().width() == panel.legend.classes.width())
        inside = panel.legend.classes.rect()
        assert all(inside.contains(chip.geometry()) for chip in panel.legend.classes.chips)
        assert panel.legend.height() <= 3 * panel.legend.classes.chips[0].height()


def test_pages_on_their_way_to_the_disk_are_marked_and_counted(made, qtbot):
    session = MapSession(1000)
    panel = made(session)
    session.edit(7, 8, 9)
    session.on_their_way([7, 8], [9])
    panel.marks.show_counts()
    counts = {chip.layer: chip.count for chip in panel.marks.chips.values()}
    wanted = {Layer.EDITED: 3, Layer.SAVED: 0, Layer.OUTSIDE: 0, Layer.DIRTY: 2, Layer.WRITING: 1}
    assert counts == wanted
    shown = panel.model.picture().marks
    assert ((shown & Layer.DIRTY.bit > 0).sum(), (shown & Layer.WRITING.bit > 0).sum()) == (2, 1)
    assert panel.model.describe(7).endswith("edited · kernel-dirty (whole folios)")
    assert panel.model.describe(9).endswith("edited · being written (whole folios)")
    panel.paint_now()
    before = panel._shown
    session.durable = None
    session.durability_changed.emit()
    qtbot.waitUntil(lambda: panel._shown is not before)
    assert not (panel._shown.marks & (Layer.DIRTY.bit | Layer.WRITING.bit)).any()


def test_before_the_survey_the_map_is_hatched(made):
    session = MapSession(500)
    session.facts = None
    panel = made(session)
    assert "not read yet" in panel.readout.text()


def test_a_map_can_live_in_a_layout_that_gives_it_no_room(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    panel = MapPanel(MapSession(), holder)
    panel.setGeometry(0, 0, 1, 1)
    holder.show()
    qtbot.waitExposed(holder)
    assert isinstance(panel.map_view, MapView)
    assert panel.readout.isVisibleTo(panel)


def test_a_picture_of_the_panel_shows_the_present(made):
    session = MapSession(1000, known=False)
    panel = made(session)
    session.facts.put_uniform(PageRange(0, 1000), PageClass.ZERO)
    session.edit(5)
    session.facts_changed.emit()
    panel.grab()
    assert panel.model.picture().same_as(panel._shown)
    assert [chip.count for chip in panel.legend.classes.chips if chip.count] == [1000]
    assert not panel.strip._timer.isActive()


def test_a_narrow_legend_leaves_the_numbers_out_before_it_leaves_classes_out(made, qtbot):
    panel = made()
    classes = panel.legend.classes
    wide = classes.chips[0].sizeHint().width()
    assert classes.lines(4 * wide) == -(-len(classes.chips) // 4)
    least = classes.chips[0].least_width()
    assert least < wide
    narrow = panel.minimumWidth() - 16
    assert classes.lines(narrow) == -(-len(classes.chips) // (narrow // least)) < len(classes.chips)
