"""The colours of the program, light and dark, and the palettes that give Qt's own widgets the same look."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

CHOICES = ("system", "light", "dark")
STYLE = ("-style", "fusion")
"""Goes to QApplication with the arguments. To ask for the style or to set it later makes PySide build
its class with hundreds of constants, which takes as long as a twentieth of a bare window."""

_LIGHT = {
    "base": "#ffffff",
    "text": "#1c2127",
    "muted": "#59636f",
    "border": "#cdd3da",
    "accent": "#1f5fc4",
    "error": "#b3201a",
    "warning": "#835300",
    "nul": "#5e6873",
    "ones": "#6e2fc4",
    "printable": "#0b4f9e",
    "control": "#00635a",
    "high": "#8f4300",
    "edited": "#a3001b",
    "edited_back": "#ffe1dd",
    "saved_back": "#def3e2",
    "different_back": "#ffe7c7",
    "different_line": "#b45309",
    "selection_back": "#2566c8",
    "selection_text": "#ffffff",
    "ghost_back": "#e6ebf2",
    "caret": "#14181d",
    "page_line": "#aeb9c6",
    "lost_back": "#f1dcf0",
    "lost_text": "#6d1467",
    "hit_back": "#fff0ad",
    "map_back": "#dfe3e8",
    "map_grid": "#f7f8fa",
    "hatch": "#8d959e",
}

_DARK = {
    "base": "#14171a",
    "text": "#e4e7eb",
    "muted": "#9ca6b1",
    "border": "#454d57",
    "accent": "#7db2ff",
    "error": "#ff8d84",
    "warning": "#f0b650",
    "nul": "#98a2ad",
    "ones": "#cfb4ff",
    "printable": "#8ec3ff",
    "control": "#6fcabb",
    "high": "#ffb65c",
    "edited": "#ffb9b2",
    "edited_back": "#591d20",
    "saved_back": "#17372a",
    "different_back": "#45300d",
    "different_line": "#ffae42",
    "selection_back": "#2b63bd",
    "selection_text": "#ffffff",
    "ghost_back": "#2a313a",
    "caret": "#ffffff",
    "page_line": "#4f5a66",
    "lost_back": "#43203f",
    "lost_text": "#f3a9ea",
    "hit_back": "#3d3506",
    "map_back": "#1f2429",
    "map_grid": "#14171a",
    "hatch": "#6f7882",
}

_HIGHLIGHTS = {
    False: (
        "#d3efff",
        "#f6ecc7",
        "#d5f6db",
        "#fbe2ff",
        "#ffe0d8",
        "#c6f7f9",
        "#ffe5cb",
        "#e8e8ff",
    ),
    True: (
        "#16324d",
        "#3a3004",
        "#17391f",
        "#3e2643",
        "#4a241e",
        "#00393c",
        "#46280c",
        "#2d2b4d",
    ),
}
_HIGHLIGHT_LINES = {
    False: (
        "#3781c7",
        "#967b00",
        "#389252",
        "#9f61ad",
        "#be5b4d",
        "#00939c",
        "#b46817",
        "#7670c7",
    ),
    True: (
        "#61a3e6",
        "#b69d3a",
        "#63b376",
        "#bf85cd",
        "#df8071",
        "#00b4bc",
        "#d58b4b",
        "#9793e6",
    ),
}
"""Eight hues of one lightness (OKLCH), neighbours in the list far apart; the lines stand under the backs."""

_WINDOWS = {False: ("#f3f5f7", "#f7f9fa", "#fbfcfd"), True: ("#262b31", "#1a1e22", "#353c44")}
"""Window, alternate rows, buttons."""


class Colours(NamedTuple):
    """What the hex panel, the map and the labels paint with; text has a contrast of at least 4.5."""

    dark: bool
    highlights: tuple[QColor, ...]
    highlight_lines: tuple[QColor, ...]
    base: QColor
    text: QColor
    muted: QColor
    border: QColor
    accent: QColor
    error: QColor
    warning: QColor
    nul: QColor
    ones: QColor
    printable: QColor
    control: QColor
    high: QColor
    edited: QColor
    edited_back: QColor
    saved_back: QColor
    different_back: QColor
    different_line: QColor
    selection_back: QColor
    selection_text: QColor
    ghost_back: QColor
    caret: QColor
    page_line: QColor
    lost_back: QColor
    lost_text: QColor
    hit_back: QColor
    map_back: QColor
    map_grid: QColor
    hatch: QColor


def is_dark(palette: QPalette) -> bool:
    """Whether the palette's windows are dark."""
    return palette.window().color().lightness() < 128


