"""The map as vectors: runs of like cells as rectangles, marks as symbols, the legend as text (SVG 1.1)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from bytescope.core.geometry import stamps
from bytescope.core.geometry.map_legend import GROUND, INK, SOFT, Legend, Tile, Words, laid_out
from bytescope.core.geometry.picture import Body
from bytescope.core.geometry.raster import GRID, Composition, codes_of, compose, found_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bytescope.core.geometry.inks import Rgba
    from bytescope.core.geometry.picture import MapPicture

FONT = "DejaVu Sans, Verdana, Helvetica, sans-serif"

MOST_PATTERNS = 800
"""Looks of cells with a texture of their own; of more, the rest have their first colour only."""


def svg(picture: MapPicture, legend: Legend | None = None, size: float = 14.0) -> Iterator[str]:
    """The lines of a drawing of ``picture``, with ``legend`` below it in letters of ``size``."""
    height, items = laid_out(legend, picture.width, size) if legend is not None else (0, [])
    tall = picture.height + height
    title = legend.said.heading if legend is not None else "Page map"
    dark = legend.dark if legend is not None else True
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'width="{picture.width}" height="{tall}" viewBox="0 0 {picture.width} {tall}">'
    )
    yield f"<title>{_text(title)}</title>"
    yield f'<rect width="{picture.width}" height="{picture.height}" fill="{_hex(picture.inks.back)}"/>'
    yield from _map(picture)
    # Over what cells of the last row have below the border.
    below = f'y="{picture.height}" width="{picture.width}" height="{height}"'
    yield f'<rect {below} fill="{_hex(GROUND[dark])}"/>'
    yield f'<g transform="translate(0 {picture.height})">'
    for item in items:
        yield from _words(item, dark) if isinstance(item, Words) else _tile(item)
    yield "</g>"
    yield "</svg>"


def _map(picture: MapPicture) -> Iterator[str]:
    """The cells of a picture, and the stamps of their states."""
    plan = compose(picture)
    rows, columns = plan.base.shape
    if not rows or not columns:
        return
    looks = plan.base.astype(np.int64) << 32 | plan.kind
    gap = picture.unit if picture.shaped else 0
    plain = (picture.body == Body.PLAIN) | ~_textured(plan, gap)[plan.kind]
    yield from _defs(picture, plan, looks, plain)
    wide, high = picture.cell_width, picture.cell_height
    for row in range(rows):
        line = looks[row]
        edges = np.flatnonzero(np.diff(line, prepend=line[:1] - 1, append=line[-1:] - 1))
        for first, end in zip(edges[:-1].tolist(), edges[1:].tolist()):
            if picture.body[row, first] == Body.OUTSIDE:
                continue
            x, across = picture.left + first * wide, (end - first) * wide
            at = f'x="{x}" y="{row * high}" width="{across}" height="{high}"'
            if plain[row, first]:
                slot = int(plan.templates[plan.kind[row, first], 0, 0])
                yield f'<rect {at} fill="{_hex(_ink(plan, row, first, slot))}"/>'
                if gap:
                    yield f'<rect {at} fill="url(#gap)"/>'
            else:
                yield f'<rect {at} fill="url(#{_name(looks[row, first])})"/>'
    yield from _stamps(picture, plan)


def _textured(plan: Composition, gap: int) -> NDArray[np.bool_]:
    """Which templates have more than one colour where there is no gap."""
    high, wide = plan.templates.shape[1:]
    inner = plan.templates[:, : max(1, high - gap), : max(1, wide - gap)]
    flat = inner.reshape(len(inner), -1)
    out: NDArray[np.bool_] = (flat != flat[:, :1]).any(1)
    return out


def _defs(
    picture: MapPicture, plan: Composition, looks: NDArray[np.int64], plain: NDArray[np.bool_]
) -> Iterator[str]:
    """Patterns of gaps and textures; ``plain`` becomes True for those that there is no room for."""
    wide, high = picture.cell_width, picture.cell_height
    place = f'patternUnits="userSpaceOnUse" x="{picture.left}" y="0" width="{wide}" height="{high}"'
    yield "<defs>"
    if picture.shaped:
        grid, unit = _hex(picture.inks.grid), picture.unit
        path = f"M{wide - unit} 0h{unit}v{high}h-{wide}v-{unit}h{wide - unit}z"
        yield f'<pattern id="gap" {place}><path d="{path}" fill="{grid}" fill-opacity="{GRID}"/></pattern>'
    found, where = np.unique(looks[~plain], return_index=True)
    rows, columns = (axis[where] for axis in np.nonzero(~plain))
    for look, row, column in list(zip(found.tolist(), rows.tolist(), columns.tolist()))[:MOST_PATTERNS]:
        inks = plan.inks[plan.base[row, column] + plan.templates[plan.kind[row, column]].astype(np.intp)]
        yield f'<pattern id="{_name(look)}" {place}>'
        yield from _rects(inks)
        yield "</pattern>"
    plain |= np.isin(looks, found[MOST_PATTERNS:])
    yield "</defs>"


def _stamps(picture: MapPicture, plan: Composition) -> Iterator[str]:
    """A symbol for each stamp that occurs, and a reference for each cell that has it."""
    over = plan.over
    if over is None:
        return
    for layer in stamps.ORDER:
        codes = codes_of(over.marks, layer)
        for key in found_in(codes, over.variant):
            variant, code = divmod(key, stamps.CODES)
            begin, end = over.spans[variant, code].tolist()
            canvas = np.zeros((picture.cell_height, picture.cell_width), np.uint32)
            canvas[over.ys[begin:end], over.xs[begin:end]] = over.colours[begin:end]
            name = f"s{variant}_{code}"
            yield f'<defs><g id="{name}">'
            yield from _rects(canvas)
            yield "</g></defs>"
            for row, column in zip(
                *(axis.tolist() for axis in np.nonzero((codes == code) & (over.variant == variant)))
            ):
                x, y = picture.left + column * picture.cell_width, row * picture.cell_height
                yield f'<use xlink:href="#{name}" x="{x}" y="{y}"/>'


def _rects(inks: NDArray[np.uint32]) -> Iterator[str]:
    """Pixels as rectangles: runs of a row, equal rows as one; those without colour are left out."""
    new = np.append(True, (inks[1:] != inks[:-1]).any(1))
    tops = np.flatnonzero(new).tolist()
    for y, below in zip(tops, [*tops[1:], len(inks)]):
        line = inks[y]
        edges = np.flatnonzero(np.diff(line, prepend=~line[:1], append=~line[-1:])).tolist()
        for first, end in itertools.pairwise(edges):
            if line[first]:
                size = f'width="{end - first}" height="{below - y}"'
                yield f'<rect x="{first}" y="{y}" {size} fill="{_hex(_rgba(line[first]))}"/>'


def _tile(item: Tile) -> Iterator[str]:
    rows, columns = item.pixels.shape[:2]
    inks = np.ascontiguousarray(item.pixels).view(np.uint32)[:, :, 0]
    place = f"translate({item.x:g} {item.y:g}) scale({item.width / columns:.6g} {item.height / rows:.6g})"
    yield f'<g transform="{place}" shape-rendering="crispEdges">'
    yield from _rects(inks)
    yield "</g>"
    yield (
        f'<rect x="{item.x:g}" y="{item.y:g}" width="{item.width:g}" height="{item.height:g}" fill="none" '
        'stroke="#808890" stroke-width="0.6"/>'
    )


def _words(item: Words, dark: bool) -> Iterator[str]:
    colour = (SOFT if item.soft else INK)[dark]
    look = f'font-family={quoteattr(FONT)} font-size="{item.size:.4g}" fill="{_hex(colour)}"'
    weight = ' font-weight="bold"' if item.bold else ""
    place = f'x="{item.x:.6g}" y="{item.y:.6g}" text-anchor="{item.anchor}"'
    yield f"<text {place} {look}{weight}>{_text(item.text)}</text>"


def _text(text: str) -> str:
    """Text for XML 1.0, which cannot have most control characters nor lone surrogates."""
    return escape(
        "".join(character if _allowed(character) else "\N{REPLACEMENT CHARACTER}" for character in text)
    )


def _allowed(character: str) -> bool:
    if character < " ":
        return character in "\t\n"
    return not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")


def _name(look: int | np.integer) -> str:
    return f"p{int(look):x}"


def _ink(plan: Composition, row: int, column: int, slot: int) -> tuple[int, ...]:
    return _rgba(plan.inks[plan.base[row, column] + slot])


def _rgba(ink: np.uint32) -> tuple[int, ...]:
    return tuple(np.array([ink], np.uint32).view(np.uint8).tolist())


def _hex(colour: Iterable[int] | Rgba) -> str:
    red, green, blue = list(colour)[:3]
    return f"#{red:02x}{green:02x}{blue:02x}"
