"""What a killed program left behind is found, told, and dealt with as asked: the bytes are the right ones."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bytescope.core.document.document import Document
from bytescope.core.errors import OutsideChangeError, RefusedError
from bytescope.core.source.file import FileSource
from bytescope.core.storage import pending
from bytescope.core.storage.editlog import reading as edits
from bytescope.core.storage.pending import Leftover, leftovers
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from helpers.leftovers import TWO_WRITES, dies_in, leave, with_two_writes

if TYPE_CHECKING:
    from conftest import Size

OLD = bytes(range(256)) * 64
NEW = with_two_writes(OLD)
LARGE = f"""
{TWO_WRITES}
did(document.write(1 << 20, os.urandom(3 << 20)))
open(sys.argv[2] + ".new", "wb").write(document.snapshot().read(0, document.size).data)
"""
"""More new bytes than a journal of old ones has room for; what the file was to become stands beside it."""


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "state")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(OLD)
    return file


def content(document: Document) -> bytes:
    return document.snapshot().read(0, document.size).data


def only(state: StateFolder, path: Path | None = None) -> Leftover:
    (item,) = leftovers(state, None if path is None else os.fsencode(path))
    return item


def test_nothing_is_left_of_nothing(state: StateFolder) -> None:
    assert leftovers(state) == []


def test_unsaved_edits_are_found_and_told(state: StateFolder, path: Path) -> None:
    leave(state, path)
    item = only(state, path)
    assert item.save is None
    assert item.what == "2 unsaved edits"
    assert item.state == "same"
    assert item.steps == ("Write 9 bytes", "Write 10 bytes")
    assert item.can == ("complete", "export", "discard")
    assert item.can_recover
    assert path.read_bytes() == OLD  # telling changes nothing


def test_a_save_and_its_edits_are_one_thing(state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    item = only(state)
    assert item.state == "mixed"
    assert "cut off" in item.what
    assert "2 unsaved edits" in item.what
    assert item.can == ("complete", "roll-back", "export", "discard")
    assert not item.can_recover


@pytest.mark.parametrize("dies_at", [0, 1])
@pytest.mark.parametrize("log", [True, False], ids=["with edits", "without"])
def test_a_save_is_completed(state: StateFolder, path: Path, dies_at: int, log: bool) -> None:
    leave(state, path, log=log, save_dies_at=dies_at)
    pending.complete(state, only(state), Ticket())
    assert path.read_bytes() == NEW
    assert leftovers(state) == []
    assert state.names("logs") == state.names("journals") == []  # nor any bytes of the file


@pytest.mark.parametrize("dies_at", [0, 1])
def test_a_save_is_rolled_back_and_its_edits_stay(state: StateFolder, path: Path, dies_at: int) -> None:
    leave(state, path, save_dies_at=dies_at)
    said = pending.roll_back(state, only(state), Ticket())
    assert path.read_bytes() == OLD
    assert "2 edits can still be recovered" in said
    left = only(state)
    assert left.can_recover
    assert left.state == "same"


def test_a_save_whose_new_bytes_were_not_kept_is_completed_by_its_edits(
    state: StateFolder, path: Path
) -> None:
    path.write_bytes(OLD * 300)
    leave(state, path, edits=LARGE, save_dies_at=1)
    item = only(state)
    assert item.save is not None
    assert not item.save.can_complete  # or this test tells nothing
    assert item.can_complete
    pending.complete(state, item, Ticket())
    assert path.read_bytes() == Path(f"{path}.new").read_bytes()
    assert leftovers(state) == []


def test_without_its_edits_such_a_save_can_only_be_rolled_back(state: StateFolder, path: Path) -> None:
    path.write_bytes(OLD * 300)
    leave(state, path, edits=LARGE, save_dies_at=1, log=False)
    item = only(state)
    assert "complete" not in item.can
    with pytest.raises(RefusedError, match="roll it back"):
        pending.complete(state, item, Ticket())
    pending.roll_back(state, item, Ticket())
    assert path.read_bytes() == OLD * 300


def test_edits_are_recovered_as_steps_that_can_be_undone(state: StateFolder, path: Path) -> None:
    leave(state, path)
    document, done = pending.recover(state, only(state), Ticket())
    assert done.complaint == ""
    assert content(document) == NEW
    assert document.modified
    document.undo()
    document.undo()
    assert content(document) == OLD
    assert path.read_bytes() == OLD
    assert only(state)  # the log stays until somebody takes it over
    assert isinstance(document.base, FileSource)
    document.base.close()


def test_edits_wait_for_their_save(state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    with pytest.raises(RefusedError, match="cut off"):
        pending.recover(state, only(state), Ticket())


def test_unsaved_edits_are_completed_by_saving_them(state: StateFolder, path: Path) -> None:
    leave(state, path)
    pending.complete(state, only(state), Ticket())
    assert path.read_bytes() == NEW
    assert leftovers(state) == []


@pytest.mark.parametrize("what", ["changed", "replaced"])
def test_edits_are_not_saved_into_another_file(state: StateFolder, path: Path, what: str) -> None:
    leave(state, path)
    if what == "replaced":
        shutil.copy(path, f"{path}.copy")
        os.replace(f"{path}.copy", path)
    with path.open("r+b") as file:
        file.write(b"theirs")
    theirs = path.read_bytes()
    item = only(state)
    assert item.state == what
    assert "complete" not in item.can
    with pytest.raises(OutsideChangeError):
        pending.complete(state, item, Ticket())
    assert path.read_bytes() == theirs
    document, _ = pending.recover(state, item, Ticket(), anyway=True)
    assert content(document)[:25] == theirs[:16] + b"first new"
    assert isinstance(document.base, FileSource)
    document.base.close()


def test_a_changed_file_is_left_alone_and_what_is_left_is_exported(
    state: StateFolder, path: Path, tmp_path: Path
) -> None:
    leave(state, path, save_dies_at=1)
    with path.open("r+b") as file:
        file.seek(9000)
        file.write(b"0123456789")
    theirs = path.read_bytes()
    item = only(state)
    assert item.state == "changed"
    assert item.can == ("export", "discard")
    for act in (pending.complete, pending.roll_back):
        with pytest.raises(RefusedError):
            act(state, item, Ticket())
    out = tmp_path / "out.bin"
    pending.export(state, item, os.fsencode(out), Ticket())
    assert out.read_bytes() == OLD
    assert path.read_bytes() == theirs


def test_a_missing_file_is_told_and_its_edits_are_exported(
    state: StateFolder, path: Path, tmp_path: Path
) -> None:
    leave(state, path)
    path.unlink()
    item = only(state, path)
    assert item.state == "missing"
    assert not item.can_recover
    out = tmp_path / "out.txt"
    pending.export(state, item, os.fsencode(out), Ticket())
    assert b"first new".hex(" ").upper() in out.read_text()


def test_what_is_discarded_is_gone_and_the_file_untouched(state: StateFolder, path: Path) -> None:
    leave(state, path, save_dies_at=1)
    mixed = path.read_bytes()
    pending.discard(state, only(state))
    assert leftovers(state) == []
    assert path.read_bytes() == mixed
    assert state.names("logs") == state.names("journals") == []


def test_only_what_belongs_to_a_file_is_listed_for_it(state: StateFolder, path: Path, tmp_path: Path) -> None:
    other, link = tmp_path / "other", tmp_path / "link"
    other.write_bytes(OLD)
    link.symlink_to(path)
    leave(state, path)
    leave(state, other)
    assert len(leftovers(state)) == 2
    assert only(state, link).path == os.fsencode(path)
    assert only(state, other).path == os.fsencode(other)
    assert leftovers(state, b"/nowhere") == []


def test_what_a_running_program_works_with_is_not_listed(state: StateFolder, path: Path) -> None:
    leave(state, path)
    item = only(state)
    assert item.edits is not None
    fd = state.claim("logs", item.edits.name)
    assert fd is not None
    assert leftovers(state) == []
    os.close(fd)
    assert leftovers(state) != []


def test_a_save_is_pending_also_while_somebody_looks_at_it(state: StateFolder, path: Path) -> None:
    """Else a file could be opened, half saved, in the moment in which another job lists what is left."""
    from bytescope.core.source.identity import identity_of
    from bytescope.core.storage.journal import recovery

    assert not recovery.pending(state, identity_of(os.fsencode(path)))
    leave(state, path, save_dies_at=1)
    fd = state.claim("journals", state.names("journals")[0])
    assert fd is not None
    assert recovery.pending(state, identity_of(os.fsencode(path)))
    os.close(fd)
    pending.roll_back(state, only(state), Ticket())
    assert not recovery.pending(state, identity_of(os.fsencode(path)))


LEFT = {
    "edits": {},
    "edits that need a new file": {"edits": "insert"},
    "a save": {"save_dies_at": 1},
    "a save without its new bytes": {"save_dies_at": 1, "edits": "large"},
}


EDITS = {"writes": TWO_WRITES, "large": LARGE, "insert": "did(document.insert(5, b'inserted'))"}
INSERTED = OLD[:5] + b"inserted" + OLD[5:]


@pytest.mark.parametrize("what", LEFT.values(), ids=LEFT)
@pytest.mark.parametrize("act", ["complete", "roll_back"])
def test_recovery_that_is_killed_itself_can_be_done_again(
    tmp_path: Path, what: dict[str, object], act: str, size: Size
) -> None:
    if act == "roll_back" and "save_dies_at" not in what:
        return
    kind = str(what.get("edits", "writes"))
    old = OLD * 300 if kind == "large" else OLD
    step = size.of(7, 1)  # not every call on each push
    for at in range(0, 400, step):
        state, path = StateFolder(tmp_path / f"state{at}"), tmp_path / f"data{at}.bin"
        path.write_bytes(old)
        leave(state, path, **{**what, "edits": EDITS[kind]})  # type: ignore[arg-type]
        new = Path(f"{path}.new").read_bytes() if kind == "large" else INSERTED if kind == "insert" else NEW
        died = dies_in(act, state, path, at)
        if act == "complete":
            for item in leftovers(state):
                pending.complete(state, item, Ticket())
            assert path.read_bytes() == new, at
            assert leftovers(state) == state.names("journals") == [], at
            edits.tidy(state)  # as each start of a window does
            assert state.names("logs") == [], at
        else:
            for item in leftovers(state):
                if item.save is not None:
                    pending.roll_back(state, item, Ticket())
            assert path.read_bytes() == old, at
            assert only(state).can_recover, at
        path.unlink()
        if not died:
            assert at > 0
            return
    raise AssertionError("it never came to its end")
