"""Scales of colours in which equal steps look equal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Björn Ottosson's definition of OKLab (2020)
_TO_CONES = np.array(
    [
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ]
)
_TO_LINEAR = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)


def rgb_of(colour: str) -> tuple[int, ...]:
    """The three numbers of "#RRGGBB"."""
    return tuple(bytes.fromhex(colour[1:]))


def ramp(anchors: Sequence[tuple[float, float, float]], count: int = 256) -> NDArray[np.uint8]:
    """RGBA u1[count, 4] between anchors in OKLCh (lightness, chroma, degrees), interpolated in OKLab."""
    lightness, chroma, hue = np.array(anchors, np.float64).T
    angle = np.radians(hue)
    return _between(np.stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)]), count)


def ramp_of(colours: Sequence[str], count: int = 256) -> NDArray[np.uint8]:
    """RGBA u1[count, 4] between colours "#RRGGBB"; as many as ``count`` are taken as they are."""
    rgb = np.array([rgb_of(colour) for colour in colours], np.float64).T / 255
    if len(colours) == count:
        out = np.full((count, 4), 255, np.uint8)
        out[:, :3] = np.rint(rgb.T * 255)
        return out
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    lab = np.linalg.inv(_TO_CONES) @ np.cbrt(np.linalg.inv(_TO_LINEAR) @ linear)
    return _between(lab, count)


def srgb(lab: Floats) -> Floats:
    """OKLab [3, n] to sRGB [3, n]."""
    linear = _TO_LINEAR @ (_TO_CONES @ lab) ** 3
    curved = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    out: Floats = np.where(linear <= 0.0031308, 12.92 * linear, curved)
    return out


def _between(lab: Floats, count: int) -> NDArray[np.uint8]:
    places = lab.shape[1]
    at = np.linspace(0, places - 1, count)
    rgb = srgb(np.stack([np.interp(at, np.arange(places), line) for line in lab]))
    out = np.full((count, 4), 255, np.uint8)
    out[:, :3] = np.rint(np.clip(rgb, 0, 1) * 255).T
    return out
