"""Starts the window, or takes its picture and ends."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from bytescope.core.errors import InputError
from bytescope.core.source.access import Access
from bytescope.core.text.numbers import Names, parse_number
from bytescope.session.workspace import Workspace
from bytescope.ui.theme import apply_theme
from bytescope.ui.window import Window

if TYPE_CHECKING:
    import argparse

    from bytescope.session.session import Session


def start(options: argparse.Namespace, size: tuple[int, int] | None) -> int:
    """Run the program with parsed ``options``; returns the exit status."""
    picture = options.screenshot is not None
    if picture:
        # Exactly the pixels that were asked for, whatever the screen's scale is set to.
        os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("bytescope")
    application.setApplicationDisplayName("Bytescope")
    application.setDesktopFileName("bytescope")
    workspace = Workspace(None if picture else _config_file())
    if options.theme:
        workspace.remember(theme=options.theme)
    apply_theme(application, workspace.settings.theme)
    window = Window(workspace)
    if size is not None:
        window.resize(*size)
    elif picture:
        window.resize(1600, 1000)
    try:
        _open(options, workspace)
    except Exception:
        workspace.shut_down()
        raise
    if picture:
        from bytescope.ui.screenshot import Screenshot

        _keep_logs(window)
        window.show()
        return Screenshot(window, Path(options.screenshot)).run(application)
    window.show()
    # The log takes as long to load as a tenth of the window: it comes after the first picture.
    QTimer.singleShot(0, partial(_keep_logs, window))
    return application.exec()


def _keep_logs(window: Window) -> None:
    from bytescope.logs import set_up

    set_up(_state_folder(), window.tell)


def _open(options: argparse.Namespace, workspace: Workspace) -> None:
    """Open what the command line names; bad numbers and files end the start with a sentence."""
    access = Access(options.access)
    none = Names(size=0)
    offset = parse_number(options.offset, none, relative=False) if options.offset else 0
    length = parse_number(options.length, none, relative=False) if options.length else None
    if offset < 0 or (length is not None and length < 1):
        raise InputError("A window needs an offset of 0 or more and a length of 1 or more.")
    for path in options.files:
        _go(options, workspace.open_now(os.fsencode(path), access, offset, length))
    if options.demo:
        _go(options, workspace.open_demo_now())


def _go(options: argparse.Namespace, session: Session) -> None:
    if options.layer:
        session.set_view(scheme=options.layer)
    if options.layout:
        session.set_view(layout=options.layout)
    if options.go_to:
        place = parse_number(options.go_to, session.names(), relative=False)
        if not 0 <= place <= session.size:
            raise InputError(
                f"The place to go to, {options.go_to}, is outside the file of {session.size:,} bytes; "
                "choose a smaller one."
            )
        session.go_to(place)


def _config_file() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "bytescope" / "settings.json"


def _state_folder() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder) / "bytescope"
