"""The commands of the window as a table: id, text, keys, icon, when it is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from bytescope.session.view_state import LAYOUTS, SCHEMES
from bytescope.ui.icons import blank, icon
from bytescope.ui.widgets.tips import plain_tip, title_of, tr, tr_tip

When = Literal[
    "always",
    "document",
    "file",
    "editable",
    "resizable",
    "modified",
    "undo",
    "redo",
    "selection",
    "page cache",
    "live",
    "comparing",
]


class Act(NamedTuple):
    """A command. ``id`` is "group.name": the method ``name`` of the command object ``group`` does it."""

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: When = "document"
    checkable: bool = False
    choice: str = ""
    value: str = ""


ACTS: tuple[Act, ...] = (
    Act("files.open", "&Open…", "Open a file", ("Ctrl+O",), "open", "always"),
    Act(
        "files.open_window",
        "Open &Window of File…",
        "Map a part of a file: offset and length",
        ("Ctrl+Shift+O",),
        "open-window",
        "always",
    ),
    Act("files.new", "&New…", "New memory or a new zero-filled file", ("Ctrl+N",), "new", "always"),
    Act("files.demo", "Open Demo &File", "A file made for a first look", (), "map", "always"),
    Act(
        "files.save", "&Save", "Write what changed to the file and flush it", ("Ctrl+S",), "save", "modified"
    ),
    Act("files.save_as", "Save &As…", "Write the document to another file", ("Ctrl+Shift+S",), "save-as"),
    Act(
        "files.reload",
        "&Reload",
        "Read the file again; unsaved edits are asked about",
        ("F5",),
        "reload",
        "file",
    ),
    Act(
        "files.differences",
        "&Differences…",
        "What differs between the document and its file, and by whom",
        ("Ctrl+D",),
        "",
        "file",
    ),
    Act(
        "files.recover",
        "Reco&ver…",
        "Interrupted saves and unsaved edits that earlier runs have left behind",
        (),
        "",
        "always",
    ),
    Act("files.close", "&Close", "Close this document", ("Ctrl+W",), "close"),
    Act("files.quit", "&Quit", "End Bytescope", ("Ctrl+Q",), "", "always"),
    Act("edits.undo", "&Undo", "Take the last step back", ("Ctrl+Z",), "undo", "undo"),
    Act("edits.redo", "&Redo", "Do the step again", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", "redo"),
    Act("edits.cut", "Cu&t", "Copy the selection and delete it", ("Ctrl+X", "Shift+Del"), "", "resizable"),
    Act(
        "edits.copy",
        "&Copy",
        "Copy the selection as it stands in the column",
        ("Ctrl+C", "Ctrl+Ins"),
        "copy",
        "selection",
    ),
    Act("edits.copy_hex", "Copy as &Hex", "Copy the selection as hex digits", (), "", "selection"),
    Act("edits.copy_text", "Copy as &Text", "Copy the selection as text", (), "", "selection"),
    Act(
        "edits.copy_c",
        "Copy as C &Array",
        "Copy the selection as a C array",
        ("Ctrl+Alt+C",),
        "",
        "selection",
    ),
    Act(
        "edits.paste",
        "&Paste",
        "Paste over (or into) the bytes at the caret",
        ("Ctrl+V", "Shift+Ins"),
        "paste",
        "editable",
    ),
    Act("edits.fill", "&Fill…", "Fill a range with a pattern", ("Ctrl+Shift+F",), "fill", "editable"),
    Act("edits.write", "&Write Bytes…", "Write bytes at an offset", ("Ctrl+Shift+W",), "write", "editable"),
    Act("edits.insert", "&Insert…", "Insert bytes or a pattern", ("Ctrl+I",), "insert", "resizable"),
    Act("edits.delete", "&Delete", "Take the selected bytes out", ("Ctrl+Del",), "delete", "resizable"),
    Act(
        "edits.revert",
        "Re&vert Page",
        "Take unsaved edits of the selection or this page back",
        ("Ctrl+Shift+R",),
        "revert",
        "editable",
    ),
    Act("edits.move_block", "&Move Block…", "Move the selected bytes to another offset", (), "", "resizable"),
    Act(
        "edits.copy_block",
        "Copy &Block…",
        "Insert a copy of the selected bytes at another offset",
        (),
        "",
        "resizable",
    ),
    Act(
        "edits.resize", "Resi&ze…", "Set the length of the document", ("Ctrl+Shift+L",), "resize", "editable"
    ),
    Act(
        "edits.toggle_insert",
        "Insert Mod&e",
        "Typing inserts instead of overwriting",
        ("Ins",),
        "",
        "resizable",
        True,
    ),
    Act("go.go_to", "&Go to…", "Go to an offset or page", ("Ctrl+G",), "go-to"),
    Act("go.select_all", "Select &All", "Select every byte", ("Ctrl+A",), ""),
    Act("go.select_range", "Select &Range…", "Select from a start to an end", ("Ctrl+E",), "select-range"),
    Act("go.next_page", "&Next Page", "Same place on the next page", ("Alt+Down",), ""),
    Act("go.previous_page", "&Previous Page", "Same place on the page before", ("Alt+Up",), ""),
    Act(
        "go.next_edited",
        "Next &Edited Page",
        "The next page with unsaved edits",
        ("Ctrl+Alt+N",),
        "next-edited",
    ),
    Act(
        "go.previous_edited",
        "Pre&vious Edited Page",
        "The page before with unsaved edits",
        ("Ctrl+Alt+P",),
        "previous-edited",
    ),
    Act(
        "go.next_outside",
        "Next Page Changed by &Others",
        "The next page that another program changed since it was read",
        ("F8",),
    ),
    Act(
        "go.previous_outside",
        "Previous Page &Changed by Others",
        "The page before that another program changed",
        ("Shift+F8",),
    ),
    Act("go.back", "&Back", "Where the caret was before the jump", ("Alt+Left",), "back"),
    Act("go.forward", "For&ward", "Where Back was used", ("Alt+Right",), "forward"),
    Act("go.find", "&Find…", "Find bytes or text", ("Ctrl+F",), "find"),
    Act("go.find_next", "Find Ne&xt", "The next hit", ("F3",), "find-next"),
    Act("go.find_previous", "Find Previo&us", "The hit before", ("Shift+F3",), "find-previous"),
    Act("look.zoom_in", "Zoom &In", "Fewer pages a cell, or larger cells", ("Ctrl++", "Ctrl+="), "zoom-in"),
    Act("look.zoom_out", "Zoom &Out", "More pages a cell", ("Ctrl+-",), "zoom-out"),
    Act("look.zoom_fit", "&Whole File", "Show the whole file in the map", ("Ctrl+0",), "zoom-fit"),
    Act("look.focus_map", "Go to M&ap", "Keyboard to the page map", ("F6",), "map"),
    Act("look.focus_hex", "Go to He&x", "Keyboard to the hex panel", ("F7",), "hex"),
    Act(
        "look.pause",
        "&Pause Survey",
        "Stop reading pages for the map",
        ("Ctrl+P",),
        "pause",
        "document",
        True,
    ),
    Act(
        "look.fold", "&Fold Equal Rows", "Show equal rows of the hex panel as one *", (), "", "document", True
    ),
    Act(
        "look.od",
        "o&d -x Words",
        "Two-byte little-endian words, as od -x shows them",
        (),
        "",
        "document",
        True,
    ),
    *(
        Act(
            f"look.scheme_{key}",
            text,
            f"Colour the map by {text.lower()}",
            (f"Ctrl+{n}",),
            "",
            "document",
            True,
            "scheme",
            key,
        )
        for n, (key, text) in enumerate(SCHEMES, 1)
    ),
    *(
        Act(
            f"look.layout_{key}",
            text,
            f"Lay the cells out as: {text.lower()}",
            (),
            "",
            "document",
            True,
            "layout",
            key,
        )
        for key, text in LAYOUTS
    ),
    *(
        Act(
            f"look.columns_{n}",
            "As Many as Fit" if not n else f"{n} Bytes a Row",
            "Bytes in a hex row",
            (),
            "",
            "document",
            True,
            "columns",
            str(n),
        )
        for n in (0, 8, 16, 24, 32, 48, 64)
    ),
    *(
        Act(
            f"look.group_{n}",
            f"{n} Byte{'s' if n > 1 else ''}",
            "Bytes that stand together",
            (),
            "",
            "document",
            True,
            "group",
            str(n),
        )
        for n in (1, 2, 4, 8)
    ),
    *(
        Act(f"look.order_{key}", text, "Byte order of groups", (), "", "document", True, "byteorder", key)
        for key, text in (("big", "Big Endian"), ("little", "Little Endian"))
    ),
    *(
        Act(f"look.base_{key}", text, "How bytes are written", (), "", "document", True, "base", key)
        for key, text in (("hex", "Hexadecimal"), ("dec", "Decimal"), ("oct", "Octal"), ("bin", "Binary"))
    ),
    *(
        Act(
            f"look.offsets_{key}",
            text,
            "How offsets are written",
            (),
            "",
            "document",
            True,
            "offset_base",
            key,
        )
        for key, text in (("hex", "Hexadecimal"), ("dec", "Decimal"), ("oct", "Octal"))
    ),
    *(
        Act(f"look.theme_{key}", text, "Colours of the window", (), "", "always", True, "theme", key)
        for key, text in (("system", "As the System"), ("light", "Light"), ("dark", "Dark"))
    ),
    *(
        Act(
            f"look.encoding_{key}",
            text,
            "Encoding of the text column",
            (),
            "",
            "document",
            True,
            "encoding",
            key,
        )
        for key, text in (
            ("ascii", "ASCII"),
            ("latin-1", "Latin-1"),
            ("cp437", "DOS (CP437)"),
            ("cp1252", "Windows (CP1252)"),
            ("cp500", "EBCDIC (CP500)"),
        )
    ),
    Act(
        "help.contents",
        "&Help",
        "How the program is used, to read and to search",
        ("Shift+F1",),
        "",
        "always",
    ),
    Act("help.keys", "&Keyboard", "Every key of the program", ("Ctrl+F1",), "", "always"),
    Act("help.about", "&About Bytescope", "Version and licence", (), "about", "always"),
)
"""What the window is built with; those that the first bytes do not need are in ``late_acts``."""


MANY = frozenset({"layer"})
"""Choices of which any number can hold at a time."""

ICONS_AT_ONCE = 6
"""Drawing so many takes some milliseconds."""


class Actions(QObject):
    """The table as QActions, told apart by id. Their icons are empty until ``tint`` is called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._actions: dict[str, QAction] = {}
        self._acts: list[Act] = []
        self._groups: dict[str, QActionGroup] = {}
        self._chosen: dict[str, list[tuple[str, QAction]]] = {}
        self._plain: list[Act] = []
        self.usual_keys: dict[str, tuple[str, ...]] = {}
        """The keys that each command has at first."""

        self.english: dict[str, str] = {}

        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tint_some)
        self.add(ACTS)

    def add(self, acts: tuple[Act, ...]) -> None:
        """Have these commands as well."""
        for act in acts:
            self.english[act.id] = title_of(act.text)
            act = act._replace(text=tr(act.text), tip=tr_tip(act.tip))
            action = _build(act, self._parent)
            if act.choice:
                group = self._groups.setdefault(act.choice, QActionGroup(self))
                group.setExclusive(act.choice not in MANY)
                group.addAction(action)
                self._chosen.setdefault(act.choice, []).append((act.value, action))
            self._acts.append(act)
            self._actions[act.id] = action
            self.usual_keys[act.id] = act.keys
            self._parent.addAction(action)

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def __iter__(self) -> Iterator[tuple[Act, QAction]]:
        return ((act, self._actions[act.id]) for act in self._acts)

    def enable(self, possible: set[str], why_not: dict[str, str] | None = None) -> None:
        """Enable the commands whose ``when`` is in ``possible``; the others are grey.

        ``why_not`` has, for some of those that can be in ``possible``, a sentence for the tips (or "").
        """
        for act, action in self:
            action.setEnabled(act.when in possible)
            if why_not is not None and act.when in why_not:
                action.setToolTip(plain_tip(_tip(act, why_not[act.when])))

    def rekey(self, id_: str, keys: tuple[str, ...]) -> None:
        """Give a command these keys instead of those that it has."""
        for place, act in enumerate(self._acts):
            if act.id == id_ and act.keys != keys:
                self._acts[place] = changed = act._replace(keys=keys)
                self._actions[id_].setShortcuts([QKeySequence(key) for key in keys])
                self._actions[id_].setToolTip(plain_tip(_tip(changed)))

    def check(self, choice: str, value: str) -> None:
        """Show ``value`` as the one chosen of ``choice``."""
        for act_value, action in self._chosen.get(choice, ()):
            action.setChecked(act_value == value)

    def tint(self) -> None:
        """Draw the icons for the present palette, a few at a time: all of them hold the window too long."""
        self._plain = [act for act in self._acts if act.icon]
        self._timer.start(0)

    def _tint_some(self) -> None:
        for act in self._plain[:ICONS_AT_ONCE]:
            self._actions[act.id].setIcon(icon(act.icon, self._parent.palette()))
        del self._plain[:ICONS_AT_ONCE]
        if not self._plain:
            self._timer.stop()


def _build(act: Act, parent: QWidget) -> QAction:
    action = QAction(act.text, parent)
    action.setObjectName(f"action.{act.id}")
    action.setIconText(title_of(act.text))
    if act.icon:
        action.setIcon(blank())
    if act.checkable:
        action.setCheckable(True)
    if act.keys:
        action.setShortcuts([QKeySequence(key) for key in act.keys])
    action.setToolTip(plain_tip(_tip(act)))
    action.setStatusTip(act.tip)
    return action


def _tip(act: Act, why_not: str = "") -> str:
    """What the command does, its first key, and why it cannot be given now."""
    tip = act.tip
    if act.keys:
        tip += f" ({QKeySequence(act.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})"
    return f"{tip}\n{why_not}" if why_not else tip
