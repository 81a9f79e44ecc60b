"""The commands for statistics."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

STATISTICS_ACTS: tuple[Act, ...] = (
    Act(
        "statistics.of_file",
        "S&tatistics",
        "Histogram, entropy, pairs and numbers of all bytes of the file",
        ("Ctrl+Alt+H",),
    ),
    Act("statistics.of_selection", "Statistics of Se&lection", "The same of the selected bytes"),
    Act("statistics.of_page", "Statistics of &Page", "The same of the page under the caret"),
    Act("statistics.save_plots", "P&lots of Statistics…", "Save the plots of the dock as PNG or SVG"),
    Act("statistics.save_numbers", "&Numbers of Statistics…", "Save them as CSV, JSON or text"),
    Act("statistics.copy", "&Numbers of Statistics", "Copy what the dock shows as text"),
)

STATISTICS_MENU: tuple[Entry, ...] = (
    "statistics.of_file",
    "statistics.of_selection",
    "statistics.of_page",
)

STATISTICS_EXPORT_MENU: tuple[Entry, ...] = ("statistics.save_plots", "statistics.save_numbers")

STATISTICS_COPY_MENU: tuple[Entry, ...] = ("statistics.copy",)
