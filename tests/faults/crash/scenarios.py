"""What a person does with a file before the process or the power dies, and what must come of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bytescope.core.storage.plan import UNDO_BUDGET

BLOCK = 4096
"""The tests let the program work in chunks of that size, so that small files have many."""

Step = tuple[Any, ...]
"""What is done, and with what: ("write", offset, data), ("save",) …"""


@dataclass(frozen=True)
class Scenario:
    """A file and the steps. ``runs``: data by offset, the rest of ``size`` bytes are holes.

    ``undo_budget``: bytes of old content that saves keep; 0 is the way of files that are too large to keep
    them. ``linked``: the file has a second name, so that no new file may take its place. ``window``: offset
    and length of the part that is open.
    """

    name: str
    runs: dict[int, bytes]
    size: int
    steps: tuple[Step, ...]
    undo_budget: int = UNDO_BUDGET
    linked: bool = False
    window: tuple[int, int] | None = None

    @cached_property
    def before(self) -> bytes:
        content = bytearray(self.size)
        for offset, data in self.runs.items():
            content[offset : offset + len(data)] = data
        return bytes(content)

    @cached_property
    def states(self) -> tuple[tuple[bytes, bytes], ...]:
        """The whole file and the open part as they are to be: first of all, then after each step."""
        return tuple(_states(self))

    def allowed(self, done: int, sure: int | None = None) -> tuple[set[bytes], set[bytes]]:
        """What the file and the document may be where ``done`` steps were said to be done.

        Of those the first ``sure`` (all where not given) must not be lost.
        """
        files = {file for file, _ in self.states[done : done + 2]}
        return files, {document for _, document in self.states[done if sure is None else sure : done + 2]}


def _states(scenario: Scenario) -> Iterator[tuple[bytes, bytes]]:
    file = scenario.before
    start, length = scenario.window or (0, len(file))
    head, now, tail = file[:start], file[start : start + length], file[start + length :]
    yield file, now
    past, future = [], []
    for step in scenario.steps:
        if step[0] == "save":
            file = head + now + tail
        elif step[0] == "undo":
            future.append(now)
            now = past.pop()
        elif step[0] == "redo":
            past.append(now)
            now = future.pop()
        else:
            past.append(now)
            future.clear()
            now = edited(now, step)
        yield file, now


def edited(now: bytes, step: Step) -> bytes:
    """``now`` after one edit; nothing here is shared with the program."""
    kind, *rest = step
    if kind == "write":
        at, data = rest
        return now[:at].ljust(at, b"\0") + data + now[at + len(data) :]
    if kind == "fill":
        start, end, pattern = rest
        data = (pattern * ((end - start) // len(pattern) + 1))[: end - start]
        return now[:start] + data + now[end:]
    if kind == "insert":
        at, data = rest
        return now[:at] + data + now[at:]
    if kind == "delete":
        start, end = rest
        return now[:start] + now[end:]
    if kind == "copy over":
        start, end, to = rest
        return now[:to] + now[start:end] + now[to + end - start :]
    if kind == "move":
        start, end, to = rest
        without, at = now[:start] + now[end:], to if to < start else to - (end - start)
        return without[:at] + now[start:end] + without[at:]
    if kind == "resize":
        return now[: rest[0]].ljust(rest[0], b"\0")
    raise ValueError(kind)


def noise(seed: int, blocks: float) -> bytes:
    return random.Random(seed).randbytes(int(blocks * BLOCK))


def _file(seed: int) -> dict[str, Any]:
    """Twelve blocks of noise with a hole of four in the middle, not ending with a block."""
    return {"runs": {0: noise(seed, 4), 8 * BLOCK: noise(-seed, 3.8)}, "size": 12 * BLOCK - 819}


_SCATTERED: tuple[Step, ...] = (
    ("write", 100, b"first edit"),
    ("write", 130, b"another one in the same sector"),
    ("write", 505, b"across two sectors"),
    ("write", BLOCK - 5, noise(1, 2.1)),
    ("fill", 9 * BLOCK + 7, 11 * BLOCK, b"\x55\xaa\x5a"),
    ("save",),
)
_BOTH_WAYS: tuple[Step, ...] = (
    ("copy over", BLOCK, 4 * BLOCK, 8 * BLOCK + 3),
    ("copy over", 8 * BLOCK + 3, 10 * BLOCK, 10),
    ("save",),
)

SCENARIOS = (
    Scenario("undo journal", **_file(1), steps=_SCATTERED),
    Scenario("redo journal", **_file(2), steps=_SCATTERED, undo_budget=0),
    Scenario(
        "into holes",
        **_file(3),
        steps=(("write", 5 * BLOCK + 9, noise(3, 1.5)), ("fill", 0, 2 * BLOCK, b"\0"), ("save",)),
    ),
    Scenario("grow", **_file(4), steps=(("write", 12 * BLOCK - 900, noise(4, 2)), ("save",))),
    Scenario(
        "grow, redo journal",
        **_file(5),
        steps=(("write", 12 * BLOCK - 900, noise(5, 2)), ("save",)),
        undo_budget=0,
    ),
    Scenario("cut", **_file(6), steps=(("write", 2, b"abc"), ("resize", 9 * BLOCK - 100), ("save",))),
    Scenario(
        "cut, redo journal",
        **_file(7),
        steps=(("write", 2, b"abc"), ("resize", 2 * BLOCK), ("save",)),
        undo_budget=0,
    ),
    Scenario("moved blocks", **_file(8), steps=_BOTH_WAYS),
    Scenario("moved blocks, redo journal", **_file(9), steps=_BOTH_WAYS, undo_budget=0),
    Scenario(
        "a new file takes the place",
        **_file(10),
        steps=(("insert", 70, noise(10, 1.1)), ("delete", 9 * BLOCK, 9 * BLOCK + 50), ("save",)),
    ),
    Scenario(
        "bytes move, but in place",
        **_file(11),
        steps=(("insert", 70, noise(11, 1.1)), ("move", 8 * BLOCK, 9 * BLOCK, 500), ("save",)),
        linked=True,
    ),
    Scenario(
        "a window",
        **_file(12),
        steps=(("write", 30, noise(12, 1.2)), ("fill", 2 * BLOCK, 4 * BLOCK, b"\x77"), ("save",)),
        window=(BLOCK + 11, 9 * BLOCK),
    ),
    Scenario(
        "saved, undone, saved again",
        **_file(13),
        steps=(
            ("write", BLOCK, noise(13, 1.2)),
            ("save",),
            ("undo",),
            ("write", 3, b"another"),
            ("save",),
            ("fill", 0, 30, b"\1"),
        ),
    ),
)


def pages_of(scenario: Scenario) -> Iterator[bytes]:
    """All that a whole block of the scenario's file may be, at any time."""
    for file, _ in scenario.states:
        for at in range(0, len(file), BLOCK):
            yield file[at : at + BLOCK].ljust(BLOCK, b"\0")


