"""Leaves behind what a program leaves that is killed: by a process that really ends in the middle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bytescope.core.storage.private import StateFolder

_CODE = """
import os, sys
from dataclasses import replace
from bytescope.core.document.document import Document
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog.entries import Follower, Whole
from bytescope.core.storage.editlog.layout import Saving, Stamp
from bytescope.core.storage.editlog.matching import place_of
from bytescope.core.storage.editlog.writing import LogWriter
from bytescope.core.storage.plan import plan_save
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.save import save
from bytescope.core.ticket import Ticket

state, path = StateFolder(os.fsencode(sys.argv[1])), os.fsencode(sys.argv[2])
with_log, die_at = sys.argv[3], int(sys.argv[4])
document = Document(open_file(path, Access.EDIT))
follower, entries = Follower(), []
follower.restart(document)
def did(change):
    entry = follower.entry(change, document)
    if entry is not None:
        entries.append(entry)
exec(sys.argv[5])
log = LogWriter(state, place_of(document.base))
class Notes:
    name = None
    def saving(self, journal, new_file):
        log.saving(Saving(journal, None if new_file is None else Stamp.of(new_file)))
    def saved(self, identity):
        log.saved(Stamp.of(identity))
    def not_saved(self, identity):
        log.not_saved(Stamp.of(identity))
notes = None
if with_log == "log":
    log.write(entries, place_of(document.base), Whole(document.snapshot(), document.base, "Edits"))
    notes = Notes()
    notes.name = log.name
if die_at >= 0:
    left = [die_at]
    target = os.stat(path).st_ino
    def pwrite(fd, data, offset):
        if os.fstat(fd).st_ino == target:
            if not left[0]:
                os._exit(9)
            left[0] -= 1
        return os.pwrite(fd, data, offset)
    save(document.snapshot(), document.base, plan_save(document, state=state), Ticket(),
         calls=replace(CALLS, pwrite=pwrite), state=state, log=notes)
os._exit(9)
"""

TWO_WRITES = "did(document.write(16, b'first new')); did(document.write(9000, b'second new'))"
"""Edits of a file of at least 9,010 bytes."""


def leave(
    state: StateFolder, path: Path, *, edits: str = TWO_WRITES, log: bool = True, save_dies_at: int = -1
) -> None:
    """Edit the file at ``path`` in a process that ends without a word, in the middle of a save or before one.

    ``save_dies_at``: before which write into the file (-1: no save was begun). ``edits`` is Python in which
    ``did`` takes the changes of ``document``. Without ``log`` the edits themselves are not kept.
    """
    words = (str(state.root, "utf-8"), str(path), "log" if log else "none", str(save_dies_at), edits)
    command = [sys.executable, "-c", _CODE, *words]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 9, done.stderr


def with_two_writes(data: bytes) -> bytes:
    """``data`` after ``TWO_WRITES``."""
    new = bytearray(data)
    new[16:25] = b"first new"
    new[9000:9010] = b"second new"
    return bytes(new)


_ACT = """
import os, sys
from bytescope.core.storage import pending
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket

state, path = StateFolder(os.fsencode(sys.argv[1])), os.fsencode(sys.argv[2])
act, die_at = sys.argv[3], int(sys.argv[4])
left = [die_at]
def counted(own):
    def call(*arguments, **words):
        if not left[0]:
            os._exit(9)
        left[0] -= 1
        return own(*arguments, **words)
    return call
for name in ("pwrite", "ftruncate", "fdatasync", "fsync", "rename", "link", "unlink"):
    object.__setattr__(CALLS, name, counted(getattr(CALLS, name)))
(item,) = pending.leftovers(state, path)
getattr(pending, act)(state, item, Ticket())
"""


def dies_in(act: str, state: StateFolder, path: Path, at: int) -> bool:
    """Let ``act`` of ``pending`` end without a word before its call number ``at`` that changes something.

    False where it came to its end: it makes fewer of them.
    """
    command = [sys.executable, "-c", _ACT, str(state.root, "utf-8"), str(path), act, str(at)]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9
