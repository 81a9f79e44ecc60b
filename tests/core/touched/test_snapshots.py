"""Snapshots of fingerprints: what is written is what is read, and damage is never taken for knowledge."""

import errno
import os
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.errors import BytescopeError, Cancelled
from bytescope.core.pages.print_store import PrintStore, Stretch
from bytescope.core.pages.prints import ZERO, prints_of
from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.opening import open_file
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.shelf import UnusableError
from bytescope.core.ticket import Ticket
from bytescope.core.touched.snapshots import KIND, About, SnapshotError, Snapshots, compare
from helpers.saving import Trouble, fails_at, sparse_file

ABOUT = About("before", "disk.img", 0, 1_700_000_000.25, 5, 6, -7)


NUMBERS = np.arange(1, 3000, dtype=np.uint32)


class Made:
    """Pages with given fingerprints, as a source of which all is known: nothing is ever read."""

    def __init__(self, values):
        self.values = np.array(values, np.uint32)
        self.page_count = len(values)
        self.size = len(values) * PAGESIZE

    def stretches(self, within):
        part = self.values[within.first : within.end]
        for index, value in enumerate(part.tolist()):
            if value:
                yield Stretch(PageRange(within.first + index, within.first + index + 1), value)

    def data_runs(self, within):
        yield within

    def read_into(self, offset, buffer):
        return (Lost(ByteRange.of(offset, len(buffer)), Why.UNREADABLE),)


@pytest.fixture
def kept(tmp_path):
    return Snapshots(StateFolder(tmp_path / "state"))


def taken(kept, source, known=None):
    return kept.take(source, ABOUT._replace(size=source.size), Ticket(), known)


def values_of(prints, count):
    out = np.zeros(count, np.uint32)
    for stretch in prints.stretches(PageRange(0, count)):
        assert not out[stretch.pages.first : stretch.pages.end].any()
        out[stretch.pages.first : stretch.pages.end] = stretch.of(stretch.pages)
    return out


def path_of(tmp_path, id_):
    return tmp_path / "state" / KIND / id_


some_prints = st.lists(
    st.tuples(st.integers(1, 5000), st.sampled_from(["none", "one", "all", "some"])), min_size=1, max_size=8
)


def built(parts, seed):
    rng = np.random.default_rng(seed)
    out = []
    for count, sort in parts:
        values = rng.integers(1, 1 << 32, count, dtype=np.uint32)
        if sort == "none":
            values[:] = 0
        elif sort == "one":
            values[:] = values[0]
        elif sort == "some":
            values[rng.random(count) < 0.5] = 0
        out.append(values)
    return np.concatenate(out)


@given(parts=some_prints, seed=st.integers(0, 1 << 32), cut=st.tuples(st.floats(0, 1), st.floats(0, 1)))
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_what_is_read(tmp_path_factory, parts, seed, cut):
    kept = Snapshots(StateFolder(tmp_path_factory.mktemp("s") / "state"))
    values = built(parts, seed)
    store = PrintStore(len(values))
    store.put(0, values)
    listed = taken(kept, Made(values), store)
    assert listed.known == np.count_nonzero(values)
    with kept.open(listed.id) as snapshot:
        assert (values_of(snapshot, len(values)) == values).all()
        first, end = sorted(int(share * len(values)) for share in cut)
        part = list(snapshot.stretches(PageRange(first, end)))
        assert sum(item.pages.count for item in part) == np.count_nonzero(values[first:end])
        assert all(first <= item.pages.first and item.pages.end <= end for item in part)


def test_many_chunks_of_many_sorts(kept):
    rng = np.random.default_rng(1)
    values = np.full(300_000, ZERO, np.uint32)
    values[70_000:210_001] = rng.integers(1, 1 << 32, 140_001, dtype=np.uint32)
    values[rng.integers(0, len(values), 3000)] = 0
    listed = taken(kept, Made(values), Made(values))
    with kept.open(listed.id) as snapshot:
        assert (values_of(snapshot, len(values)) == values).all()
    assert listed.bytes < len(values) * 4 * 1.01


