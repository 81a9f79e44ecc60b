"""The colours of the map's content schemes, and the ticks of their scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bytescope.core.pages.classes import RANDOM_ENTROPY, PageClass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.pages.cells import CellFacts

SCHEMES: dict[str, str] = {
    "content": "Content class",
    "entropy": "Entropy",
    "mean": "Mean byte",
    "zeros": "Share of 00",
}
"""What a map can show of the content: the key of each scheme and its name."""

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
_GREY = ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0))
# few zeros light, only zeros dark: as a page of zeros is in the content scheme
_ZEROS = ((0.96, 0.030, 85.0), (0.73, 0.100, 50.0), (0.50, 0.140, 20.0), (0.27, 0.110, 325.0))

_TICKS: dict[str, tuple[tuple[float, str], ...]] = {
    "content": (),
    "entropy": (
        *((step / 8, str(step)) for step in range(0, 8, 2)),
        (RANDOM_ENTROPY / 8, f"{RANDOM_ENTROPY} random"),
    ),
    "mean": ((0.0, "00"), (0x40 / 255, "40"), (0x80 / 255, "80"), (0xC0 / 255, "C0"), (1.0, "FF")),
    "zeros": ((0.0, "0 %"), (0.25, "25 %"), (0.5, "50 %"), (0.75, "75 %"), (1.0, "100 %")),
}


def table(scheme: str) -> NDArray[np.uint8]:
    """RGBA u1[256, 4] of a scheme: by class code for "content", else from the least value to the most."""
    if scheme == "content":
        out = np.full((256, 4), 0x80, np.uint8)
        for cls, colour in HEX_COLOURS.items():
            out[cls, :3] = tuple(bytes.fromhex(colour[1:]))
        out[:, 3] = 255
        return out
    return ramp({"entropy": _PERCEPTUAL, "mean": _GREY, "zeros": _ZEROS}[scheme])


def ticks(scheme: str) -> tuple[tuple[float, str], ...]:
    """Where the scale of a scheme is labelled (0 to 1) and how; nothing for "content"."""
    return _TICKS[scheme]


def scheme_values(cells: CellFacts, scheme: str) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Each cell's row in ``table(scheme)``, and whether anything is known of the cell."""
    if scheme == "content":
        return cells.majority, cells.known > 0
    values, top = {
        "entropy": (cells.entropy, 8.0),
        "mean": (cells.mean, 255.0),
        "zeros": (cells.zero_share, 1.0),
    }[scheme]
    scaled = np.rint(np.clip(values / np.float32(top), 0, 1) * 255)
    return scaled.astype(np.uint8), cells.known > 0


def ramp(anchors: tuple[tuple[float, float, float], ...]) -> NDArray[np.uint8]:
    """RGBA u1[256, 4] between anchors in OKLCh (lightness, chroma, degrees), interpolated in OKLab."""
    lightness, chroma, hue = np.array(anchors).T
    angle = np.radians(hue)
    lab = np.stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)])
    at = np.linspace(0, len(anchors) - 1, 256)
    rgb = _srgb(np.stack([np.interp(at, np.arange(len(anchors)), line) for line in lab]))
    out = np.full((256, 4), 255, np.uint8)
    out[:, :3] = np.rint(np.clip(rgb, 0, 1) * 255).T
    return out


def _srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """OKLab [3, n] to sRGB [3, n]; the matrices are those of Björn Ottosson's definition (2020)."""
    to_cones = np.array(
        [
            [1.0, 0.3963377774, 0.2158037573],
            [1.0, -0.1055613458, -0.0638541728],
            [1.0, -0.0894841775, -1.2914855480],
        ]
    )
    to_linear = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.7076147010],
        ]
    )
    linear = to_linear @ (to_cones @ lab) ** 3
    curved = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    out: NDArray[np.float64] = np.where(linear <= 0.0031308, 12.92 * linear, curved)
    return out
