"""The commands of the View and Help menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bytescope.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from bytescope.ui.window import Window


class LookCommands(QObject):
    """Zoom, schemes, layouts and the hex panel's look."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def chooser(self, choice: str, value: str) -> Callable[[], None]:
        """What a command that chooses ``value`` for ``choice`` does."""
        return partial(self._choose, choice, value)

    def zoom_in(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_in()

    def zoom_out(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_out()

    def zoom_fit(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.zoom_fit()

    def focus_map(self) -> None:
        if (view := self._window.current) is not None and view.map is not None:
            view.map.setFocus()

    def focus_hex(self) -> None:
        if (view := self._window.current) is not None:
            view.hex.setFocus()

    def pause(self) -> None:
        if (view := self._window.current) is not None:
            survey = view.session.survey
            survey.resume() if survey.paused else survey.pause()

    def fold(self) -> None:
        if (view := self._window.current) is not None:
            view.session.set_view(fold=not view.session.view.fold)

    def od(self) -> None:
        """Switch to the words that ``od -x`` shows, or back to plain bytes."""
        if (view := self._window.current) is None:
            return
        if is_od(view.session.view):
            view.session.set_view(columns=0, group=1, byteorder="big", base="hex", offset_base="hex")
        else:
            view.session.set_view(columns=16, group=2, byteorder="little", base="hex", offset_base="oct")

    def font_chosen(self, points: int) -> None:
        """Remember the letter size that was chosen in a hex panel (Ctrl and the wheel)."""
        self._window.workspace.remember(font_points=points)

    def _choose(self, choice: str, value: str) -> None:
        if choice == "theme":
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            apply_theme(application, value)
            self._window.workspace.remember(theme=value)
            return
        chosen: str | int = int(value) if choice in ("columns", "group") else value
        if choice in ("scheme", "layout", "columns", "group"):
            self._window.workspace.remember(**{choice: chosen})
        if (view := self._window.current) is not None:
            view.session.set_view(**{choice: chosen})


class HelpCommands(QObject):
    """The keyboard table and the program's name and version."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def keys(self) -> None:
        from bytescope.ui.dialogs.keys import KeysDialog

        rows = [
            (act.text.replace("&", "").replace("…", ""), ", ".join(act.keys), act.tip)
            for act, _ in self._window.actions_table
            if act.keys
        ]
        KeysDialog(rows, self._window).exec()

    def about(self) -> None:
        from bytescope.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()


def is_od(view: object) -> bool:
    """Whether a look is the one of ``od -x``."""
    return (getattr(view, "group", 0), getattr(view, "byteorder", ""), getattr(view, "offset_base", "")) == (
        2,
        "little",
        "oct",
    )
