"""The commands of the Tools menu that say what bytes are."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

UNDERSTAND_ACTS: tuple[Act, ...] = (
    Act(
        "understand.strings",
        "St&rings",
        "The texts in the selection, a page or the whole document",
        ("Ctrl+Alt+A",),
    ),
    Act(
        "understand.checksums",
        "&Checksums",
        "CRC, MD5, SHA, BLAKE and XXH3, and one to compare with",
        ("Ctrl+Alt+K",),
    ),
    Act("understand.types", "&What Is This", "What the file is, and what else begins in it", ("Ctrl+Alt+Q",)),
    Act(
        "understand.disassembly", "&Disassembly", "Bytes as machine code, from the caret on", ("Ctrl+Alt+Y",)
    ),
)

UNDERSTAND_MENU: tuple[Entry, ...] = tuple(act.id for act in UNDERSTAND_ACTS)
