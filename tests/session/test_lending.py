"""What one document has of another's file stays what it was, whoever writes over that file, or it is said."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.lent import LentFile, set_aside
from bytescope.core.document.patterns import FileBytes
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.storage.editlog.reading import open_base, replay, unsaved
from bytescope.core.storage.private import StateFolder
from bytescope.core.ticket import Ticket
from bytescope.session.exchange.carrying import carrier_of
from bytescope.session.exchange.files import Exchange
from bytescope.session.session import Session
from bytescope.session.storage.lending import lending_of
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.saving import small_chunks

PAGE = 4096


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(None, private_folder=tmp_path / "private")
    yield made
    made.shut_down(30)


def opened(workspace: Workspace, path: Path, data: bytes, access: Access = Access.EDIT) -> Session:
    path.write_bytes(data)
    session = workspace.open_now(str(path), access)
    assert session is not None
    return session


def whole(session: Session) -> bytes:
    return session.document.snapshot().read(0, session.size).data


def carry(source: Session, range_: ByteRange, target: Session, at: int, qtbot: QtBot, insert: bool) -> None:
    assert carrier_of(source.jobs).hold(source, range_)
    target.set_caret(at)
    if insert != target.selection.insert:
        target.toggle_insert()
    paste(target, qtbot)


def paste(target: Session, qtbot: QtBot) -> None:
    carrier = carrier_of(target.jobs)
    carrier.paste(target, carrier.key)
    qtbot.waitUntil(lambda: not target.jobs.has("Paste"), timeout=30_000)


class Saver:
    """Saves, says yes to what is only told, and notes what came of it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.saving = Saving(session)
        self.said: list[str] = []
        self.faults: list[Exception] = []
        self.saving.saved.connect(self.said.append)
        self.saving.failed.connect(self.faults.append)
        self.saving.planned.connect(self._on_planned)

    def _on_planned(self, plan: object, force: bool) -> None:
        self.saving.execute(plan, force=force)  # type: ignore[arg-type]

    def save(self, qtbot: QtBot, wish: Callable[[], None] | None = None) -> None:
        self.said.clear()
        self.faults.clear()
        (wish or self.saving.save)()
        qtbot.waitUntil(lambda: bool(self.said or self.faults), timeout=30_000)


class Pair:
    """Two documents that copy from one another, and what each has to have."""

    def __init__(self, workspace: Workspace, folder: Path, seed: int, qtbot: QtBot) -> None:
        self.random = random.Random(seed)
        self.qtbot = qtbot
        self.workspace = workspace
        self.paths = [folder / f"{seed}-a", folder / f"{seed}-b"]
        self.sessions = [
            opened(workspace, path, self.random.randbytes(self.random.randint(1, 40_000)))
            for path in self.paths
        ]
        self.models = [bytearray(path.read_bytes()) for path in self.paths]
        self.states: list[list[bytes]] = [[bytes(model)] for model in self.models]
        self.savers = [Saver(session) for session in self.sessions]

    def play(self, steps: int) -> None:
        moves = [self.carry, self.carry, self.carry, self.write, self.move, self.save, self.save, self.undo]
        for _ in range(steps):
            which = self.random.randrange(2)
            move = self.random.choice(moves)
            move(which)
            for session, model in zip(self.sessions, self.models):
                assert whole(session) == model, move.__name__
        for which in range(2):
            self.save(which)
            assert self.paths[which].read_bytes() == self.models[which]

    def place(self, which: int) -> int:
        return self.random.randint(0, len(self.models[which]))

    def range(self, which: int) -> ByteRange:
        return ByteRange(*sorted((self.place(which), self.place(which))))

    def done(self, which: int) -> None:
        self.states[which].append(bytes(self.models[which]))

    def carry(self, which: int) -> None:
        other = self.random.randrange(2)
        within, insert = self.range(other), self.random.random() < 0.5
        at = self.place(which)
        model = self.models[which]
        if not within or (not insert and at + within.length > len(model)) or len(model) > 200_000:
            return
        taken = bytes(self.models[other][within.start : within.end])
        carry(self.sessions[other], within, self.sessions[which], at, self.qtbot, insert)
        model[at : at if insert else at + len(taken)] = taken
        self.done(which)

    def write(self, which: int) -> None:
        at, data = self.place(which), self.random.randbytes(self.random.choice((1, 5, 5000)))
        model = self.models[which]
        if at + len(data) <= len(model):
            assert self.sessions[which].write(at, data)
            model[at : at + len(data)] = data
            self.done(which)

    def move(self, which: int) -> None:
        """So that a save in place has to move bytes over others."""
        within, to = self.range(which), self.place(which)
        model = self.models[which]
        if within and not within.start <= to <= within.end:
            assert self.sessions[which].move_block(within, to)
            taken = bytes(model[within.start : within.end])
            del model[within.start : within.end]
            at = to if to < within.start else to - within.length
            model[at:at] = taken
            self.done(which)

    def save(self, which: int) -> None:
        self.savers[which].save(self.qtbot)
        assert not self.savers[which].faults, self.savers[which].faults
        assert self.paths[which].read_bytes() == self.models[which]

    def undo(self, which: int) -> None:
        if len(self.states[which]) > 1 and self.sessions[which].document.undo_name:
            self.sessions[which].undo()
            self.states[which].pop()
            self.models[which][:] = self.states[which][-1]


