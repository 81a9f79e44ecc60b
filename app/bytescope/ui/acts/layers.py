"""Which states of pages the map shows."""

from __future__ import annotations

from bytescope.core.touched.layers import BY_NAME, MEANINGS
from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

LAYER_ACTS: tuple[Act, ...] = (
    *(
        Act(
            f"layers.show_{m.name}", m.title, m.meaning, when="document", checkable=True,
            choice="layer", value=m.name,
        )
        for m in MEANINGS.values()
    ),
    *(
        Act(
            f"layers.alone_{m.name}", f"Only {m.title}", f"All colour to this state. {m.meaning}",
            checkable=True, choice="alone", value=m.name,
        )
        for m in MEANINGS.values()
    ),
    Act(
        "layers.alone_none", "&Content in Colour", "Content has its colours again, states have marks",
        checkable=True, choice="alone", value="none",
    ),
    Act("layers.usual", "&Usual Layers", "Show the layers that are shown at first"),
    Act("layers.choose", "La&yers…", "Which states of pages the map shows", ("Ctrl+L",)),
    Act("help.layers", "&Layers of the Map", "What each state means, and when it ends", when="always"),
)  # fmt: skip

LAYER_MENU: tuple[Entry, ...] = (
    *(f"layers.show_{name}" for name in BY_NAME),
    None,
    ("&Only One Layer", tuple(f"layers.alone_{name}" for name in BY_NAME)),
    "layers.alone_none",
    "layers.usual",
)
