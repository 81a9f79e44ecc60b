"""What units find in real documents, against reading every page by itself."""

import random
from contextlib import contextmanager

import numpy as np
import pytest

from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Counter, FileBytes, PageStamp, Repeat, SeededRandom
from bytescope.core.pages import examine as module
from bytescope.core.pages import kernels, twin
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.examine import examine as examine_hastily
from bytescope.core.pages.facts import FactStore
from bytescope.core.pages.packing import rows_of
from bytescope.core.pages.units import Exact, Sampled, Step, Uniform, Unit
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange, page_count
from bytescope.core.source import guard
from bytescope.core.source.access import Access
from bytescope.core.source.base import Lost, Why
from bytescope.core.source.memory import MemorySource, ZeroSource
from bytescope.core.source.opening import open_file
from helpers.files import mixed_bytes, noise_bytes, sparse_file

P = PAGESIZE
KERNELS = pytest.mark.parametrize("measure", [kernels.measure, twin.measure], ids=["numba", "numpy"])


def examine(*given, patience=60.0, **more):
    """All of a unit: the first of them waits for the kernels to be compiled."""
    return examine_hastily(*given, patience=patience, **more)


def expected(snapshot):
    """The class and packed fact of every page, read one at a time."""
    rows = rows_of(twin.measure(np.frombuffer(snapshot.read(0, snapshot.size).data, np.uint8)))
    data = np.zeros(page_count(snapshot.size), bool)
    for run in snapshot.data_runs(ByteRange(0, snapshot.size)):
        data[run.pages.first : run.pages.end] = True
    for segment in snapshot.segments(ByteRange(0, snapshot.size)):
        if isinstance(segment.source, Repeat):
            data[segment.range.pages.first : segment.range.pages.end] = True
    classes = np.where(data, rows.classes, PageClass.HOLE)
    return classes.tolist(), rows.packed() >> np.uint64(8)


def facts_of(snapshot, found):
    facts = FactStore(page_count(snapshot.size))
    for part in found:
        part.put_into(facts)
    return facts


def assert_found(snapshot, facts, pages=None):
    classes, packed = expected(snapshot)
    for page in pages if pages is not None else range(facts.page_count):
        fact = facts.page(page)
        assert fact is not None, page
        assert fact.cls == classes[page], page
        assert fact.entropy == pytest.approx((int(packed[page]) & 0xFFFF) * 8 / 65535, abs=2e-3)


def whole(document):
    return Unit(Step.PAGES, PageRange(0, page_count(document.size)))


@pytest.fixture
def sparse(tmp_path):
    """60 pages and a bit with three islands, opened as a document."""
    islands = [
        (3 * P, noise_bytes(5 * P)),
        (20 * P + 100, b"abc" * 3000),
        (50 * P, mixed_bytes(11 * P)[: 10 * P + 9]),
    ]
    path = sparse_file(tmp_path / "sparse", 60 * P + 9, islands)
    source = open_file(bytes(path), Access.EDIT)
    yield Document(source)
    source.close()


def edited(document, seed):
    """The document after random edits of every kind."""
    rng = random.Random(seed)
    patterns = [Repeat(b"\xaa"), Repeat(b"\x00"), Repeat(b"abc"), SeededRandom(5), PageStamp(4, "little")]
    for _ in range(12):
        at = rng.randrange(document.size)
        length = rng.choice([1, 100, P, 3 * P, 10 * P, 23 * P + 7])
        part = ByteRange(at, min(document.size, at + length))
        match rng.randrange(6):
            case 0:
                document.write(at, rng.randbytes(min(part.length, 5000)))
            case 1 | 2:
                document.fill(part, rng.choice(patterns))
            case 3:
                document.insert_fill(at, length, rng.choice(patterns))
            case 4 if document.size > 40 * P:
                document.delete(part)
            case _:
                document.resize(document.size + rng.choice([1, P, 9 * P]))
    return document


