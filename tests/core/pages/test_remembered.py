"""Remembered facts: what is written is what is read, at every level, and damage is never taken for facts."""

import dataclasses
import errno
import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.dense import CHUNK, KEPT_BYTES, RAW_BYTES
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.packing import Rows
from bytescope.core.pages.print_store import PrintStore
from bytescope.core.pages.remembered import columns
from bytescope.core.pages.remembered.folder import (
    KIND,
    NEW,
    Learned,
    RememberedFolder,
    Stamp,
    Trust,
    is_young,
    name_of,
)
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.identity import Identity
from bytescope.core.storage.private import StateFolder
from bytescope.core.storage.shelf import UnusableError
from bytescope.core.ticket import Ticket
from helpers.measures import some_measures
from helpers.saving import Trouble, fails_at

NAME = "0123456789abcdef" * 2
FILE = Identity(1, 2, 3, 10**18, 10**18, 1, 0o100644)
SMALL = 700
"""A store whose file can be damaged byte by byte."""


@pytest.fixture
def folder(tmp_path):
    return RememberedFolder(StateFolder(tmp_path / "cache"))


def learned(store, prints=None):
    stamp = Stamp.of(FILE, 0, store.page_count * PAGESIZE, young=False)
    return Learned(stamp, store.frozen(), prints or PrintStore(store.page_count))


def thawed(remembered, budget=1 << 30):
    return FactStore.thawed(remembered.facts.load(), budget)


def again(folder, store, **more):
    """What comes back of a store, its pages too."""
    assert folder.keep(NAME, learned(store, **more), Ticket())
    remembered = folder.recall(NAME)
    back = thawed(remembered)
    for number in back.away():
        back.bring(number, remembered.facts.rows(number))
    remembered.close()
    return back


def same(one, other, least=0):
    """Whether two stores tell the same, at all levels from ``least`` on."""
    assert one.page_count == other.page_count
    assert one.class_counts() == other.class_counts()
    assert one.known == other.known
    assert one.longest_unknown() == other.longest_unknown()
    everything = PageRange(0, one.page_count)
    assert one.unknown_runs(everything, 50) == other.unknown_runs(everything, 50)
    for level in range(least, 20):
        count = (one.page_count >> level) + 1
        for mine, theirs in zip(_cells(one, level, count), _cells(other, level, count)):
            assert np.array_equal(mine, theirs)


def _cells(store, level, count):
    cells = store.cells(level, 0, count, lead=True)
    return [getattr(cells, field.name) for field in dataclasses.fields(cells)]


steps = st.lists(
    st.tuples(
        st.sampled_from(["dense", "few", "uniform", "samples", "forget", "resize"]),
        st.floats(0, 1),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=8,
)


def played(script, seed, budget=1 << 30):
    rng = np.random.default_rng(seed)
    store = FactStore(3 * CHUNK + 777, budget)
    for what, at, much in script:
        first = min(int(at * store.page_count), store.page_count - 1)
        count = 1 + int(much * (store.page_count - first) * 0.99)
        pages = PageRange(first, min(first + count, store.page_count))
        if what == "dense":
            store.put(first, some_measures(rng, pages.count))
        elif what == "few":
            store.put(first, some_measures(rng, min(pages.count, 300), [3]))
        elif what == "uniform":
            store.put_uniform(pages, PageClass(1 + int(much * 8)), 3.0, 4.0, 0.5, 0.25, 9)
        elif what == "samples":
            found = sorted(set(rng.integers(pages.first, pages.end, 500).tolist()))
            store.put_at(found, some_measures(rng, len(found)))
        elif what == "forget":
            store.forget(pages)
        else:
            store.resize(max(1, store.page_count - int(much * 5000)))
    return store


@given(script=steps, seed=st.integers(0, 1 << 20))
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_what_is_read(tmp_path_factory, script, seed):
    folder = RememberedFolder(StateFolder(tmp_path_factory.mktemp("m") / "cache"))
    store = played(script, seed)
    same(again(folder, store), store)


@given(script=steps, seed=st.integers(0, 1 << 20))
@settings(max_examples=15, deadline=None)
def test_so_it_is_when_pages_were_dropped(tmp_path_factory, script, seed):
    folder = RememberedFolder(StateFolder(tmp_path_factory.mktemp("m") / "cache"))
    store = played(script, seed, budget=RAW_BYTES + 12 * KEPT_BYTES)
    same(again(folder, store), store)


def test_pages_known_by_their_blocks_alone_stay_so(folder):
    """A page of a chunk whose pages were dropped was read again before all of it was kept."""
    store = played([("dense", 0, 1), ("dense", 0, 0)], 0, budget=RAW_BYTES + 12 * KEPT_BYTES)
    same(again(folder, store), store)


def test_coarse_cells_are_there_before_the_pages_are(folder):
    store = FactStore(3 * CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), 2 * CHUNK + 100))
    folder.keep(NAME, learned(store), Ticket())
    remembered = folder.recall(NAME)
    back = thawed(remembered)
    assert back.away() == [0, 1]  # of the third not all is known: its pages came at once
    same(back, store, least=8)
    assert back.unknown_runs(PageRange(0, 2 * CHUNK), exact=True) == []
    back.bring(0, remembered.facts.rows(0))
    back.bring(1, None)
    assert back.unknown_runs(PageRange(0, 2 * CHUNK), exact=True) == [PageRange(CHUNK, 2 * CHUNK)]
    assert back.page(5) == store.page(5)
    remembered.close()


