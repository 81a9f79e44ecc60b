"""The power-loss model finds every sync that is left out, and nothing where none is, in a small journal."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from bytescope.core.storage.calls import Calls, write_all
from faults.crashes import SECTOR, Disk
from faults.recording import Entries, Resize, Sync, SyncFolder, Write
from faults.stage import Stage
from faults.trials import Expected, Film, Trials

OLD = bytes(range(256)) * 10
NEW = OLD[:600] + b"\xee" * 1300 + OLD[1900:]
CHUNK = 700
SYNCS = ("journal", "its name", "data", "removal")


class SmallJournal:
    """Saves with the old bytes set aside first, as all databases do; ``without`` syncs that are left out."""

    def __init__(self, folder: Path, without: Sequence[str] = (), *, checked: bool = True) -> None:
        self.folder = folder
        self.path = folder / "journal"
        self.without = without
        self.checked = checked

    def save(self, calls: Calls, target: Path, new: bytes) -> None:
        old = target.read_bytes()
        journal = calls.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        write_all(calls, journal, memoryview(zlib.crc32(old).to_bytes(4, "big") + old), 0)
        if "journal" not in self.without:
            calls.fsync(journal)
        calls.close(journal)
        self._sync_folder(calls, "its name")
        self._write(calls, target, new, "data")
        calls.unlink(self.path)
        self._sync_folder(calls, "removal")

    def _write(self, calls: Calls, target: Path, data: bytes, what: str) -> None:
        fd = calls.open(target, os.O_RDWR)
        for at in range(0, len(data), CHUNK):
            write_all(calls, fd, memoryview(data[at : at + CHUNK]), at)
        if what not in self.without:
            calls.fdatasync(fd)
        calls.close(fd)

    def _sync_folder(self, calls: Calls, what: str) -> None:
        if what not in self.without:
            folder = calls.open(self.folder, os.O_RDONLY)
            calls.fsync(folder)
            calls.close(folder)

    def offers(self, film: Film, calls: Calls) -> list[tuple[str, str]]:
        return [("journal", "roll back")] if self.path.exists() and self._whole() else []

    def _whole(self) -> bool:
        found = self.path.read_bytes()
        good = len(found) >= 4 and zlib.crc32(found[4:]) == int.from_bytes(found[:4], "big")
        return good or (not self.checked and len(found) >= 4)

    def take(self, film: Film, offer: tuple[str, str], calls: Calls) -> None:
        self._write(calls, film.target, self.path.read_bytes()[4:], "rolled back")
        calls.unlink(self.path)
        self._sync_folder(calls, "removal")

    def unsaved(self, film: Film, calls: Calls) -> list[bytes]:
        return []


def tried(folder: Path, without: Sequence[str] = (), **options: bool) -> Trials:
    stage = Stage(folder)
    target = stage.root / "target"
    target.write_bytes(OLD)
    (stage.root / "journals").mkdir()
    journal = SmallJournal(stage.root / "journals", without, **options)
    names, files = stage.taken()
    recorder = stage.recorder()
    film = Film("a save", stage, names, files, target, recorder.events)
    film.expect(Expected(OLD, NEW, None))
    journal.save(recorder.calls, target, NEW)
    film.expect(Expected(OLD, NEW, "saved"))
    trials = Trials(journal, 1)
    trials.all_of(film)
    trials.some_of(film, 1000)
    return trials


def test_a_save_that_syncs_loses_nothing(tmp_path):
    trials = tried(tmp_path)
    assert trials.failures == []
    assert trials.tried > 1500
    assert trials.different > 40


@pytest.mark.parametrize("left_out", [*SYNCS, "rolled back"])
def test_each_sync_that_is_left_out_is_found(tmp_path, left_out):
    assert tried(tmp_path, [left_out]).failures


def test_a_journal_without_a_checksum_is_found(tmp_path):
    assert tried(tmp_path, ["journal"], checked=False).failures


# The model of the disk itself


def states(*events, data: bytes = b"") -> set[bytes]:
    disk = Disk({(1, "file"): 2}, {2: data})
    for event in events:
        disk.apply(event)
    return {dict(image.files)[2] for image in disk.systematic() if image.files}


A, B, C = (bytes([byte]) * SECTOR for byte in b"abc")


def test_an_unsynced_write_is_there_or_not_or_torn():
    found = states(Write(2, 0, B + B), data=A + A)
    assert found == {A + A, B + B, A + B, B + A}


def test_a_synced_write_is_there():
    assert states(Write(2, 0, B), Sync(2, True), data=A) == {B}


def test_a_sector_is_never_torn_itself_and_has_no_write_without_those_before():
    found = states(Write(2, 0, b"x"), Write(2, 9, b"y"), data=A)
    x, y = b"x" + A[1:], b"x" + A[1:9] + b"y" + A[10:]
    assert found == {A, x, y}


def test_after_a_sync_that_failed_only_new_writes_count():
    assert states(Write(2, 0, B), Sync(2, False), Sync(2, True), data=A) == {A, B}
    assert states(Write(2, 0, B), Sync(2, False), Write(2, 0, B), Sync(2, True), data=A) == {B}


def test_a_size_may_be_there_without_its_bytes_and_bytes_without_their_size():
    found = states(Write(2, SECTOR, B), data=A)
    assert found == {A, A + B, A + bytes(SECTOR)}


def test_what_a_cut_took_is_zero_when_the_file_grows_again():
    found = states(Resize(2, 10), Resize(2, 2 * SECTOR), data=A + B)
    assert A[:10] in found
    assert A + B in found
    assert A[:10].ljust(2 * SECTOR, b"\0") in found
    assert not any(content[SECTOR:] == C for content in found)


def test_names_stand_as_before_any_of_the_changes_since_the_folder_was_synced():
    disk = Disk({(1, "old"): 2}, {2: A, 3: B})
    disk.apply(Entries((((1, "new"), 3),)))
    disk.apply(Entries((((1, "new"), None), ((1, "old"), 3))))
    found = {image.names for image in disk.systematic()}
    assert (((1, "old"), 2),) in found
    assert (((1, "new"), 3), ((1, "old"), 2)) in found
    assert (((1, "old"), 3),) in found
    disk.apply(SyncFolder(1))
    assert {image.names for image in disk.systematic()} == {(((1, "old"), 3),)}
