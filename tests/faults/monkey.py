"""A random user at the real window: ``python monkey.py SEED EVENTS`` prints what came of it as JSON.

A third number is how many of the last events are told.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import logging
import os
import random
import resource
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, deque
from functools import partial
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:1] = [str(Path(__file__).resolve().parents[2] / name) for name in ("app", "resources", "tests")]
    from bytescope.ui.toolkit import survive_errors

    survive_errors()  # before any class of a widget is made

from PySide6.QtCore import QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bytescope.core.change import Kind
from bytescope.core.source.access import Access
from bytescope.core.source.identity import identity_of
from bytescope.session.workspace import Workspace
from bytescope.ui.status import resident_bytes
from bytescope.ui.window import Window
from faults.hands import Hands
from faults.mirror import LARGEST, Mirror

CHECKED = 500
"""Events between two looks at the model."""

WARM = 1000
"""Events after which memory is expected to grow no more."""

PATIENCE = 60.0
LAST = 50
LARGEST_FILE = 256 << 20
PAGE = 4096


OF_THE_MACHINE = ("This plugin does not support", "OpenType support missing")
"""Words of Qt about the platform, and about fonts that lack a script which random bytes may be text of."""


class Witness(logging.Handler):
    """Every error that would otherwise pass by: exceptions wherever they end, Qt's words, warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread
        qInstallMessageHandler(self._on_qt)
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.faults.append(f"log: {record.levelname} {record.name}: {record.getMessage()}")

    def _on_exception(self, kind: Any, error: Any, trace: Any) -> None:
        self.faults.append("".join(traceback.format_exception(kind, error, trace, limit=-8)))

    def _on_unraisable(self, found: Any) -> None:
        told = "".join(traceback.format_exception(found.exc_type, found.exc_value, found.exc_traceback))
        self.faults.append(f"unraisable in {found.object!r}: {told}")

    def _on_thread(self, found: Any) -> None:
        self._on_exception(found.exc_type, found.exc_value, found.exc_traceback)

    def _on_qt(self, kind: QtMsgType, context: Any, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(OF_THE_MACHINE):
            self.faults.append(f"Qt: {message}")


def _written_outside(session: Any) -> bool:
    """Whether the file is not as it was left here: something was exported over it, and nobody looked yet."""
    file = session.file
    if file is None or file.fd < 0 or session.live:
        return False
    return not identity_of(file.fd).unchanged(file.opened)


class Monkey(QObject):
    """Gives ``count`` events, and looks at everything between."""

    def __init__(self, seed: int, count: int, folder: Path, last: int = LAST) -> None:
        super().__init__()
        self.rng = random.Random(seed)
        self.witness = Witness()
        self.events: deque[str] = deque(maxlen=last)
        self.faults: list[str] = []
        self.done = self.checks = self.saves = 0
        self.edits: Counter[str] = Counter()
        self.memory = (0, 0)
        self._count, self._folder = count, folder
        self._mirrors: dict[int, Mirror] = {}
        self._saved: dict[bytes, bytes] = {}
        self._resting_since = 0.0
        self.window = Window(Workspace(folder / "settings.json", private_folder=folder / "private"))
        self.window.resize(1100, 700)
        self.window.workspace.opened.connect(self._on_opened)
        self.window.show()
        self._hands = Hands(self.rng, self.window, folder, self.events)
        self._files = self._made_files()
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """When all is loaded: so that the same seed finds the same window."""
        quick = self._count < CHECKED  # too short a play to wait for what must be compiled
        if self.window.loading.has_map and (quick or self.window.loading.has_kernels):
            self._step()
        else:
            QTimer.singleShot(20, self._begin)

    def _made_files(self) -> list[tuple[Path, Access, int, int | None]]:
        """One file a document: what another document does to it is another row's matter."""
        made = []
        for name, access, pages in (
            ("edit", Access.EDIT, 16), ("live", Access.LIVE, 16), ("read", Access.READ, 5),
            ("odd", Access.EDIT, 1),
        ):  # fmt: skip
            path = self._folder / name
            path.write_bytes(self.rng.randbytes(pages * PAGE // 2) + bytes(pages * PAGE // 2 + len(name)))
            made.append((path, access, 0, None))
        (self._folder / "window").write_bytes(self.rng.randbytes(20 * PAGE))
        made.append((self._folder / "window", Access.EDIT, 3 * PAGE + 7, 9 * PAGE))
        (self._folder / "empty").touch()
        made.append((self._folder / "empty", Access.EDIT, 0, None))
        with (self._folder / "tera").open("wb") as file:
            file.write(b"island")
            file.truncate(1 << 40)
        made.append((self._folder / "tera", Access.EDIT, 0, None))
        # From now on nothing can fill the disk: a larger file is a disk that is full.
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, resource.RLIM_INFINITY))
        return made

    # -- one event after the other ---------------------------------------------------------------

    def _step(self) -> None:
        """The next step is asked for first: a dialog that this event opens has a loop of its own."""
        if self.witness.faults or self.faults:
            self._end()
            return
        if self.done >= self._count:
            self._rest(self._last_check)
            return
        if self.done % CHECKED == CHECKED - 1 and self.checks <= self.done // CHECKED:
            self._rest(self._check)
            return
        QTimer.singleShot(0, self._step)
        self.done += 1
        if len(self.window.views) < 3 and self.rng.random() < 0.3:
            self._open()
        else:
            self._hands.do_something()

    def _open(self) -> None:
        shown = {view.session.file.path for view in self.window.views if view.session.file is not None}
        there = [item for item in self._files if os.fsencode(item[0]) not in shown and item[0].exists()]
        if there and self.rng.random() < 0.9:
            path, access, start, length = self.rng.choice(there)
            self.events.append(f"open {path.name} {access.value} {start} {length}")
            # In this thread: what comes after it must not hang on the time that it takes.
            self.window.workspace.open_now(os.fsencode(path), access, start, length)
        else:
            size = self.rng.choice((0, 1, 5000, 1 << 16, 1 << 40))
            self.events.append(f"new memory {size}")
            self.window.workspace.new_memory(size)

    def _on_opened(self, session: Any) -> None:
        session.changed.connect(partial(self._on_changed, session))
        self._follow()

    def _on_changed(self, session: Any, change: Any) -> None:
        self._follow()
        if change.kind is Kind.OUTSIDE:  # another document was saved over this one's file
            self._mirrors[id(session.document)].forget()

    def _follow(self) -> None:
        """A mirror for each document that is there now; those of closed ones go."""
        now = {}
        for session in self.window.workspace.sessions:
            document = session.document
            known = self._mirrors.get(id(document))
            if known is None or known.document is not document:
                known = Mirror(document, session.name, partial(_written_outside, session))
            known.share(self._shared(session))
            now[id(document)] = known
        for gone in set(self._mirrors) - set(now):
            self._take(self._mirrors[gone])
        self._mirrors = now

    def _shared(self, session: Any) -> bool:
        mine, sessions = session.file, self.window.workspace.sessions
        others = [other.file for other in sessions if other is not session and other.file is not None]
        return mine is not None and any(mine.opened.same_file(other.opened) for other in others)

    def _take(self, mirror: Mirror) -> None:
        self.faults += mirror.faults
        self.edits += mirror.edits
        mirror.faults, mirror.edits = [], Counter()

    # -- looks -----------------------------------------------------------------------------------

    def _rest(self, then: Any) -> None:
        """Call ``then`` when no dialog is open and nothing is under way that changes a document."""
        self._resting_since = self._resting_since or time.monotonic()
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if dialog is not None:
            QTimer.singleShot(20, partial(self._rest, then))
            dialog.close() if dialog is QApplication.activePopupWidget() else dialog.reject()
            return
        if self.window.workspace.jobs.shown or any(view.saving.running for view in self.window.views):
            if time.monotonic() - self._resting_since > PATIENCE:
                names = [job.name for job in self.window.workspace.jobs.shown]
                self.faults.append(f"did not come to rest: {names}")
                self._end()
                return
            if time.monotonic() - self._resting_since > PATIENCE / 6:
                for job in self.window.workspace.jobs.shown:  # a search through a terabyte
                    job.ticket.cancelled = True
            QTimer.singleShot(20, partial(self._rest, then))
            return
        self._resting_since = 0.0
        then()

    def _check(self) -> None:
        self.checks += 1
        self._compare()
        self.done += 1
        QTimer.singleShot(0, self._step)

    def _compare(self) -> None:
        """Documents against the model, files against the documents, memory against what it was."""
        self._follow()
        for session in self.window.workspace.sessions:
            mirror = self._mirrors[id(session.document)]
            mirror.compare()
            self._take(mirror)
            self._compare_file(session, mirror)
        gc.collect()
        now = resident_bytes()
        self.memory = (self.memory[0] if self.done > WARM else now, now)

    def _compare_file(self, session: Any, mirror: Mirror) -> None:
        """What is unmodified, or stored at once, is what the file holds."""
        file, document = session.file, session.document
        if file is None or mirror.content is None or not (session.live or not document.modified):
            return
        if file.opened.size > LARGEST or file.snapshot or _written_outside(session):
            return
        # By the descriptor: another document may have been saved under the name.
        part = os.pread(file.fd, document.size + 1, file.window_start)
        part = part[: document.size] if file.windowed else part
        self.saves += 1
        if part != mirror.content:
            pairs = enumerate(zip(part, mirror.content))
            place = next((at for at, (a, b) in pairs if a != b), min(len(part), len(mirror.content)))
            self.faults.append(
                f"{session.name} ({session.access.value}): the file does not hold what the document shows as "
                f"saved: {len(part):,} bytes for {len(mirror.content):,}, others from 0x{place:X} on, at "
                f"step {document.index}; after " + "; ".join(mirror.trail)
            )

    def _last_check(self) -> None:
        self._compare()
        for session in self.window.workspace.sessions:
            mirror = self._mirrors[id(session.document)]
            if not session.document.read_only:
                mirror.undo_all()
                mirror.compare()
            self._take(mirror)
        self._end()

    def _end(self) -> None:
        self.faults += self.witness.faults
        self.witness.faults = []
        for mirror in self._mirrors.values():
            self.edits += mirror.edits
        QApplication.exit()


def main(seed: int, count: int, last: int = LAST) -> dict[str, Any]:
    """Play, and what came of it."""
    faulthandler.enable()
    app = QApplication.instance() or QApplication(["monkey"])
    with tempfile.TemporaryDirectory(prefix="bytescope-monkey-", ignore_cleanup_errors=True) as place:
        os.chdir(place)
        monkey = Monkey(seed, count, Path(place), last)
        app.exec()
        monkey.window.workspace.shut_down(wait_seconds=10)
        app.clipboard().clear()
        return {
            "done": monkey.done,
            "faults": [*monkey.faults, *monkey.witness.faults],
            "events": list(monkey.events),
            "edits": sum(monkey.edits.values()),
            "kinds": dict(monkey.edits),
            "checks": monkey.checks,
            "files": monkey.saves,
            "memory": monkey.memory,
        }


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:4]))), flush=True)
    sys.stdout.flush()
    os._exit(0)
