"""The legend of an exported map, laid out in words and tiles, for pictures of pixels and of vectors alike."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.geometry.marks import LEVELS, SHARE_AT, STEPS, Mark, state_palette
from bytescope.core.geometry.picture import Body
from bytescope.core.geometry.raster import CROSS, CROSS_BACK, FIRST, HATCH, HATCH_BACK, sample
from bytescope.core.geometry.stamps import BRIGHT, DEEP, STATE_SLOT, Cell
from bytescope.core.pages import palette
from bytescope.core.pages.classes import LEGEND, NAMES, PageClass
from bytescope.core.pages.own_palette import DEFAULT, Palette
from bytescope.core.touched.layers import MEANINGS, Layer

if TYPE_CHECKING:
    from bytescope.core.geometry.inks import Inks, Rgba
    from bytescope.core.geometry.marks import Codes

WIDE = 0.62
"""Width of a character, of its size: that of the widest common typefaces, as nothing is measured here."""

INK, SOFT = (
    {False: (24, 28, 33, 255), True: (232, 236, 240, 255)},
    {False: (96, 104, 112, 255), True: (160, 168, 178, 255)},
)
GROUND: dict[bool, Rgba] = {False: (255, 255, 255, 255), True: (24, 28, 33, 255)}
"""Colours of words and of the ground, light and dark."""

_SAMPLE = 16


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: ``x`` of its start (its middle, its end), ``y`` of its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    soft: bool = False
    anchor: str = "start"


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A rectangle filled with ``pixels``, RGBA u1[rows, columns, 4], each stretched to its share."""

    x: float
    y: float
    width: float
    height: float
    pixels: Codes


@dataclass(frozen=True, slots=True)
class Said:
    """What stands above and below the map beside its colours: the file's name, lines about it."""

    heading: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Legend:
    """What is to be explained of a map. ``counts``: pages by class; ``states``: pages in each layer shown."""

    said: Said
    scheme: str
    inks: Inks
    own: Palette = DEFAULT
    counts: Sequence[int] | None = None
    states: Mapping[Layer, int | None] | None = None
    alone: Layer | None = None
    level: int = 0
    dark: bool = True


