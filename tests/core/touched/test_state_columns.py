"""The states of pages as columns of a table."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from bytescope.core.document.document import Document
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.facts import FactStore
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.opening import create_file, open_file
from bytescope.core.touched import state_columns as module
from bytescope.core.touched.found import STATES, Found, Residency
from bytescope.core.touched.state_columns import Undisturbed, samples_of, state_columns
from bytescope.core.touched.state_runs import StateRuns
from bytescope.core.touched.told import Told

pytestmark = pytest.mark.page_cache

PAGES = 64
ALL = PageRange(0, PAGES)
RWF_DONTCACHE = 0x80


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    create_file(str(path), PAGES * PAGESIZE)
    with path.open("r+b") as file:
        for page in (3, 4, 40):
            os.pwrite(file.fileno(), b"x", page * PAGESIZE)
    return path


def columns(path: Path, level: int, edit=None) -> dict[str, list]:
    source = open_file(str(path))
    document = Document(source)
    if edit is not None:
        edit(document)
    extras = state_columns(source, ALL, level, document.edited_runs(ALL))
    cells = range(PAGES >> level)
    out = {extra.column.name: extra.of(level, cells) for extra in extras}
    for extra in extras:
        if extra.column.names:
            out[extra.column.name] = [extra.column.names[code] for code in out[extra.column.name]]
    source.close()
    return out


def test_counts_of_rows_of_pages(path: Path) -> None:
    found = columns(path, 2, lambda document: document.write(9 * PAGESIZE - 1, b"ab"))
    if isinstance(found["dirty"], list):
        pytest.skip("where temporary files are the state of pages is not told")
    rows = np.zeros(16, int)
    rows[[0, 1, 10]] = 1
    assert np.array_equal(found["resident"], rows)
    assert np.array_equal(found["hole"], 4 - rows)
    assert found["edited"].tolist() == [0, 0, 2, *[0] * 13]


@pytest.mark.parametrize(
    ("told", "word"), [(Told.NOT_PERMITTED, "not permitted"), (Told.NOT_AVAILABLE, "n/a")]
)
def test_what_is_not_told_is_a_word(
    path: Path, monkeypatch: pytest.MonkeyPatch, told: Told, word: str
) -> None:
    def refused(_source, pages, *_):
        return Residency(pages, dict.fromkeys(STATES, Found(told)), True, 0, 0.0)

    monkeypatch.setattr(module, "look", refused)
    found = columns(path, 0)
    assert found["resident"] == found["dirty"] == [word] * PAGES
    assert found["hole"].sum() == PAGES - 3


def test_rows_of_which_only_a_count_with_others_is_known_are_left_empty(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = StateRuns(np.array([0, 32]), np.array([8, 48]), np.array([8, 5]))

    def vague(_source, pages, *_):
        return Residency(pages, dict.fromkeys(STATES, Found(Told.YES, runs)), False, 0, 0.0)

    monkeypatch.setattr(module, "look", vague)
    found = columns(path, 3)["resident"]
    assert found[0] == 8
    assert np.ma.getmaskarray(found).tolist() == [False] * 4 + [True] * 2 + [False] * 2
    whole = columns(path, 4)["resident"]
    assert whole.tolist() == [8, 0, 5, 0]


def test_samples_are_what_was_read(path: Path) -> None:
    facts = FactStore(PAGES)
    facts.put_uniform(PageRange(0, 8), PageClass.TEXT)
    facts.put_uniform(PageRange(8, 60), PageClass.HOLE)
    facts.put_uniform(PageRange(60, 61), PageClass.ERROR)
    facts.put_uniform(PageRange(62, 64), PageClass.TEXT)
    assert samples_of(facts, ALL).of(2, range(16)).tolist() == [4, 4, *[0] * 13, 2]


def test_pages_that_were_lost_are_no_samples(path: Path) -> None:
    source = open_file(str(path))
    quiet = Undisturbed(source)
    samples = quiet.samples(ALL)
    assert samples.of(0, range(PAGES)).nonzero()[0].tolist() == [3, 4, 40]
    os.truncate(path, 20 * PAGESIZE)
    lost = quiet.read_into(40 * PAGESIZE, memoryview(bytearray(PAGESIZE)))
    assert lost
    assert samples.of(0, range(PAGES)).nonzero()[0].tolist() == [3, 4]
    source.close()


def test_reading_for_a_table_leaves_memory_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "cold"
    path.write_bytes(os.urandom(64 * PAGESIZE))
    source = open_file(str(path))
    os.fsync(source.fd)
    os.posix_fadvise(source.fd, 0, 0, os.POSIX_FADV_DONTNEED)
    if source.cached(0, PAGESIZE) is not False:
        pytest.skip("temporary files stay in memory, or this kernel does not tell")
    try:
        os.preadv(source.fd, [bytearray(1)], 63 * PAGESIZE, RWF_DONTCACHE)
    except OSError:
        pytest.skip("this kernel or file system cannot read without keeping")
    quiet = Undisturbed(source)
    assert quiet.read_into(0, memoryview(bytearray(quiet.size))) == ()
    assert source.cached(0, PAGESIZE) is False
    source.close()
