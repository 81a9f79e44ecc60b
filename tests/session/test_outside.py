"""What other programs do to an open file: which pages they changed is found by comparing, and told."""

from __future__ import annotations

import mmap
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.errors import OutsideChangeError
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.identity import Outside
from bytescope.session.outside.watch import Watch
from bytescope.session.session import Session
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.files import noise_bytes, sparse_file

PAGES = 100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "disk.img"
    file.write_bytes(noise_bytes(PAGES * PAGESIZE))
    return file


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    space = Workspace(None)
    yield space
    space.shut_down(wait_seconds=30)


class Told:
    """One open file, its survey done, and what its watch said."""

    def __init__(self, workspace: Workspace, path: Path, qtbot: QtBot, survey: bool = True) -> None:
        self.qtbot = qtbot
        self.session = workspace.open_now(str(path))
        self.watch = Watch(self.session)
        self.noticed: list[tuple[Outside, str]] = []
        self.restated: list[str] = []
        self.passed = 0
        self.watch.noticed.connect(self._on_noticed)
        self.watch.restated.connect(self.restated.append)
        self.watch.passed.connect(self._on_passed)
        if survey:
            self.session.survey.start(fast=False)
            self.settle()

    def _on_noticed(self, sort: Outside, text: str) -> None:
        self.noticed.append((sort, text))

    def _on_passed(self) -> None:
        self.passed += 1

    def settle(self) -> None:
        jobs = self.session.jobs
        self.qtbot.waitUntil(lambda: not jobs.busy and not self.session.survey.running)

    def look(self) -> str:
        """What is said last after a look; "" if nothing is."""
        self.settle()  # a look under way may have been made before what is to be seen
        self.watch.look()
        self.settle()
        if self.watch.happening is None:
            return ""
        return self.restated[-1] if self.restated else self.noticed[-1][1]

    def changed(self) -> list[tuple[int, int]]:
        runs = self.session.survey.outside_runs(PageRange(0, PAGES))
        return [] if runs is None else list(zip(*(edge.tolist() for edge in runs)))


@pytest.fixture
def told(workspace: Workspace, path: Path, qtbot: QtBot) -> Told:
    return Told(workspace, path, qtbot)


def write(path: Path, page: int, data: bytes = b"theirs") -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGESIZE)
        file.write(data)


def test_the_pages_that_changed_are_named_and_marked(told: Told, path: Path) -> None:
    for page in (12, 13, 14, 90):
        write(path, page)
    assert told.look() == "“disk.img” was changed by another program. Pages 12–14 and 90 changed."
    assert told.noticed[0][0] is Outside.CONTENT
    assert told.changed() == [(12, 15), (90, 91)]


def test_pages_with_edits_of_ones_own_are_counted_and_kept(told: Told, path: Path) -> None:
    told.session.write(13 * PAGESIZE + 5, b"mine")
    told.session.write(50 * PAGESIZE, b"mine")
    for page in (12, 13, 14):
        write(path, page)
    text = told.look()
    assert "Pages 12–14 changed; 1 of them has your edits." in text
    assert "Your unsaved edits (2 pages) are kept." in text
    assert told.session.document.modified


def test_a_touch_and_a_chmod_are_no_change(told: Told, path: Path) -> None:
    os.utime(path)
    assert told.look() == ""
    path.chmod(0o600)
    assert told.look() == ""
    assert told.noticed == []
    assert told.session.file is not None
    assert told.session.file.check_outside() is Outside.NONE  # a save need not ask


def test_a_rewrite_with_the_same_bytes_is_no_change(told: Told, path: Path) -> None:
    write(path, 7, path.read_bytes()[7 * PAGESIZE : 8 * PAGESIZE])
    assert told.look() == ""


