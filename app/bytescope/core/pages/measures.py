"""What measuring pages gives: one row of plain arrays, the same from every kernel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Measure: TypeAlias = Callable[[NDArray[np.uint8]], "Measures"]


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """Facts of ``n`` consecutive pages, exact.

    ``classes`` u1[n] are codes of ``PageClass``; ``entropy`` f4[n] is in bits a byte over the page's own
    length; ``mean`` f4[n] is the mean byte; ``zeros`` u4[n] counts the bytes 00; ``distinct`` u4[n] the
    different values; ``lengths`` u4[n] the bytes of each page (4096, but for a short last one);
    ``prints`` u4[n] are the fingerprints of ``prints``, 0 where bytes were lost; ``dominant`` u1[n] is
    the value of most bytes, the least of them where several occur equally often; ``printable`` u4[n]
    counts the TEXT bytes (09, 0A, 0D, 20 to 7E).
    """

    classes: NDArray[np.uint8]
    entropy: NDArray[np.float32]
    mean: NDArray[np.float32]
    zeros: NDArray[np.uint32]
    distinct: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    prints: NDArray[np.uint32]
    dominant: NDArray[np.uint8]
    printable: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.classes)

    def taken(self, rows: NDArray[np.intp]) -> Measures:
        """The facts of the pages ``rows``, in that order."""
        return Measures(*(getattr(self, field.name)[rows] for field in fields(Measures)))


def joined(parts: list[Measures]) -> Measures:
    """The facts of consecutive pages one after the other."""
    import numpy as np

    if len(parts) == 1:
        return parts[0]
    numbers = (np.uint32,) * 4
    types = (np.uint8, np.float32, np.float32, *numbers, np.uint8, np.uint32)
    columns = [
        np.concatenate([np.empty(0, kind), *(getattr(part, field.name) for part in parts)])
        for field, kind in zip(fields(Measures), types)
    ]
    return Measures(*columns)