@KERNELS
@pytest.mark.parametrize("seed", range(6))
def test_pages_of_an_edited_sparse_file_are_what_reading_them_gives(sparse, measure, seed):
    snapshot = (edited(sparse, seed) if seed else sparse).snapshot()
    found, _ = examine(snapshot, whole(sparse), measure, patience=99)
    assert_found(snapshot, facts_of(snapshot, found))


@KERNELS
@pytest.mark.parametrize("seed", range(3))
def test_samples_are_what_reading_them_gives(sparse, measure, seed):
    snapshot = edited(sparse, seed).snapshot()
    pages = tuple(sorted({*range(0, page_count(snapshot.size), 3), page_count(snapshot.size) - 1}))
    found, _ = examine(snapshot, Unit(Step.SAMPLES, PageRange(0, 9), pages), measure, patience=99)
    assert_found(snapshot, facts_of(snapshot, found), pages)


def test_holes_cost_no_reading(sparse):
    found, count = examine(sparse.snapshot(), whole(sparse), twin.measure, patience=99)
    assert count == 5 * P + 3 * P + 10 * P + 9
    holes = [part.pages for part in found if isinstance(part, Uniform)]
    assert holes == [PageRange(0, 3), PageRange(8, 20), PageRange(23, 50)]


def test_a_walk_finds_holes_fills_and_data_without_reading(sparse):
    sparse.fill(ByteRange(8 * P, 18 * P), Repeat(b"\xaa\xbb"))
    sparse.fill(ByteRange(30 * P, 40 * P), Repeat(b"\x00"))
    learnt = []
    unit = Unit(Step.WALK, PageRange(0, 61), learn=lambda *args: learnt.append(args))
    found, count = examine(sparse.snapshot(), unit, twin.measure)
    facts = facts_of(sparse.snapshot(), found)
    assert count == 0
    assert facts.page(10).cls is PageClass.CONST
    assert facts.page(35).cls is PageClass.ZERO
    assert facts.page(25).cls is PageClass.HOLE
    assert facts.page(4) is None
    ((at, runs, reached),) = learnt
    assert (at, reached) == (0, sparse.size)
    assert runs.pages == 15 + 3 + 11
    assert_found(sparse.snapshot(), facts, [page for page in range(61) if facts.page(page)])


def test_a_walk_goes_on_where_the_step_before_ended(sparse, monkeypatch):
    monkeypatch.setattr(module, "WALK_RUNS", 1)
    snapshot, facts, at, pages = sparse.snapshot(), FactStore(61), 0, []
    for _ in range(9):
        (step,), _ = examine(snapshot, Unit(Step.WALK, PageRange(0, 61), at=at), twin.measure)
        step.put_into(facts)
        pages.append(step.runs.pages)
        at = step.reached
        if at == sparse.size:
            break
    assert sum(pages) == 5 + 3 + 11
    assert facts.class_counts()[PageClass.HOLE] == facts.known == 61 - sum(pages)


def test_a_terabyte_of_one_pattern_is_known_after_one_step():
    document = Document(ZeroSource(0))
    document.insert_fill(0, 1 << 40, Repeat(b"\xaa\x55\x00"))
    (step,), count = examine(document.snapshot(), Unit(Step.WALK, PageRange(0, 1 << 28)), kernels.measure)
    facts = FactStore(1 << 28)
    step.put_into(facts)
    assert count == 0
    assert facts.class_counts()[PageClass.CONST] == 1 << 28
    assert facts.page(12345).entropy == pytest.approx(1.585, abs=1e-3)


def test_a_pattern_of_several_different_pages_is_measured_once():
    content = noise_bytes(P) + bytes(P) + mixed_bytes(P)
    document = Document(ZeroSource(0))
    document.insert_fill(0, 1000 * P + 5, FileBytes(MemorySource(content), "f"))
    seen = []

    def counting(data):
        seen.append(len(data))
        return twin.measure(data)

    found, _ = examine(document.snapshot(), whole(document), counting, patience=99)
    assert sum(seen) <= 3 * P + 5
    assert_found(document.snapshot(), facts_of(document.snapshot(), found))


