"""A program that is killed amid its edits: what had been reported as written comes back, and no half edit."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from bytescope.core.document.document import Document
from bytescope.core.source.memory import MemorySource
from bytescope.core.storage.editlog.reading import Match, open_base, replay, unsaved
from bytescope.core.storage.pending import complete, leftovers, recover, roll_back
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from helpers.logged import Looks, looks
from helpers.typist import Typist

EDITS = 4000

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from bytescope.session.storage import edit_log
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.typist import Typist

edit_log.PERIOD_MS = 20
application = QCoreApplication([])
workspace = Workspace(private_folder=Path(sys.argv[2]))
session = workspace.open_now(sys.argv[1])
typist = Typist(int(sys.argv[3]))
made = 0

def written():
    print(made, flush=True)

every = int(sys.argv[4])
saving = Saving(session)
saving.planned.connect(saving.execute)

def act():
    global made
    if saving.running:
        return
    first = session.edit_log is None
    change = typist.act(session.document)
    if change is not None and change.op is not None:
        made += 1
        session.took(change)
        if first:
            session.edit_log.written.connect(written)
        if every and made % every == 0:
            saving.save()

timer = QTimer()
timer.timeout.connect(act)
timer.start(2)
sys.exit(application.exec())
"""


def states(seed: int, data: bytes, count: int, saves: int = 0) -> list[Looks]:
    """The document after each of the first ``count`` edits of the child, which saves as ``killed`` says."""
    typist = Typist(seed)
    document = Document(MemorySource(data))
    found = [looks(document)]
    while len(found) <= count:
        change = typist.act(document)
        if change is not None and change.op is not None:
            found.append(looks(document))
            if saves and len(found) % saves == 1:
                document.rebase(MemorySource(found[-1][0]), [], None, in_place=False)
    return found


def killed(path: Path, folder: Path, seed: int, reports: int, saves: int = 0) -> int:
    """Start the program, kill it after so many reports; how many edits it said were written.

    ``saves``: after how many edits it saves each time, if at all.
    """
    environment = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", CHILD, str(path), str(folder), str(seed), str(saves)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert child.stdout is not None
    with child:
        lines = [child.stdout.readline() for _ in range(reports)]
        child.kill()
        lines += child.stdout.readlines()  # what was said before the end
    return int(lines[-1])


def test_a_killed_program_loses_nothing_that_was_written(size, tmp_path):
    chance = random.Random(11)
    edits = 0
    for number in range(size.of(6, 200)):
        path, folder = tmp_path / f"{number}.bin", tmp_path / f"state-{number}"
        data = Typist(number).data()
        path.write_bytes(data)
        sure = killed(path, folder, number, chance.randint(1, 12))
        [item] = unsaved(StateFolder(folder))
        document = open_base(item)
        assert replay(StateFolder(folder), item.name, document, Ticket()).complaint == ""
        possible = states(number, data, sure + EDITS // 10)
        assert looks(document) in possible[sure:], (number, sure)
        assert path.read_bytes() == data
        edits += sure
    assert edits > 20


def test_a_program_killed_amid_edits_and_saves_loses_nothing_either(size, tmp_path):
    """File, journal and log together have what was written, whichever of them was being written."""
    chance = random.Random(12)
    in_file = in_log = 0
    for number in range(size.of(6, 200)):
        path, state = tmp_path / f"{number}.bin", StateFolder(tmp_path / f"state-{number}")
        data = Typist(number).data()
        path.write_bytes(data)
        sure = killed(path, tmp_path / f"state-{number}", number, chance.randint(3, 14), saves=7)
        for item in leftovers(state):
            if item.save is not None:
                (roll_back if item.can_roll_back else complete)(state, item, Ticket())
        found = path.read_bytes()
        for item in leftovers(state):
            assert item.edits is not None
            assert item.edits.match is Match.SAME
            document, replayed = recover(state, item, Ticket())
            assert replayed.complaint == ""
            found = document.snapshot().read(0, document.size).data
            in_log += 1
        possible = [looks[0] for looks in states(number, data, sure + EDITS // 10, saves=7)]
        assert found in possible[sure:], (number, sure)
        in_file += path.read_bytes() != data
    assert in_file > 0 < in_log
