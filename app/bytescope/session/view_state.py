"""How a document is shown: the map's scheme and layout, the hex panel's look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from bytescope.core.pages.own_palette import Palette

Scheme = Literal["content", "entropy", "mean", "zeros", "printable", "dominant", "copies", "age"]
Layout = Literal["rows", "hilbert", "zorder"]

SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("content", "Content Class"),
    ("entropy", "Entropy"),
    ("mean", "Mean Byte"),
    ("zeros", "Zero Share"),
    ("printable", "Printable Share"),
    ("dominant", "Dominant Byte"),
    ("copies", "Copies of Pages"),
    ("age", "Age of Change"),
)
LAYOUTS: tuple[tuple[Layout, str], ...] = (
    ("rows", "Rows"),
    ("hilbert", "Hilbert Curve"),
    ("zorder", "Z-Order"),
)


class ViewState(NamedTuple):
    """One document's look. ``columns`` 0 means as many bytes in a row as the width holds."""

    scheme: Scheme = "content"
    palette: Palette | None = None
    layout: Layout = "rows"
    columns: int = 0
    group: Literal[1, 2, 4, 8] = 1
    byteorder: Literal["little", "big"] = "big"
    base: Literal["hex", "dec", "oct", "bin"] = "hex"
    encoding: str = "ascii"
    offset_base: Literal["hex", "dec", "oct"] = "hex"
    fold: bool = False

    @property
    def is_od(self) -> bool:
        """Whether the words are those that ``od -x`` prints."""
        return (self.group, self.byteorder, self.offset_base) == (2, "little", "oct")
