"""People at work who are killed: real sessions with an event loop, edits in a steady flow, and saves."""

from __future__ import annotations

import os
import random
import select
import struct
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import ByteRange
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from faults.crash.children import Doer, in_child
from faults.crash.judging import judge
from faults.crash.program import prepare, recovered, state_folder
from faults.crash.scenarios import BLOCK, Scenario, Step

ON_DISK_WITHIN = 1.0
"""Seconds after which an edit is to be recoverable."""

AT_ONCE = 8
"""People who work at the same time."""

EVERY = 0.025
LONGEST = 3.2
_SAID = struct.Struct("<d")


def a_day(seed: int) -> Scenario:
    """Small edits, a save now and then."""
    chance = random.Random(seed)
    size = 20 * BLOCK
    steps: list[Step] = []
    for number in range(1, 400):
        start = chance.randrange(size - 200)
        if number % 61 == 0:
            steps.append(("save",))
        elif number % 7 == 0:
            steps.append(("fill", start, start + 150, chance.randbytes(2)))
        elif number % 11 == 0:
            steps.append(("insert", start, b"inserted"))
            size += 8
        else:
            steps.append(("write", start, chance.randbytes(chance.choice((1, 1, 4, 90)))))
    return Scenario(f"a day {seed}", {0: chance.randbytes(12 * BLOCK)}, 20 * BLOCK, tuple(steps))


@dataclass
class Typist:
    """One of them, in a folder of its own."""

    scenario: Scenario
    folder: Path
    path: Path
    child: Doer
    said: int

    @classmethod
    def hired(cls, seed: int, folder: Path) -> Typist:
        scenario = a_day(seed)
        path = prepare(scenario, folder)
        said = os.memfd_create("said", os.MFD_CLOEXEC)
        child = Doer(lambda _: _work(scenario, path, state_folder(folder), said))
        return cls(scenario, folder, path, child, said)

    def killed(self) -> list[str]:
        """Kill it now, and say what is lost."""
        now = time.monotonic()
        os.kill(self.child.pid, 9)
        _, status = self.child.finish()
        if status != -9:
            return [f"{self.scenario.name}: the session ended by itself with status {status}"]
        times = [at for (at,) in _SAID.iter_unpack(os.pread(self.said, 1 << 20, 0))]
        os.close(self.said)
        done = len(times)
        steps = self.scenario.steps[:done]
        saved = max((number + 1 for number, step in enumerate(steps) if step == ("save",)), default=0)
        sure = max(saved, sum(at <= now - ON_DISK_WITHIN for at in times))

        def look() -> Any:
            files = {self.path: self.scenario}
            found = recovered(files, state_folder(self.folder), complete=bool(done % 2))
            return judge(self.scenario, done, found[self.path], sure)

        where = f"{self.scenario.name}, {done} steps done, {sure} of them for sure"
        return [f"{where}: {line}" for line in in_child(look)]


def killed_typists(seeds: Sequence[int], chance: random.Random) -> Iterator[list[str]]:
    """For each seed what is lost; some of them work at the same time."""
    for first in range(0, len(seeds), AT_ONCE):
        some = seeds[first : first + AT_ONCE]
        with tempfile.TemporaryDirectory() as name:
            folders = [Path(name) / str(seed) for seed in some]
            for folder in folders:
                folder.mkdir()
            typists = [Typist.hired(seed, folder) for seed, folder in zip(some, folders)]
            for typist in typists:
                typist.child.begin()
            began = time.monotonic()
            for at, typist in zip(sorted(chance.uniform(0.1, LONGEST) for _ in typists), typists):
                select.select([], [], [], max(0.0, began + at - time.monotonic()))
                yield typist.killed()


def _work(scenario: Scenario, path: Path, state: Path, said: int) -> None:
    """The child: a session as the window has one, without the window."""
    application = QCoreApplication([])
    workspace = Workspace(private_folder=state)
    session = workspace.open_now(bytes(path))
    saving = Saving(session)
    worker = _Worker(scenario, session, saving, lambda: os.write(said, _SAID.pack(time.monotonic())))
    saving.saved.connect(worker.on_saved)
    saving.planned.connect(saving.execute)
    timer = QTimer()
    timer.timeout.connect(worker.on_time)
    timer.start(int(EVERY * 1000))
    application.exec()


class _Worker:
    """Takes one step after the other, and says of each when it was done."""

    def __init__(
        self, scenario: Scenario, session: Session, saving: Saving, say: Callable[[], object]
    ) -> None:
        self._steps = iter(scenario.steps)
        self._session = session
        self._saving = saving
        self._say = say

    def on_time(self) -> None:
        if self._saving.running:
            return
        kind, *rest = next(self._steps)
        if kind == "save":
            self._saving.save()
            return
        if kind == "fill":
            rest = [ByteRange(rest[0], rest[1]), Repeat(rest[2])]
        if not getattr(self._session, kind)(*rest):
            raise RuntimeError(f"the session refused: {kind}")
        self._say()

    def on_saved(self, sentence: str) -> None:
        self._say()