def test_short_cycles_of_counters_repeat():
    document = Document(ZeroSource(0))
    document.insert_fill(0, 100 * P, Counter(0, 1, 2, "little"))
    found, _ = examine(document.snapshot(), whole(document), kernels.measure)
    assert_found(document.snapshot(), facts_of(document.snapshot(), found))


class Fragile:
    """Noise with lost ranges, and a mapping that can be counted."""

    cycle = None
    can_map = True

    def __init__(self, data, lost=(), cached=True):
        self.data, self.lost, self.is_cached = np.frombuffer(data, np.uint8), lost, cached
        self.size = len(data)
        self.mapped, self.read, self.quiet = 0, 0, 0

    def _lost(self, offset, length):
        part = ByteRange.of(offset, length)
        return tuple(
            Lost(item.range.intersect(part), item.why) for item in self.lost if item.range.touches(part)
        )

    def read_into(self, offset, buffer):
        self.read += len(buffer)
        buffer[:] = self.data[offset : offset + len(buffer)].tobytes()
        return self._lost(offset, len(buffer))

    def read_undisturbed(self, offset, buffer):
        self.quiet += len(buffer)
        buffer[:] = self.data[offset : offset + len(buffer)].tobytes()
        return self._lost(offset, len(buffer))

    def data_runs(self, within):
        yield within

    def cached(self, offset, length):
        return self.is_cached

    @contextmanager
    def pages(self, offset, length):
        self.mapped += length

        class Pages:
            array = self.data[offset : offset + length]
            lost = ()

        yield Pages
        Pages.steady = True
        Pages.lost = self._lost(offset, length)


LOST = (Lost(ByteRange(2 * P + 5, 3 * P + 1), Why.UNREADABLE), Lost(ByteRange(15 * P, 20 * P), Why.GONE))


@pytest.mark.parametrize("shift", [0, 1, 100])
@pytest.mark.parametrize("cached", [True, False])
def test_lost_pages_are_gone_or_unreadable_and_no_others(shift, cached):
    lost = tuple(Lost(item.range.shifted(shift), item.why) for item in LOST)
    source = Fragile(noise_bytes(20 * P + shift), lost, cached)
    document = Document(source)
    if shift:
        document.delete(ByteRange(0, shift))
    found, _ = examine(document.snapshot(), whole(document), kernels.measure)
    facts = facts_of(document.snapshot(), found)
    classes = [facts.page(page).cls.name for page in range(20)]
    assert classes == ["DENSE"] * 2 + ["ERROR"] * 2 + ["DENSE"] * 11 + ["GONE"] * 5
    assert facts.page(2).entropy == 0
    sampled, _ = examine(
        document.snapshot(), Unit(Step.SAMPLES, PageRange(0, 20), (1, 3, 4, 16)), kernels.measure
    )
    facts = facts_of(document.snapshot(), sampled)
    assert [facts.page(page).cls.name for page in (1, 3, 4, 16)] == ["DENSE", "ERROR", "DENSE", "GONE"]


def test_lost_pages_behind_the_first_piece_keep_their_place():
    lost = Lost(ByteRange(290 * P, 291 * P), Why.UNREADABLE)
    document = Document(Fragile(noise_bytes(300 * P), (lost,), cached=False))
    found, _ = examine(document.snapshot(), whole(document), kernels.measure)
    facts = facts_of(document.snapshot(), found)
    assert facts.class_counts()[PageClass.ERROR] == 1
    assert facts.page(290).cls is PageClass.ERROR


def test_cached_bytes_are_measured_in_the_mapping_and_others_read_without_a_trace():
    source = Fragile(noise_bytes(20 * P))
    examine(Document(source).snapshot(), whole(source), kernels.measure)
    assert (source.mapped, source.quiet, source.read) == (20 * P, 0, 0)
    source.is_cached = False
    examine(Document(source).snapshot(), whole(source), kernels.measure)
    assert (source.mapped, source.quiet, source.read) == (20 * P, 20 * P, 0)