def random_scenario(seed: int) -> Scenario:
    """Steps by chance, with many saves; the same for the same seed."""
    chance = random.Random(seed)
    runs = {BLOCK * at: chance.randbytes(BLOCK * chance.randint(1, 3)) for at in chance.sample(range(12), 4)}
    size = 16 * BLOCK - chance.randrange(2000)
    steps: list[Step] = []
    budget = chance.choice((UNDO_BUDGET, UNDO_BUDGET, 0))
    undoable = 0
    now = size
    while len(steps) < 24:
        kind = chance.choice(("edit", "edit", "edit", "undo", "save", "save"))
        if kind == "edit":
            steps.append(_random_edit(chance, now))
            undoable += 1
            now = _length(now, steps[-1])
        elif kind == "undo" and undoable and steps[-1] != ("undo",) and _same_length(steps):
            steps.append(("undo",))
            undoable -= 1
        elif kind == "save" and steps and steps[-1] != ("save",):
            steps.append(("save",))
            undoable *= bool(budget)  # of bytes that nobody kept there is no way back
    linked = chance.random() < 0.3
    return Scenario(f"random {seed}", runs, size, tuple(steps), undo_budget=budget, linked=linked)


def _same_length(steps: list[Step]) -> bool:
    """Only then is the length after an undo known without playing it through."""
    return all(step[0] in ("write", "fill", "copy over", "save", "undo") for step in steps)


def _random_edit(chance: random.Random, size: int) -> Step:
    start = chance.randrange(size - 100)
    end = min(size, start + chance.choice((1, 10, 700, BLOCK, 3 * BLOCK)))
    kind = chance.choice(("write", "write", "fill", "copy over", "insert", "delete", "move", "resize"))
    if kind in ("write", "insert"):
        return kind, start, chance.randbytes(end - start)
    if kind == "fill":
        return kind, start, end, chance.randbytes(chance.choice((1, 3)))
    if kind == "copy over":
        return kind, start, end, chance.randrange(size - (end - start) + 1)
    if kind == "move":
        return kind, start, end, chance.choice((0, size))
    if kind == "resize":
        return kind, chance.randint(6 * BLOCK, 17 * BLOCK)
    return kind, start, min(end, start + 700)


def _length(now: int, step: Step) -> int:
    return len(edited(bytes(now), step))