def colours(palette: QPalette) -> Colours:
    """The light or the dark set, whichever goes with the windows of ``palette``. Treat them as constants."""
    return _colours(is_dark(palette))


@cache
def _colours(dark: bool) -> Colours:
    table = _DARK if dark else _LIGHT
    return Colours(
        dark,
        tuple(map(QColor, _HIGHLIGHTS[dark])),
        tuple(map(QColor, _HIGHLIGHT_LINES[dark])),
        *(QColor(table[name]) for name in Colours._fields[3:]),
    )


def palette(dark: bool) -> QPalette:
    """Our palette for Qt's own widgets; every role is set, so nothing of the system's shows through."""
    own = _colours(dark)
    window, alternate, button = (QColor(name) for name in _WINDOWS[dark])
    result = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, window),
        (role.WindowText, own.text),
        (role.Base, own.base),
        (role.AlternateBase, alternate),
        (role.Text, own.text),
        (role.PlaceholderText, own.muted),
        (role.Button, button),
        (role.ButtonText, own.text),
        (role.BrightText, own.error),
        (role.ToolTipBase, own.base),
        (role.ToolTipText, own.text),
        (role.Highlight, own.selection_back),
        (role.HighlightedText, own.selection_text),
        (role.Accent, own.selection_back),
        (role.Link, own.accent),
        (role.LinkVisited, own.ones),
        (role.Light, button.lighter(108)),
        (role.Midlight, button),
        (role.Mid, own.border),
        (role.Dark, own.border.darker(125)),
        (role.Shadow, QColor("#000000" if dark else "#8b939c")),
    ):
        result.setColor(where, colour)
    faded = QColor("#6f7984" if dark else "#8b949e")
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, where, faded)
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, own.border)
    return result


def desktop_scheme(app: QApplication) -> Qt.ColorScheme:
    """What the desktop asks for; unknown without a screen and on a bare X11."""
    return app.styleHints().colorScheme()


def framing(colours: QPalette) -> QPalette:
    """``colours`` for boxes to check: Fusion frames them darker than the window, lost on a dark one."""
    made = QPalette(colours)
    faint = made.color(QPalette.ColorRole.PlaceholderText)
    made.setColor(QPalette.ColorRole.Window, faint.lighter(140))  # the style darkens it by as much
    return made


def apply_theme(app: QApplication, choice: str) -> None:
    """Give the program its look: ``choice`` is one of ``CHOICES``; may be called again at any time.

    ``system`` follows the desktop, also when it changes later.
    """
    if choice not in CHOICES:
        raise ValueError(f"no such theme: {choice}")
    # Not findChild: it looks at the style as well, which is a child too (see STYLE).
    follower = _followers.get(app)
    if follower is None or follower.parent() is not app:
        follower = _followers[app] = _Follower(app)
    follower.choose(choice)


class _Follower(QObject):
    """Holds the choice, and hears the desktop change between light and dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        # Some desktops tell their scheme only by the palette that the program starts with.
        self._began_dark = is_dark(app.palette())
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def choose(self, choice: str) -> None:
        self._choice = choice
        self._apply()

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        wanted = palette(self._wants_dark())
        self._app.setPalette(wanted)
        boxes = framing(wanted)
        for kind in ("QCheckBox", "QRadioButton"):
            self._app.setPalette(boxes, kind)  # type: ignore[arg-type]  # its stub asks for bytes, it for text
        QToolTip.setPalette(wanted)

    def _wants_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        scheme = desktop_scheme(self._app)
        if scheme == Qt.ColorScheme.Unknown:
            return self._began_dark
        return scheme == Qt.ColorScheme.Dark


_followers: WeakKeyDictionary[QApplication, _Follower] = WeakKeyDictionary()
