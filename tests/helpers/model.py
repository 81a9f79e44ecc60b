"""A document as plain bytes, with where each byte is from: what random scripts are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bytescope.core.ranges import ByteRange, merged

Origins = list[int | None]
"""For each byte the offset of the base byte that it is, None for bytes from elsewhere."""

Row = tuple[bytes, Origins]


@dataclass
class Model:
    """The naive document: bytes, their origins, the bytes of every state, and the splices of every step."""

    data: bytearray
    origins: Origins
    states: list[bytes] = field(default_factory=list)
    splices: list[list[tuple[int, Row, Row]]] = field(default_factory=list)
    pending: list[tuple[int, Row, Row]] = field(default_factory=list)
    index: int = 0
    saved: int | None = 0

    @classmethod
    def of(cls, data: bytes) -> Model:
        return cls(bytearray(data), list(range(len(data))), [bytes(data)])

    def put(self, start: int, old: int, data: bytes, origins: Iterable[int | None] | None = None) -> None:
        new: Row = (data, [None] * len(data) if origins is None else list(origins))
        self.pending.append(
            (start, (bytes(self.data[start : start + old]), self.origins[start : start + old]), new)
        )
        self._set(start, old, new)

    def _set(self, start: int, old: int, new: Row) -> None:
        self.data[start : start + old] = new[0]
        self.origins[start : start + old] = new[1]

    def commit(self) -> None:
        del self.states[self.index + 1 :], self.splices[self.index :]
        if self.saved is not None and self.saved > self.index:
            self.saved = None
        self.states.append(bytes(self.data))
        self.splices.append(self.pending)
        self.pending = []
        self.index += 1

    def back(self) -> None:
        self.index -= 1
        for start, old, new in reversed(self.splices[self.index]):
            self._set(start, len(new[0]), old)
        self._arrive()

    def forth(self) -> None:
        for start, old, new in self.splices[self.index]:
            self._set(start, len(old[0]), new)
        self.index += 1
        self._arrive()

    def _arrive(self) -> None:
        assert self.data == self.states[self.index]
        if self.index == self.saved:
            self.origins[:] = range(len(self.data))

    def marks(self) -> list[int]:
        """The offsets of the edited bytes."""
        return [i for i, origin in enumerate(self.origins) if origin != i]

    def edited(self) -> list[ByteRange]:
        return merged([ByteRange(i, i + 1) for i in self.marks()])

    def save(self, in_place: bool, written: list[ByteRange]) -> None:
        """The origins of all that was removed or inserted, as they are after a save."""
        lost = {i for item in written for i in range(item.start, item.end)}
        for step in self.splices:
            for _, old, new in step:
                for _, origins in (old, new):
                    origins[:] = [o if in_place and o not in lost else None for o in origins]
        self.saved = self.index
        self.origins[:] = range(len(self.data))

    def forget(self, before: int, behind: int) -> None:
        """Keep ``before`` states before the present one and ``behind`` after it."""
        low, high = self.index - before, self.index + behind
        self.states, self.splices = self.states[low : high + 1], self.splices[low:high]
        self.saved = None if self.saved is None or not low <= self.saved <= high else self.saved - low
        self.index = before
