"""Made-up facts of pages."""

from __future__ import annotations

import numpy as np

from bytescope.core.pages.measures import Measures


def some_measures(rng: np.random.Generator, count: int, kinds: list[int] | None = None) -> Measures:
    """Random facts; ``kinds`` classes only, of few or of many different values."""
    kinds = kinds or [2, 3, 4, 5, 6, 7, 8]
    return Measures(
        rng.choice(np.array(kinds, np.uint8), count),
        (rng.random(count) * 8).astype(np.float32),
        (rng.random(count) * 255).astype(np.float32),
        rng.integers(0, 4097, count).astype(np.uint32),
        np.ones(count, np.uint32),
        np.full(count, 4096, np.uint32),
        rng.integers(1, 2**32, count).astype(np.uint32),
        rng.choice(np.array([0, 0, 0, 7, 0x41, 255], np.uint8), count),
        rng.integers(0, 4097, count).astype(np.uint32),
    )
