"""A picture of all statistics as plain shapes: drawn on the screen's way to PNG, written as SVG here."""

from __future__ import annotations

import base64
import math
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from bytescope.core.statistics import levels
from bytescope.core.statistics.numbers import CLASS_OF, CLASSES
from bytescope.core.statistics.words import curve_words, pairs_words, percent, rows
from bytescope.core.text.formats import hex_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bytescope.core.statistics.summary import Summary

FONT = "DejaVu Sans, Verdana, Helvetica, sans-serif"
SIZE = 13.0
WIDTH, HEIGHT = 1600, 1000


class Inks(NamedTuple):
    """Colours of a sheet as "#rrggbb"; ``classes`` in the order of ``numbers.CLASSES``."""

    back: str
    text: str
    soft: str
    line: str
    accent: str
    classes: tuple[str, ...]


LIGHT = Inks(
    *("#ffffff", "#1c2127", "#59636f", "#cdd3da", "#1f5fc4"),
    ("#5e6873", "#6e2fc4", "#0b4f9e", "#00635a", "#8f4300"),
)
DARK = Inks(
    *("#14171a", "#e4e7eb", "#9ca6b1", "#454d57", "#7db2ff"),
    ("#98a2ad", "#cfb4ff", "#8ec3ff", "#6fcabb", "#ffb65c"),
)


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    ink: str


class Path(NamedTuple):
    """A line through points, unbroken."""

    points: tuple[tuple[float, float], ...]
    ink: str
    width: float = 1.0
    dashed: bool = False


