"""Snapshots of a session's document: taken, listed, deleted and taken elsewhere in jobs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from bytescope.core.touched.snapshots import Snapshots, compare
from bytescope.session.compare import snapshots
from bytescope.session.compare.snapshot_keeper import SnapshotKeeper
from bytescope.session.compare.snapshots import Taking
from bytescope.session.session import Session
from bytescope.session.workspace import Workspace
from helpers.files import noise_bytes

PAGES = 600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "disk.img"
    file.write_bytes(noise_bytes(PAGES * PAGESIZE))
    return file


class Keeping:
    """A document, a keeper, and what was told."""

    def __init__(self, workspace: Workspace, path: Path, folder: Path, qtbot: QtBot) -> None:
        self.workspace, self.folder, self.qtbot = workspace, folder, qtbot
        session = workspace.open_now(str(path))
        assert session is not None
        self.session: Session = session
        self.keeper = SnapshotKeeper(workspace.jobs, folder, workspace)
        self.taken: list[str] = []
        self.failed: list[str] = []
        self.keeper.failed.connect(self.failed.append)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workspace.jobs.busy, timeout=20_000)

    def begin(self, name: str) -> None:
        taking = Taking(self.session, self.folder, self.session)
        taking.taken.connect(self.taken.append)
        taking.failed.connect(self.failed.append)
        taking.take(name)

    def take(self, name: str = "") -> None:
        self.begin(name)
        self.settle()
        self.keeper.look()
        self.settle()

    def differing(self) -> list[PageRange]:
        """The pages in which the newest snapshot differs from the one before."""
        kept = Snapshots(StateFolder(self.folder))
        with kept.open(self.keeper.items[0].id) as new, kept.open(self.keeper.items[1].id) as old:
            return list(compare(old, new, Ticket()).differing)


@pytest.fixture
def keeping(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[Keeping]:
    workspace = Workspace(None)
    yield Keeping(workspace, path, tmp_path / "state", qtbot)
    workspace.shut_down(wait_seconds=30)


@pytest.mark.parametrize("surveyed", [True, False])
def test_edits_are_seen_between_two_snapshots(keeping: Keeping, surveyed: bool) -> None:
    if surveyed:
        keeping.session.survey.start(fast=False)
        keeping.settle()
    keeping.take("before")
    keeping.session.write(7 * PAGESIZE + 1, b"edit")
    keeping.settle()
    keeping.take("after")
    assert [item.about.name for item in keeping.keeper.items] == ["after", "before"]
    assert keeping.differing() == [PageRange(7, 8)]


def test_one_that_is_wished_for_while_another_is_taken_comes_after_it(keeping: Keeping) -> None:
    keeping.begin("first")
    keeping.begin("second")
    keeping.settle()
    keeping.keeper.look()
    keeping.settle()
    assert {item.about.name for item in keeping.keeper.items} == {"first", "second"}
    assert len(keeping.taken) == 2
    assert not keeping.failed


def test_a_change_from_outside_is_seen_though_the_survey_had_read_the_page(
    keeping: Keeping, path: Path
) -> None:
    keeping.session.survey.start(fast=False)
    keeping.settle()
    keeping.take()
    with path.open("r+b") as file:
        file.seek(9 * PAGESIZE)
        file.write(b"theirs")
    keeping.take()
    assert keeping.differing() == [PageRange(9, 10)]


def test_what_is_known_is_not_read_again(keeping: Keeping, monkeypatch: pytest.MonkeyPatch) -> None:
    keeping.session.survey.start(fast=False)
    keeping.settle()
    read: list[int] = []
    real = snapshots._Quiet.read_into

    def counted(self: snapshots._Quiet, offset: int, buffer: memoryview) -> object:
        read.append(len(buffer))
        return real(self, offset, buffer)

    monkeypatch.setattr(snapshots._Quiet, "read_into", counted)
    keeping.take()
    assert keeping.taken
    assert sum(read) == 0
    keeping.session.write(5, b"edit")
    keeping.take()
    assert sum(read) == PAGESIZE


def test_it_can_be_taken_elsewhere_and_deleted(keeping: Keeping, tmp_path: Path) -> None:
    keeping.take("one")
    item = keeping.keeper.items[0]
    keeping.keeper.export(item, bytes(tmp_path / "out"))
    keeping.settle()
    keeping.keeper.remove(item)
    keeping.settle()
    assert keeping.keeper.items == []
    keeping.keeper.bring_in(bytes(tmp_path / "out"))
    keeping.settle()
    assert [one.about.name for one in keeping.keeper.items] == ["one"]


def test_what_goes_wrong_is_one_sentence(keeping: Keeping, tmp_path: Path) -> None:
    keeping.keeper.bring_in(bytes(tmp_path / "missing"))
    keeping.settle()
    keeping.folder.mkdir()
    (keeping.folder / "snapshots").write_bytes(b"")
    keeping.take()
    assert len(keeping.failed) == 3  # taken in, taken, listed
    assert not [sentence for sentence in keeping.failed if "\n" in sentence]
    assert not keeping.taken
