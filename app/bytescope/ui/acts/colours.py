"""The colours of the map."""

from __future__ import annotations

from bytescope.session.palettes import OURS, OWN
from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

COLOUR_ACTS: tuple[Act, ...] = (
    *(
        Act(
            f"palettes.use_{key}",
            text,
            f"Colours of the map: {text.lower()}",
            (),
            "",
            "always",
            True,
            "palette",
            key,
        )
        for key, text in (*OURS, (OWN, "From a File"))
    ),
    Act(
        "palettes.load", "&Load…", "Take the map's colours from a file (JSON, .pal or .gpl)", (), "", "always"
    ),
)

PALETTE_MENU: tuple[Entry, ...] = (
    *(f"palettes.use_{key}" for key, _ in OURS),
    "palettes.use_own",
    None,
    "palettes.load",
)