def test_a_file_is_read_but_for_what_is_known(kept, tmp_path):
    data = os.urandom(40 * PAGESIZE)
    path = sparse_file(tmp_path / "f", {3 * PAGESIZE: data, 900 * PAGESIZE: data[:100]}, 1000 * PAGESIZE + 77)
    with closing(open_file(bytes(path))) as file:
        expected = prints_of(np.frombuffer(path.read_bytes(), np.uint8))
        known = PrintStore(1001)
        known.put(10, np.array([1, 2, 3], np.uint32))
        listed = taken(kept, file, known)
    expected[10:13] = 1, 2, 3
    with kept.open(listed.id) as snapshot:
        assert (values_of(snapshot, 1001) == expected).all()
    assert listed.page_count == listed.known == 1001
    assert listed.bytes < 2000


def test_pages_that_cannot_be_read_have_no_fingerprint(kept):
    values = np.arange(1, 2001, dtype=np.uint32)
    values[500:600] = 0
    listed = taken(kept, Made(values), Made(values))
    assert listed.known == 1900


def test_what_was_noted_is_listed_newest_first(kept):
    other = kept.take(Made([1]), ABOUT._replace(name="later", taken=2e9, size=PAGESIZE), Ticket())
    first = taken(kept, Made([1, 2]))
    assert [item.about.name for item in kept.listed()] == ["later", "before"]
    assert kept.listed() == [other, first]


def test_names_of_any_characters_are_kept(kept):
    name = "a\udcff\n<b>" + "x" * 300
    kept.take(Made([1]), About.of(name, name, PAGESIZE), Ticket())
    assert kept.listed()[0].about.name == name[:200]


def test_a_deleted_snapshot_is_gone(kept):
    listed = taken(kept, Made([1]))
    kept.remove(listed.id)
    assert kept.listed() == []
    with pytest.raises(SnapshotError, match="no longer there"):
        kept.open(listed.id)


class Stopping(Ticket):
    def check(self):
        if self.done >= 1 << 16:
            raise Cancelled


def test_a_snapshot_that_is_stopped_leaves_nothing(kept):
    with pytest.raises(Cancelled):
        kept.take(Made(np.ones(1 << 17)), ABOUT, Stopping(), Made(np.ones(1 << 17)))
    assert kept._folder.names(KIND) == []


def test_what_a_crash_left_is_removed_and_what_is_foreign_is_left(kept, tmp_path):
    cut, foreign = taken(kept, Made(range(1, 9))).id, taken(kept, Made([1])).id
    os.truncate(path_of(tmp_path, cut), path_of(tmp_path, cut).stat().st_size - 1)
    path_of(tmp_path, foreign).write_bytes(b"something else")
    assert kept.listed() == []
    assert kept._folder.names(KIND) == [foreign]


def test_one_that_is_being_taken_is_not_removed(kept):
    fd, name = kept._folder.create(KIND)
    assert kept.listed() == []
    assert kept._folder.names(KIND) == [name]
    os.close(fd)


def test_no_flipped_bit_gives_another_fingerprint(kept, tmp_path):
    rng = np.random.default_rng(2)
    values = np.concatenate([np.full(50, 7), rng.integers(1, 1 << 32, 200), np.zeros(5), np.full(9, 8)])
    listed = taken(kept, Made(values), Made(values))
    path = path_of(tmp_path, listed.id)
    whole = path.read_bytes()
    caught = 0
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << at % 8
        path.write_bytes(damaged)
        try:
            with kept.open(listed.id) as snapshot:
                got = values_of(snapshot, snapshot.page_count)
                assert snapshot.about == ABOUT._replace(size=len(values) * PAGESIZE)
            assert (got == values.astype(np.uint32)).all()
        except (SnapshotError, UnusableError):
            caught += 1
    assert caught == len(whole)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_off_file_is_refused(kept, tmp_path, share):
    listed = taken(kept, Made(range(1, 3000)), Made(range(1, 3000)))
    path = path_of(tmp_path, listed.id)
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(SnapshotError, match="cannot be read"):
        kept.open(listed.id)


