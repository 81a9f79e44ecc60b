"""The log and a save: whatever moment the program ends at, edits are neither lost nor offered twice."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bytescope.core.document.document import Document
from bytescope.core.source.identity import identity_of
from bytescope.core.source.opening import open_file
from bytescope.core.storage.calls import CALLS
from bytescope.core.storage.editlog import layout
from bytescope.core.storage.editlog.layout import Saving, Stamp
from bytescope.core.storage.editlog.marking import note_not_saved, note_saved
from bytescope.core.storage.editlog.reading import Match, discard, open_base, replay, tidy, unsaved
from bytescope.core.storage.editlog.writing import LogWriter
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from helpers.logged import Logged, log_path, planted, text

OLD, NEW = b"old bytes of a file", b"NEW bytes of a file"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(OLD)
    return file


@pytest.fixture
def logged(path: Path, tmp_path: Path) -> Logged:
    made = Logged(open_file(bytes(path)), tmp_path / "state")
    made.log(made.document.write(0, b"NEW"))
    return made


def stamp(path: Path) -> Stamp:
    return Stamp.of(identity_of(bytes(path)))


def journal(state: StateFolder) -> str:
    fd, name = state.create("journals")
    os.close(fd)
    return name


def again(state: StateFolder) -> bytes:
    """The bytes of the one document that is to be recovered."""
    [item] = unsaved(state)
    document = open_base(item)
    assert replay(state, item.name, document, Ticket(), anyway=True).complaint == ""
    return text(document)


def test_a_save_that_is_done_leaves_nothing_unsaved(logged: Logged, path: Path) -> None:
    logged.writer.saving(Saving(journal(logged.state), None))
    path.write_bytes(NEW)
    logged.writer.saved(stamp(path))
    logged.crash()
    assert unsaved(logged.state) == []


def test_while_the_journal_is_there_it_has_to_tell(logged: Logged, path: Path) -> None:
    logged.writer.saving(Saving(journal(logged.state), None))
    name = logged.crash()
    [item] = unsaved(logged.state)
    assert (item.pending, item.steps) == (True, ["Write 3 bytes"])
    with pytest.raises(Exception, match="interrupted"):
        replay(logged.state, name, open_base(item), Ticket())


def test_a_journal_that_is_gone_had_not_begun(logged: Logged, path: Path) -> None:
    name = journal(logged.state)
    logged.writer.saving(Saving(name, None))
    logged.state.remove("journals", name)
    logged.crash()
    [item] = unsaved(logged.state)
    assert (item.pending, item.match) == (False, Match.SAME)
    assert again(logged.state) == NEW


@pytest.mark.parametrize("times", [1, 2])
def test_recovery_notes_that_the_file_was_completed(logged: Logged, path: Path, times: int) -> None:
    logged.writer.saving(Saving(journal(logged.state), None))
    name = logged.crash()
    path.write_bytes(NEW)
    for _ in range(times):
        note_saved(logged.state, name, identity_of(bytes(path)))
    length = log_path(logged.state, name).stat().st_size
    assert unsaved(logged.state) == []
    note_saved(logged.state, name, identity_of(bytes(path)))
    assert log_path(logged.state, name).stat().st_size == length


def test_recovery_notes_that_the_file_was_put_back(logged: Logged, path: Path) -> None:
    logged.writer.saving(Saving(journal(logged.state), None))
    name = logged.crash()
    path.write_bytes(OLD)
    os.utime(path, (1, 1))
    for _ in range(2):
        note_not_saved(logged.state, name, identity_of(bytes(path)))
    [item] = unsaved(logged.state)
    assert (item.pending, item.match) == (False, Match.SAME)
    assert again(logged.state) == NEW


def test_a_note_on_a_torn_log_stands_behind_what_is_whole(logged: Logged, path: Path) -> None:
    logged.writer.saving(Saving(journal(logged.state), None))
    name = logged.crash()
    with log_path(logged.state, name).open("ab") as file:
        file.write(b"\x99" * 500)
    note_saved(logged.state, name, identity_of(bytes(path)))
    assert unsaved(logged.state) == []


def test_notes_on_logs_that_are_gone_or_not_ours_do_nothing(logged: Logged, path: Path) -> None:
    here = identity_of(bytes(path))
    note_saved(logged.state, "0" * 32, here)
    rubbish = planted(logged.state, b"no log at all")
    note_saved(logged.state, rubbish, here)
    assert log_path(logged.state, rubbish).read_bytes() == b"no log at all"
    with pytest.raises(Exception, match="running Bytescope"):
        note_saved(logged.state, str(logged.writer.name), here)


@pytest.mark.parametrize("renamed", [False, True])
def test_a_new_file_is_at_its_place_or_it_is_not(logged: Logged, path: Path, renamed: bool) -> None:
    new = path.with_name("new")
    new.write_bytes(NEW)
    logged.writer.saving(Saving(None, stamp(new)))
    if renamed:
        new.rename(path)
    logged.crash()
    assert [item.match for item in unsaved(logged.state)] == ([] if renamed else [Match.SAME])


def test_edits_after_a_save_that_failed_half_way_outlive_its_journal(logged: Logged, path: Path) -> None:
    """The file is partly new and the journal is kept; then the person goes on, and the program dies."""
    logged.writer.saving(Saving(journal(logged.state), None))
    logged.document.write(4, b"BYTE")
    logged.waiting = [logged.follower.whole(logged.document, "Write 4 bytes")]
    logged.flush()
    name = logged.crash()
    path.write_bytes(NEW)  # the journal completes the save
    note_saved(logged.state, name, identity_of(bytes(path)))
    [item] = unsaved(logged.state)
    assert (item.steps, item.match) == (["Write 4 bytes"], Match.SAME)
    assert again(logged.state) == b"NEW BYTEs of a file"


def test_a_log_that_cannot_be_told_of_a_save_goes(path: Path, tmp_path: Path) -> None:
    """A full disk has no room for the word that the edits are in the file, but removal needs none."""
    full = False

    def pwrite(fd: int, data: object, offset: int) -> int:
        if full:
            raise OSError(errno.ENOSPC, "full")
        return os.pwrite(fd, data, offset)  # type: ignore[arg-type]

    logged = Logged(open_file(bytes(path)), tmp_path / "state", replace(CALLS, pwrite=pwrite))
    logged.log(logged.document.write(0, b"NEW"))
    full = True
    path.write_bytes(NEW)
    logged.writer.saved(stamp(path))
    assert logged.state.names("logs") == []
    assert not logged.writer.is_open


def test_a_failed_write_is_made_again_at_the_same_place(path: Path, tmp_path: Path) -> None:
    """Of every attempt that failed nothing may stay behind what was written later."""
    fails = 0

    def fdatasync(fd: int) -> None:
        nonlocal fails
        if fails:
            fails -= 1
            raise OSError(errno.EIO, "error")

    logged = Logged(open_file(bytes(path)), tmp_path / "state", replace(CALLS, fdatasync=fdatasync))
    logged.log(logged.document.write(0, b"N"))
    fails = 1
    logged.note(logged.document.write(1, b"EW, and more than will be written at last"))
    with pytest.raises(OSError, match="error"):
        logged.flush()
    length = logged.path.stat().st_size
    logged.log(logged.document.undo())
    assert logged.path.stat().st_size > length
    name = logged.crash()
    document = Document(open_file(bytes(path)))
    replay(logged.state, name, document, Ticket())
    assert (document.steps, len(document.undone)) == (["Write 1 byte"], 1)


def test_what_has_nothing_in_force_is_tidied_away(
    logged: Logged, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = logged.crash()
    state = logged.state
    other = Logged(open_file(bytes(path)), tmp_path / "state")
    other.log(other.document.write(0, b"x"), other.document.undo())
    void = other.crash()
    empty = planted(state, b"")
    with monkeypatch.context() as patch:
        patch.setattr(layout, "FORMAT", layout.FORMAT + 1)
        later = Logged(open_file(bytes(path)), tmp_path / "state")
        later.log(later.document.write(0, b"x"), later.document.undo())
        newer = later.crash()
    used = Logged(open_file(bytes(path)), tmp_path / "state")
    used.log(used.document.write(0, b"y"))
    tidy(state)
    left = set(state.names("logs"))
    assert {kept, used.writer.name, newer} <= left
    assert not {void, empty} & left
    assert [item.name for item in unsaved(state)] == [kept]
    discard(state, kept)
    discard(state, kept)
    assert kept not in state.names("logs")


def test_a_log_in_use_is_nobody_elses(logged: Logged) -> None:
    assert unsaved(logged.state) == []
    for act in (
        lambda: discard(logged.state, str(logged.writer.name)),
        lambda: replay(logged.state, str(logged.writer.name), logged.document, Ticket()),
    ):
        with pytest.raises(Exception, match="running Bytescope"):
            act()


def test_a_writer_without_a_log_takes_notes_in_silence(path: Path, tmp_path: Path) -> None:
    from bytescope.core.storage.editlog.matching import place_of

    writer = LogWriter(StateFolder(tmp_path / "state"), place_of(open_file(bytes(path))))
    writer.saving(Saving(None, None))
    writer.saved(stamp(path))
    writer.remove()
    assert not (tmp_path / "state").exists()
