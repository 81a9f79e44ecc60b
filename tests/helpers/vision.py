"""How colours look to people: other colour visions (Machado 2009, severity 1), contrast, CIEDE2000."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""Matrices on linear sRGB."""

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colours) -> np.ndarray:
    """sRGB 0 to 255, [..., 3], as linear light."""
    part = np.asarray(colours, float)[..., :3] / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def seen(colours, vision: str) -> np.ndarray:
    """Linear light as a person of that vision has it."""
    return np.clip(linear(colours) @ VISIONS[vision].T, 0, 1)


def contrast(one, other, vision: str = "normal") -> np.ndarray:
    """Of WCAG: 1 to 21."""
    lights = [seen(colour, vision) @ _TO_XYZ[1] + 0.05 for colour in (one, other)]
    return np.maximum(*lights) / np.minimum(*lights)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB (D65) of linear light."""
    part = light @ _TO_XYZ.T / _WHITE
    cube = np.where(part > 216 / 24389, np.cbrt(part), (24389 / 27 * part + 16) / 116)
    x, y, z = np.moveaxis(cube, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def difference(one, other, vision: str = "normal") -> np.ndarray:
    """CIEDE2000 of sRGB colours, as a person of that vision sees them."""
    return ciede2000(lab(seen(one, vision)), lab(seen(other, vision)))


def worst_pair(colours: Sequence[str]) -> tuple[float, str, str, str]:
    """The least difference of two colours ("#RRGGBB") in any vision: how large, which, and to whom."""
    return min(
        (float(difference(*(list(bytes.fromhex(c[1:])) for c in pair), vision)), *pair, vision)
        for vision in VISIONS
        for pair in itertools.combinations(colours, 2)
    )


def ciede2000(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The difference of colours in CIELAB, [..., 3] (Sharma, Wu and Dalal 2005)."""
    bright = (first[..., 0] + second[..., 0]) / 2
    chroma = (np.hypot(first[..., 1], first[..., 2]) + np.hypot(second[..., 1], second[..., 2])) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))
    c1, c2 = (np.hypot(part[..., 1] * stretch, part[..., 2]) for part in (first, second))
    h1, h2 = (np.degrees(np.arctan2(part[..., 2], part[..., 1] * stretch)) % 360 for part in (first, second))
    turn = (h2 - h1 + 180) % 360 - 180
    turn = np.where(c1 * c2 == 0, 0, turn)
    hue = np.where(abs(h1 - h2) > 180, (h1 + h2 + 360) / 2, (h1 + h2) / 2)
    hue = np.where(c1 * c2 == 0, h1 + h2, hue)
    mean = (c1 + c2) / 2
    light, strong, angle = second[..., 0] - first[..., 0], c2 - c1, np.radians(hue)
    around = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    tone = (
        1
        - 0.17 * np.cos(angle - np.radians(30))
        + 0.24 * np.cos(2 * angle)
        + 0.32 * np.cos(3 * angle + np.radians(6))
        - 0.20 * np.cos(4 * angle - np.radians(63))
    )
    sl = 1 + 0.015 * (bright - 50) ** 2 / np.sqrt(20 + (bright - 50) ** 2)
    sc, sh = 1 + 0.045 * mean, 1 + 0.015 * mean * tone
    spin = np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))
    twist = -np.sin(spin) * 2 * np.sqrt(mean**7 / (mean**7 + 25.0**7))
    parts = light / sl, strong / sc, around / sh
    return np.sqrt(sum(part**2 for part in parts) + twist * parts[1] * parts[2])