def test_every_failing_call_is_one_sentence_and_leaves_nothing(tmp_path):
    values = Made(NUMBERS)
    quiet = Trouble(lambda index, name: None)
    taken(Snapshots(StateFolder(tmp_path / "counted", quiet.calls)), values, values)
    sentences = []
    for number in range(len(quiet.made)):
        folder = tmp_path / f"state{number}"
        kept = Snapshots(StateFolder(folder, Trouble(fails_at(number, errno.ENOSPC)).calls))
        try:
            listed = taken(kept, values, values)
        except BytescopeError as error:
            sentences.append(str(error))
            assert Snapshots(StateFolder(folder)).listed() == []
        else:
            with kept.open(listed.id) as snapshot:
                assert (values_of(snapshot, len(NUMBERS)) == NUMBERS).all()
    assert len(sentences) > 5
    assert not [text for text in sentences if "\n" in text or "full" not in text]


# taking it elsewhere


def test_an_exported_snapshot_is_taken_in_again(kept, tmp_path):
    values = np.arange(1, 5000)
    listed = taken(kept, Made(values), Made(values))
    kept.export(listed.id, bytes(tmp_path / "out"), Ticket())
    again = kept.bring_in(bytes(tmp_path / "out"), Ticket())
    assert again.id != listed.id
    assert again.about == listed.about
    with kept.open(again.id) as snapshot:
        assert (values_of(snapshot, len(values)) == values).all()


@pytest.mark.parametrize("what", ["damaged", "empty", "folder", "fifo", "text", "missing"])
def test_what_is_no_snapshot_is_not_taken_in(kept, tmp_path, what):
    listed = taken(kept, Made(np.arange(1, 5000)), Made(np.arange(1, 5000)))
    path = tmp_path / "out"
    kept.export(listed.id, bytes(path), Ticket())
    data = bytearray(path.read_bytes())
    path.unlink()
    if what == "damaged":
        data[100] ^= 1
        path.write_bytes(data)
    elif what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    elif what != "missing":
        path.write_bytes(b"" if what == "empty" else b"no snapshot at all" * 1000)
    with pytest.raises(SnapshotError) as error:
        kept.bring_in(bytes(path), Ticket())
    assert str(path) in str(error.value)
    assert len(kept._folder.names(KIND)) == 1


# comparing


@given(
    one=st.lists(st.integers(0, 3), max_size=40),
    other=st.lists(st.integers(0, 3), max_size=40),
    stored=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_comparing_is_as_page_by_page(one, other, stored):
    def of(values):
        store = PrintStore(len(values))
        store.put(0, np.array(values, np.uint32))
        return store if stored else Made(values)

    found = compare(of(one), of(other), Ticket())
    common = min(len(one), len(other))
    differ = {i for i in range(common) if one[i] and other[i] and one[i] != other[i]}
    differ |= set(range(common, max(len(one), len(other))))
    unjudged = {i for i in range(common) if not (one[i] and other[i])}
    assert _pages(found.differing) == differ
    assert _pages(found.unjudged) == unjudged


def _pages(runs):
    return {page for run in runs for page in range(run.first, run.end)}


def test_terabytes_of_holes_are_compared_at_once(kept):
    one, other = PrintStore(1 << 40), PrintStore(1 << 40)
    one.put_uniform(PageRange(0, 1 << 40), ZERO)
    other.put_uniform(PageRange(0, 1 << 40), ZERO)
    other.forget(PageRange(5, 6))
    other.put_page(5, 1)
    found = compare(one, other, Ticket())
    assert found.differing == RunSet.of([PageRange(5, 6)])
    assert not found.unjudged


def test_a_changed_file_is_known_by_its_snapshot(kept, tmp_path):
    path = sparse_file(tmp_path / "f", {0: os.urandom(300 * PAGESIZE)}, 500 * PAGESIZE)
    with closing(open_file(bytes(path))) as file:
        listed = taken(kept, file)
    with path.open("r+b") as file:
        file.seek(123 * PAGESIZE + 5)
        file.write(b"!")
        file.truncate(501 * PAGESIZE)
    with closing(open_file(bytes(path))) as file:
        now = taken(kept, file)
    with kept.open(listed.id) as before, kept.open(now.id) as after:
        found = compare(before, after, Ticket())
    assert found.differing == RunSet.of([PageRange(123, 124), PageRange(500, 501)])