def laid_out(legend: Legend, width: int, size: float) -> tuple[int, list[Words | Tile]]:
    """The height of the legend in a picture ``width`` wide, and what stands in it, in letters of ``size``."""
    page = _Page(width, size)
    page.heading(legend.said)
    if legend.alone is not None:
        steps = np.arange(256) * (STEPS + 1) // 256
        title = f"{MEANINGS[legend.alone].title}: share of the pages of a cell; content is grey"
        ticks = ((0.5 / (STEPS + 1), "none"), (1.5 / (STEPS + 1), "any"), (1.0, "all"))
        page.scale(title, state_palette()[LEVELS // 2 * LEVELS + steps], ticks, ())
        return page.height, page.items
    table = palette.table(legend.scheme, legend.own)
    if legend.scheme == "content":
        page.title(palette.SCHEMES["content"])
        page.entries(_classes(legend, table))
    else:
        unit = palette.UNITS.get(legend.scheme, "")
        title = f"{palette.SCHEMES[legend.scheme]} in {unit}" if unit else palette.SCHEMES[legend.scheme]
        first, last = palette.SCALE_ROWS.get(legend.scheme, (0, 255))
        special = [(name, table[None, row : row + 1]) for row, name in palette.SPECIAL.get(legend.scheme, ())]
        page.scale(title, table[first : last + 1], palette.ticks(legend.scheme, legend.level), special)
    if legend.states:
        page.title("Page states")
        page.entries(_states(legend))
    return page.height, page.items


class _Page:
    """Puts one thing below the other."""

    def __init__(self, width: int, size: float) -> None:
        self.items: list[Words | Tile] = []
        self._width, self._size = width, size
        self._margin = size
        self._y = size * 0.6

    @property
    def height(self) -> int:
        return round(self._y + self._size * 0.8)

    def heading(self, said: Said) -> None:
        self._wrapped(said.heading, self._size * 1.2, bold=True)
        for line in said.lines:
            self._wrapped(line, self._size, soft=True)

    def title(self, text: str) -> None:
        self._y += self._size * 0.5
        self._wrapped(text, self._size, bold=True)

    def entries(self, entries: Sequence[tuple[str, str, Codes]]) -> None:
        """Squares with a name and a number each, in columns of equal width."""
        size, room = self._size, self._width - 2 * self._margin
        longest = max(len(name) + len(note) + 1 for name, note, _ in entries)
        across = size * (2.4 + longest * WIDE)
        columns = max(1, int(room / across))
        for at, (name, note, pixels) in enumerate(entries):
            x = self._margin + at % columns * (room / columns)
            y = self._y + at // columns * size * 1.55
            self.items.append(Tile(x, y + size * 0.15, size * 1.1, size * 1.1, pixels))
            self.items.append(Words(x + size * 1.6, y + size * 1.08, name, size))
            if note:
                behind = x + size * (1.6 + (len(name) + 0.7) * WIDE)
                self.items.append(Words(behind, y + size * 1.08, note, size, soft=True))
        self._y += -(-len(entries) // columns) * size * 1.55

    def scale(
        self,
        title: str,
        colours: Codes,
        ticks: Sequence[tuple[float, str]],
        special: Sequence[tuple[str, Codes]],
    ) -> None:
        """A bar from the least value to the largest, with ticks."""
        self.title(title)
        size, room = self._size, self._width - 2 * self._margin
        self._y += size * 0.2
        self.items.append(Tile(self._margin, self._y, room, size * 0.9, colours[None]))
        self._y += size * 0.9
        end = 0.0
        for place, text in ticks:
            wide = len(text) * WIDE * size
            x = self._margin + place * room
            left = min(max(x - wide / 2, self._margin), self._margin + room - wide)
            if left >= end:
                self.items.append(
                    Words(left + wide / 2, self._y + size * 1.2, text, size * 0.9, anchor="middle")
                )
                end = left + wide + size * 0.6
        self._y += size * 1.6
        if special:
            self.entries([(name, "", pixels) for name, pixels in special])

    def _wrapped(self, text: str, size: float, *, bold: bool = False, soft: bool = False) -> None:
        fits = max(8, int((self._width - 2 * self._margin) / (size * WIDE)))
        for line in textwrap.wrap(text, fits) or [""]:
            self._y += size * 1.35
            self.items.append(Words(self._margin, self._y - size * 0.25, line, size, bold, soft))


def _classes(legend: Legend, table: Codes) -> list[tuple[str, str, Codes]]:
    bodies = {PageClass.UNREAD: Body.HATCH, PageClass.GONE: Body.CROSS, PageClass.ERROR: Body.CROSS}
    out = []
    for cls in LEGEND:
        count = None if legend.counts is None else legend.counts[cls]
        if count == 0 and cls in bodies:
            continue
        pixels = _pixels(bodies.get(cls, Body.PLAIN), 0, tuple(table[cls].tolist()), legend.inks)
        out.append((NAMES[cls], "" if count is None else f"{count:,}", pixels))
    return out


def _states(legend: Legend) -> list[tuple[str, str, Codes]]:
    out = []
    for layer, count in (legend.states or {}).items():
        share = STEPS << SHARE_AT[layer] if layer in SHARE_AT else 0
        pixels = _pixels(Body.PLAIN, layer.bit | share, legend.inks.hatch, legend.inks)
        out.append((MEANINGS[layer].title, "" if count is None else f"{count:,}", pixels))
    return out


def _pixels(body: Body, marks: int | Mark, colour: Rgba, inks: Inks) -> Codes:
    """A cell as the map has it, RGBA u1[16, 16, 4]."""
    slots = sample(body, int(marks), Cell(_SAMPLE + 1, _SAMPLE + 1, 1))[:_SAMPLE, :_SAMPLE]
    inked = np.tile(np.array(colour, np.uint8), (256, 1))
    for slot, ink in (
        (FIRST, colour),
        (HATCH, inks.hatch),
        (HATCH_BACK, inks.hatch_back),
        (CROSS, inks.cross),
        (CROSS_BACK, inks.cross_back),
        (BRIGHT, inks.bright),
        (DEEP, inks.deep),
    ):
        inked[slot] = ink
    for layer in Layer:
        inked[STATE_SLOT + layer] = inks.states[layer]
    return inked[slots]
