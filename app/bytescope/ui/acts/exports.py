"""What is written to other files: the map, the facts."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

EXPORT_ACTS: tuple[Act, ...] = (
    Act("exports.picture", "&Map as Picture…", "Save the map with its legend as PNG or SVG"),
    Act("exports.facts", "&Facts…", "Save what is known of the pages as CSV, JSON, Arrow or Parquet"),
)

EXPORT_MENU: tuple[Entry, ...] = ("exports.picture", "exports.facts")
