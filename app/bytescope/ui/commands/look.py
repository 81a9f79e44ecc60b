"""The commands of the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bytescope.ui.theme import apply_theme

if TYPE_CHECKING:
    from bytescope.ui.window import Window


class LookCommands(QObject):
    """Zoom, schemes, layouts and the hex panel's look."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

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
            view.hex_to_use.setFocus()

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
        if view.session.view.is_od:
            view.session.set_view(columns=0, group=1, byteorder="big", base="hex", offset_base="hex")
        else:
            view.session.set_view(columns=16, group=2, byteorder="little", base="hex", offset_base="oct")

    def font_chosen(self, points: int) -> None:
        """Remember the letter size that was chosen in a hex panel (Ctrl and the wheel)."""
        self._window.workspace.remember(font_points=points)

    def choose(self, choice: str, value: str) -> None:
        """Take ``value`` for ``choice``, as the action table names them."""
        if choice == "theme":
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            apply_theme(application, value)
            self._window.workspace.remember(theme=value)
            return
        if choice == "palette":
            self._window.commands.palettes.choose(value)
            return
        if choice in ("survey_whole", "survey_rate"):
            self._limit_survey(choice, value)
            return
        chosen: str | int = int(value) if choice in ("columns", "group") else value
        if choice in ("scheme", "layout", "columns", "group"):
            self._window.workspace.remember(**{choice: chosen})
        if (view := self._window.current) is not None:
            view.session.set_view(**{choice: chosen})

    def _limit_survey(self, choice: str, value: str) -> None:
        """How much is read for the map, and how fast: of all documents, and from now on."""
        workspace = self._window.workspace
        workspace.remember(**{choice: value == "all" if choice == "survey_whole" else int(value)})
        settings = workspace.settings
        for session in workspace.sessions:
            session.survey.set_limits(whole=settings.survey_whole, rate=settings.survey_rate * 1_000_000)
        self._window.showing.refresh()