def test_what_was_not_read_is_said_to_be_so(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    told = Told(workspace, path, qtbot, survey=False)
    told.session.survey.pause()
    told.session.survey.start(fast=False)
    write(path, 3)
    assert told.look() == (
        "“disk.img” was changed by another program; which pages is not known. 100 pages had not been read."
    )
    assert told.changed() == []


def test_bytes_at_hand_in_the_hex_panel_count_as_read(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    told = Told(workspace, path, qtbot, survey=False)
    told.session.survey.pause()
    told.session.survey.start(fast=False)
    told.session.bytes.ask(PageRange(0, 4).bytes(1 << 20))
    told.settle()
    write(path, 3)
    assert "none" not in told.look()
    # The blocks were noted when the first change came: from then on they are compared with.
    write(path, 2, b"more")
    told.watch._rested = 0.0
    told.look()
    assert told.changed() in ([(2, 3)], [(2, 4)])


def test_pages_that_are_put_back_are_marked_no_longer(told: Told, path: Path) -> None:
    before = path.read_bytes()
    write(path, 20)
    told.look()
    assert told.changed() == [(20, 21)]
    path.write_bytes(before)
    told.watch._rested = 0.0
    assert told.look() == ""
    assert told.changed() == []
    assert told.passed == 1


def test_growth_is_told_and_what_was_read_is_still_compared(told: Told, path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(5))
    write(path, 1)
    text = told.look()
    assert text.startswith("“disk.img” was made longer by another program, from 409,600 to 409,605 bytes;")
    assert "Page 1 changed." in text


def test_a_cut_tells_which_pages_are_gone(told: Told, path: Path) -> None:
    told.session.write(80 * PAGESIZE, b"mine")
    os.truncate(path, 40 * PAGESIZE + 7)
    text = told.look()
    assert "from 409,600 to 163,847 bytes; pages 40–99 are gone." in text
    assert "Your unsaved edits (1 page) are kept." in text
    facts = told.session.facts
    assert facts is not None
    classes = {page: facts.page(page).cls.name for page in (39, 40, 99)}  # type: ignore[union-attr]
    assert classes == {39: "DENSE", 40: "GONE", 99: "GONE"}


def test_pages_that_come_back_as_zeros_are_changed_pages(told: Told, path: Path) -> None:
    os.truncate(path, 40 * PAGESIZE)
    told.look()
    os.truncate(path, PAGES * PAGESIZE)
    told.watch._rested = 0.0
    text = told.look()
    assert "Pages 40–99 changed." in text
    assert told.changed() == [(40, 100)]


def test_another_file_in_its_place_is_compared_too(told: Told, path: Path) -> None:
    other = path.with_suffix(".new")
    data = bytearray(path.read_bytes())
    data[5 * PAGESIZE] ^= 1
    other.write_bytes(data)
    other.rename(path)
    text = told.look()
    assert "was replaced by another file; this window still shows the old one. Page 5 differs." in text
    assert told.session.bytes.snapshot is not None
    assert told.session.bytes.snapshot.read(5 * PAGESIZE, 1).data[0] == data[5 * PAGESIZE] ^ 1


def test_a_file_that_comes_back_is_told_no_more(told: Told, path: Path) -> None:
    away = path.with_suffix(".away")
    path.rename(away)
    assert "was deleted or renamed" in told.look()
    away.rename(path)
    assert told.look() == ""
    assert told.passed == 1


def test_a_store_through_a_mapping_is_found_when_its_pages_are_read_again(told: Told, path: Path) -> None:
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as mapping:
        mapping[0] ^= 1  # to a clean page: the times change
        assert "Page 0 changed." in told.look()
        told.watch.accept()
        assert told.session.file is not None
        told.session.file.opened = told.session.file.look_outside()[1]
        told.session.invalidate((PageRange(0, 1).bytes(1 << 20),))
        told.settle()
        mapping[1] ^= 1  # to a page that is dirty already: nothing tells
        told.watch._rested = 0.0
        assert told.look() == ""
    told.session.invalidate((PageRange(0, 1).bytes(1 << 20),))
    told.settle()
    assert told.changed() == [(0, 1)]
    assert told.noticed


def test_a_save_finds_what_the_times_do_not_tell(told: Told, path: Path, qtbot: QtBot) -> None:
    saving = Saving(told.session)
    told.session.write(30 * PAGESIZE, b"mine")
    write(path, 30)
    assert told.session.file is not None
    told.session.file.opened = told.session.file.look_outside()[1]  # as if no time had changed
    with qtbot.waitSignal(saving.failed) as failed:
        saving.save()
    error = failed.args[0]
    assert isinstance(error, OutsideChangeError)
    assert error.pages == (PageRange(30, 31),)
    assert "on page 30 that would be written; nothing was written" in str(error)
    assert path.read_bytes()[30 * PAGESIZE :][:6] == b"theirs"
    told.watch.prove(error.pages)
    assert told.changed() == [(30, 31)]
    with qtbot.waitSignal(saving.saved):
        saving.save(force=True)
    assert path.read_bytes()[30 * PAGESIZE :][:6] == b"miners"


def test_saved_pages_are_known_as_they_were_saved(told: Told, path: Path, qtbot: QtBot) -> None:
    saving = Saving(told.session)
    told.session.write(30 * PAGESIZE, b"mine")
    told.settle()
    with qtbot.waitSignal(saving.saved):
        saving.save()
    told.watch.accept()
    assert told.look() == ""
    write(path, 30)
    assert "Page 30 changed." in told.look()


def test_an_insertion_that_was_saved_leaves_every_page_known(told: Told, path: Path, qtbot: QtBot) -> None:
    saving = Saving(told.session)
    saving.planned.connect(saving.execute)
    told.session.insert(10 * PAGESIZE, b"in between")
    told.settle()
    with qtbot.waitSignal(saving.saved):
        saving.save()
    told.watch.accept()
    told.settle()
    os.utime(path)
    assert told.look() == ""
    write(path, 60)
    assert told.look() == "“disk.img” was changed by another program. Page 60 changed."


def test_two_documents_of_one_file_blame_nobody_for_each_others_saves(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    one, other = Told(workspace, path, qtbot), Told(workspace, path, qtbot)
    saving = Saving(one.session)
    saving.planned.connect(saving.execute)
    one.session.write(8 * PAGESIZE, b"saved in one")
    other.watch.look()
    with qtbot.waitSignal(saving.saved):
        saving.save()
    assert other.look() == ""
    assert other.changed() == []
    got = other.session.document.snapshot().read(8 * PAGESIZE, 12).data
    assert got == b"saved in one"
    one.session.insert(0, b"a new file takes its place")
    with qtbot.waitSignal(saving.saved):
        saving.save()
    qtbot.waitUntil(lambda: other.session.size == one.session.size)
    assert other.look() == ""
    assert other.noticed == []


def test_holes_are_compared_without_reading_them(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    path = sparse_file(tmp_path / "tera.img", 1 << 40, [(1 << 39, noise_bytes(PAGESIZE))])
    told = Told(workspace, path, qtbot)
    os.utime(path)
    assert told.look() == ""
    write(path, 1 << 20)
    assert told.look() == "“tera.img” was changed by another program. Page 1,048,576 changed."


def test_writes_of_another_process_while_surveying(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    told = Told(workspace, path, qtbot)
    script = (
        "import os,sys\n"
        "fd=os.open(sys.argv[1],os.O_RDWR)\n"
        "for i in range(2000): os.pwrite(fd,bytes([i%255+1])*64,(i*7%50)*4096)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", script, str(path)])
    while writer.poll() is None:
        told.watch._rested = 0.0
        told.look()
    told.watch._rested = 0.0
    told.look()
    assert told.changed() == [(0, 50)]
    assert writer.returncode == 0


def test_stepping_through_changed_pages(told: Told, path: Path) -> None:
    for page in (12, 90):
        write(path, page)
    told.look()
    seen = []
    for forward in (True, True, False):
        told.watch.step(forward=forward)
        seen.append(told.session.selection.caret // PAGESIZE)
    assert seen == [12, 90, 12]
    said: list[str] = []
    told.session.told.connect(lambda _level, text: said.append(text))
    told.watch.step(forward=False)
    assert said == ["No page before this one was changed by another program."]


def test_live_access_marks_but_does_not_complain(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    from bytescope.core.source.access import Access

    session: Session = workspace.open_now(str(path), Access.LIVE)
    watch = Watch(session)
    seen: list[object] = []
    watch.noticed.connect(lambda sort, _text: seen.append(sort))
    session.survey.start(fast=False)
    qtbot.waitUntil(lambda: not session.jobs.busy and not session.survey.running)
    session.write(3 * PAGESIZE, b"ours")
    qtbot.waitUntil(lambda: not session.jobs.busy)
    write(path, 4)
    watch.look()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert seen == []
    runs = session.survey.outside_runs(PageRange(0, PAGES))
    assert runs is not None
    assert [edge.tolist() for edge in runs] == [[4], [5]]


def test_a_folder_in_the_place_of_the_file_is_told(told: Told, path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert told.look() == "“disk.img” was replaced by another file; this window still shows the old one."
    assert told.session.document.snapshot().read(0, 8).lost == ()
