"""Keeps what went wrong: a log file, a report of a crash, and a sentence for the person."""

from __future__ import annotations

import contextlib
import fcntl
import logging
import logging.handlers
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from bytescope.core.errors import BytescopeError
from bytescope.crash import BEGUN, MOST_KEPT, PATTERN, TOLD, CrashFile
from bytescope.traces import place, trace

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

Tell = Callable[[str, str], object]
"""Shows the person a sentence: (level "info", "warning" or "error", sentence). Called in the main thread."""

LOG_NAME = "bytescope.log"
LOG_BYTES = 1 << 20
LOG_FILES = 3
TAIL_BYTES, TAIL_LINES = 1 << 16, 30
MOST_BYTES = 1 << 20
"""Of a report; what is longer is told again."""

_HARMLESS = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")
"""What Qt says without a screen, about nothing that could be mended."""

log = logging.getLogger("bytescope")


def set_up(folder: Path, tell: Tell, crash: CrashFile | None = None) -> Logs:
    """Keep a log in ``folder``, and tell the person what nobody caught.

    ``crash`` is the report of this run. For a program with a window: imports Qt. Call it in the main thread.
    """
    logs = Logs(folder, crash=crash)
    logs.bridge_qt()
    logs.hook_exceptions(tell)
    return logs


class Logs:
    """The log of one run of the program, in ``folder``. ``close`` puts everything back.

    ``folder`` is the person's state folder; it is made with access for them alone. Where it cannot be
    written the log goes to the standard error stream, and the program runs on.
    """

    def __init__(self, folder: Path, level: int = logging.INFO, crash: CrashFile | None = None) -> None:
        self._undo: list[Callable[[], object]] = []
        self._telling = False
        self._folder = folder
        self._crash = crash
        self._seen: dict[object, int] = {}
        self.path: Path | None = None
        handler: logging.Handler
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = _PrivateFile(folder / LOG_NAME)
            self.path = folder / LOG_NAME
        except OSError:
            handler = logging.StreamHandler()
        handler.setLevel(level)
        handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
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

        def on_unraisable(args: sys.UnraisableHookArgs) -> None:
            if args.exc_value is not None:
                self._report(args.exc_value, None)

        for module, name, hook in (
            (sys, "excepthook", on_exception),
            (sys, "unraisablehook", on_unraisable),
            (threading, "excepthook", on_thread),
        ):
            self._later(setattr, module, name, getattr(module, name))
            setattr(module, name, hook)

    def _report(self, error: BaseException, tell: Tell | None) -> None:
        """Once for each fault: what fails in a paint call fails again at the next one."""
        fault = place(error)
        times = self._seen[fault] = self._seen.get(fault, 0) + 1
        if times > 1:
            if times & (times - 1) == 0:
                log.error("not caught, for the %dth time: %s", times, fault[0].__name__)
            return
        details, before = trace(error), log_tail(self._folder, os.getpid())
        log.error("not caught: %s", details)
        if self._crash is not None:
            self._crash.add(f"Not caught in {_this_thread()}:\n{details}\n{before}")
        if tell is None or self._telling:
            return  # where the telling itself fails, once is enough
        self._telling = True
        try:
            tell("error", sentence(error, self._crash.path if self._crash else None))
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


def sentence(error: BaseException, report: str | None = None) -> str:
    """What to tell the person: our own errors as they are, others with their kind and their report."""
    if isinstance(error, BytescopeError):
        return str(error)
    text = str(error).strip() or type(error).__name__
    where = f" What happened is written in {report}." if report else ""
    return (
        f"Something went wrong inside Bytescope ({text}). Your edits are still here: save them, "
        f"then restart.{where}"
    )


def crash_reports(folder: Path) -> list[Path]:
    """Reports of runs that crashed and that nobody was told of, oldest first; from now on they are told.

    Files of runs to which nothing happened (they were killed) are removed, and the oldest of many.
    """
    found, ended = [], []
    for path in sorted(folder.glob(PATTERN), key=_age):
        with contextlib.suppress(OSError), open(path, "r+b", opener=_without_links) as file:
            # A run holds its file locked: this raises for those that are still going on.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _, _, happened = file.read(MOST_BYTES).partition(BEGUN.encode())
            if not happened:
                path.unlink()
                continue
            ended.append(path)
            if not happened.endswith(TOLD.encode()):
                file.write(f"{log_tail(folder, _process_of(path))}\n{TOLD}".encode("utf-8", "replace"))
                found.append(path)
    for path in ended[:-MOST_KEPT]:
        with contextlib.suppress(OSError):
            path.unlink()
    return [path for path in found if path in ended[-MOST_KEPT:]]


def log_tail(folder: Path, process: int) -> str:
    """The last lines that the run of that process id logged."""
    with contextlib.suppress(OSError), open(folder / LOG_NAME, "rb", opener=_without_links) as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - TAIL_BYTES))
        lines = file.read(TAIL_BYTES).decode("utf-8", "replace").splitlines()
        own = [line for line in lines if line.split(" ", 3)[2:3] == [str(process)]]
        if own:
            return "\n".join(["The last lines of the log:", *own[-TAIL_LINES:]])
    return "Nothing was logged."


def _age(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.lstat().st_mtime
    return 0.0


def _process_of(path: Path) -> int:
    number = path.stem.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def _this_thread() -> str:
    thread = threading.current_thread()
    return "the main thread" if thread is threading.main_thread() else f"the thread {thread.name}"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only its owner may read: it can hold names of files."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", errors="replace"
        )

    def _open(self) -> Any:
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=_private)
