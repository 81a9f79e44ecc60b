"""The layers of other processes, of reads and writes, and of our own stores, against known touches."""

from __future__ import annotations

import mmap
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.errors import RefusedError
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source import guard
from bytescope.core.source.access import Access
from bytescope.core.source.mapped_name import mapped_name
from bytescope.core.touched import tracing
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.store_audit import StoreAudit
from bytescope.core.touched.told import Told
from bytescope.core.touched.touch import Touch
from bytescope.core.touched.tracing import TraceWatch
from bytescope.session.session import Session
from bytescope.session.states.auditing import auditing_of
from bytescope.session.states.processes import Listing, processes_of
from bytescope.session.states.sources import attach
from bytescope.session.states.touches import touches_of
from bytescope.session.states.watching import watching_of
from bytescope.session.workspace import Workspace
from helpers.toucher import Toucher

PAGES = 512
ALL = PageRange(0, PAGES)
PATIENCE = 30_000

pytestmark = [
    pytest.mark.page_cache,
    pytest.mark.skipif(os.sysconf("SC_PAGESIZE") != PAGESIZE, reason="other pages than 4 KiB"),
]


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    with path.open("wb", buffering=0) as file:
        for page in reversed(range(PAGES)):
            os.pwrite(file.fileno(), b"text" * (PAGESIZE // 4), page * PAGESIZE)
        os.fsync(file.fileno())
    return path


@pytest.fixture
def session(workspace: Workspace, path: Path) -> Session:
    made = workspace.open_now(str(path))
    attach(made)
    return made


@pytest.fixture
def told(session: Session) -> list[str]:
    sentences: list[str] = []

    def take(_: str, text: str) -> None:
        sentences.append(text)

    session.told.connect(take)
    return sentences


def pages(session: Session, layer: Layer) -> list[int] | None:
    runs = session.layers.runs(layer, ALL)
    return None if runs is None else [page for run in runs.runs() for page in range(run.first, run.end)]


def has(session: Session, layer: Layer, wanted: list[int]) -> Callable[[], bool]:
    def look() -> bool:
        return pages(session, layer) == wanted

    return look


# -- mapped by others ------------------------------------------------------------------------------


def test_nothing_is_looked_at_before_it_is_wanted(session: Session) -> None:
    assert not session.jobs.busy or not session.jobs.is_running(f"mapped {id(processes_of(session))}")
    assert pages(session, Layer.MAPPED) is None


def test_everybody_but_us_is_shown_at_first(session: Session, path: Path, qtbot: QtBot) -> None:
    with Toucher(path) as one, Toucher(path) as other:
        one.do("map shared", "store 5")
        other.do("map shared", "store 9")
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as ours:
            assert ours[100 * PAGESIZE] == ord("t")
            session.layers.show(Layer.MAPPED, True)
            qtbot.waitUntil(has(session, Layer.MAPPED, [5, 9]), timeout=PATIENCE)
        assert session.layers.state(Layer.MAPPED).note == "2 other processes"
        # Looked at again and again, and what came is a touch.
        one.do("store 7")
        qtbot.waitUntil(has(session, Layer.MAPPED, [5, 7, 9]), timeout=PATIENCE)
    touched = list(touches_of(session).log)
    assert [(item.kind, list(item.pages)) for item in touched] == [(Touch.MAPPED, [PageRange(7, 8)])]


def test_one_process_is_followed_until_it_ends(
    session: Session, path: Path, qtbot: QtBot, told: list[str]
) -> None:
    processes = processes_of(session)
    session.layers.show(Layer.MAPPED, True)
    with Toucher(path) as one, Toucher(path) as other:
        one.do("name a program", "map shared", "store 5")
        other.do("map shared", "store 9")
        processes.follow(one.pid)
        qtbot.waitUntil(has(session, Layer.MAPPED, [5]), timeout=PATIENCE)
        title = f"process {one.pid} (a program)"
        assert session.layers.state(Layer.MAPPED).note == title
        one.end()
        qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
        assert pages(session, Layer.MAPPED) == [5]
        assert session.layers.state(Layer.MAPPED).note == f"{title}, gone"
        assert told == [f"P{title[1:]} has ended; the map keeps the pages that it had mapped last."]
        processes.follow(None)
        qtbot.waitUntil(has(session, Layer.MAPPED, [9]), timeout=PATIENCE)


def test_a_process_that_is_not_there_is_said(session: Session, qtbot: QtBot, told: list[str]) -> None:
    session.layers.show(Layer.MAPPED, True)
    with Toucher(Path(session.file.path.decode())) as toucher:  # type: ignore[union-attr]
        pid = toucher.pid
    processes_of(session).follow(pid)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == [f"Process {pid} has ended; choose another one."]


def test_the_list_has_who_and_how_many_pages(session: Session, path: Path, qtbot: QtBot) -> None:
    processes = processes_of(session)
    with Toucher(path) as one:
        one.do("map shared", "store 5", "store 6")
        with qtbot.waitSignal(processes.listed, timeout=PATIENCE) as signal:
            processes.list_all()
    listing: Listing = signal.args[0]
    rows = {row.holder.pid: row.pages for row in listing.rows}
    assert rows[one.pid] == 2
    assert os.getpid() in rows


def test_memory_is_nobody_elses(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.new_memory(PAGESIZE)
    attach(session)
    assert session.layers.state(Layer.MAPPED).told is Told.NOT_AVAILABLE
    assert session.layers.state(Layer.READ).told is Told.NOT_AVAILABLE
    with qtbot.waitSignal(processes_of(session).failed, timeout=PATIENCE) as signal:
        processes_of(session).list_all()
    assert signal.args[0].startswith("Nobody else uses this document")


# -- read and written by others --------------------------------------------------------------------


@pytest.fixture
def can_trace(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    try:
        TraceWatch(mapped_name(fd)).close()
    except RefusedError as error:
        pytest.skip(str(error))
    finally:
        os.close(fd)


@pytest.mark.needs_root
@pytest.mark.usefixtures("can_trace")
def test_reads_and_writes_from_start_to_stop(session: Session, path: Path, qtbot: QtBot) -> None:
    watching, layers = watching_of(session), session.layers
    assert layers.state(Layer.READ).note == "start it in Pages, Watch"
    watching.start()
    assert watching.running
    qtbot.waitUntil(lambda: layers.state(Layer.READ).runs is not None, timeout=PATIENCE)
    assert Layer.READ in layers.shown
    with Toucher(path) as one, Toucher(path) as other:
        one.do("name one", "pread 5 2", "pwrite 9", "map shared", "store 20")
        other.do("pread 30")
        qtbot.waitUntil(has(session, Layer.READ, [5, 6, 30]), timeout=PATIENCE)
        qtbot.waitUntil(has(session, Layer.WRITTEN, [9, 20]), timeout=PATIENCE)
        processes_of(session).follow(one.pid)
        qtbot.waitUntil(has(session, Layer.READ, [5, 6]), timeout=PATIENCE)
        assert layers.state(Layer.READ).note == f"one ({one.pid})"
        found = {(t.kind, t.who): list(t.pages) for t in touches_of(session).log}
        assert found[Touch.READ, f"one ({one.pid})"] == [PageRange(5, 7)]
        assert found[Touch.WRITTEN, f"one ({one.pid})"] == [PageRange(9, 10), PageRange(20, 21)]
        watching.stop()
        assert not watching.running
        assert layers.state(Layer.WRITTEN).note.endswith(", stopped")
        assert pages(session, Layer.WRITTEN) == [9, 20]
        # Begun anew it knows of nothing.
        watching.start()
        qtbot.waitUntil(has(session, Layer.WRITTEN, []), timeout=PATIENCE)


@pytest.mark.needs_root
@pytest.mark.usefixtures("can_trace")
def test_what_we_do_ourselves_is_left_out(session: Session, path: Path, qtbot: QtBot) -> None:
    watching_of(session).start()
    qtbot.waitUntil(lambda: session.layers.state(Layer.READ).runs is not None, timeout=PATIENCE)
    session.bytes.forget()
    fd = os.open(path, os.O_RDONLY)
    os.pread(fd, 1, 40 * PAGESIZE)
    os.close(fd)
    with Toucher(path) as other:
        other.do("pread 50")
        qtbot.waitUntil(has(session, Layer.READ, [50]), timeout=PATIENCE)


@pytest.mark.needs_root
@pytest.mark.usefixtures("can_trace")
@pytest.mark.parametrize("begun", [False, True])
def test_closing_a_document_ends_its_watch(
    workspace: Workspace, session: Session, qtbot: QtBot, begun: bool
) -> None:
    watching_of(session).start()
    if begun:
        qtbot.waitUntil(lambda: session.layers.state(Layer.READ).runs is not None, timeout=PATIENCE)
        assert watches_of_ours()
    with qtbot.waitSignal(session.destroyed, timeout=PATIENCE):
        workspace.close(session)
    qtbot.waitUntil(lambda: not workspace.jobs.busy and not watches_of_ours(), timeout=PATIENCE)


def watches_of_ours() -> list[str]:
    """The names of this process's instances in the kernel's tracing."""
    root = tracing._open_tracefs()
    fd = os.open("instances", os.O_RDONLY, dir_fd=root)
    os.close(root)
    try:
        return [name for name in os.listdir(fd) if name.startswith(f"bytescope-{os.getpid()}-")]
    finally:
        os.close(fd)


def test_a_refusal_is_said_once(
    session: Session, qtbot: QtBot, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    watching_of(session).start()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told[0].startswith("Not permitted: reading the kernel's trace events needs root")
    assert session.layers.state(Layer.READ).told is Told.NOT_PERMITTED
    assert not watching_of(session).running


# -- our own stores --------------------------------------------------------------------------------


@pytest.fixture
def live(workspace: Workspace, path: Path) -> Session:
    assert guard.install()
    made = workspace.open_now(str(path), Access.LIVE)
    attach(made)
    try:
        assert made.file is not None
        StoreAudit(made.file).close()
    except RefusedError as error:
        pytest.skip(str(error))
    return made


def test_stores_of_edits_are_shown_and_explained(live: Session, qtbot: QtBot) -> None:
    auditing = auditing_of(live)
    assert live.layers.state(Layer.STORED).note == "start it in Pages, Watch"
    auditing.start()
    live.write(5 * PAGESIZE, b"x")
    live.fill(ByteRange(7 * PAGESIZE, 9 * PAGESIZE), _pattern())
    qtbot.waitUntil(has(live, Layer.STORED, [5, 7, 8]), timeout=PATIENCE)
    assert live.layers.state(Layer.STORED).note == "3 pages, 0 without an edit; 2 MiB watched"
    assert auditing.unexpected == RunSet()
    assert auditing.absent == RunSet()
    auditing.restart()
    qtbot.waitUntil(has(live, Layer.STORED, []), timeout=PATIENCE)
    live.undo()
    qtbot.waitUntil(has(live, Layer.STORED, [7, 8]), timeout=PATIENCE)
    assert live.file is not None
    mapping = live.file.mapping
    assert mapping is not None
    mapping.store(5 * PAGESIZE, b"!")  # an edit of before does not explain it
    qtbot.waitUntil(has(live, Layer.STORED, [5, 7, 8]), timeout=PATIENCE)
    assert auditing.unexpected == RunSet.of([PageRange(5, 6)])
    auditing.stop()
    live.write(0, b"not watched")
    assert live.layers.state(Layer.STORED).note.endswith(", stopped")
    assert not auditing.running


def test_a_store_without_an_edit_is_counted(live: Session, qtbot: QtBot) -> None:
    auditing = auditing_of(live)
    auditing.start()
    live.write(5 * PAGESIZE, b"x")
    qtbot.waitUntil(has(live, Layer.STORED, [5]), timeout=PATIENCE)
    assert live.file is not None
    mapping = live.file.mapping
    assert mapping is not None
    mapping.store(400 * PAGESIZE, b"!")
    qtbot.waitUntil(has(live, Layer.STORED, [5, 400]), timeout=PATIENCE)
    assert auditing.unexpected == RunSet.of([PageRange(400, 401)])
    assert live.layers.state(Layer.STORED).note.startswith("2 pages, 1 without an edit")


def test_what_a_file_grows_by_is_no_store(live: Session, qtbot: QtBot) -> None:
    auditing = auditing_of(live)
    auditing.start()
    live.write(5 * PAGESIZE, b"x")
    qtbot.waitUntil(has(live, Layer.STORED, [5]), timeout=PATIENCE)
    live.resize((PAGES + 40) * PAGESIZE)
    live.write((PAGES + 20) * PAGESIZE, b"x")

    def stored() -> bool:
        return live.layers.state(Layer.STORED).runs.pages == 2  # type: ignore[union-attr]

    qtbot.waitUntil(stored, timeout=PATIENCE)
    assert auditing.unexpected == RunSet()
    assert auditing.absent == RunSet()


def test_closing_a_document_ends_its_audit(workspace: Workspace, live: Session, qtbot: QtBot) -> None:
    file = live.file
    assert file is not None
    auditing_of(live).start()
    qtbot.waitUntil(lambda: live.layers.state(Layer.STORED).runs is not None, timeout=PATIENCE)
    assert file.before_store is not None
    with qtbot.waitSignal(live.destroyed, timeout=PATIENCE):
        workspace.close(live)
    assert file.before_store is None


@pytest.mark.parametrize("moment", ["before it began", "while it arms", "before it is told"])
def test_an_audit_that_begins_while_its_document_is_closed_ends(
    workspace: Workspace, live: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    file, reached, go_on, done = live.file, threading.Event(), threading.Event(), threading.Event()
    assert file is not None

    def hold(*_: object) -> None:
        reached.set()
        go_on.wait(PATIENCE)

    if moment == "before it began":
        live.jobs.run("before", hold, lane=live.store_lane, queued=True)
    if moment == "while it arms":
        monkeypatch.setattr(StoreAudit, "cover", hold)
    auditing_of(live).start()
    if moment == "before it is told":
        live.jobs.run("after", hold, lane=live.store_lane, queued=True)
    live.jobs.run("last", lambda _: done.set(), lane=live.store_lane, queued=True)
    assert reached.wait(PATIENCE)
    assert (file.before_store is None) == (moment == "before it began")
    with qtbot.waitSignal(live.destroyed, timeout=PATIENCE):
        workspace.close(live)
    go_on.set()
    assert done.wait(PATIENCE)
    assert file.before_store is None


def test_only_live_documents_are_audited(session: Session, told: list[str]) -> None:
    auditing_of(session).start()
    assert told == ["Only a document in Live access stores at once; open it so to audit it."]
    assert session.layers.state(Layer.STORED).told is Told.NOT_AVAILABLE


def _pattern() -> object:
    from bytescope.core.document.patterns import Repeat

    return Repeat(b"\xaa")
