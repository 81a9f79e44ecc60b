"""What a survey asks for, and the facts that it gets."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bytescope.core.pages.classes import PageClass
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from bytescope.core.pages.data_runs import DataRuns
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.measures import Measures


class Step(enum.Enum):
    """What a unit is to do."""

    WALK = "walk"
    CACHED = "cached"
    SAMPLES = "samples"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a survey. ``samples`` are single pages; a walk begins at the byte ``at``.

    CACHED: which page of each cell of 2**``at`` pages is in the page cache, if one is. ``learn`` is told what
    a walk (byte, its data runs, byte) or a look for cached pages (pages, page) found. ``background``:
    nobody waits for it.
    """

    step: Step
    pages: PageRange
    samples: tuple[int, ...] = ()
    at: int = 0
    learn: Callable[..., None] | None = None
    background: bool = False


class Found(Protocol):
    """Facts that a unit found."""

    def put_into(self, facts: FactStore) -> None:
        """Store them, in the thread that owns the store and the order."""
        ...


@dataclass(frozen=True, slots=True)
class Exact:
    """Measured pages from ``first`` on."""

    first: int
    measures: Measures

    def put_into(self, facts: FactStore) -> None:
        facts.put(self.first, self.measures)


@dataclass(frozen=True, slots=True)
class Sampled:
    """Measured single pages, a row each."""

    pages: tuple[int, ...]
    measures: Measures

    def put_into(self, facts: FactStore) -> None:
        facts.put_at(self.pages, self.measures)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Pages that are all alike; ``zeros`` is the share of bytes 00, ``printable`` that of TEXT bytes."""

    pages: PageRange
    cls: PageClass
    entropy: float = 0.0
    mean: float = 0.0
    zeros: float = 1.0
    printable: float = 0.0
    dominant: int = 0

    def put_into(self, facts: FactStore) -> None:
        values = (self.entropy, self.mean, self.zeros, self.printable, self.dominant)
        facts.put_uniform(self.pages, self.cls, *values)


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk from byte ``at`` to ``reached`` found: where data is, and what is known without reading."""

    at: int
    reached: int
    runs: DataRuns
    known: tuple[Uniform, ...]
    learn: Callable[..., None] | None

    def put_into(self, facts: FactStore) -> None:
        for uniform in self.known:
            uniform.put_into(facts)
        if self.learn is not None:
            self.learn(self.at, self.runs, self.reached)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Where pages are cached, one of each cell, up to page ``reached``; nothing was read."""

    pages: tuple[int, ...]
    reached: int
    learn: Callable[..., None] | None

    def put_into(self, facts: FactStore) -> None:
        if self.learn is not None:
            self.learn(self.pages, self.reached)
