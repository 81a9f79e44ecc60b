"""One suite that every source of bytes has to pass."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bytescope.core.ranges import ByteRange
from bytescope.core.source import guard
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Source, Why, read
from bytescope.core.source.file import FileSource
from bytescope.core.source.memory import AnonymousSource, MemorySource, ZeroSource
from bytescope.core.source.opening import open_file

SIZE = 5 * 4096 + 123
CONTENT = bytes(4096) + random.Random(7).randbytes(2 * 4096) + bytes(4096) + random.Random(8).randbytes(4219)


@dataclass
class Case:
    """A source, and the bytes that it has to give."""

    source: Source
    model: bytes


def _memory(_folder: Path) -> Case:
    return Case(MemorySource(bytearray(CONTENT)), CONTENT)


def _zeros(_folder: Path) -> Case:
    return Case(ZeroSource(SIZE), bytes(SIZE))


def _anonymous(_folder: Path) -> Case:
    source = AnonymousSource(SIZE)
    source.store(4096, CONTENT[4096 : 3 * 4096])
    source.store(4 * 4096, CONTENT[4 * 4096 :])
    return Case(source, CONTENT)


def _file(folder: Path, access: Access = Access.EDIT, start: int = 0, length: int | None = None) -> Case:
    path = folder / "whole"
    with path.open("wb") as file:  # holes where the content is 00
        file.truncate(SIZE)
        for at in (4096, 8192, 4 * 4096):
            file.seek(at)
            file.write(CONTENT[at : at + 4096] if at < 4 * 4096 else CONTENT[at:])
    end = SIZE if length is None else start + length
    return Case(open_file(str(path), access, start, length), CONTENT[start:end])


def _read_only(folder: Path) -> Case:
    return _file(folder, Access.READ)


def _window(folder: Path) -> Case:
    return _file(folder, Access.EDIT, 4097, 3 * 4096 + 17)


def _tail_window(folder: Path) -> Case:
    return _file(folder, Access.READ, 12_289)


def _live(folder: Path) -> Case:
    return _file(folder, Access.LIVE)


def _live_window(folder: Path) -> Case:
    return _file(folder, Access.LIVE, 777, 9_000)


KINDS: list[Callable[[Path], Case]] = [
    _memory,
    _zeros,
    _anonymous,
    _file,
    _read_only,
    _window,
    _tail_window,
    _live,
    _live_window,
]
FILES = KINDS[3:]


@pytest.fixture(params=KINDS, ids=[kind.__name__[1:] for kind in KINDS])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    made = request.param(tmp_path)
    yield made
    if isinstance(made.source, FileSource):
        made.source.close()


@pytest.fixture(params=FILES, ids=[kind.__name__[1:] for kind in FILES])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    made = request.param(tmp_path)
    yield made
    made.source.close()


def test_it_is_a_source(case: Case) -> None:
    assert isinstance(case.source, Source)
    assert case.source.size == len(case.model)


def test_all_bytes_at_once(case: Case) -> None:
    reading = read(case.source, 0, len(case.model))
    assert reading.data == case.model
    assert reading.lost == ()


def test_an_empty_read_is_empty(case: Case) -> None:
    assert case.source.read_into(case.source.size, memoryview(bytearray())) == ()


def test_a_negative_offset_is_a_mistake_of_the_caller(case: Case) -> None:
    with pytest.raises(ValueError):
        case.source.read_into(-1, memoryview(bytearray(1)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offset=st.integers(0, SIZE + 5000), length=st.integers(0, SIZE + 5000))
def test_any_part_is_what_the_model_has(case: Case, offset: int, length: int) -> None:
    inside = case.model[offset : offset + length]
    buffer = bytearray(b"\xaa" * length)
    lost = case.source.read_into(offset, memoryview(buffer))
    assert bytes(buffer) == inside + bytes(length - len(inside))
    behind = ByteRange(offset + len(inside), offset + length)
    assert lost == ((Lost(behind, Why.GONE),) if behind else ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, SIZE + 5000), length=st.integers(0, SIZE + 5000))
def test_data_runs_are_sorted_and_only_zeros_lie_between(case: Case, start: int, length: int) -> None:
    within = ByteRange.of(start, length)
    at = start
    for run in case.source.data_runs(within):
        assert run
        assert within.covers(run)
        assert run.start >= at
        assert not any(case.model[at : run.start])
        at = run.end
    assert not any(case.model[at : within.end])


def test_a_cycle_repeats(case: Case) -> None:
    cycle = case.source.cycle
    if cycle is not None:
        assert case.model[cycle:] == case.model[:-cycle]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)))
def test_the_mapping_and_both_ways_of_reading_agree(files: Case, numbers: tuple[int, int]) -> None:
    start, end = sorted(min(n, len(files.model)) for n in numbers)
    source = files.source
    assert isinstance(source, FileSource)
    buffer = bytearray(end - start)
    assert guard.install()
    assert source.can_map
    with source.pages(start, end - start) as pages:
        mapped = bytes(pages.array)
    assert pages.lost == ()
    assert source.read_undisturbed(start, memoryview(buffer)) == ()
    assert mapped == bytes(buffer) == files.model[start:end]


def test_pages_are_read_only_bytes(files: Case) -> None:
    source = files.source
    assert isinstance(source, FileSource)
    with source.pages(1, 5000) as pages:
        assert (pages.array.dtype, pages.array.shape) == ("uint8", (5000,))
        assert not pages.array.flags.writeable
    with pytest.raises(ValueError), source.pages(0, source.size + 1):
        pass


def test_holes_of_a_file_are_not_data(tmp_path: Path) -> None:
    case = _file(tmp_path)
    runs = list(case.source.data_runs(ByteRange(0, SIZE)))
    if len(runs) == 1 and runs[0].length == SIZE:
        pytest.skip("this file system does not tell holes")
    assert runs == [ByteRange(4096, 3 * 4096), ByteRange(4 * 4096, SIZE)]