def test_a_page_that_is_not_cached_does_not_keep_its_neighbours_from_being_measured_in_the_mapping():
    class Holed(Fragile):
        def cached(self, offset, length):
            return not offset <= 700 * P < offset + length

    source = Holed(noise_bytes(2 * P) * 512)
    document = Document(source)
    found, _ = examine(document.snapshot(), whole(document), kernels.measure, patience=99)
    assert_found(document.snapshot(), facts_of(document.snapshot(), found))
    assert source.mapped + source.quiet == source.size
    assert P <= source.quiet <= module.PIECE


def test_numpy_never_touches_a_mapping():
    source = Fragile(noise_bytes(9 * P))
    found, count = examine(Document(source).snapshot(), whole(source), twin.measure)
    assert (source.mapped, source.quiet, count) == (0, 9 * P, 9 * P)
    assert [type(part) for part in found] == [Exact]


@pytest.mark.parametrize(("seconds", "most"), [(0.0, module.PIECE), (0.01, module.FIRST_PIECE), (0.2, P)])
def test_a_slow_medium_is_read_in_small_pieces(monkeypatch, seconds, most):
    """``seconds`` a page."""
    now, sizes = [0.0], []
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])

    class Slow(Fragile):
        def read_undisturbed(self, offset, buffer):
            now[0] += seconds * len(buffer) / P
            sizes.append(len(buffer))
            return super().read_undisturbed(offset, buffer)

    source = Slow(noise_bytes(module.PIECE * 2), cached=False)
    document = Document(source)
    examine(document.snapshot(), whole(document), kernels.measure, patience=9999)
    assert sizes[0] == module.FIRST_PIECE
    assert max(sizes[1:]) <= most
    assert max(sizes[1:]) * 2 > most


def test_a_unit_ends_when_its_time_is_over_but_finds_something():
    source = Fragile(noise_bytes(3 * module.PIECE), cached=False)
    document = Document(source)
    (part,), count = examine(document.snapshot(), whole(document), kernels.measure, patience=-1)
    assert (part.first, len(part.measures), count) == (0, 16, module.FIRST_PIECE)
    unit = Unit(Step.SAMPLES, PageRange(0, 9), (1, 5, 8))
    (part,), _ = examine(document.snapshot(), unit, kernels.measure, patience=-1)
    assert isinstance(part, Sampled)
    assert part.pages == (1,)


def test_a_buffer_is_used_again():
    source = Fragile(noise_bytes(3 * P), cached=False)
    buffer = np.empty(module.PIECE, np.uint8)
    found, _ = examine(Document(source).snapshot(), whole(source), kernels.measure, buffer)
    assert buffer[: 3 * P].tobytes() == source.data.tobytes()
    assert len(found[0].measures) == 3


def test_a_real_file_through_its_mapping(tmp_path):
    content = mixed_bytes(300 * P + 77)
    path = tmp_path / "file"
    path.write_bytes(content)
    source = open_file(bytes(path), Access.EDIT)
    try:
        assert guard.install() == source.can_map
        snapshot = Document(source).snapshot()
        found, count = examine(snapshot, Unit(Step.PAGES, PageRange(0, 301)), kernels.measure, patience=99)
        assert count == len(content)
        assert_found(snapshot, facts_of(snapshot, found))
    finally:
        source.close()


def test_pages_behind_the_end_of_a_shrunken_document_are_left_out(sparse):
    sparse.resize(10 * P)
    snapshot = sparse.snapshot()
    found, _ = examine(snapshot, Unit(Step.PAGES, PageRange(5, 50)), twin.measure, patience=99)
    facts = FactStore(60)
    for part in found:
        part.put_into(facts)
    assert facts.unknown_runs(PageRange(0, 60), 9) == [PageRange(0, 5), PageRange(10, 60)]
    found, _ = examine(snapshot, Unit(Step.SAMPLES, PageRange(0, 50), (3, 40)), twin.measure)
    assert [part.pages for part in found] == [(3,)]
    assert examine(snapshot, Unit(Step.PAGES, PageRange(40, 50)), twin.measure) == ([], 0)
