"""Bytes that are described and not stored: what a fill of any length consists of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import gcd

from bytescope.core.document.phase import ENDLESS as ENDLESS
from bytescope.core.document.phase import Phase as Phase
from bytescope.core.document.words import Order, linear, random_words, stamps
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.base import Lost, Source

_SHORT_CYCLE = 1 << 16
_SMALL_FILE = 1 << 20
_TILE = 1 << 16


class _Endless:
    """What all patterns have in common: no end, no bytes lost, and data everywhere."""

    __slots__ = ()

    @property
    def size(self) -> int:
        return ENDLESS

    @property
    def cycle(self) -> int | None:
        return None

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within:
            yield within


@dataclass(frozen=True, slots=True)
class Repeat(_Endless):
    """``data`` (at least one byte) over and over. ``label`` is how a person wrote it, for names of steps."""

    data: bytes
    label: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.data:
            raise ValueError("an empty pattern")

    @property
    def cycle(self) -> int | None:
        return len(self.data)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        _tile(self.data, offset, buffer)
        return ()

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        if within and self.data.count(0) != len(self.data):
            yield within


def _tile(data: bytes, offset: int, buffer: memoryview) -> None:
    """Fill ``buffer`` with the repetition of ``data``, from byte ``offset`` of it."""
    length = len(buffer)
    skip = offset % len(data)
    unit = data[skip:] + data[:skip] if skip else data
    large = min(_TILE, length)
    if len(unit) < large:
        unit *= large // len(unit)
    at = 0
    step = len(unit)
    while at + step <= length:
        buffer[at : at + step] = unit
        at += step
    if at < length:
        rest = length - at
        buffer[at:] = (unit * -(-rest // step))[:rest]


@dataclass(frozen=True, slots=True)
class Counter(_Endless):
    """Numbers of ``width`` bytes (1 to 8): ``start``, ``start + step`` … modulo 256**width."""

    start: int
    step: int
    width: int
    byteorder: Order
    signed: bool = False

    def __post_init__(self) -> None:
        _check_width(self.width)

    @property
    def cycle(self) -> int | None:
        values = 1 << (8 * self.width)
        period = self.width * (values // gcd(self.step, values))
        return period if period <= _SHORT_CYCLE else None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        linear(self.start, self.step).read_into(offset, buffer, self.width, self.byteorder)
        return ()


@dataclass(frozen=True, slots=True)
class OffsetStamp(_Endless):
    """Each word of ``width`` bytes holds its own document offset (modulo 256**width)."""

    width: int
    byteorder: Order

    def __post_init__(self) -> None:
        _check_width(self.width)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        stamps(self.width, 1).read_into(offset, buffer, self.width, self.byteorder)
        return ()


@dataclass(frozen=True, slots=True)
class PageStamp(_Endless):
    """Each word of ``width`` bytes holds the number of the page it begins in (modulo 256**width)."""

    width: int
    byteorder: Order

    def __post_init__(self) -> None:
        _check_width(self.width)

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        stamps(self.width, PAGESIZE).read_into(offset, buffer, self.width, self.byteorder)
        return ()


@dataclass(frozen=True, slots=True)
class SeededRandom(_Endless):
    """Random bytes that follow from ``seed`` (0 to 2**64 - 1) and the offset alone: they can be verified."""

    seed: int

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        random_words(self.seed).read_into(offset, buffer, 8, "little")
        return ()


@dataclass(frozen=True, slots=True)
class FileBytes(_Endless):
    """The bytes of ``source`` (not empty) over and over; ``name`` is for people."""

    needs_io = True

    source: Source
    name: str

    def __post_init__(self) -> None:
        if not self.source.size:
            raise ValueError("an empty file")

    @property
    def cycle(self) -> int | None:
        return self.source.size if self.source.size <= _SMALL_FILE else None

    def read_into(self, offset: int, buffer: memoryview) -> tuple[Lost, ...]:
        lost: list[Lost] = []
        at = 0
        while at < len(buffer):
            inside = (offset + at) % self.source.size
            length = min(len(buffer) - at, self.source.size - inside)
            found = self.source.read_into(inside, buffer[at : at + length])
            lost.extend(Lost(item.range.shifted(offset + at - inside), item.why) for item in found)
            at += length
        return tuple(lost)

    def data_runs(self, within: ByteRange) -> Iterator[ByteRange]:
        """As the file tells of its holes, where ``within`` is inside one repetition of it."""
        begin = within.start // self.source.size * self.source.size
        if within.end > begin + self.source.size:
            yield within
            return
        for run in self.source.data_runs(within.shifted(-begin)) if within else ():
            yield run.shifted(begin)


Pattern = Repeat | Counter | OffsetStamp | PageStamp | SeededRandom | FileBytes


def _check_width(width: int) -> None:
    if not 1 <= width <= 8:
        raise ValueError(f"a word has 1 to 8 bytes, not {width}")


def start_in(pattern: Pattern, offset: int, phase: Phase) -> int:
    """The pattern's byte that stands at document ``offset`` when a fill begins there."""
    if phase is Phase.START and not isinstance(pattern, OffsetStamp | PageStamp):
        return 0
    return offset


def describe(pattern: Pattern) -> str:
    """The pattern in a few words, for the name of a step."""
    match pattern:
        case Repeat(data, label):
            return label or _shown(data)
        case Counter(start, step, width, order):
            return f"counter {start}, step {step}, {_word(width, order)}"
        case OffsetStamp(width, order):
            return f"own offsets, {_word(width, order)}"
        case PageStamp(width, order):
            return f"page numbers, {_word(width, order)}"
        case SeededRandom(seed):
            return f"random bytes, seed {seed}"
        case FileBytes(_, name):
            return f"the bytes of {name}"


def _shown(data: bytes) -> str:
    text = data[:8].hex(" ").upper()
    return text if len(data) <= 8 else f"{text} … ({len(data):,} bytes)"


def _word(width: int, order: Order) -> str:
    return f"{width} bytes {'little' if order == 'little' else 'big'}-endian" if width > 1 else "1 byte"
