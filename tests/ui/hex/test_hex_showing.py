"""What the panel shows: bytes that come late, lost bytes, marks, every look; and that it paints it."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from bytescope.core.change import Change
from bytescope.core.change import Kind as KindOfChange
from bytescope.core.geometry.hex_frame import Back, Highlight, Kind
from bytescope.core.ranges import ByteRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.ui.hex.painter import kind_colour
from bytescope.ui.theme import colours, palette
from bytescope.ui.widgets.tips import plain_tip


class DamagedSource(MemorySource):
    """The bytes 16 to 20 cannot be read."""

    def read_into(self, offset, buffer):
        super().read_into(offset, buffer)
        bad = ByteRange(16, 20).intersect(ByteRange.of(offset, len(buffer)))
        return (Lost(bad, Why.UNREADABLE),) if bad else ()


def painted(bench) -> QImage:
    return bench.view.grab().toImage()


def cell_colours(bench, offset, image) -> set[str]:
    """Every colour in the digits of one byte."""
    view = bench.view
    line = view.frame.line_of(view.grid.row_of(offset))
    rect = view.plan.rect(line, view.grid.byte_x(view.grid.column_of(offset)), 2).toRect()
    points = itertools.product(range(rect.left(), rect.right() + 1), range(rect.top(), rect.bottom() + 1))
    return {image.pixelColor(x, y).name() for x, y in points}


def test_bytes_that_are_not_here_are_placeholders_until_they_come(show, slow, qtbot):
    bench = show(slow(b"A" * 4096))
    assert set(bench.view.frame.kinds) == {Kind.MISSING}
    bench.view.grab()
    with qtbot.waitSignal(bench.session.bytes_arrived):
        bench.session.source.gate.set()
    assert set(bench.view.frame.kinds) == {Kind.PRINTABLE}


def test_typing_into_bytes_that_are_not_here_is_refused(show, slow, qtbot):
    bench = show(slow(b"A" * 4096))
    qtbot.keyClicks(bench.view, "1")
    assert not bench.session.document.modified
    assert "not been read yet" in bench.told[0]


def test_a_write_over_bytes_that_are_not_here_shows_at_once(show, slow):
    bench = show(slow(b"A" * 4096))
    bench.session.write(0, b"\x00" * 4096)
    assert set(bench.view.frame.kinds) == {Kind.EDITED}


def test_bytes_changed_outside_are_not_shown_until_they_are_read_again(show, slow, qtbot):
    source = slow(b"A" * 4096)
    source.gate.set()
    bench = show(source)
    bench.view.grab()
    qtbot.waitUntil(lambda: bench.view.frame.kinds[0] == Kind.PRINTABLE)
    source.gate.clear()
    bench.session.bytes.forget()
    bench.session.took(Change(KindOfChange.OUTSIDE, (ByteRange(16, 32),), 1, 4096, 4096))
    assert bench.view.frame.kinds[:48] == bytes(
        [Kind.PRINTABLE] * 16 + [Kind.MISSING] * 16 + [Kind.PRINTABLE] * 16
    )


def test_lost_bytes_are_not_shown_as_zeros(show):
    bench = show(DamagedSource(bytes(64)))
    assert bench.view.frame.kinds[16:20] == bytes([Kind.LOST]) * 4
    own = colours(bench.view.palette())
    assert own.lost_back.name() in cell_colours(bench, 17, painted(bench))
    assert own.lost_back.name() not in cell_colours(bench, 21, painted(bench))


def test_edited_bytes_have_their_own_back(show):
    bench = show(bytes(64))
    bench.session.write(20, b"\x01\x02")
    own = colours(bench.view.palette())
    image = painted(bench)
    assert own.edited_back.name() in cell_colours(bench, 21, image)
    assert own.edited_back.name() not in cell_colours(bench, 22, image)
    bench.session.undo()
    assert not bench.view.frame.marks


def test_the_pages_of_saved_bytes_are_subtly_marked(show):
    bench = show(bytes(3 * 4096))
    document = bench.session.document
    document.write(4097, b"saved")
    after = document.snapshot().read(0, document.size).data
    written = ByteRange(4097, 4102)
    bench.session.took(document.rebase(MemorySource(after), [written], None, True))
    bench.panel.scroll_to(4096 - 16)
    marked = {bench.view.frame.lines[m.line].row for m in bench.view.frame.marks if m.back is Back.SAVED}
    assert 255 not in marked
    assert {256, 257} <= marked


def test_selected_bytes_are_painted_as_selected_in_both_columns(show):
    bench = show(bytes(64))
    bench.session.select(ByteRange(18, 22))
    image, view = painted(bench), bench.view
    own = colours(view.palette())
    assert own.selection_back.name() in cell_colours(bench, 20, image)
    text = view.plan.rect(1, view.grid.text_x(4), 1).topLeft() + QPointF(1, 1)
    assert image.pixelColor(text.toPoint()).name() == own.selection_back.name()


def test_a_dark_palette_paints_dark_at_once(show):
    bench = show(bytes(range(64)))
    bench.panel.setPalette(palette(dark=True))
    own = colours(bench.view.palette())
    assert own.dark
    assert painted(bench).pixelColor(bench.view.width() - 5, bench.view.height() - 5) == own.base


@pytest.mark.parametrize("base", ["hex", "dec", "oct", "bin"])
@pytest.mark.parametrize("group", [1, 8])
@pytest.mark.parametrize("byteorder", ["little", "big"])
def test_every_look_is_painted(show, base, group, byteorder):
    bench = show(bytes(range(256)) * 33, columns=8, base=base, group=group, byteorder=byteorder, fold=True)
    image = painted(bench)
    ink = kind_colour(Kind.PRINTABLE, colours(bench.view.palette())).name()
    rect = bench.view.plan.rect(8, bench.view.grid.text_start, 8).toRect()
    points = itertools.product(range(rect.left(), rect.right()), range(rect.top(), rect.bottom()))
    assert any(image.pixelColor(x, y).name() == ink for x, y in points)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp037", "mac-roman", "utf-8", "utf-16le"])
def test_every_encoding_is_painted(show, encoding):
    bench = show(bytes(range(256)), encoding=encoding)
    assert not painted(bench).isNull()


def test_a_long_run_of_equal_rows_leaves_no_row_without_its_bytes(show):
    bench = show(ZeroSource(1 << 40), fold=True)
    assert bench.view.frame.lines[1].folded > 1000
    assert Kind.MISSING not in bench.view.frame.kinds
    before = bench.panel.first_offset
    bench.view.step(2)
    assert bench.panel.first_offset > before + 100_000


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 4095, 4096, 4097])
def test_documents_of_every_size_are_painted(show, size):
    bench = show(bytes(size))
    bench.session.set_caret(size)
    assert not painted(bench).isNull()
    assert bench.view.frame.caret is not None


def test_the_end_of_insertions_is_shown(show, qtbot):
    bench = show(bytes(16))
    bench.session.insert(16, b"\x01" * 16)
    assert len(bench.view.frame.lines) == 2
    assert bench.view.frame.data[16:] == b"\x01" * 16


def test_the_same_bytes_as_the_selected_ones_are_marked(show):
    bench = show(b"needle and another needle")
    bench.session.select(ByteRange(0, 6))
    assert [m.first for m in bench.view.frame.marks if m.back is Back.HIT] == [3]


def test_named_bytes_have_their_colour_in_both_columns(show):
    bench = show(bytes(range(64)))
    named = Highlight(ByteRange(20, 36), 3, "header")
    bench.session.highlights.answer_by("test", lambda range_: (named,))
    marks = [(m.line, m.first, m.end, m.ink) for m in bench.view.frame.marks if m.back is Back.HIGHLIGHT]
    assert marks == [(1, 4, 16, 3), (2, 0, 4, 3)]
    own = colours(bench.view.palette())
    seen = cell_colours(bench, 20, painted(bench))
    assert {own.highlights[3].name(), own.highlight_lines[3].name()} <= seen
    assert own.highlights[3].name() not in cell_colours(bench, 19, painted(bench))
    bench.session.highlights.answer_by("test", None)
    assert not bench.view.frame.marks


def test_hits_of_a_search_are_marked_and_the_selection_stands_over_them(show):
    bench = show(bytes(range(64)))
    bench.session.highlights.find_by(lambda range_: (ByteRange(2, 4), ByteRange(40, 42)))
    assert [(m.line, m.first) for m in bench.view.frame.marks if m.back is Back.HIT] == [(0, 2), (2, 8)]
    bench.session.select(ByteRange(2, 4))
    assert own_back(bench, 3) == colours(bench.view.palette()).selection_back.name()


def own_back(bench, offset: int) -> str:
    """The colour of the upper left corner of a byte's digits."""
    view = bench.view
    rect = view.plan.rect(view.frame.line_of(view.grid.row_of(offset)), view.grid.byte_x(offset), 2).toRect()
    return painted(bench).pixelColor(rect.left(), rect.top()).name()


def test_a_name_is_shown_when_its_bytes_are_pointed_at(show, monkeypatch):
    bench = show(bytes(range(64)))
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: shown.append(text))
    named = Highlight(ByteRange(4, 8), 0, "<b>size")
    bench.session.highlights.answer_by("test", lambda at: [named] if named.range.touches(at) else [])
    for offset in (4, 12):
        view = bench.view
        point = view.plan.rect(0, view.grid.byte_x(offset), 2).center().toPoint()
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    assert shown == [plain_tip("<b>size"), ""]


def test_as_many_columns_as_fit(show):
    bench = show(bytes(4096), columns=0, size=(1300, 400))
    grid, plan = bench.view.grid, bench.view.plan
    assert grid.columns == 32
    assert plan.overflow == 0


def test_nothing_is_painted_anew_when_nothing_changed(show):
    bench = show(bytes(4096))
    frame = bench.view.frame
    painted(bench)
    bench.view.step(-3)
    assert bench.view.frame is frame
