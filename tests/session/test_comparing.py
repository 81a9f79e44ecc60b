"""A comparison that goes on while both documents are edited ends with the verdicts of all their bytes."""

from __future__ import annotations

import os
import random

import numpy as np
import pytest

from bytescope.core.compare.verdicts import Verdict
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.pages.print_store import PrintStore
from bytescope.core.pages.prints import prints_of
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from bytescope.core.touched.layers import Layer
from bytescope.session.compare.comparing_prints import ComparingPrints
from bytescope.session.compare.comparing_two import ComparingTwo
from bytescope.session.compare.other_side import last_saved, let_go
from bytescope.session.jobs import Jobs
from bytescope.session.session import Session
from helpers.files import noise_bytes


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def make(jobs):
    def session(data, name="x"):
        source = MemorySource(data) if isinstance(data, bytes) else open_file(bytes(data))
        return Session(Document(source), name, jobs)

    return session


def data_of(session):
    snapshot = session.document.snapshot()
    return snapshot.read(0, snapshot.size).data


def naive_pages(mine, other, shift):
    """The differing pages by all bytes."""
    size = max(len(mine), len(other) - shift)
    one, two = np.full((2, -(-size // PAGESIZE) * PAGESIZE), -1, np.int16)
    one[: len(mine)] = np.frombuffer(mine, np.uint8)
    start = max(0, -shift)
    part = np.frombuffer(other, np.uint8)[start + shift :]
    two[start : start + len(part)] = part
    return np.flatnonzero((one != two).reshape(-1, PAGESIZE).any(1)).tolist()


def finish(qtbot, comparing):
    qtbot.waitUntil(lambda: comparing.planned and not comparing.running, timeout=20_000)


def different(comparing):
    codes = comparing.standing.verdicts.codes(PageRange(0, comparing.standing.verdicts.page_count))
    assert not (codes == Verdict.UNKNOWN).any()
    return np.flatnonzero(codes == Verdict.DIFFERENT).tolist()


def edit(session, rng):
    at = rng.randrange(max(1, session.size))
    act = rng.randrange(6)
    if act == 0:
        session.write(at, rng.randbytes(3))
    elif act == 1:
        session.fill(ByteRange(at, min(session.size, at + 9000)), Repeat(b"\0"))
    elif act == 2:
        session.insert(at, rng.randbytes(rng.choice((1, PAGESIZE, 9999))))
    elif act == 3:
        session.delete(ByteRange(at, min(session.size, at + rng.choice((1, PAGESIZE, 9999)))))
    elif act == 4 and session.document.undo_name:
        session.undo()
    elif session.document.redo_name:
        session.redo()


@pytest.mark.parametrize("shift", [0, 17, -17, PAGESIZE])
@pytest.mark.parametrize("seed", range(6))
def test_edits_on_both_sides_are_compared_again(qtbot, make, seed, shift):
    rng = random.Random(f"{seed} {shift}")
    data = noise_bytes(300 * PAGESIZE + 77)
    session, other = make(data, "mine"), make(data[: rng.choice((len(data), 250 * PAGESIZE))], "other")
    comparing = ComparingTwo(session, other, shift)
    comparing.start()
    for _ in range(12):
        edit(rng.choice((session, other)), rng)
        if rng.random() < 0.3:
            finish(qtbot, comparing)
        elif rng.random() < 0.5:
            qtbot.waitUntil(lambda: comparing.planned)
    finish(qtbot, comparing)
    expected = naive_pages(data_of(session), data_of(other), shift)
    assert different(comparing) == expected
    everything = PageRange(0, session.page_count)
    runs = session.layers.runs(Layer.DIFFERENT, everything).runs()
    assert [page for run in runs for page in range(run.first, run.end)] == [
        page for page in expected if page < session.page_count
    ]
    theirs = other.layers.runs(Layer.DIFFERENT, PageRange(0, other.page_count)).runs()
    touched = {
        place // PAGESIZE
        for page in expected
        for place in (page * PAGESIZE + shift, (page + 1) * PAGESIZE + shift - 1)
        if 0 <= place < -(-other.size // PAGESIZE) * PAGESIZE
    }
    assert {page for run in theirs for page in range(run.first, run.end)} == touched
    comparing.stop()
    assert session.layers.runs(Layer.DIFFERENT, everything) is None
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_carets_and_selections_go_together(make, qtbot):
    session, other = make(noise_bytes(9000)), make(noise_bytes(5000))
    comparing = ComparingTwo(session, other, 100)
    comparing.start()
    session.set_caret(1000, column="text")
    assert (other.selection.caret, other.selection.column) == (1100, "text")
    other.set_caret(2000)
    assert session.selection.caret == 1900
    session.select(ByteRange(10, 20))
    assert (other.selection.range.start, other.selection.range.end) == (110, 120)
    session.set_caret(8999)
    assert other.selection.caret == 5000
    comparing.stop()
    session.set_caret(5)
    assert other.selection.caret == 5000
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_next_and_previous_go_through_every_difference(qtbot, make):
    data = bytearray(noise_bytes(40 * PAGESIZE))
    one = bytes(data)
    places = [5, 4095, 4096 * 7 + 1, 4096 * 39 + 4095]
    for place in places:
        data[place] ^= 1
    session, other = make(one), make(bytes(data) + b"rest")
    comparing = ComparingTwo(session, other)
    told = []
    comparing.told.connect(told.append)
    comparing.start()
    seen = []
    for forward in (True, False):
        told.clear()
        while not told:
            before = comparing.position
            comparing.seek(forward)
            qtbot.waitUntil(lambda before=before: bool(told) or comparing.position != before)
            seen.append(comparing.position)
    # The last byte and the rest behind it are one run.
    assert seen == [*places, places[-1], *places[-2::-1], places[0]]
    assert told == ["There is no difference before this place."]
    comparing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_an_edited_document_against_its_last_saved_state(qtbot, make, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(noise_bytes(500 * PAGESIZE))
    session = make(path)
    session.write(10 * PAGESIZE, b"edited")
    saved = last_saved(session, session.jobs)
    comparing = ComparingTwo(session, saved)
    comparing.start()
    finish(qtbot, comparing)
    assert different(comparing) == [10]
    assert comparing.bytes_read <= 2 * PAGESIZE
    saved.write(0, b"no")
    assert not saved.document.modified
    session.undo()
    finish(qtbot, comparing)
    assert different(comparing) == []
    assert comparing.sentence().startswith("Both are the same file")
    comparing.stop()
    let_go(saved, file=False)
    qtbot.waitUntil(lambda: not session.jobs.busy)
    session.file.close()


def test_the_pages_in_view_come_first_and_a_pause_keeps_the_rest(qtbot, make):
    data = noise_bytes(64 * PAGESIZE)
    session, other = make(data * 300), make(data * 299 + bytes(len(data)))
    comparing = ComparingTwo(session, other)
    pages = 300 * 64
    comparing.set_visible(PageRange(pages - 10, pages))
    comparing.set_paused(True)
    comparing.start()
    qtbot.waitUntil(lambda: comparing.planned)
    assert comparing.tally.unknown == pages
    assert comparing.sentence().endswith("Paused.")
    first = []
    put = comparing.standing.verdicts.put
    comparing.standing.verdicts.put = lambda page, codes: (first.append(page), put(page, codes))
    comparing.set_paused(False)
    finish(qtbot, comparing)
    assert first[0] >= pages - 10
    assert different(comparing) == list(range(pages - 64, pages))
    comparing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)


class Kept:
    """Fingerprints as a snapshot gives them."""

    class about:
        name, size, taken = "before", 0, 0.0

    def __init__(self, data, missing=()):
        prints = prints_of(np.frombuffer(data, np.uint8))
        self.page_count = len(prints)
        self._store = PrintStore(len(prints))
        prints[list(missing)] = 0
        self._store.put(0, prints)
        self.closed = False

    def stretches(self, within):
        return self._store.stretches(within)

    def close(self):
        self.closed = True


def test_against_fingerprints_pages_without_one_cannot_be_compared(qtbot, make):
    data = noise_bytes(20 * PAGESIZE) + bytes(30 * PAGESIZE) + b"short"
    kept = Kept(data, missing=[3])
    session = make(data)
    session.write(7 * PAGESIZE, b"other")
    session.write(40 * PAGESIZE, b"other")
    comparing = ComparingPrints(session, kept)
    told = []
    comparing.told.connect(told.append)
    comparing.start()
    finish(qtbot, comparing)
    assert different(comparing) == [7, 40]
    assert comparing.tally == (48, 2, 1, 0)
    assert "2 of 51 pages differ from what was there at 1970" in comparing.sentence()
    assert "1 cannot be compared" in comparing.sentence()
    for forward, caret in ((True, 7), (True, 40), (True, 40), (False, 7), (False, 7)):
        comparing.seek(forward)
        assert session.selection.caret == caret * PAGESIZE
    assert len(told) == 2
    session.insert(50 * PAGESIZE, b"longer")
    finish(qtbot, comparing)
    assert different(comparing) == [7, 40, 50]
    session.insert(session.size, noise_bytes(PAGESIZE))
    finish(qtbot, comparing)
    assert different(comparing) == [7, 40, 50, 51]
    comparing.stop()
    qtbot.waitUntil(lambda: kept.closed)


def test_a_file_cut_by_another_program_is_never_the_same(qtbot, make, tmp_path):
    data = noise_bytes(100 * PAGESIZE)
    paths = [tmp_path / name for name in ("one", "two")]
    for path in paths:
        path.write_bytes(data)
    session, other = (make(path) for path in paths)
    os.truncate(paths[1], 50 * PAGESIZE + 1)
    comparing = ComparingTwo(session, other)
    comparing.start()
    finish(qtbot, comparing)
    assert comparing.tally == (50, 0, 50, 0)
    assert "No difference was found in what could be read" in comparing.sentence()
    comparing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    for side in (session, other):
        side.file.close()


@pytest.mark.parametrize("shift", [0, 17, -17, PAGESIZE, -3 * PAGESIZE])
def test_an_edit_of_the_other_side_is_compared_where_it_stands_here(qtbot, make, shift):
    data = b"\x55" * (64 * PAGESIZE)
    session, other = make(data), make(data)
    comparing = ComparingTwo(session, other, shift)
    comparing.start()
    finish(qtbot, comparing)
    for place in (10 * PAGESIZE, 20 * PAGESIZE + 5, 30 * PAGESIZE - 1):
        other.write(place, b"!")
        finish(qtbot, comparing)
        assert different(comparing) == naive_pages(data, data_of(other), shift)
    comparing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_edits_far_apart_are_compared_without_what_lies_between(qtbot, make):
    data = noise_bytes(64 * PAGESIZE) * 40
    session, other = make(data), make(data)
    comparing = ComparingTwo(session, other)
    comparing.start()
    finish(qtbot, comparing)
    before = comparing.bytes_read
    session.write(3 * PAGESIZE, b"one")
    session.write(2500 * PAGESIZE, b"two")
    finish(qtbot, comparing)
    assert different(comparing) == [3, 2500]
    assert comparing.bytes_read - before <= 2 * 2 * PAGESIZE
    for page in range(0, 2500, 20):  # more than are planned one by one
        session.write(page * PAGESIZE + 9, b"more")
    finish(qtbot, comparing)
    assert different(comparing) == sorted({3, 2500, *range(0, 2500, 20)})
    comparing.stop()
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_an_edit_that_leaves_nothing_in_common_is_told(qtbot, make):
    mine, other = make(noise_bytes(3 * PAGESIZE)), make(noise_bytes(3 * PAGESIZE))
    comparing = ComparingTwo(mine, other, 16)
    comparing.start()
    finish(qtbot, comparing)
    other.document.resize(16)  # who shows how it stands may be told of it before the comparison is
    assert "choose a smaller shift" in comparing.sentence()
    comparing.stop()
