"""What macOS and Windows can tell of pages, with their calls played by tables; and what nobody can."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bytescope.core.errors import Cancelled
from bytescope.core.ranges import PAGESIZE, PageRange
from bytescope.core.source.access import Access
from bytescope.core.source.file import FileSource
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket
from bytescope.core.touched import mincore_macos, systems, working_set_windows
from bytescope.core.touched.found import STATES, Limits
from bytescope.core.touched.layers import Layer
from bytescope.core.touched.told import Told
from bytescope.core.touched.working_set_windows import Block, View, block_of, packed

PAGES = 64


@pytest.fixture
def source(tmp_path: Path) -> Iterator[FileSource]:
    path = tmp_path / "data"
    path.write_bytes(bytes(PAGES * PAGESIZE - 10))
    made = open_file(str(path))
    yield made
    made.close()


def pages_of(found) -> list[int]:
    assert found.told is Told.YES
    assert found.runs.exact
    return [page for run in found.runs.runs() for page in range(run.first, run.end)]


# -- macOS ------------------------------------------------------------------------------------


class Mac:
    """Pages of 16 KiB; ``vector`` has a byte for each page of the file."""

    page_size = 16384

    def __init__(self, *vector: int) -> None:
        self.vector = bytes(vector)
        self.asked: list[tuple[int, int]] = []

    def mincore(self, fd: int, position: int, length: int) -> bytes:
        assert position % self.page_size == 0
        self.asked.append((position, length))
        first = position // self.page_size
        return self.vector[first : first + -(-length // self.page_size)]


def test_the_bits_of_macos_are_told_for_each_of_our_pages(source: FileSource) -> None:
    kernel = Mac(0, 1, 1 | 2, 1 | 4, 1 | 8, 1 | 16, 4, *[0] * 8, 1)
    seen = mincore_macos.look(source, PageRange(0, PAGES), calls=kernel)
    assert pages_of(seen.states[Layer.RESIDENT]) == [*range(4, 24), *range(60, 64)]
    assert pages_of(seen.states[Layer.DIRTY]) == [*range(12, 16), *range(20, 24)]
    for layer in (Layer.WRITING, Layer.EVICTED):
        assert seen.states[layer].told is Told.NOT_AVAILABLE
        assert seen.states[layer].note == "macOS does not tell it"
    assert seen.complete


def test_macos_is_asked_for_the_wanted_pages_in_windows(
    source: FileSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mincore_macos, "WINDOW", 32768)
    kernel = Mac(*[1] * 16)
    seen = mincore_macos.look(source, PageRange(5, 30), frozenset({Layer.RESIDENT}), calls=kernel)
    assert kernel.asked == [(16384, 32768), (49152, 32768), (81920, 32768), (114688, 16384)]
    assert list(seen.states) == [Layer.RESIDENT]
    assert pages_of(seen.states[Layer.RESIDENT]) == list(range(5, 30))


def test_macos_without_time_says_how_far_it_came(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mincore_macos, "WINDOW", 16384)
    seen = mincore_macos.look(source, PageRange(0, PAGES), limits=Limits(seconds=0), calls=Mac(*[1] * 16))
    assert not seen.complete
    assert seen.states[Layer.RESIDENT].note == "only the first 4 pages were looked at"
    assert pages_of(seen.states[Layer.RESIDENT]) == [0, 1, 2, 3]


def test_macos_that_refuses_and_macos_that_is_stopped(source: FileSource) -> None:
    class Refusing(Mac):
        def mincore(self, fd: int, position: int, length: int) -> bytes:
            raise OSError(22, "Invalid argument")

    seen = mincore_macos.look(source, PageRange(0, PAGES), calls=Refusing())
    assert {state.told for state in seen.states.values()} == {Told.NOT_AVAILABLE}
    ticket = Ticket()
    ticket.cancelled = True
    with pytest.raises(Cancelled):
        mincore_macos.look(source, PageRange(0, PAGES), ticket=ticket, calls=Mac(*[1] * 16))


def test_a_window_on_macos_begins_within_a_page_of_the_system(tmp_path: Path, source: FileSource) -> None:
    window = open_file(source.path, Access.READ, 5 * PAGESIZE, 20 * PAGESIZE)
    seen = mincore_macos.look(window, PageRange(0, 20), calls=Mac(0, 0, 1, *[0] * 13))
    window.close()
    assert pages_of(seen.states[Layer.RESIDENT]) == [3, 4, 5, 6]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mincore")
def test_the_call_itself_gives_a_byte_for_each_page(source: FileSource) -> None:
    """On Linux the same call has the same form; only bit 0 means anything there."""
    system = mincore_macos._System()
    vector = system.mincore(source.fd, 0, source.size)
    assert len(vector) == -(-source.size // system.page_size)
    assert all(byte & 1 for byte in vector)  # it was written a moment ago


# -- Windows ----------------------------------------------------------------------------------


def test_the_word_of_a_page_is_taken_apart() -> None:
    word = 1 | 3 << 1 | 0x102 << 4 | 1 << 15 | 5 << 16 | 1 << 22 | 1 << 31
    assert block_of(word) == Block(True, 3, 0x102, True, 5, True, False, True)
    assert block_of(1 << 15 | 7 << 1) == Block(False, 0, 0, True, 0, False, False, False)


def test_the_question_has_the_form_of_the_header() -> None:
    assert packed([0x1000, 0x7FF6_0000_2000]).tobytes() == struct.pack("=4Q", 0x1000, 0, 0x7FF6_0000_2000, 0)


class Windows:
    """Pages at addresses: those of ``valid`` are in the working set."""

    def __init__(self, *valid: int) -> None:
        self.valid = valid
        self.calls = 0

    def query(self, addresses: Sequence[int]) -> Sequence[int]:
        self.calls += 1
        return [0x3 if address in self.valid else 0x8000 for address in addresses]


def test_pages_of_our_views_are_told(source: FileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_set_windows, "MOST_PAGES", 4)
    views = [View(0x10000, 0, 8 * PAGESIZE), View(0x90000, 32 * PAGESIZE, 32 * PAGESIZE)]
    kernel = Windows(0x10000, 0x13000, 0x14000, 0x91000, 0x80000)
    seen = working_set_windows.look(source, PageRange(0, PAGES), views, calls=kernel)
    assert pages_of(seen.states[Layer.RESIDENT]) == [0, 3, 4, 33]
    assert seen.states[Layer.RESIDENT].note == working_set_windows.OWN_VIEW
    assert kernel.calls == 2 + 8
    assert {seen.states[layer].told for layer in STATES[1:]} == {Told.NOT_AVAILABLE}


def test_without_a_view_windows_tells_nothing(source: FileSource) -> None:
    seen = working_set_windows.look(source, PageRange(0, PAGES), ())
    assert {state.told for state in seen.states.values()} == {Told.NOT_AVAILABLE}
    assert seen.states[Layer.RESIDENT].note == working_set_windows.NO_VIEW


# -- whichever it is --------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["linux", "darwin", "win32", "freebsd14"])
def test_every_system_has_an_answer_for_each_state(source: FileSource, system: str) -> None:
    if sys.platform == "win32" and system != "win32":
        pytest.skip("only its own calls are here")
    seen = systems.look(source, PageRange(0, PAGES), system=system)
    assert list(seen.states) == list(STATES)
    for state in seen.states.values():
        assert (state.runs is not None) == (state.told is Told.YES)
    space = systems.space(source, system=system).states
    assert list(space) == list(systems.SPACE)
    if system == "freebsd14":
        assert {state.note for state in seen.states.values()} == {"this system does not tell it"}
    if system == "win32":
        assert {state.told for state in (*seen.states.values(), *space.values())} == {Told.NOT_AVAILABLE}


LIGHT = """
import sys
import bytescope.core.touched.systems, bytescope.core.touched.mincore_macos
import bytescope.core.touched.working_set_windows
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_other_systems_do_without_the_calls_of_linux() -> None:
    """On Windows alone loading these modules would fail."""
    linux = [
        f"bytescope.core.{name}"
        for name in (
            "source.cachestat",
            "touched.residency",
            "touched.mincore",
            "touched.medium",
            "touched.extents",
        )
    ]
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *linux],
        env={"PYTHONPATH": str(Path(__file__).parents[3] / "app")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""
