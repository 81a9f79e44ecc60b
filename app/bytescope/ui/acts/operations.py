"""Operations on the bytes of a range."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

_GROUPS: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (
        ("xor", "&Xor…", "Combine the bytes of a range with a pattern: bits that differ"),
        ("conjoin", "&And…", "Combine the bytes of a range with a pattern: bits that both have"),
        ("disjoin", "&Or…", "Combine the bytes of a range with a pattern: bits that either has"),
        ("invert", "&Not…", "Invert all bits of a range"),
    ),
    (
        ("add", "A&dd…", "Add a number to each unit of a range"),
        ("subtract", "S&ubtract…", "Subtract a number from each unit of a range"),
    ),
    (
        ("shift", "&Shift Bits…", "Shift the bits of each unit to the left or to the right"),
        ("rotate", "&Rotate Bits…", "Rotate the bits of each unit to the left or to the right"),
    ),
    (
        ("swap", "Swap &Bytes…", "The bytes of each unit in the other order"),
        ("reverse", "R&everse…", "The bytes of a range in the other order"),
        ("turn", "Rotate B&ytes…", "Move the bytes of a range round, to the left or to the right"),
    ),
)

OPERATION_ACTS: tuple[Act, ...] = (
    Act(
        "operations.choose",
        "&Choose…",
        "An operation on a range, with a preview",
        ("Ctrl+Alt+X",),
        "",
        "editable",
    ),
    *(
        Act(f"operations.{name}", text, tip, (), "", "editable")
        for group in _GROUPS
        for name, text, tip in group
    ),
)

OPERATION_MENU: tuple[Entry, ...] = (
    "operations.choose",
    *(entry for group in _GROUPS for entry in (None, *(f"operations.{name}" for name, _, _ in group))),
)
