"""Starts the window, or takes its picture and ends."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication

from bytescope.core.errors import InputError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.crash import begin, state_folder
from bytescope.session.workspace import Opening, Workspace
from bytescope.ui import toolkit
from bytescope.ui.theme import STYLE, apply_theme
from bytescope.ui.widgets.tips import tr, wanted_language
from bytescope.ui.window import Window

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

    from bytescope.core.text.names import Names
    from bytescope.crash import CrashFile
    from bytescope.session.session import Session


SESSION = ".bytescope"
"""How the names of session files end."""

FIRST_BYTES = 16 * 1024
"""More than the first screen shows."""


def start(options: argparse.Namespace, size: tuple[int, int] | None) -> int:
    """Run the program with parsed ``options``; returns the exit status."""
    crash = begin(state_folder())
    try:
        return _run(options, size, crash)
    finally:
        if crash is not None:
            crash.close()


def _run(options: argparse.Namespace, size: tuple[int, int] | None, crash: CrashFile | None) -> int:
    picture = options.screenshot is not None
    if picture:
        # Exactly the pixels that were asked for, whatever the screen's scale is set to.
        os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("bytescope")
    application.setApplicationDisplayName("Bytescope")
    application.setDesktopFileName("bytescope")
    toolkit.check()
    toolkit.tell_readers()
    workspace = Workspace() if picture else Workspace(_config_file(), private_folder=Path(state_folder()))
    if options.theme:
        workspace.remember(theme=options.theme)
    apply_theme(application, workspace.settings.theme)
    language = wanted_language(workspace.settings.language)
    if language != "en":
        from bytescope.ui.translating import translate_to

        translate_to(language, application)
    try:
        # First of all: the first bytes are read while the window is being made.
        asked_first = _open(options, workspace)
        window = Window(workspace)
        for path in _sessions(options):
            window.commands.sessions.open_now(path)
        for session in workspace.sessions:
            _go(options, session)
    except Exception:
        workspace.shut_down()
        raise
    logs = _Logs(window, crash)
    window.loading.unguarded.connect(partial(_on_unguarded, window))
    if options.safe_mode:
        _force_safe_mode(window)
    if size is not None:
        window.resize(*size)
    elif picture:
        window.resize(1600, 1000)
    if picture:
        from bytescope.ui.screenshot import Screenshot

        logs.begin()
        window.show()
        return Screenshot(window, options.screenshot).run(application)
    window.settled.connect(toolkit.look_for_garbage)
    window.settled.connect(partial(_remember, workspace))
    # The log takes as long to load as a tenth of the window: it comes after the first pictures.
    window.loading.map_shown.connect(logs.begin)
    window.loading.map_shown.connect(partial(_look_back, window, asked_first))
    window.show()
    return application.exec()


def _remember(workspace: Workspace) -> None:
    """Have what is learned of files kept for the next time, and brought back when a map is made."""
    from bytescope.core.storage.private import default_cache_folder
    from bytescope.session.survey.memory import Memory

    workspace.memory = Memory(workspace, default_cache_folder())


def _look_back(window: Window, asked_first: list[Opening]) -> None:
    """See what earlier runs have left; open what could not be opened without asking."""
    if window.workspace.private_folder is not None:
        from bytescope.session.projects.bookmark_memory import BookmarkMemory

        BookmarkMemory(window.workspace, window.workspace.private_folder)
    recovering = window.commands.recovering
    if recovering is not None:
        recovering.offer()
    for opening in asked_first:
        window.workspace.open(*opening)


def _on_unguarded(window: Window, reason: str) -> None:
    from bytescope.ui.safe_mode import on_unguarded

    on_unguarded(window, reason)


def _force_safe_mode(window: Window) -> None:
    from bytescope.ui.safe_mode import force

    force(window)


class _Logs(QObject):
    """The log of a window: it begins when there is time for it, or with the first fault."""

    def __init__(self, window: Window, crash: CrashFile | None) -> None:
        super().__init__(window)
        self._window = window
        self._crash = crash
        self._begun = False
        sys.excepthook = self._on_exception

    def begin(self) -> None:
        if not self._begun:
            from bytescope.logs import set_up

            self._begun = True
            set_up(Path(state_folder()), self._window.tell, self._crash)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.excepthook = sys.__excepthook__  # for what goes wrong with the log itself
        self.begin()
        sys.excepthook(kind, error, trace)


def _open(options: argparse.Namespace, workspace: Workspace) -> list[Opening]:
    """Open what the command line names; bad numbers and files end the start with a sentence.

    What is given back has to be asked about first.
    """
    access = Access(options.access or workspace.settings.access)
    offset = _number(options.offset) if options.offset else 0
    length = _number(options.length) if options.length else None
    if offset < 0 or (length is not None and length < 1):
        raise InputError(tr("A window needs an offset of 0 or more and a length of 1 or more."))
    asked_first = []
    for path in options.files:
        if path.endswith(SESSION):
            continue
        opening = Opening(os.fsencode(path), access, offset, length)
        if workspace.open_now(*opening) is None:
            asked_first.append(opening)
    if options.demo:
        workspace.open_demo_now()
    for session in workspace.sessions:
        session.bytes.ask(ByteRange(0, FIRST_BYTES))
    return asked_first


def _sessions(options: argparse.Namespace) -> list[str]:
    """The session files that the command line names."""
    named = [path for path in options.files if path.endswith(SESSION)]
    return named if options.session is None else [*named, options.session]


def _go(options: argparse.Namespace, session: Session) -> None:
    if options.layer:
        session.set_view(scheme=options.layer)
    if options.layout:
        session.set_view(layout=options.layout)
    if options.go_to:
        place = _number(options.go_to, session.names())
        if not 0 <= place <= session.size:
            from bytescope.core.text.formats import shown_input

            raise InputError(
                tr(
                    "The place to go to, {shown_input}, is outside the file"
                    " of {size:,} bytes; choose a smaller one.",
                    shown_input=shown_input(options.go_to),
                    size=session.size,
                )
            )
        session.go_to(place)


def _number(text: str, names: Names | None = None) -> int:
    from bytescope.core.text.numbers import Names, parse_number

    return parse_number(text, names or Names(size=0), relative=False)


def _config_file() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "bytescope" / "settings.json"