def test_pages_that_changed_while_theirs_were_away_stay_changed(folder):
    store = FactStore(CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), CHUNK))
    folder.keep(NAME, learned(store), Ticket())
    remembered = folder.recall(NAME)
    back = thawed(remembered)
    for one in (store, back):
        one.put(300, some_measures(np.random.default_rng(2), 3))
        one.put_uniform(PageRange(600, 700), PageClass.ZERO)
        one.forget(PageRange(1100, 1101))
    back.bring(0, remembered.facts.rows(0))
    remembered.close()
    lost = back.unknown_runs(PageRange(0, CHUNK), 9)
    assert back.page(1100) is None
    assert sum(run.count for run in lost) <= 3 * 256
    for page in (299, 300, 302, 303, 600, 699, 2000):
        assert back.page(page) in (store.page(page), None)
    assert back.page(301) == store.page(301)
    assert back.page(650).cls is PageClass.ZERO


def test_what_was_frozen_does_not_change_any_more(folder):
    rng = np.random.default_rng(3)
    store, other = FactStore(2 * CHUNK), FactStore(2 * CHUNK)
    for one in (store, other):
        one.put(0, some_measures(np.random.default_rng(4), CHUNK + 9000))
    kept = learned(store)
    store.put(5, some_measures(rng, 70_000))
    store.forget(PageRange(100, 400))
    store.put_uniform(PageRange(9000, 9900), PageClass.ONES)
    assert folder.keep(NAME, kept, Ticket())
    remembered = folder.recall(NAME)
    back = thawed(remembered)
    for number in back.away():
        back.bring(number, remembered.facts.rows(number))
    remembered.close()
    same(back, other)


def test_doubt_is_remembered(folder):
    store = FactStore(CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), 5000))
    store.doubt()
    store.put(100, some_measures(np.random.default_rng(1), 50))
    back = again(folder, store)
    assert (back.in_doubt, back.known) == (4950, 50)
    same(back, store)


def test_pages_away_are_kept_again(folder):
    store = FactStore(2 * CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), 2 * CHUNK))
    folder.keep(NAME, learned(store), Ticket())
    before = folder.recall(NAME)
    assert folder.keep(NAME, learned(thawed(before)), Ticket(), before)
    before.close()
    remembered = folder.recall(NAME)
    back = thawed(remembered)
    for number in (0, 1):
        back.bring(number, remembered.facts.rows(number))
    remembered.close()
    same(back, store)


def test_fingerprints_come_back(folder):
    prints = PrintStore(CHUNK)
    prints.put(10, np.arange(1, 4000, dtype=np.uint32))
    store = FactStore(CHUNK)
    folder.keep(NAME, learned(store, prints), Ticket())
    remembered = folder.recall(NAME)
    found = list(remembered.prints.stretches(PageRange(0, CHUNK)))
    remembered.close()
    assert [(item.pages, item.prints.tolist()) for item in found] == [
        (PageRange(10, 4009), list(range(1, 4000)))
    ]


