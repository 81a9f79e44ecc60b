"""What bytes mean: values at the caret, structures laid over them."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

INSPECT_ACTS: tuple[Act, ...] = (
    Act(
        "inspecting.values",
        "&Inspector",
        "The bytes at the caret as numbers, times, characters and colours; edit them there",
        ("Ctrl+Alt+I",),
    ),
    Act(
        "inspecting.structures",
        "&Structures",
        "Lay a structure in C over the bytes at the caret: its fields, coloured and edited",
        ("Ctrl+Alt+U",),
    ),
    Act(
        "inspecting.define",
        "D&efine a Structure…",
        "Type, paste or load a definition in C and lay it at the caret",
        (),
    ),
)

INSPECT_MENU: tuple[Entry, ...] = ("inspecting.values", "inspecting.structures", "inspecting.define")
