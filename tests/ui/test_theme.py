"""Both themes can be read, reach Qt's widgets, and follow the desktop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton, QToolTip

from bytescope.core.geometry.hex_frame import INKS
from bytescope.ui import theme

ON_BASE = ("text", "muted", "accent", "error", "warning", "nul", "ones", "printable", "control", "high")
BYTES = ("nul", "ones", "printable", "control", "high")
BACKS = ("base", "saved_back", "different_back", "ghost_back", "hit_back")


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = colour.getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio: 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def forget_theme(app) -> None:
    """As in a program that has just begun: a follower keeps the palette that it found when it was made."""
    for follower in app.findChildren(theme._Follower):
        app.styleHints().colorSchemeChanged.disconnect(follower._on_scheme_changed)
        follower.setParent(None)


@pytest.fixture
def app(qapp):
    """The application without a theme, whatever other tests have given it; put back as it was."""
    before, tips = qapp.palette(), QToolTip.palette()
    forget_theme(qapp)
    yield qapp
    forget_theme(qapp)
    qapp.setPalette(before)
    QToolTip.setPalette(tips)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(request) -> bool:
    return request.param


@pytest.fixture
def own(dark) -> theme.Colours:
    return theme.colours(theme.palette(dark))


@pytest.mark.parametrize("ink", range(INKS))
def test_bytes_can_be_read_on_every_highlight(own, ink):
    for name in [*BYTES, "edited"]:
        assert contrast(getattr(own, name), own.highlights[ink]) >= 4.5
    assert contrast(own.highlight_lines[ink], own.highlights[ink]) >= 3


def test_the_contrast_formula_knows_its_ends():
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ON_BASE)
def test_text_can_be_read(own, name):
    assert contrast(getattr(own, name), own.base) >= 4.5


@pytest.mark.parametrize("back", BACKS)
@pytest.mark.parametrize("name", [*BYTES, "edited"])
def test_bytes_can_be_read_on_every_mark(own, name, back):
    assert contrast(getattr(own, name), getattr(own, back)) >= 4.5


@pytest.mark.parametrize(
    ("text", "back"),
    [("edited", "edited_back"), ("selection_text", "selection_back"), ("lost_text", "lost_back")],
)
def test_pairs_can_be_read(own, text, back):
    assert contrast(getattr(own, text), getattr(own, back)) >= 4.5


@pytest.mark.parametrize("name", ["caret", "hatch", "selection_back"])
def test_shapes_can_be_seen(own, name):
    back = own.map_back if name == "hatch" else own.base
    assert contrast(getattr(own, name), back) >= (2 if name == "hatch" else 3)


def test_every_colour_is_one(own):
    assert all(colour.isValid() for colour in own[3:])
    assert all(colour.isValid() for colour in (*own.highlights, *own.highlight_lines))
    assert len(own.highlights) == len(own.highlight_lines) == INKS


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    ],
)
def test_widgets_can_be_read(dark, text, back):
    palette = theme.palette(dark)
    assert contrast(palette.color(text), palette.color(back)) >= 4.5


def test_the_palette_says_which_set(dark):
    assert theme.is_dark(theme.palette(dark)) is dark
    assert theme.colours(theme.palette(dark)).dark is dark


def test_the_same_set_is_made_once(dark):
    assert theme.colours(theme.palette(dark)) is theme.colours(theme.palette(dark))


class Listener(QObject):
    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.heard = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        self.heard += event.type() == QEvent.Type.PaletteChange
        return False


def test_widgets_hear_of_a_new_theme(app, qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    theme.apply_theme(app, "light")
    listener = Listener(label)
    theme.apply_theme(app, "dark")
    qtbot.waitUntil(lambda: theme.is_dark(label.palette()))
    assert listener.heard >= 1
    assert theme.is_dark(QToolTip.palette())
    theme.apply_theme(app, "light")
    qtbot.waitUntil(lambda: not theme.is_dark(label.palette()))


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_frame_of_an_unchecked_box_is_seen(app, qtbot, choice, kind):
    theme.apply_theme(app, choice)
    box = kind()
    qtbot.addWidget(box)
    picture = box.grab().toImage()
    back = app.palette().window().color()
    across = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    assert max(contrast(colour, back) for colour in across) > 2


def test_system_follows_the_desktop(app, monkeypatch):
    monkeypatch.setattr(theme, "desktop_scheme", lambda _app: Qt.ColorScheme.Light)
    theme.apply_theme(app, "system")
    monkeypatch.setattr(theme, "desktop_scheme", lambda _app: Qt.ColorScheme.Dark)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark(app.palette())


def test_a_chosen_theme_does_not_follow(app, monkeypatch):
    theme.apply_theme(app, "light")
    monkeypatch.setattr(theme, "desktop_scheme", lambda _app: Qt.ColorScheme.Dark)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark(app.palette())


def test_an_unknown_desktop_is_judged_by_its_palette(app, monkeypatch):
    app.setPalette(theme.palette(True))
    monkeypatch.setattr(theme, "desktop_scheme", lambda _app: Qt.ColorScheme.Unknown)
    theme.apply_theme(app, "light")
    theme.apply_theme(app, "system")
    assert theme.is_dark(app.palette())


def test_one_follower_is_enough(app):
    theme.apply_theme(app, "light")
    theme.apply_theme(app, "dark")
    assert len(app.findChildren(theme._Follower)) == 1


def test_an_unknown_choice_is_refused(app):
    with pytest.raises(ValueError, match="no such theme: pink"):
        theme.apply_theme(app, "pink")