# columns


def test_a_column_that_is_not_there_leaves_all_of_it_in_doubt(folder, monkeypatch):
    store = FactStore(CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), 300))
    folder.keep(NAME, learned(store), Ticket())
    monkeypatch.setitem(columns.VERSIONS, "dominant", "2")
    remembered = folder.recall(NAME)
    assert not remembered.facts.complete
    back = thawed(remembered)
    remembered.close()
    assert back.page(5).entropy == store.page(5).entropy
    assert back.page(5).dominant == 0


def test_page_classes_of_another_version_are_not_shown(folder, monkeypatch):
    store = FactStore(CHUNK)
    folder.keep(NAME, learned(store), Ticket())
    monkeypatch.setitem(columns.VERSIONS, "classes", "2")
    assert folder.recall(NAME) is None
    assert folder.size() == 0


def test_columns_of_a_later_version_are_left_out():
    store = FactStore(100)
    store.put(0, some_measures(np.random.default_rng(1), 100))
    rows = store.frozen()
    known = Rows.of_packed(rows.values)
    count = len(rows.values)
    data = b"".join([bytes(4 * count), *columns.packed_rows(known)])
    described = [["later", "<u4", "1"], *columns.row_columns()]
    back = columns.unpacked_rows(np.frombuffer(data, np.uint8), described, count)
    assert np.array_equal(back.packed(), rows.values)


# damage


def small():
    rng = np.random.default_rng(1)
    store = FactStore(SMALL)
    store.put(0, some_measures(rng, 60))
    store.put_uniform(PageRange(100, 300), PageClass.ZERO)
    prints = PrintStore(SMALL)
    prints.put(0, rng.integers(1, 1 << 32, 60, dtype=np.uint32))
    return store, prints


def all_of(remembered):
    remembered.facts.load()
    remembered.facts.rows(0)
    return list(remembered.prints.stretches(PageRange(0, 1 << 20)))


def test_no_flipped_bit_gives_another_fact(folder, tmp_path):
    store, prints = small()
    folder.keep(NAME, learned(store, prints), Ticket())
    path = tmp_path / "cache" / KIND / NAME
    whole = path.read_bytes()
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << at % 8
        path.write_bytes(damaged)
        os.chmod(path, 0o600)
        remembered = folder.recall(NAME)
        if remembered is None:
            assert not path.exists()
            continue
        with pytest.raises(UnusableError):
            all_of(remembered)
        remembered.close()


def test_no_flipped_bit_in_a_chunk_gives_another_fact(folder, tmp_path):
    store = FactStore(CHUNK)
    store.put(0, some_measures(np.random.default_rng(1), CHUNK))
    folder.keep(NAME, learned(store), Ticket())
    path = tmp_path / "cache" / KIND / NAME
    whole = path.read_bytes()
    for at in np.linspace(0, len(whole) - 1, 300).astype(int).tolist():
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        path.write_bytes(damaged)
        os.chmod(path, 0o600)
        remembered = folder.recall(NAME)
        if remembered is not None:
            with pytest.raises(UnusableError):
                all_of(remembered)
            remembered.close()


@pytest.mark.parametrize("share", [0, 0.2, 0.6, 0.99])
def test_a_cut_off_file_is_removed(folder, tmp_path, share):
    folder.keep(NAME, learned(*small()), Ticket())
    path = tmp_path / "cache" / KIND / NAME
    os.truncate(path, int(path.stat().st_size * share))
    assert folder.recall(NAME) is None
    assert not path.exists()


def test_whatever_call_fails_nothing_wrong_is_recalled(tmp_path):
    store, prints = small()
    quiet = Trouble(lambda index, name: None)
    RememberedFolder(StateFolder(tmp_path / "counted", quiet.calls)).keep(
        NAME, learned(store, prints), Ticket()
    )
    refused = 0
    for number in range(len(quiet.made)):
        root = tmp_path / f"cache{number}"
        trouble = Trouble(fails_at(number, errno.ENOSPC))
        kept = RememberedFolder(StateFolder(root, trouble.calls)).keep(NAME, learned(store, prints), Ticket())
        sound = RememberedFolder(StateFolder(root))
        remembered = sound.recall(NAME)
        refused += not kept
        if kept:
            same(thawed(remembered), store)
        if remembered is not None:
            remembered.close()
        sound.sweep()
        assert os.listdir(root / NEW) == [] if (root / NEW).exists() else not kept
    assert refused > 5


