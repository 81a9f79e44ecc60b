"""The colours of the map that a person chose: one of ours, or one from a file, remembered."""

from __future__ import annotations

import os
import stat
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.errors import BytescopeError, InputError
from bytescope.core.pages.own_palette import MOST_BYTES, Palette, parse
from bytescope.core.source.shown import printable_name, quoted_name
from bytescope.session.wording import tr, tr_later

if TYPE_CHECKING:
    from bytescope.session.session import Session
    from bytescope.session.workspace import Workspace

OURS: tuple[tuple[str, str], ...] = (
    ("default", tr_later("Default")),
    ("soft", tr_later("Softer")),
    ("contrast", tr_later("High Contrast")),
)
"""The palettes that come with the program: their key and name."""

OWN = "own"
"""The key of the palette from a file."""

KEPT = "palette"
"""Name of the copy of its file, in the folder of the settings."""


def palettes_of(workspace: Workspace) -> Palettes:
    """The choice of palette of ``workspace``; made when first asked for."""
    found = workspace.findChild(Palettes)
    return found if isinstance(found, Palettes) else Palettes(workspace)


class Palettes(QObject):
    """Gives all documents the palette of the settings. A file is copied, so that it need not stay there."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.palette: Palette | None = None
        """The one in force; None is the default."""
        workspace.opened.connect(self._on_opened)
        if workspace.settings.palette != "default":
            self._begin()

    @property
    def key(self) -> str:
        """One of ``OURS``, or ``OWN``."""
        return self._workspace.settings.palette

    @property
    def own_name(self) -> str:
        """The name of the palette from a file, "" where there is none."""
        return printable_name(self._workspace.settings.palette_name)

    def choose(self, key: str) -> None:
        """Take one of ``OURS``, or the one that was loaded last. BytescopeError where that is gone."""
        self.palette = self._named(key)
        self._workspace.remember(palette=key)
        self._show()

    def load(self, path: str) -> None:
        """Take the palette of a file. BytescopeError says what is wrong with it, or why it cannot be read."""
        raw = _read(path)
        own = parse(raw, os.path.splitext(os.path.basename(path))[0])
        kept = self._kept()
        if kept is not None:
            _keep(raw, kept)
        self.palette = own
        self._workspace.remember(palette=OWN, palette_name=own.name)
        self._show()

    # -- inside -------------------------------------------------------------------------------

    def _begin(self) -> None:
        try:
            self.palette = self._named(self.key)
        except BytescopeError as error:
            self._workspace.told.emit("warning", tr("{error} The default colours are used.", error=error))
            self._workspace.remember(palette="default")
        self._show()

    def _named(self, key: str) -> Palette | None:
        if key == "default":
            return None
        if key != OWN:
            return named(key)
        kept = self._kept()
        if kept is None or not os.path.exists(kept):
            raise InputError(tr("No palette was loaded from a file; load one first."))
        return parse(_read(kept), self._workspace.settings.palette_name)

    def _kept(self) -> str | None:
        """Where the copy of the file is; None where no settings are kept."""
        folder = self._workspace.settings_folder
        return None if folder is None else os.path.join(folder, KEPT)

    def _show(self) -> None:
        for session in self._workspace.sessions:
            session.set_view(palette=self.palette)
        self.changed.emit()

    def _on_opened(self, session: Session) -> None:
        if self.palette is not None:
            session.set_view(palette=self.palette)


def named(name: str) -> Palette:
    """One of ``OURS`` by its key, or that of a file. BytescopeError says what is wrong with it."""
    if name not in dict(OURS):
        return parse(_read(name), os.path.splitext(os.path.basename(name))[0])
    with (files("bytescope_data") / "palettes" / f"{name}.json").open("rb") as file:
        return parse(file.read(MOST_BYTES + 1), name)


def _read(path: str) -> bytes:
    """What a file holds, as far as a palette may be long; never waits for a pipe."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise InputError(tr("{name} is no file; choose a palette's file.", name=quoted_name(path)))
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (
            os.strerror(error.errno).lower()
            if isinstance(error, OSError) and error.errno
            else tr("no such name")
        )
        raise BytescopeError(
            tr("{name} could not be read: {why}; choose another file.", name=quoted_name(path), why=why)
        ) from error


def _keep(raw: bytes, path: str) -> None:
    """Copy a palette for the next start; failing to is not an error, the palette is in force all the same."""
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        fd = os.open(path + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(raw)
        os.replace(path + ".new", path)
    except OSError:
        return
