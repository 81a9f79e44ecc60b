"""The colours of the map's content schemes, and the ticks of their scales."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.classes import RANDOM_ENTROPY, PageClass
from bytescope.core.pages.leading import CERTAIN
from bytescope.core.pages.own_palette import DEFAULT, Palette
from bytescope.core.pages.scales import ramp, ramp_of, rgb_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.cells import CellFacts

SCHEMES: dict[str, str] = {
    "content": "Content class",
    "entropy": "Entropy",
    "mean": "Mean byte",
    "zeros": "Share of 00",
    "printable": "Printable share",
    "dominant": "Dominant byte",
    "copies": "Copies of pages",
    "age": "Time since the last change",
}
"""What a map can show of the content: the key of each scheme and its name."""

CODED = ("copies", "age")
"""Schemes whose values are not measured from the page itself: ``CellFacts.codes``."""

HEX_COLOURS: dict[PageClass, str] = {
    PageClass.UNREAD: "#808080",
    PageClass.HOLE: "#0A0A0A",
    PageClass.ZERO: "#540969",
    PageClass.ONES: "#FFFFFF",
    PageClass.CONST: "#8938FA",
    PageClass.TEXT: "#84BEFF",
    PageClass.LOW: "#437270",
    PageClass.BINARY: "#FFAB1A",
    PageClass.DENSE: "#AD0000",
    PageClass.GONE: "#FF00FF",
    PageClass.ERROR: "#FF00FF",
}
"""Worst pair of the eight contents: CIEDE2000 23.3 over normal and three simulated colour visions.

UNREAD is drawn as a hatch of this grey, GONE and ERROR with a cross.
"""


# lightness and chroma of OKLab, hue in degrees; lightness in equal steps, so that equal
# differences look equal, from a dark violet over blue and green to a light yellow
_PERCEPTUAL = (
    (0.22, 0.090, 300.0),
    (0.40, 0.115, 278.0),
    (0.58, 0.090, 215.0),
    (0.76, 0.130, 155.0),
    (0.94, 0.130, 105.0),
)
_RAMPS = {
    "entropy": _PERCEPTUAL,
    "mean": ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    # few zeros light, only zeros dark: as a page of zeros is in the content scheme
    "zeros": ((0.96, 0.030, 85.0), (0.73, 0.100, 50.0), (0.50, 0.140, 20.0), (0.27, 0.110, 325.0)),
    # the more text, the lighter and the bluer: as a page of text is there
    "printable": ((0.24, 0.040, 60.0), (0.48, 0.060, 310.0), (0.72, 0.105, 262.0), (0.96, 0.018, 240.0)),
    "copies": ((0.52, 0.090, 225.0), (0.73, 0.120, 165.0), (0.94, 0.150, 108.0)),
    # what is fresh glows
    "age": (
        (0.97, 0.060, 105.0),
        (0.80, 0.140, 75.0),
        (0.60, 0.190, 35.0),
        (0.42, 0.140, 350.0),
        (0.26, 0.080, 305.0),
    ),
}
# of the dominant byte: control, text, high; lighter within each from its first value to its last
_BYTE_RANGES = (
    (0x01, 0x20, ((0.34, 0.050, 165.0), (0.62, 0.080, 165.0))),
    (0x20, 0x7F, ((0.42, 0.140, 265.0), (0.86, 0.080, 235.0))),
    (0x80, 0xFF, ((0.44, 0.100, 50.0), (0.88, 0.140, 88.0))),
)

NEUTRAL = "#6B737C"
MIXED = 0x7F
"""Row of the dominant byte's table for cells in which none leads; 7F is shown as its neighbour 7E."""

ALL_ZERO = 255
"""Row of the copies' table for cells of nothing but pages of 00 and holes."""

SPECIAL: dict[str, tuple[tuple[int, str], ...]] = {
    "dominant": ((MIXED, "none leads"),),
    "copies": ((0, "no copies"), (ALL_ZERO, "only zeros")),
    "age": ((0, "not changed"),),
}
"""Rows of a table that stand beside its scale, and what they mean."""

SCALE_ROWS: dict[str, tuple[int, int]] = {"copies": (1, 254), "age": (1, 255)}
"""The first and the last row of a table's scale, where that is not all of it."""

MOST_COPIES = 1 << 16
"""Copies at the end of their scale, which is logarithmic; more look the same."""

AGES = ((1, "1 s"), (60, "1 min"), (3600, "1 h"), (86400, "1 day"), (30 * 86400, "30 days"))
"""Seconds at which the scale of ages is labelled; it is logarithmic and ends with the last of them."""

UNITS = {"entropy": "bits a byte"}

