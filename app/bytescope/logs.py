"""Keeps what went wrong: a log file, a report of a crash, and a sentence for the person."""

from __future__ import annotations

import contextlib
import faulthandler
import fcntl
import logging
import logging.handlers
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from bytescope.core.errors import BytescopeError

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

Tell = Callable[[str, str], object]
"""Shows the person a sentence: (level "info", "warning" or "error", sentence). Called in the main thread."""

LOG_NAME = "bytescope.log"
LOG_BYTES = 1 << 20
LOG_FILES = 3

_HARMLESS = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")
"""What Qt says without a screen, about nothing that could be mended."""

log = logging.getLogger("bytescope")


def set_up(folder: Path, tell: Tell) -> Logs:
    """Keep a log and crash reports in ``folder``, and tell the person what nobody caught.

    For a program with a window: imports Qt. Call it in the main thread.
    """
    logs = Logs(folder)
    logs.bridge_qt()
    logs.hook_exceptions(tell)
    for report in logs.watch_crashes():
        kept = report.rename(folder / "last-crash.log")  # told once
        tell("warning", f"Bytescope crashed when it ran last; where it happened is written in {kept}.")
    return logs


class Logs:
    """The log of one run of the program, in ``folder``. ``close`` puts everything back.

    ``folder`` is the person's state folder; it is made with access for them alone. Where it cannot be
    written the log goes to the standard error stream, and the program runs on.
    """

    def __init__(self, folder: Path, level: int = logging.INFO) -> None:
        self._undo: list[Callable[[], object]] = []
        self._telling = False
        self._folder = folder
        self.path: Path | None = None
        handler: logging.Handler
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = _PrivateFile(folder / LOG_NAME)
            self.path = folder / LOG_NAME
        except OSError:
            handler = logging.StreamHandler()
        handler.setLevel(level)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        self._later(root.setLevel, root.level)
        self._later(handler.close)
        self._later(root.removeHandler, handler)
        root.setLevel(min(root.level, level))
        root.addHandler(handler)

    def _later(self, action: Callable[..., object], *values: Any) -> None:
        self._undo.append(lambda: action(*values))

    def close(self) -> None:
        while self._undo:
            self._undo.pop()()

    def hook_exceptions(self, tell: Tell) -> None:
        """Log exceptions that nobody caught, and ``tell`` the person of those in this, the main thread.

        Qt hands exceptions of slots, events and paint calls to the same hook, and goes on.
        """

        main = threading.current_thread()

        def on_exception(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
            else:
                self._report(error, tell if threading.current_thread() is main else None)

        def on_thread(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
                self._report(args.exc_value, None)

        self._later(setattr, sys, "excepthook", sys.excepthook)
        self._later(setattr, threading, "excepthook", threading.excepthook)
        sys.excepthook = on_exception
        threading.excepthook = on_thread

    def _report(self, error: BaseException, tell: Tell | None) -> None:
        details = "".join(traceback.format_exception(error))
        log.error("not caught: %s", details.rstrip())
        if tell is None or self._telling:
            return  # where the telling itself fails, once is enough
        self._telling = True
        try:
            tell("error", sentence(error))
        except Exception:
            log.exception("the person could not be told")
        finally:
            self._telling = False

    def bridge_qt(self) -> None:
        """Write Qt's own messages to the log. Imports Qt, so call it when the program does as well."""
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
            QtMsgType.QtCriticalMsg: logging.ERROR,
            QtMsgType.QtFatalMsg: logging.CRITICAL,
        }

        def on_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
            text = message or ""
            level = logging.DEBUG if text.startswith(_HARMLESS) else levels.get(kind, logging.WARNING)
            logging.getLogger(f"qt.{context.category or 'default'}").log(level, "%s", text)

        self._later(qInstallMessageHandler, qInstallMessageHandler(on_message))

    def watch_crashes(self) -> list[Path]:
        """Have a crash of the interpreter leave the place where it happened; the reports of earlier runs.

        It takes SIGBUS from the guard of the mappings; a guard that is installed is put back before it.
        """
        earlier = crash_reports(self._folder)
        with contextlib.suppress(OSError):
            path = self._folder / f"crash-{os.getpid()}.log"
            # faulthandler keeps the descriptor: the file has to stay open until close().
            file = open(path, "wb", opener=_private)  # noqa: SIM115
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            faulthandler.enable(file)
            if guard := sys.modules.get("bytescope.core.source.guard"):
                guard.ready()
            self._later(_end_crash_file, path, file)
            self._later(faulthandler.disable)
        return earlier


def sentence(error: BaseException) -> str:
    """What to tell the person: our own errors as they are, others with their kind."""
    if isinstance(error, BytescopeError):
        return str(error)
    text = str(error).strip() or type(error).__name__
    return (
        f"Something went wrong inside Bytescope ({text}). Your edits are still here: save them, then restart."
    )


def crash_reports(folder: Path) -> list[Path]:
    """Reports that runs of the program left when they crashed, oldest first; empty ones are removed."""
    found = []
    for path in sorted(folder.glob("crash-*.log")):
        with contextlib.suppress(OSError), path.open("rb") as file:
            # A run holds its file locked: this raises for those that are still going on.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(file.fileno()).st_size:
                found.append(path)
            else:
                path.unlink()
    return sorted(found, key=lambda path: path.stat().st_mtime)


def _end_crash_file(path: Path, file: IO[bytes]) -> None:
    with contextlib.suppress(OSError):
        if os.fstat(file.fileno()).st_size == 0:
            path.unlink()
    file.close()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only its owner may read: it can hold names of files."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", errors="replace"
        )

    def _open(self) -> Any:
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=_private)
