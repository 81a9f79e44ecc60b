"""The colour tables of the map's schemes, made once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bytescope.core.pages import palette

if TYPE_CHECKING:
    from bytescope.core.geometry.marks import Codes


@cache
def table(scheme: str) -> Codes:
    """RGBA u1[256, 4] of a scheme, for all to read and none to write."""
    out = palette.table(scheme)
    out.setflags(write=False)
    return out