@pytest.mark.parametrize("first", range(0, 24, 6))
def test_two_documents_that_copy_from_one_another_are_as_two_lists_of_bytes(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    small_chunks(monkeypatch)
    for seed in range(first, first + 6):
        try:
            Pair(workspace, tmp_path, seed, qtbot).play(14)
        except AssertionError as error:
            raise AssertionError(f"script {seed}: {error}") from error


def test_what_was_pasted_stays_when_the_source_is_saved_and_closed(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    data = os.urandom(10 * PAGE)
    source = opened(workspace, tmp_path / "a", data)
    target = opened(workspace, tmp_path / "b", b"-" * 100)
    carry(source, ByteRange(PAGE, 9 * PAGE), target, 50, qtbot, insert=True)
    source.write(2 * PAGE + 7, b"x" * 3 * PAGE)
    Saver(source).save(qtbot)
    assert (tmp_path / "a").read_bytes() != data
    workspace.close(source)
    (tmp_path / "a").unlink()
    saver = Saver(target)
    saver.save(qtbot)
    assert not saver.faults
    assert (tmp_path / "b").read_bytes() == b"-" * 50 + data[PAGE : 9 * PAGE] + b"-" * 50


def test_what_was_copied_before_a_save_is_pasted_after_it(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    data = os.urandom(4 * PAGE)
    source = opened(workspace, tmp_path / "a", data)
    target = opened(workspace, tmp_path / "b", b"")
    assert carrier_of(source.jobs).hold(source, ByteRange(0, 4 * PAGE))
    source.write(PAGE, b"y" * PAGE)
    Saver(source).save(qtbot)
    target.toggle_insert()
    paste(target, qtbot)
    assert whole(target) == data


def test_a_save_asks_where_another_program_changed_what_was_pasted(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = opened(workspace, tmp_path / "a", b"a" * 3 * PAGE)
    target = opened(workspace, tmp_path / "b", b"-" * 10)
    carry(source, ByteRange(0, 2 * PAGE), target, 5, qtbot, insert=True)
    with (tmp_path / "a").open("r+b") as file:
        file.write(b"other")
    saver = Saver(target)
    saver.save(qtbot)
    assert str(saver.faults[0]).startswith("“a” was changed by another program after bytes of it came into")
    assert (tmp_path / "b").read_bytes() == b"-" * 10
    assert target.document.modified
    saver.save(qtbot, saver.saving.anyway)
    assert (tmp_path / "b").read_bytes() == b"-----other" + b"a" * (2 * PAGE - 5) + b"-----"


@pytest.mark.parametrize("kind", ["part", "hex", "patch"])
def test_what_leaves_by_another_way_asks_as_well(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    source = opened(workspace, tmp_path / "a", b"a" * 4 * PAGE)
    target = opened(workspace, tmp_path / "b", b"b" * 4 * PAGE)
    carry(source, ByteRange(0, 2 * PAGE), target, 0, qtbot, insert=False)
    exchange, out = Exchange(target), str(tmp_path / "out")

    def write() -> None:
        with qtbot.waitSignal(exchange.finished, timeout=30_000):
            if kind == "part":
                exchange.save_part(ByteRange(0, PAGE), out)
            elif kind == "hex":
                exchange.export(ByteRange(0, PAGE), "hexdump", out, 0, "b")
            else:
                exchange.export_patch("bps", out, "", False)

    write()
    first = Path(out).read_bytes()
    os.unlink(out)
    (tmp_path / "a").write_bytes(b"x" * 4 * PAGE)
    asked: list[tuple[str, str, Callable[[], None]]] = []
    target.asked.connect(lambda *args: asked.append(args))
    write()
    assert not os.path.exists(out)
    assert asked[0][0].startswith("“a” was changed by another program after bytes of it came into")
    assert asked[0][1] == "Write Anyway"
    with qtbot.waitSignal(exchange.finished, timeout=30_000):
        asked[0][2]()
    assert Path(out).read_bytes() != first


def test_a_source_that_is_renamed_is_not_changed(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    source = opened(workspace, tmp_path / "a", b"a" * PAGE)
    target = opened(workspace, tmp_path / "b", b"-" * 10)
    carry(source, ByteRange(0, PAGE), target, 5, qtbot, insert=True)
    os.rename(tmp_path / "a", tmp_path / "c")
    (tmp_path / "c").chmod(0o600)
    saver = Saver(target)
    saver.save(qtbot)
    assert not saver.faults
    assert (tmp_path / "b").read_bytes() == b"-----" + b"a" * PAGE + b"-----"


def test_it_is_told_soon_that_another_program_changed_the_source(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    source = opened(workspace, tmp_path / "a", b"a" * PAGE)
    target = opened(workspace, tmp_path / "b", b"-" * 10)
    carry(source, ByteRange(0, PAGE), target, 5, qtbot, insert=True)
    told: list[str] = []
    target.told.connect(lambda level, text: told.append(text))
    lending_of(target.jobs).look()
    qtbot.waitUntil(lambda: not target.jobs.is_running("lent"))
    assert not told
    (tmp_path / "a").write_bytes(b"b" * PAGE)
    lending_of(target.jobs).look()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("“a” was changed by another program, so the bytes of it that are in this")


def test_stores_of_live_access_count_as_changes(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    source = opened(workspace, tmp_path / "a", b"a" * PAGE)
    target = opened(workspace, tmp_path / "b", b"-" * 10)
    carry(source, ByteRange(0, PAGE), target, 5, qtbot, insert=True)
    live = workspace.open_now(str(tmp_path / "a"), Access.LIVE)
    assert live is not None
    live.write(0, b"live")
    qtbot.waitUntil(lambda: not live.writing)
    saver = Saver(target)
    saver.save(qtbot)
    assert saver.faults


def test_an_inserted_file_stays_what_it_was_too(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    data = os.urandom(2 * PAGE)
    source = opened(workspace, tmp_path / "a", data)
    target = opened(workspace, tmp_path / "b", b"--")
    Exchange(target).insert_file(str(tmp_path / "a"), 1)
    qtbot.waitUntil(lambda: target.size == 2 + len(data))
    source.write(100, b"z" * 100)
    Saver(source).save(qtbot)
    assert whole(target) == b"-" + data + b"-"


def test_unsaved_edits_with_bytes_of_a_file_saved_since_are_recovered(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    data = os.urandom(2 << 20)  # more than a log takes for a small file
    source = opened(workspace, tmp_path / "a", data)
    target = opened(workspace, tmp_path / "b", b"-" * 10)
    Exchange(target).insert_file(str(tmp_path / "a"), 5)
    qtbot.waitUntil(lambda: target.size == 10 + len(data))
    assert target.edit_log is not None
    with qtbot.waitSignal(target.edit_log.written):
        pass  # it names the other file by its place, and how that looks now
    source.write(1 << 20, b"new" * 5000)
    Saver(source).save(qtbot)
    target.write(0, b"ends")
    with qtbot.waitSignal(target.edit_log.written, timeout=30_000):
        pass
    copy = tmp_path / "copy"  # the log itself is in use
    shutil.copytree(tmp_path / "private", copy)
    state = StateFolder(copy)
    [log] = [item for item in unsaved(state) if item.path.endswith(b"/b")]
    document = open_base(log)
    assert replay(state, log.name, document, Ticket()).complaint == ""
    assert document.snapshot().read(0, document.size).data == b"ends-" + data + b"-" * 5


def test_where_there_is_no_room_to_set_aside_the_save_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bytescope.core.document.spilled.ALL_IN_MEMORY", 1000)
    (tmp_path / "a").write_bytes(os.urandom(5000))
    lent = LentFile(open_file(bytes(tmp_path / "a"), Access.READ))
    with pytest.raises(RefusedError, match=r"4,000 bytes of this file that the save would overwrite"):
        set_aside([lent], [ByteRange(500, 4500)], None, Ticket())
    assert lent.intact


def test_a_lent_file_reads_as_before_after_any_setting_aside(tmp_path: Path) -> None:
    pick = random.Random(5)
    for _ in range(30):
        path = tmp_path / "a"
        data = bytearray(pick.randbytes(30_000))
        data[8192:20480] = bytes(12288)
        with path.open("wb") as file:
            file.write(data[:8192])
            file.seek(20480)
            file.write(data[20480:])
        lent = LentFile(open_file(bytes(path), Access.READ))
        pattern = FileBytes(lent, "a")
        for _ in range(6):
            ends = sorted(pick.randint(0, 30_000) for _ in range(4))
            ranges = [ByteRange(*ends[:2]), ByteRange(*ends[2:])]
            set_aside([lent], ranges, None, Ticket())
            with path.open("r+b") as file:
                for item in ranges:
                    file.seek(item.start)
                    file.write(pick.randbytes(item.length))
            lent.took()
            buffer = bytearray(30_000)
            assert not pattern.read_into(0, memoryview(buffer))
            assert buffer == data
            covered = bytearray(30_000)
            for run in pattern.data_runs(ByteRange(0, 30_000)):
                covered[run.start : run.end] = data[run.start : run.end]
            assert covered == data
        lent.close()