_SHARES = ((0.0, "0 %"), (0.25, "25 %"), (0.5, "50 %"), (0.75, "75 %"), (1.0, "100 %"))
_TICKS: dict[str, tuple[tuple[float, str], ...]] = {
    "content": (),
    "entropy": (
        *((step / 8, str(step)) for step in range(0, 8, 2)),
        (RANDOM_ENTROPY / 8, f"{RANDOM_ENTROPY} random"),
    ),
    "mean": ((0.0, "00"), (0x40 / 255, "40"), (0x80 / 255, "80"), (0xC0 / 255, "C0"), (1.0, "FF")),
    "zeros": _SHARES,
    "printable": _SHARES,
    "dominant": (
        (0.0, "00"),
        (0x10 / 255, "control"),
        (0x20 / 255, "20"),
        (0x50 / 255, "text"),
        (0x80 / 255, "80"),
        (0xC0 / 255, "high"),
        (1.0, "FF"),
    ),
    "copies": tuple((share, name + " have copies" * (share == 1)) for share, name in _SHARES),
    "age": tuple((math.log(seconds) / math.log(AGES[-1][0]), name) for seconds, name in AGES),
}
_COPY_TICKS = tuple(
    (math.log2(n) / math.log2(MOST_COPIES), f"{n:,}") for n in (1, 8, 64, 512, 4096, MOST_COPIES)
)


def class_colours(own: Palette = DEFAULT) -> dict[PageClass, str]:
    """The colour of each class."""
    return {**HEX_COLOURS, **dict(own.classes)}


def table(scheme: str, own: Palette = DEFAULT) -> NDArray[np.uint8]:
    """RGBA u1[256, 4] of a scheme: by class code for "content", else from the least value to the most."""
    colours = class_colours(own)
    if scheme == "content":
        out = np.full((256, 4), 0x80, np.uint8)
        for cls, colour in colours.items():
            out[cls, :3] = rgb_of(colour)
        out[:, 3] = 255
        return out
    if scheme == "dominant":
        return _byte_colours(colours, own)
    first, last = SCALE_ROWS.get(scheme, (0, 255))
    out = np.full((256, 4), 255, np.uint8)
    count = last - first + 1
    out[first : last + 1] = ramp_of(own.ramp, 256)[:count] if own.ramp else ramp(_RAMPS[scheme], count)
    if first:
        out[0, :3] = rgb_of(NEUTRAL)
    if scheme == "copies":
        out[ALL_ZERO, :3] = rgb_of(colours[PageClass.ZERO])
    return out


def _byte_colours(colours: dict[PageClass, str], own: Palette) -> NDArray[np.uint8]:
    """A colour for each value of a byte; 00 and FF are those of pages of nothing else."""
    out = np.full((256, 4), 255, np.uint8)
    if own.ramp:
        out[:] = ramp_of(own.ramp)
    else:
        for first, stop, anchors in _BYTE_RANGES:
            out[first:stop] = ramp(anchors, stop - first)
        out[0, :3], out[255, :3] = rgb_of(colours[PageClass.ZERO]), rgb_of(colours[PageClass.ONES])
    out[MIXED, :3] = rgb_of(NEUTRAL)
    return out


def ticks(scheme: str, level: int = 1) -> tuple[tuple[float, str], ...]:
    """Where the scale of a scheme is labelled (0 to 1) and how; nothing for "content".

    At level 0, where a cell is a page, the scale of copies counts them.
    """
    return _COPY_TICKS if scheme == "copies" and level == 0 else _TICKS[scheme]


def scheme_values(cells: CellFacts, scheme: str) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Each cell's row in ``table(scheme)``, and whether anything is known of the cell."""
    if scheme == "content":
        return cells.majority, cells.known > 0
    if scheme in CODED:
        return cells.codes, cells.judged
    if scheme == "dominant":
        shown = np.where(cells.dominant == MIXED, np.uint8(MIXED - 1), cells.dominant)
        return np.where(cells.agreement < CERTAIN, np.uint8(MIXED), shown), cells.known > 0
    values, top = {
        "entropy": (cells.entropy, 8.0),
        "mean": (cells.mean, 255.0),
        "zeros": (cells.zero_share, 1.0),
        "printable": (cells.printable, 1.0),
    }[scheme]
    scaled = np.rint(np.clip(values / np.float32(top), 0, 1) * 255)
    return scaled.astype(np.uint8), cells.known > 0


def age_codes(seconds: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Rows of the age's table: 0 where nothing was changed (infinite), else 1 for now to 255."""
    known = np.isfinite(seconds)
    place = np.log(np.clip(np.where(known, seconds, 1), 1, AGES[-1][0])) / math.log(AGES[-1][0])
    return np.where(known, 1 + np.rint(place * 254), 0).astype(np.uint8)
