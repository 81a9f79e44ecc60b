"""What is known of all pages at one moment, as arrays that do not change any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bytescope.core.pages.classes import CLASS_COUNT
from bytescope.core.pages.packing import DENSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.dense import FrozenChunk
    from bytescope.core.pages.run_set import RunSet


class FrozenFacts(NamedTuple):
    """What is known at one moment, to be read in any thread: packed runs and the chunks that stand for those
    marked DENSE; ``doubted`` pages are no longer vouched for.
    """

    page_count: int
    starts: NDArray[np.int64]
    values: NDArray[np.uint64]
    chunks: dict[int, FrozenChunk]
    doubted: RunSet

    def counts(self) -> list[int]:
        """Pages of each class in the runs, but for those of chunks."""
        lengths = np.diff(self.starts, append=self.page_count)
        codes = (self.values & np.uint64(0xFF)).astype(np.int64)
        plain = codes != DENSE
        pages = np.bincount(codes[plain], lengths[plain], minlength=CLASS_COUNT).astype(np.int64)
        return [0, *pages[1:CLASS_COUNT].tolist()]
