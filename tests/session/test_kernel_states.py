"""What the layers of the page cache say while somebody looks, and that nobody asks while nobody does."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bytescope.core.document.patterns import Repeat
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.opening import open_file
from bytescope.core.touched import residency
from bytescope.core.touched.durability import Pages, Stored
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.session.session import Session
from bytescope.session.states import file_pages, kernel_states
from bytescope.session.states.kernel_states import KernelStates
from bytescope.session.storage.durability import Following
from bytescope.session.storage.saving import Saving
from bytescope.session.workspace import Workspace
from helpers.holding import held

pytestmark = pytest.mark.page_cache

PAGES = 1 << 18
WAIT = 30_000


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(None)
    yield made
    made.shut_down(30)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_states, "SOON", 0.01)
    monkeypatch.setattr(kernel_states, "SETTLED", 0.02)
    monkeypatch.setattr(kernel_states, "PERIOD", 0.03)
    monkeypatch.setattr(kernel_states, "WHOLE_PERIOD", 0.06)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """1 GiB of holes but for three pages, kept in memory; skips where the kernel does not tell."""
    path = tmp_path / "data"
    with path.open("wb") as file:
        file.truncate(PAGES * PAGESIZE)
        for page in (3, 4, 100_000):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
        os.fsync(file.fileno())
    source = open_file(str(path))
    told = residency.look(source, PageRange(0, 1)).states[Layer.DIRTY].told
    source.close()
    if told is not Told.YES:
        pytest.skip(f"where temporary files are the state of pages is {told.value}")
    with held(path, (3, 4, 100_000)):
        yield path


def opened(workspace: Workspace, path: Path, *layers: Layer, access: Access = Access.EDIT) -> Session:
    session = workspace.open_now(str(path), access)
    assert session is not None
    for layer in layers:
        session.layers.show(layer, True)
    KernelStates(session)
    return session


def pages(session: Session, layer: Layer) -> list[int]:
    runs = session.layers.runs(layer, PageRange(0, session.page_count))
    return [] if runs is None else [page for run in runs.runs() for page in range(run.first, run.end)]


def touch(path: Path, *numbers: int) -> None:
    """As another program does."""
    descriptor = os.open(path, os.O_RDWR)
    for page in numbers:
        os.pwrite(descriptor, b"other", page * PAGESIZE)
    os.close(descriptor)


def test_what_is_in_memory_and_dirty_is_told_and_kept_up_to_date(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    session = opened(workspace, path, Layer.RESIDENT)
    qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 100_000], timeout=WAIT)
    assert pages(session, Layer.DIRTY) == []
    assert session.layers.state(Layer.EVICTED).runs is None  # nobody asked for it
    touch(path, 200_000)
    with held(path, [200_000]):
        qtbot.waitUntil(lambda: 200_000 in pages(session, Layer.RESIDENT), timeout=WAIT)
    assert pages(session, Layer.DIRTY) in ([200_000], [])  # it may be on its way already


def test_what_is_in_view_is_looked_at_between_two_looks_at_all(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_states, "WHOLE_PERIOD", 1000.0)
    session = opened(workspace, path, Layer.RESIDENT)
    qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 100_000], timeout=WAIT)
    session.survey.set_visible(PageRange(50_000, 150_000))
    touch(path, 7, 60_000)
    with held(path, (7, 60_000)):
        qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 60_000, 100_000], timeout=WAIT)
        session.layers.stirred.emit()
        qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 7, 60_000, 100_000], timeout=WAIT)


def test_while_the_view_moves_nothing_is_asked(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(workspace, path)
    qtbot.waitUntil(lambda: session.layers.state(Layer.DIRTY).runs is not None, timeout=WAIT)
    monkeypatch.setattr(kernel_states, "SETTLED", 1000.0)
    source = session.findChild(KernelStates)
    qtbot.waitUntil(lambda: source._timer.isActive(), timeout=WAIT)
    session.survey.set_visible(PageRange(5, 500))
    assert source._timer.remainingTime() > 900_000


@pytest.mark.parametrize("way", ["hidden", "asleep", "ended"])
def test_nobody_asks_while_nobody_looks(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    session = opened(workspace, path)
    qtbot.waitUntil(lambda: session.layers.state(Layer.DIRTY).runs is not None, timeout=WAIT)
    if way == "hidden":
        session.layers.show(Layer.DIRTY, False)
        session.layers.show(Layer.WRITING, False)
    elif way == "asleep":
        session.layers.sleep(True)
    else:
        session.layers.ended.emit()
    qtbot.waitUntil(lambda: not session.jobs.busy, timeout=WAIT)
    source = session.findChild(KernelStates)
    asked = []
    monkeypatch.setattr(source, "_put", lambda: asked.append(1))
    session.layers.stirred.emit()
    session.survey.visible_changed.emit()
    assert not source._timer.isActive()
    assert not session.jobs.busy
    if way == "asleep":
        session.layers.sleep(False)
        qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)


def test_a_layer_that_is_shown_later_is_looked_at_at_once(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_states, "PERIOD", 1000.0)
    session = opened(workspace, path)
    qtbot.waitUntil(lambda: session.layers.state(Layer.DIRTY).runs is not None, timeout=WAIT)
    session.layers.show_alone(Layer.RESIDENT)
    qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 100_000], timeout=WAIT)


def test_nothing_is_told_twice(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = opened(workspace, path)
    told: list[int] = []
    qtbot.waitUntil(lambda: session.layers.state(Layer.WRITING).runs is not None, timeout=WAIT)
    session.layers.changed.connect(lambda: told.append(1))
    source = session.findChild(KernelStates)
    for _ in range(3):
        before = source._whole
        session.layers.stirred.emit()
        qtbot.waitUntil(lambda before=before: source._whole is not before, timeout=WAIT)
    assert told == []


def test_without_permission_a_sentence_stands_there(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_fd: int):
        def ask(*_: object) -> list[int]:
            raise PermissionError(1, "Operation not permitted")

        return ask

    monkeypatch.setattr(residency, "counter", refused)
    session = opened(workspace, path)
    qtbot.waitUntil(lambda: session.layers.state(Layer.DIRTY).told is Told.NOT_PERMITTED, timeout=WAIT)
    assert session.layers.state(Layer.DIRTY).note == kernel_states.FORBIDDEN
    assert session.layers.runs(Layer.DIRTY, PageRange(0, 10)) is None


def test_a_document_in_memory_has_no_page_cache(workspace: Workspace, qtbot: QtBot) -> None:
    from bytescope.core.document.document import Document
    from bytescope.core.source.memory import MemorySource

    session = Session(Document(MemorySource(bytes(1 << 20))), "new", workspace.jobs, workspace)
    KernelStates(session)
    qtbot.waitUntil(lambda: session.layers.state(Layer.DIRTY).told is Told.IN_MEMORY, timeout=WAIT)
    session.stop()


def test_pages_that_an_insertion_has_moved_are_left_out(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    session = opened(workspace, path, Layer.RESIDENT)
    session.insert(50_000 * PAGESIZE, b"new")
    qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4], timeout=WAIT)
    assert session.layers.state(Layer.RESIDENT).note == file_pages.MOVED
    session.undo()
    qtbot.waitUntil(lambda: pages(session, Layer.RESIDENT) == [3, 4, 100_000], timeout=WAIT)


def test_a_live_store_is_dirty_at_once_and_clean_after_a_flush(
    workspace: Workspace, path: Path, qtbot: QtBot
) -> None:
    session = opened(workspace, path, access=Access.LIVE)
    saving = Saving(session)
    session.write(9 * PAGESIZE, b"x")
    qtbot.waitUntil(lambda: 9 in pages(session, Layer.DIRTY), timeout=WAIT)
    with qtbot.waitSignal(saving.saved, timeout=WAIT):
        saving.save()
    qtbot.waitUntil(lambda: 9 not in pages(session, Layer.DIRTY), timeout=WAIT)


def test_of_pages_that_are_being_stored_the_finer_answer_is_shown(
    workspace: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(workspace, path)

    def dirty_again() -> bool:
        """Somebody's sync may clean them at any time."""
        touch(path, 5, 20)
        session.layers.stirred.emit()
        return pages(session, Layer.DIRTY) == [5, 20]

    qtbot.waitUntil(dirty_again, timeout=WAIT)
    followed, dirty = Pages(array("q", [0]), array("q", [10])), Pages(array("q", [2]), array("q", [3]))
    monkeypatch.setattr(Following, "pages", followed)
    session.show_durable(Stored(Told.YES, 10, 0, 1, 0, True, dirty, Pages()), "1 page dirty")
    assert pages(session, Layer.DIRTY) == [2, 20]
    session.show_durable(None, "")
    assert pages(session, Layer.DIRTY) == [5, 20]


def test_after_a_save_nothing_is_dirty_on_the_map(workspace: Workspace, path: Path, qtbot: QtBot) -> None:
    session = opened(workspace, path)
    saving, seen = Saving(session), []
    session.durability_changed.connect(lambda: seen.append(session.following.pages))
    session.fill(ByteRange(0, 16 << 20), Repeat(b"\xaa"))
    with qtbot.waitSignal(saving.saved, timeout=60_000):
        saving.save()
    qtbot.waitUntil(lambda: session.durable is not None and session.durable.clean, timeout=WAIT)
    qtbot.waitUntil(lambda: pages(session, Layer.DIRTY) == [], timeout=WAIT)
    assert any(runs is not None and runs.count == 4096 for runs in seen)
