"""Facts of map cells for tests, made up but complete."""

from __future__ import annotations

import numpy as np

from bytescope.core.pages.cells import CellFacts
from bytescope.core.pages.classes import PageClass


def uniform_cells(
    level: int, first: int, count: int, pages: int, cls: PageClass = PageClass.TEXT
) -> CellFacts:
    """Cells of which every page is known and of one class."""
    facts = CellFacts.unread(level, first, count, pages)
    facts.known[:] = facts.total
    facts.majority[:] = cls
    facts.share[:] = 255
    facts.entropy[:] = 4.5
    facts.mean[:] = 90.0
    return facts


def random_cells(level: int, first: int, count: int, pages: int, seed: int = 1) -> CellFacts:
    """Cells of every sort: unread, provisional, mixed, lost."""
    rng = np.random.default_rng(seed)
    facts = uniform_cells(level, first, count, pages)
    facts.majority[:] = np.repeat(rng.integers(1, 11, count // 3 + 1), 3)[:count]
    facts.second[:] = rng.integers(0, 9, count)
    facts.share[:] = np.where(rng.random(count) < 0.6, 255, rng.integers(60, 255, count))
    facts.known[:] = np.where(rng.random(count) < 0.5, facts.total, rng.integers(0, 40, count)).clip(
        0, facts.total
    )
    facts.majority[facts.known == 0] = PageClass.UNREAD
    facts.entropy[:] = rng.random(count) * 8
    facts.mean[:] = rng.random(count) * 255
    facts.zero_share[:] = rng.random(count)
    facts.printable[:] = rng.random(count)
    facts.dominant[:] = rng.integers(0, 256, count)
    facts.agreement[:] = np.where(rng.random(count) < 0.5, 255, rng.integers(0, 255, count))
    return facts


def plain_palette() -> np.ndarray:
    """A palette in which every entry is different: u1[256, 4]."""
    codes = np.arange(256, dtype=np.uint8)
    return np.stack([codes, codes[::-1], codes * 3, np.full(256, 255, np.uint8)], axis=1)
