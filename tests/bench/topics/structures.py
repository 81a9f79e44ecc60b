"""A structure with an array of 100,000 elements laid over bytes, against dissect.cstruct."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random

from dissect.cstruct import cstruct

from bench.report import Row, median, ms, ratio
from bench.stage import Stage
from bytescope.core.structs.parser import parse
from bytescope.core.structs.placed import Laid, is_leaf, part, part_count
from bytescope.core.structs.placing import lay
from bytescope.core.structs.values import shown_of
from bytescope.core.ticket import Ticket

COUNT = 100_000
FIXED = "struct Entry { uint32 id; uint16 kind; uint16 flags; int64 value; };\n"
FIXED += f"struct All {{ uint32 count; Entry entries[{COUNT}]; }};"
OWN = "struct Entry { uint8 length; uint8 data[length]; };\nstruct All { Entry entries[10000]; };"
SHOWN = 60
"""Elements that are in sight."""


def rows(stage: Stage) -> Iterator[Row]:
    random = Random(1)
    fixed = random.randbytes(4 + 16 * COUNT)
    own = b"".join(bytes([length]) + bytes(length) for length in (random.randrange(9) for _ in range(10_000)))
    seconds: dict[str, list[float]] = {name: [] for name in ("fixed", "theirs", "own", "their own")}
    definitions = {text: parse(text).structs["All"] for text in (FIXED, OWN)}
    oracles = {text: cstruct(endian="<").load(text) for text in (FIXED, OWN)}

    def laid(text: str, data: bytes) -> Laid:
        read = lambda offset, length: data[offset : offset + length]  # noqa: E731
        found = lay(definitions[text], "all", 0, "little", read, len(data), Ticket())
        array = part(found.root, part_count(found.root) - 1)
        for number in range(SHOWN):
            element = part(array, number)
            for inside in (part(element, at) for at in range(part_count(element))):
                if is_leaf(inside):
                    shown_of(inside, read(inside.offset, inside.size), "little")
        return found

    for _ in range(stage.size.repeats):
        seconds["fixed"].append(_timed(lambda: laid(FIXED, fixed)))
        seconds["theirs"].append(_timed(lambda: oracles[FIXED].All(fixed)))
        seconds["own"].append(_timed(lambda: laid(OWN, own)))
        seconds["their own"].append(_timed(lambda: oracles[OWN].All(own)))
    if laid(OWN, own).root.size != len(own):
        raise RuntimeError("not all elements were laid")
    for what, ours, theirs in (
        (
            f"a structure with an array of {COUNT:,} elements laid, and what is in sight shown",
            "fixed",
            "theirs",
        ),
        ("the same of 10,000 elements each of its own size", "own", "their own"),
    ):
        yield Row(
            what,
            "≤ 100 ms" if ours == "fixed" else "–",
            f"{ms(median(seconds[ours]))} ({ratio(seconds[theirs], seconds[ours]):.1f} × as fast)",
            f"dissect.cstruct, all values {ms(median(seconds[theirs]))}",
            median(seconds[ours]) <= 0.1 if ours == "fixed" else None,
            {"ours": seconds[ours], "theirs": seconds[theirs]},
        )


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
