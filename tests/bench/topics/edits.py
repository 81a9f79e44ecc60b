"""A terabyte filled and undone; a million scattered writes, and a page read among them."""

from __future__ import annotations

import random
import time
import tracemalloc
from array import array
from collections.abc import Callable, Iterator

from bench.report import Row, median, ms, quantile
from bench.stage import Stage
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Repeat
from bytescope.core.document.places import Places
from bytescope.core.document.transforms import Rule, Way
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.search.scan import Scan, singly
from bytescope.core.search.template import Template, pieces
from bytescope.core.search.wanted import Wanted, matcher_of, replacement
from bytescope.core.source.memory import MemorySource
from bytescope.core.source.opening import open_file
from bytescope.core.ticket import Ticket

MOST_SECONDS, MOST_BYTES, MOST_READ = 0.010, 1 << 20, 0.001


def rows(stage: Stage) -> Iterator[Row]:
    source = open_file(str(stage.tera))
    document = Document(source)
    everything = ByteRange(0, document.size)
    acts: dict[str, Callable[[], object]] = {
        "fill of 1 TiB": lambda: document.fill(everything, Repeat(b"\xde\xad\xbe\xef")),
        "undo of it": document.undo,
    }
    seconds: dict[str, list[float]] = {name: [] for name in acts}
    memory = dict.fromkeys(acts, 0)
    for _ in range(max(3, stage.size.repeats)):
        for name, act in acts.items():
            seconds[name].append(_seconds(act))
    tracemalloc.start()
    for name, act in acts.items():
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        act()
        memory[name] = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    for name in acts:
        taken = median(seconds[name])
        yield Row(
            name,
            "≤ 10 ms, ≤ 1 MiB",
            f"{ms(taken)}, {memory[name] / 1024:.1f} KiB at the most",
            "–",
            taken <= MOST_SECONDS and memory[name] <= MOST_BYTES,
            {"ours": seconds[name], "bytes": memory[name]},
        )
    yield _scattered(document, stage.size.writes)
    yield _replaced(Document(source), stage.size.writes)
    yield _groups(stage.size.writes)
    yield _operated(Document(source))
    source.close()


def _replaced(document: Document, count: int) -> Row:
    """As many hits as there were writes, replaced as one step."""
    starts = array("q", range(0, document.size, document.size // count))[:count]
    places = Places(starts, array("q", [start + 4 for start in starts]))
    taken = _seconds(lambda: document.replace_each(places, b"\xde\xad\xbe\xef"))
    undo = _seconds(document.undo)
    tracemalloc.start()
    document.replace_each(places, b"\xde\xad\xbe\xef")
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return Row(
        f"{count:,} hits in 1 TiB replaced as one step",
        "≤ 10 s, ≤ 512 KiB + 100 bytes a hit, undo ≤ 0.2 s",
        f"{taken:.2f} s, {memory / 1048576:.1f} MiB, undo {ms(undo)}",
        "–",
        taken <= 10 and memory <= (1 << 19) + 100 * count and undo <= 0.2,
        {"taken": taken, "bytes": memory, "undo": undo},
    )


def _groups(count: int) -> Row:
    """Found and replaced by what groups found, in memory: the whole of Replace All."""
    line = b"key=%07d;value=ok;"
    document = Document(MemorySource(b"".join(line % number for number in range(count))))
    wanted = Wanted("re", "key=([0-9]+);value=(?P<v>[a-z]+);")
    template = replacement(wanted, r"\g<v>:\1,")
    assert isinstance(template, Template)

    def replace() -> None:
        snapshot = document.snapshot()
        starts, ends = array("q"), array("q")
        for start, length in singly(Scan(snapshot, matcher_of(wanted), Ticket()).hits()):
            starts.append(start)
            ends.append(start + length)
        places = Places(starts, ends)
        document.replace_each(places, pieces(snapshot, places, template, None, Ticket()))

    taken = _seconds(replace)
    size, undo = document.size, _seconds(document.undo)
    if size != count * len(b"ok:0000000,"):
        raise RuntimeError(f"{size:,} bytes are left")
    tracemalloc.start()
    replace()
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return Row(
        f"{count:,} hits of an expression found and replaced by what its groups found, one step",
        "≤ 512 KiB + 150 bytes a hit, undo ≤ 0.2 s",
        f"{taken:.2f} s ({taken / count * 1e6:.1f} µs a hit), {memory / count:.0f} bytes a hit, "
        f"undo {ms(undo)}",
        "–",
        memory <= (1 << 19) + 150 * count and undo <= 0.2,
        {"taken": taken, "bytes": memory, "undo": undo},
    )


def _operated(document: Document) -> Row:
    """A terabyte of holes and a little data xor a pattern."""
    everything = ByteRange(0, document.size)
    document.transform(everything, Rule(Way.XOR, Repeat(b"\x5a")))
    document.undo()
    taken = _seconds(lambda: document.transform(everything, Rule(Way.XOR, Repeat(b"\x5a"))))
    undo = _seconds(document.undo)
    return Row(
        "1 TiB of holes xor 5A",
        "≤ 100 ms",
        f"{ms(taken)}, undo {ms(undo)}",
        "–",
        taken <= 0.1,
        {"taken": taken, "undo": undo},
    )


def _scattered(document: Document, count: int) -> Row:
    generator = random.Random(1)
    plain = _reads(document, generator)
    began = time.perf_counter()
    for _ in range(count):
        document.write(generator.randrange(document.size), b"\xff")
    writing = time.perf_counter() - began
    reads = _reads(document, generator)
    slowest = quantile(reads, 0.99)
    return Row(
        f"a page read after {count:,} scattered writes of a byte",
        "≤ 1 ms",
        f"{ms(median(reads))} (99 % within {ms(slowest)}); a write {writing / count * 1e6:.0f} µs",
        f"without edits {ms(median(plain))}",
        slowest <= MOST_READ,
        {"median": median(reads), "p99": slowest, "a_write": writing / count},
    )


def _reads(document: Document, generator: random.Random) -> list[float]:
    snapshot = document.snapshot()
    pages = [generator.randrange(document.size // PAGESIZE) for _ in range(1000)]
    return [_seconds(lambda page=page: snapshot.read(page * PAGESIZE, PAGESIZE)) for page in pages]  # type: ignore[misc]


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
