"""Makes the words of counters, stamps and random patterns: any part without what stands before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Order = Literal["little", "big"]

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
_FEW = 1024
"""Up to so many words plain Python is quick enough, and the first picture needs no numpy."""


def mixed(value: int) -> int:
    """The finishing function of SplitMix64 (Steele, Lea and Flood 2014) on 64 bits."""
    value &= _MASK
    value = (value ^ (value >> 30)) * _MIX_1 & _MASK
    value = (value ^ (value >> 27)) * _MIX_2 & _MASK
    return value ^ (value >> 31)


def linear(start: int, step: int) -> Words:
    """Word i is ``start + step * i``."""
    return Words(start, step, None)


def stamps(width: int, unit: int) -> Words:
    """Word i is the offset of its own first byte divided by ``unit``."""
    return Words(0, width, _Divided(unit))


def random_words(seed: int) -> Words:
    """Word i is SplitMix64's output i for the mixed seed: little-endian, the same on every machine."""
    return Words(mixed(seed) + _GOLDEN, _GOLDEN, _Mixed())


class _Divided:
    def __init__(self, unit: int) -> None:
        self._unit = unit

    def one(self, value: int) -> int:
        return value // self._unit

    def many(self, values: NDArray[np.uint64]) -> NDArray[np.uint64]:
        import numpy as np

        return values // np.uint64(self._unit)


class _Mixed:
    def one(self, value: int) -> int:
        return mixed(value)

    def many(self, values: NDArray[np.uint64]) -> NDArray[np.uint64]:
        import numpy as np

        values ^= values >> np.uint64(30)
        values *= np.uint64(_MIX_1)
        values ^= values >> np.uint64(27)
        values *= np.uint64(_MIX_2)
        values ^= values >> np.uint64(31)
        return values


class Words:
    """A sequence of 64-bit words: ``finish(start + step * i)`` modulo 2**64."""

    __slots__ = ("_finish", "_start", "_step")

    def __init__(self, start: int, step: int, finish: _Divided | _Mixed | None) -> None:
        self._start = start
        self._step = step
        self._finish = finish

    def few(self, first: int, count: int) -> list[int]:
        """Words ``first`` and the ``count - 1`` after it, without numpy."""
        values = ((self._start + self._step * i) & _MASK for i in range(first, first + count))
        finish: Callable[[int], int] | None = self._finish.one if self._finish else None
        return [finish(v) for v in values] if finish else list(values)

    def many(self, first: int, count: int) -> NDArray[np.uint64]:
        """The same words as an array."""
        import numpy as np

        values = np.arange(count, dtype=np.uint64)
        values *= np.uint64(self._step & _MASK)
        values += np.uint64((self._start + self._step * first) & _MASK)
        return self._finish.many(values) if self._finish else values

    def read_into(self, offset: int, buffer: memoryview, width: int, order: Order) -> None:
        """Fill ``buffer`` with the low ``width`` bytes (1 to 8) of each word, from byte ``offset`` on."""
        length = len(buffer)
        if not length:
            return
        first = offset // width
        count = (offset + length - 1) // width + 1 - first
        skip = offset - first * width
        data = self._few_bytes(first, count, width, order) if count <= _FEW else None
        if data is not None:
            buffer[:] = data[skip : skip + length]
            return
        self._many_bytes(first, count, skip, buffer, width, order)

    def _few_bytes(self, first: int, count: int, width: int, order: Order) -> bytes:
        mask = (1 << (8 * width)) - 1
        return b"".join([(v & mask).to_bytes(width, order) for v in self.few(first, count)])

    def _many_bytes(
        self, first: int, count: int, skip: int, buffer: memoryview, width: int, order: Order
    ) -> None:
        import numpy as np

        table = self.many(first, count).astype("<u8", copy=False).view(np.uint8).reshape(count, 8)[:, :width]
        if order == "big":
            table = table[:, ::-1]
        out = np.frombuffer(buffer, dtype=np.uint8)
        out[:] = np.ascontiguousarray(table).reshape(-1)[skip : skip + len(buffer)]
