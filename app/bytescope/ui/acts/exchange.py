"""Bytes for other programs and from them: copy as, paste as, HEX files, patches, parts of a document."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

COPY_AS = (
    ("plain", "&Plain Hex (xxd -p)", "digits without blanks"),
    ("python", "P&ython Bytes", "a Python bytes literal"),
    ("rust", "&Rust Array", "a Rust array"),
    ("go", "&Go Slice", "a Go slice"),
    ("javascript", "&JavaScript Array", "a JavaScript array"),
    ("java", "Ja&va Array", "a Java array"),
    ("csharp", "C&# Array", "a C# array"),
    ("escaped", "&Escaped String", "a string of \\x escapes"),
    ("json", "&Decimal Numbers", "decimal numbers, as JSON has them"),
    ("base64", "&Base64", "Base64"),
    ("hexdump", "Dump as he&xdump -C", "what hexdump -C prints"),
    ("xxd", "D&ump as xxd", "what xxd prints"),
    ("od", "Words as &od -x", "what od -x prints"),
    ("od1", "Byte&s as od -tx1", "what od -tx1 prints"),
    ("dump", "Dump as in the Hex Pane&l", "a dump as bytescope dump prints it"),
)

PASTE_AS = (
    ("hex", "Paste as &Hex", "Read the clipboard as hex digits"),
    ("base64", "Paste as &Base64", "Read the clipboard as Base64"),
    ("dump", "Paste as &Dump", "Read the clipboard as a dump of xxd, hexdump or od"),
    ("array", "Paste as &Array", "Read the clipboard as an array or string of a programming language"),
    ("text", "Paste as &Text", "Take the clipboard's text in the encoding of the text column"),
)

EXCHANGE_ACTS: tuple[Act, ...] = (
    *(
        Act(
            f"exchange.copy_{key}", text, f"Copy the selection as {what}", when="selection",
            choice="copy_as", value=key,
        )
        for key, text, what in COPY_AS
    ),
    *(
        Act(f"exchange.paste_{key}", text, tip, when="editable", choice="paste_as", value=key)
        for key, text, tip in PASTE_AS
    ),
    Act(
        "exchange.paste_special",
        "Paste &Special…",
        "Choose how the clipboard is read, see what it gives, and paste it over or between the bytes",
        ("Ctrl+Shift+V",),
        when="editable",
    ),
    Act(
        "exchange.insert_file",
        "&Insert File…",
        "Insert the bytes of a file at the caret; of any size",
        ("Ctrl+Shift+I",),
        when="resizable",
    ),
    Act(
        "exchange.save_selection",
        "Save Selection &As…",
        "Write the selected bytes to another file; of any size, holes stay holes",
        ("Ctrl+Shift+K",),
        when="selection",
    ),
    Act(
        "exchange.export_bytes",
        "&Bytes as Text or HEX…",
        "Write the selection or the document as Intel HEX, SREC, source code, Base64 or a dump",
    ),
    Act(
        "exchange.export_patch",
        "&Patch…",
        "Write the unsaved edits, or what differs from another file, as an edit script, BPS or IPS",
    ),
    Act(
        "exchange.import_bytes",
        "&HEX, SREC or Dump…",
        "Make bytes of Intel HEX, SREC, or what xxd, hexdump or od printed",
        when="always",
    ),
    Act(
        "exchange.apply_patch",
        "&Apply Patch…",
        "Apply an IPS or BPS patch or an edit script as one step",
        ("Ctrl+Shift+A",),
        when="editable",
    ),
)  # fmt: skip

COPY_AS_MENU: tuple[Entry, ...] = (None, *(f"exchange.copy_{key}" for key, _, _ in COPY_AS))
PASTE_MENU: tuple[Entry, ...] = (
    "exchange.paste_special",
    None,
    *(f"exchange.paste_{key}" for key, _, _ in PASTE_AS),
    None,
    "exchange.insert_file",
)
IMPORT_MENU: tuple[Entry, ...] = ("exchange.import_bytes", "exchange.apply_patch", "exchange.insert_file")
EXCHANGE_EXPORT_MENU: tuple[Entry, ...] = (
    "exchange.save_selection",
    "exchange.export_bytes",
    "exchange.export_patch",
    None,
)