# which file it is of


@pytest.mark.parametrize(
    ("change", "trust"),
    [
        ({}, Trust.SAME),
        ({"device": 9}, Trust.SAME),
        ({"links": 9}, Trust.SAME),
        ({"inode": 9}, Trust.NONE),
        ({"size": 9}, Trust.STALE),
        ({"mtime_ns": 9}, Trust.STALE),
        ({"ctime_ns": 9}, Trust.STALE),
        ({"mode": 0o060600}, Trust.STALE),
    ],
)
def test_facts_are_believed_of_the_same_file_only(change, trust):
    stamp = Stamp.of(FILE, 0, 3, young=False)
    assert stamp.trust(FILE._replace(**change), 0, 3) is trust


def test_another_part_of_the_file_is_another_thing():
    stamp = Stamp.of(FILE, 4096, 3, young=False)
    assert stamp.trust(FILE, 0, 3) is Trust.NONE
    assert stamp.trust(FILE, 4096, 2) is Trust.STALE


def test_a_file_that_had_just_been_changed_is_not_believed():
    assert is_young(FILE, FILE.mtime_ns + 10**9)
    assert not is_young(FILE, FILE.mtime_ns + 3 * 10**9)
    assert Stamp.of(FILE, 0, 3, young=True).trust(FILE, 0, 3) is Trust.STALE


def test_names_tell_nothing_and_follow_links(tmp_path):
    path, link = tmp_path / "secret", tmp_path / "link"
    path.touch()
    link.symlink_to(path)
    assert name_of(bytes(path), 0, False) == name_of(bytes(link), 0, False)
    parts = {name_of(bytes(path), *part) for part in ((0, False), (0, True), (4096, True))}
    assert len(parts) == 3
    assert not [name for name in parts if "secret" in name or len(name) != 32]


# the folder


def test_the_least_recently_used_go_first(tmp_path):
    store, prints = small()
    kept = learned(store, prints)
    RememberedFolder(StateFolder(tmp_path / "cache")).keep(NAME, kept, Ticket())
    size = (tmp_path / "cache" / KIND / NAME).stat().st_size
    folder = RememberedFolder(StateFolder(tmp_path / "cache"), limit=3 * size)
    names = [NAME, *(f"{number:032x}" for number in range(3))]
    for age, name in enumerate(names[:3]):
        folder.keep(name, kept, Ticket())
        os.utime(tmp_path / "cache" / KIND / name, ns=(age * 10**9, age * 10**9))
    folder.recall(names[0]).close()  # used just now
    folder.keep(names[3], kept, Ticket())
    assert sorted(os.listdir(tmp_path / "cache" / KIND)) == sorted([names[0], names[2], names[3]])


def test_folder_and_files_are_for_their_owner_alone(folder, tmp_path):
    folder.keep(NAME, learned(*small()), Ticket())
    path = tmp_path / "cache" / KIND
    assert [os.stat(p).st_mode & 0o777 for p in (path, path / NAME)] == [0o700, 0o600]


@pytest.mark.parametrize("what", ["link", "readable by others"])
def test_what_somebody_else_may_have_put_there_is_not_read(folder, tmp_path, what):
    folder.keep(NAME, learned(*small()), Ticket())
    path = tmp_path / "cache" / KIND / NAME
    if what == "link":
        path.rename(tmp_path / "other")
        path.symlink_to(tmp_path / "other")
    else:
        path.chmod(0o644)
    assert folder.recall(NAME) is None


def test_all_is_forgotten_on_wish(folder):
    folder.keep(NAME, learned(*small()), Ticket())
    assert folder.size() > 1000
    folder.forget()
    assert folder.size() == 0
    assert folder.recall(NAME) is None
