"""Keeps titles, commands and the status bar in line with the current document."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.ui.widgets.tips import told, tr

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.ui.window import Window

CHOICES = ("scheme", "layout", "columns", "group", "byteorder", "base", "offset_base", "encoding")


class Showing(QObject):
    """Reads the current session and sets what stands round the document; never writes back."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def follow(self, session: Session) -> None:
        """Keep in line with a document from now on."""
        session.changed.connect(self.refresh)
        session.selected.connect(self.place)
        session.view_changed.connect(self.look)
        session.survey.state_changed.connect(self.known)
        session.durability_changed.connect(self.durable)

    def follow_layers(self, session: Session) -> None:
        """Keep the choice of layers in line, from when the document has a map."""
        session.layers.shown_changed.connect(self.layers)
        self.layers()

    def refresh(self, _: object = None) -> None:
        """Bring everything in line: after a change, a change of tab, a new look."""
        window = self._window
        view = window.current
        session = view.session if view is not None else None
        program = tr("Bytescope (safe mode)") if window.workspace.safe_mode else "Bytescope"
        window.setWindowTitle(f"{session.title} — {program}" if session is not None else program)
        for item in window.views:
            window.area.set_title(item, item.session.title)
        self._choices(session)
        if window.docks is not None:
            window.docks.show_session(session)
        if session is None:
            window.start.show_recent(window.workspace.recent)
        self.place()
        self.known()
        self.durable()
        self.layers()

    def look(self) -> None:
        """The look of the current document: titles and what is possible are as before."""
        view = self._window.current
        session = view.session if view is not None else None
        self._choices(session)
        if self._window.docks is not None:
            self._window.docks.show_session(session)

    def place(self) -> None:
        """Caret and selection."""
        window = self._window
        session = window.current.session if window.current is not None else None
        window.status.show_place(session)
        comparing = window.current is not None and window.current.comparison is not None
        window.actions_table.enable(
            possible(session) | ({"comparing"} if comparing else set()),
            {"page cache": why_not_in_memory(session)},
        )
        if session is not None:
            window.actions_table["edits.toggle_insert"].setChecked(session.selection.insert)

    def known(self) -> None:
        """How far the survey is, and how fine the map."""
        window = self._window
        view = window.current
        survey = view.session.survey if view is not None else None
        window.status.show_known(survey.sentence() if survey else "", survey.aside() if survey else "")
        cells = view.map.pages_per_cell if view is not None and view.map is not None else 0
        window.status.show_cells(cells)
        if view is not None:
            window.actions_table["look.pause"].setChecked(view.session.survey.paused)

    def durable(self) -> None:
        """How much of what was stored in the current document is on the disk."""
        view = self._window.current
        self._window.status.show_durable(view.session.durable_words if view is not None else "")

    def layers(self) -> None:
        """Which states of pages the map of the current document shows."""
        view, actions = self._window.current, self._window.actions_table
        if view is None or view.map is None:
            return
        from bytescope.core.touched.layers import MEANINGS

        layers = view.session.layers
        for layer, meaning in MEANINGS.items():
            actions[f"layers.show_{meaning.name}"].setChecked(layer in layers.shown)
        actions.check("walked", MEANINGS[layers.walked].name)
        actions.check("alone", "none" if layers.alone is None else MEANINGS[layers.alone].name)

    def _choices(self, session: Session | None) -> None:
        actions = self._window.actions_table
        settings = self._window.workspace.settings
        actions.check("theme", settings.theme)
        actions.check("survey_whole", "all" if settings.survey_whole else "view")
        actions.check("survey_rate", str(settings.survey_rate))
        if session is None:
            return
        for choice in CHOICES:
            actions.check(choice, str(getattr(session.view, choice)))
        actions["look.fold"].setChecked(session.view.fold)
        actions["look.od"].setChecked(session.view.is_od)
        document = session.document
        for name, text in (("undo", document.undo_name), ("redo", document.redo_name)):
            plain, named = (
                (tr("&Undo"), tr("&Undo {step}", step=told(text or "")))
                if name == "undo"
                else (tr("&Redo"), tr("&Redo {step}", step=told(text or "")))
            )
            actions[f"edits.{name}"].setText(named if text else plain)


def may_resize(session: Session) -> bool:
    """Whether bytes can be inserted and deleted in this document."""
    windowed = session.file is not None and session.file.windowed
    return not (session.live or session.document.read_only or windowed)


def why_not_in_memory(session: Session | None) -> str:
    """Why no page of this document can be evicted from memory or loaded into it; empty where they can be."""
    if session is None:
        return ""
    if session.file is None:
        return tr("This document is in memory only; there is no file from which pages could be read again.")
    return "" if hasattr(os, "posix_fadvise") else tr("This system has no call for it (posix_fadvise).")


def possible(session: Session | None) -> set[str]:
    """The conditions of the action table that hold now."""
    if session is None:
        return {"always"}
    document = session.document
    holds = {
        "always": True,
        "document": True,
        "file": session.file is not None,
        "editable": not document.read_only,
        "resizable": may_resize(session),
        "modified": document.modified or session.file is None,
        "undo": document.undo_name is not None,
        "redo": document.redo_name is not None,
        "selection": bool(session.selection.range),
        "page cache": not why_not_in_memory(session),
        "live": session.live,
    }
    return {name for name, held in holds.items() if held}
