"""A file that is opened again: what was known of it is there at once, and nothing that may be wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.patterns import Repeat
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.remembered import folder as folders
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.storage.private import StateFolder
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.survey.memory import Memory
from bytescope.session.workspace import Workspace
from helpers.files import noise_bytes

PAGES = 3000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "disk.img"
    file.write_bytes(noise_bytes(PAGES * PAGESIZE))
    return file


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(folders, "YOUNG_NS", 0)  # else each of these files had just been changed
    return tmp_path / "cache"


class Program:
    """A workspace with a memory, as the window has it, and what its surveys read."""

    def __init__(self, cache: Path, qtbot: QtBot) -> None:
        self.workspace = Workspace(None)
        self.workspace.memory = self.memory = Memory(self.workspace, StateFolder(cache))
        self.qtbot = qtbot
        self.known_at_first: list[int] = []

    def open(self, path: Path, access: Access = Access.EDIT, **part: int) -> Session:
        session = self.workspace.open_now(str(path), access, **part)
        assert session is not None
        self.known_at_first.clear()
        session.survey.facts_changed.connect(self._on_facts)
        self._session = session
        session.survey.start(fast=False)
        self.settle()
        return session

    def _on_facts(self) -> None:
        assert self._session.facts is not None
        self.known_at_first.append(self._session.facts.known + self._session.facts.in_doubt)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workspace.jobs.busy, timeout=30_000)

    def close(self) -> None:
        self.workspace.close(self._session)
        self.settle()

    def end(self) -> None:
        self.workspace.shut_down(wait_seconds=30)


@pytest.fixture
def program(cache: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(cache, qtbot)
    yield made
    made.end()


def classes(session: Session) -> list[PageClass | None]:
    assert session.facts is not None
    facts = (session.facts.page(page) for page in range(session.page_count))
    return [None if fact is None else fact.cls for fact in facts]


def test_what_was_known_is_there_at_once_and_nothing_is_read(program: Program, path: Path) -> None:
    before = classes(program.open(path))
    program.close()
    session = program.open(path)
    assert program.known_at_first[0] == PAGES
    assert session.survey.bytes_read == 0
    assert classes(session) == before
    assert session.survey.prints is not None
    assert session.survey.prints.file.known == PAGES


def test_it_is_so_after_the_program_has_ended(cache: Path, path: Path, qtbot: QtBot) -> None:
    first = Program(cache, qtbot)
    first.open(path)
    first.end()
    second = Program(cache, qtbot)
    session = second.open(path)
    assert session.survey.bytes_read == 0
    assert session.facts is not None
    assert session.facts.known == PAGES
    second.end()


def test_a_file_with_other_times_is_shown_and_read_again(program: Program, path: Path) -> None:
    program.open(path)
    program.close()
    with path.open("r+b") as file:
        file.seek(7 * PAGESIZE)
        file.write(bytes(PAGESIZE))
    session = program.open(path)
    assert program.known_at_first[0] == PAGES
    assert session.survey.bytes_read >= PAGES * PAGESIZE
    assert session.facts is not None
    assert (session.facts.known, session.facts.in_doubt) == (PAGES, 0)
    assert classes(session)[7] is PageClass.ZERO


def test_one_that_grew_shows_what_was_there(program: Program, path: Path) -> None:
    program.open(path)
    program.close()
    with path.open("ab") as file:
        file.write(bytes(3 * PAGESIZE))
    session = program.open(path)
    assert program.known_at_first[0] == PAGES
    assert classes(session)[PAGES:] == [PageClass.ZERO] * 3


def test_bytes_that_changed_behind_the_times_are_noticed(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open(path)
    program.close()
    path.write_bytes(bytes(PAGES * PAGESIZE))
    monkeypatch.setattr(folders.Stamp, "trust", lambda *_: folders.Trust.SAME)
    session = program.open(path)
    assert set(classes(session)) == {PageClass.ZERO}
    assert session.survey.bytes_read >= PAGES * PAGESIZE
    program.close()
    assert set(classes(program.open(path))) == {PageClass.ZERO}


def test_another_file_of_that_name_gets_nothing(program: Program, path: Path, tmp_path: Path) -> None:
    program.open(path)
    program.close()
    other = tmp_path / "other"
    shutil.copyfile(path, other)
    other.replace(path)
    session = program.open(path)
    assert program.known_at_first[0] < PAGES
    assert session.survey.bytes_read >= PAGES * PAGESIZE


def test_unsaved_edits_are_not_remembered(program: Program, path: Path) -> None:
    session = program.open(path)
    session.fill(ByteRange(10 * PAGESIZE, 20 * PAGESIZE), Repeat(b"\x00"))
    session.delete(ByteRange(2000 * PAGESIZE, 2001 * PAGESIZE))
    program.settle()
    assert classes(session)[15] is PageClass.ZERO
    program.close()
    session = program.open(path)
    assert program.known_at_first[0] == 2000 - 10  # behind the deleted page nothing is the file's own
    assert PageClass.ZERO not in classes(session)


def test_edits_made_meanwhile_are_not_overwritten(program: Program, path: Path) -> None:
    program.open(path)
    program.close()
    session = program.workspace.open_now(str(path))
    assert session is not None
    program._session = session
    session.survey.start(fast=False)
    session.write(10 * PAGESIZE, b"text, " * 2 * PAGESIZE)  # no fill: it has to be read
    program.settle()
    assert classes(session)[9:23] == [PageClass.DENSE, *[PageClass.CONST] * 12, PageClass.DENSE]


def test_our_own_save_leaves_the_rest_true(program: Program, path: Path) -> None:
    session = program.open(path)
    session.fill(ByteRange(10 * PAGESIZE, 20 * PAGESIZE), Repeat(b"\x00"))
    saving = Saving(session)
    saving.save()
    program.qtbot.waitUntil(lambda: not session.document.modified and not program.workspace.jobs.busy)
    program.close()
    session = program.open(path)
    assert session.survey.bytes_read == 0
    assert classes(session)[9:21] == [PageClass.DENSE, *[PageClass.ZERO] * 10, PageClass.DENSE]


def test_live_stores_are_remembered_as_they_are(program: Program, path: Path) -> None:
    session = program.open(path, Access.LIVE)
    session.fill(ByteRange(10 * PAGESIZE, 20 * PAGESIZE), Repeat(b"\x00"))
    program.settle()
    program.close()
    assert classes(program.open(path))[10:20] == [PageClass.ZERO] * 10


def test_a_part_of_a_file_is_remembered_by_itself(program: Program, path: Path) -> None:
    program.open(path, offset=4096 * 16, length=100 * PAGESIZE)
    program.close()
    session = program.open(path)
    assert session.survey.bytes_read >= PAGES * PAGESIZE
    program.close()
    again = program.open(path, offset=4096 * 16, length=100 * PAGESIZE)
    assert again.survey.bytes_read == 0


def test_a_file_read_just_after_a_change_is_read_again(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "YOUNG_NS", 10**15)
    program.open(path)
    program.close()
    assert program.open(path).survey.bytes_read >= PAGES * PAGESIZE


def test_what_is_known_is_kept_while_the_survey_goes_on(program: Program, path: Path, cache: Path) -> None:
    program.open(path)
    program.memory._on_time()
    program.settle()
    kept = list((cache / folders.KIND).iterdir())
    times = [file.stat().st_mtime_ns for file in kept]
    assert len(kept) == 1
    program.memory._on_time()  # nothing new: not written again
    program.settle()
    assert [file.stat().st_mtime_ns for file in kept] == times


def test_reloading_shows_what_was_known(program: Program, path: Path) -> None:
    session = program.open(path)
    program.workspace.reload(session)
    read = session.survey.bytes_read
    program.settle()
    assert read > 0
    assert session.survey.bytes_read == 0
    assert session.facts is not None
    assert session.facts.known == PAGES


def test_switched_off_nothing_is_kept_nor_looked_for(program: Program, path: Path, cache: Path) -> None:
    program.open(path)
    program.close()
    program.memory.set_on(False)
    assert program.open(path).survey.bytes_read >= PAGES * PAGESIZE
    program.memory.forget()
    program.settle()
    program.memory._on_time()
    program.close()
    assert program.memory.size == 0
    assert list((cache / folders.KIND).iterdir()) == []


def test_its_size_is_told(program: Program, path: Path) -> None:
    program.open(path)
    program.close()
    assert program.memory.size is not None
    assert program.memory.size > PAGES * 8
    program.memory.forget()
    program.settle()
    assert program.memory.size == 0
    assert program.open(path).survey.bytes_read > 0


def test_a_folder_that_cannot_be_used_is_no_fault(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    program = Program(tmp_path / "file", qtbot)
    session = program.open(path)
    assert session.facts is not None
    assert session.facts.known == PAGES
    program.close()
    program.end()


def test_the_budget_holds_for_open_files(program: Program, path: Path) -> None:
    session = program.open(path)
    program.memory.set_budget(64)
    assert session.facts is not None
    assert session.facts.budget == (64 << 20) * 9 // 16
    assert program.workspace.settings.map_memory == 64


def damage(cache: Path, place: int) -> None:
    kept = next((cache / folders.KIND).iterdir())
    data = bytearray(kept.read_bytes())
    data[place] ^= 1
    kept.write_bytes(data)
    os.chmod(kept, 0o600)


def test_a_damaged_file_is_removed_and_the_rest_goes_on(program: Program, path: Path, cache: Path) -> None:
    program.open(path)
    program.close()
    damage(cache, -3000)
    session = program.open(path)
    assert session.survey.bytes_read >= PAGES * PAGESIZE
    assert session.facts is not None
    assert session.facts.known == PAGES


def test_pages_that_are_damaged_are_read_again_when_they_are_in_view(
    program: Program, path: Path, cache: Path
) -> None:
    program.open(path)
    program.close()
    damage(cache, 20_000)
    session = program.open(path)
    assert session.survey.bytes_read == 0
    session.survey.set_visible(PageRange(0, PAGES))
    program.settle()
    assert session.survey.bytes_read >= PAGES * PAGESIZE
    assert None not in classes(session)