class Words(NamedTuple):
    """Text on the baseline ``y``; ``anchor`` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    ink: str
    anchor: str = "start"
    bold: bool = False
    size: float = SIZE


class Tile(NamedTuple):
    """A picture of grey values, u1[rows, columns], stretched without smoothing."""

    x: float
    y: float
    width: float
    height: float
    grey: NDArray[np.uint8]


Shape = Box | Path | Words | Tile


def sheet(summary: Summary, title: str, inks: Inks, log: bool = False) -> Iterator[Shape]:
    """Histogram, pairs, entropy, classes and numbers on ``WIDTH`` by ``HEIGHT``."""
    yield Box(0, 0, WIDTH, HEIGHT, inks.back)
    yield Words(40, 34, title, inks.text, bold=True, size=17)
    yield from _histogram(summary, inks, log, Box(100, 76, 960, 330, ""))
    yield from _pairs(summary, inks, Box(1140, 76, 420, 420, ""))
    yield from _curve(summary, inks, Box(100, 476, 960, 240, ""))
    yield from _classes(summary, inks, Box(100, 792, 960, 26, ""))
    yield from _numbers(summary, inks, 1140, 560)


def _frame(place: Box, title: str, inks: Inks) -> Iterator[Shape]:
    x, y, wide, high, _ = place
    yield Words(x, y - 10, title, inks.text, bold=True)
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
    yield Path(corners, inks.line)


def _histogram(summary: Summary, inks: Inks, log: bool, place: Box) -> Iterator[Shape]:
    shares = summary.shares
    top, decades = levels.top_of(shares), levels.decades_of(shares) if log else 0
    yield from _frame(place, f"Values{' (logarithmic)' if log else ''}", inks)
    bottom, wide = place.y + place.height, place.width / 256
    for height, label in levels.marks(top, decades):
        y = bottom - height * place.height
        yield Path(((place.x, y), (place.x + place.width, y)), inks.line, 0.5)
        yield Words(place.x - 8, y + 4, label, inks.soft, "end", size=11)
    for value, height in enumerate(levels.heights(shares, top, decades).tolist()):
        if height > 0:
            tall = height * place.height
            ink = inks.classes[CLASS_OF[value]]
            yield Box(place.x + value * wide, bottom - tall, wide * 0.9, tall, ink)
    expected = float(levels.heights(np.array([1 / 256]), top, decades)[0])
    y = bottom - expected * place.height
    yield Path(((place.x, y), (place.x + place.width, y)), inks.soft, 1.0, True)
    for value in range(0, 257, 32):
        shown = f"{value:02X}" if value < 256 else "FF"
        at = place.x + min(value, 255.5) * wide
        yield Words(at, bottom + 18, shown, inks.soft, "middle", size=11)


def _curve(summary: Summary, inks: Inks, place: Box) -> Iterator[Shape]:
    yield from _frame(place, f"Entropy, bits a byte: {curve_words(summary)}", inks)
    bottom = place.y + place.height
    for bits in range(0, 9, 2):
        y = bottom - bits / 8 * place.height
        yield Path(((place.x, y), (place.x + place.width, y)), inks.line, 0.5)
        yield Words(place.x - 8, y + 4, str(bits), inks.soft, "end", size=11)
    range_ = summary.range
    length = max(1, range_.length)
    points: list[tuple[float, float]] = []
    for number, value in enumerate(summary.entropy.tolist()):
        if math.isnan(value):
            if points:
                yield Path(tuple(points), inks.accent, 1.4)
            points = []
            continue
        block = summary.block_range(number)
        y = bottom - value / 8 * place.height
        points += [(_across(place, at - range_.start, length), y) for at in (block.start, block.end)]
    if points:
        yield Path(tuple(points), inks.accent, 1.4)
    for at in levels.round_offsets(range_.start, range_.end, 8):
        x = _across(place, at - range_.start, length)
        yield Words(x, bottom + 18, hex_text(at), inks.soft, "middle", size=11)


def _across(place: Box, at: int, length: int) -> float:
    return place.x + at / length * place.width


def _pairs(summary: Summary, inks: Inks, place: Box) -> Iterator[Shape]:
    yield from _frame(place, f"Pairs: {pairs_words(summary)}", inks)
    yield Tile(place.x, place.y, place.width, place.height, levels.brightness(summary.pairs))
    for value in (0, 64, 128, 192, 255):
        at = (value + 0.5) / 256
        yield Words(
            place.x + at * place.width,
            place.y + place.height + 18,
            f"{value:02X}",
            inks.soft,
            "middle",
            size=11,
        )
        yield Words(place.x - 6, place.y + at * place.height + 4, f"{value:02X}", inks.soft, "end", size=11)


def _classes(summary: Summary, inks: Inks, place: Box) -> Iterator[Shape]:
    yield from _frame(place, "Classes of bytes", inks)
    x = place.x
    for number, share in enumerate(summary.classes):
        wide = share * place.width
        yield Box(x, place.y, wide, place.height, inks.classes[number])
        x += wide
    for number, ((name, what), share) in enumerate(zip(CLASSES, summary.classes)):
        y = place.y + place.height + 24 + 22 * number
        yield Box(place.x, y - 11, 12, 12, inks.classes[number])
        yield Words(place.x + 20, y, f"{name}: {percent(share)} ({what})", inks.text)


def _numbers(summary: Summary, inks: Inks, x: float, y: float) -> Iterator[Shape]:
    for row in rows(summary):
        yield Words(x, y, row.name, inks.soft, size=11)
        yield Words(x + 150, y, row.value, inks.text, size=11)
        y += 18


def svg(shapes: Iterator[Shape], title: str) -> str:
    """The shapes as an SVG 1.1 drawing."""
    body = "\n".join(line for shape in shapes for line in _svg_of(shape))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
        f' width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        f"<title>{_clean(title)}</title>\n{body}\n</svg>\n"
    )


def _svg_of(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Box):
        at = f'x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
        yield f'<rect {at} fill="{shape.ink}"/>'
    elif isinstance(shape, Path):
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in shape.points)
        dashed = ' stroke-dasharray="6 4"' if shape.dashed else ""
        yield (
            f'<polyline points="{points}" fill="none" stroke="{shape.ink}"'
            f' stroke-width="{shape.width:g}"{dashed}/>'
        )
    elif isinstance(shape, Words):
        weight = ' font-weight="bold"' if shape.bold else ""
        yield (
            f'<text x="{shape.x:.2f}" y="{shape.y:.2f}" font-family={quoteattr(FONT)}'
            f' font-size="{shape.size:g}" text-anchor="{shape.anchor}" fill="{shape.ink}"{weight}>'
            f"{_clean(shape.text)}</text>"
        )
    else:
        at = f'x="{shape.x:g}" y="{shape.y:g}" width="{shape.width:g}" height="{shape.height:g}"'
        data = base64.b64encode(png_of(shape.grey)).decode()
        yield (
            f'<image {at} preserveAspectRatio="none" image-rendering="optimizeSpeed"'
            f' xlink:href="data:image/png;base64,{data}"/>'
        )


def _clean(text: str) -> str:
    """What XML 1.0 cannot hold is left out."""
    return escape("".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c < "￾"))


def png_of(grey: NDArray[np.uint8]) -> bytes:
    """Grey values u1[rows, columns] as a PNG file (RFC 2083)."""
    height, width = grey.shape
    lines = np.zeros((height, width + 1), np.uint8)
    lines[:, 1:] = grey
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes())), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
