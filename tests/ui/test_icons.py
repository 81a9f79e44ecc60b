"""Every icon is there, in one style, and takes the colour of the text."""

from __future__ import annotations

from importlib.resources import files
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from bytescope.ui import icons, theme

NAMES = """
open open-window new save save-as reload undo redo fill write insert delete revert go-to find find-next
find-previous select-range zoom-in zoom-out zoom-fit layout scheme pause play copy cut paste close settings
about map hex next-edited previous-edited back forward resize keyboard
""".split()  # noqa: SIM905 - a list of forty quoted words is hard to read
FILES = sorted(f.name for f in (files("bytescope_data") / "icons").iterdir() if f.name.endswith(".svg"))


def strongest(icon: QIcon, size: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """The colour of the most opaque pixel."""
    image = icon.pixmap(QSize(size, size), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return max(pixels, key=QColor.alpha)


def test_the_folder_holds_these_and_no_others():
    assert sorted(f"{name}.svg" for name in [*NAMES, "bytescope"]) == FILES


@pytest.mark.parametrize("name", NAMES)
def test_drawings_share_one_style(name):
    root = ElementTree.fromstring((files("bytescope_data") / "icons" / f"{name}.svg").read_text())
    style = {key: root.get(key) for key in ("viewBox", "stroke", "stroke-width", "fill", "stroke-linecap")}
    assert style == {
        "viewBox": "0 0 24 24",
        "stroke": "currentColor",
        "stroke-width": "1.75",
        "fill": "none",
        "stroke-linecap": "round",
    }


@pytest.mark.parametrize("name", NAMES)
def test_drawings_take_the_colour_of_the_text(qapp, name):
    for dark in (False, True):
        palette = theme.palette(dark)
        colour = strongest(icons.icon(name, palette), 24)
        assert colour.alpha() > 200
        assert abs(colour.lightness() - palette.buttonText().color().lightness()) < 12


def test_disabled_icons_are_fainter(qapp):
    for dark in (False, True):
        palette = theme.palette(dark)
        icon = icons.icon("save", palette)
        back = palette.window().color().lightness()
        faint, plain = strongest(icon, 24, QIcon.Mode.Disabled), strongest(icon, 24)
        assert abs(faint.lightness() - back) < abs(plain.lightness() - back) - 30


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_icons_are_sharp_at_scale(qapp, scale):
    pixmap = icons.icon("open", theme.palette(False)).pixmap(QSize(24, 24), scale)
    assert pixmap.width() == 24 * scale


def test_the_program_has_an_icon(qapp):
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 256} <= sizes
    image = icons.app_icon().pixmap(QSize(128, 128), 1.0).toImage()
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(75, 52) == QColor("#84BEFF")


def test_an_unknown_name_is_an_error(qapp):
    with pytest.raises(KeyError, match="no icon is called nonsense"):
        icons.icon("nonsense", theme.palette(False))
