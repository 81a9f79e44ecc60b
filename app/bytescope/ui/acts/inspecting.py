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
)

INSPECT_MENU: tuple[Entry, ...] = ("inspecting.values",)
