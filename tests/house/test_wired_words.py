"""No word of the window is out of reach of a translation, and what is filled in is what is asked for."""

from __future__ import annotations

import ast
import re

import pytest

from helpers.unwired import Literal, literals, unwired
from helpers.wording import APP, LOOKED_UP, wired

FOLDERS = [APP / "bytescope" / name for name in ("ui", "session")]

WHOLE = {
    "session/demo.py": "the bytes of a sample file, which are the same in every language",
    "ui/toolkit.py": "told on the terminal before there is a window",
    "ui/acts/exchange.py": "completed to tips of commands, whose table is collected as it is then",
    "ui/panels/touched_table.py": "samples of the widest contents, never shown",
    "ui/widgets/tips.py": "marks of HTML",
    "ui/phrasebook.py": "patterns",
}
"""Modules whose other literals are not shown, each with the reason."""

SINGLE = {
    **dict.fromkeys(
        ("Colour the map by {}", "Lay the cells out as: {}", "{} Byte{}", "{} Bytes a Row", "Bookmark &{}"),
        "completed in the table of commands, which is collected as it is then",
    ),
    **dict.fromkeys(
        (
            "Go to the bookmark with the number {}",
            "Colours of the map: {}",
            "Only {}",
            "All colour to this state. {}",
            "Next and Previous go to the pages of this state while none is shown alone. {}",
            "At Most {} MB/s",
        ),
        "completed in the table of commands, which is collected as it is then",
    ),
    **dict.fromkeys(("{} MiB", "{} GiB", "{} MB/s", "{} pt", "1Mi"), "units are written alike everywhere"),
    **dict.fromkeys(("CSV (*.csv)", "JSON (*.json)", "UTF-8"), "names of formats"),
    **dict.fromkeys(("Bytescope", "QtCore", "QtGui", "QtWidgets"), "names of programs and libraries"),
    **dict.fromkeys(
        ("DejaVu Sans", "DejaVu Sans Mono", "Verdana", "Helvetica", "xml.etree.ElementTree"), "names"
    ),
    **dict.fromkeys(
        ("QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest", "qtbase_zh_CN", "bytescope shortcuts"), "names"
    ),
    **dict.fromkeys(("Ins", "Del", "Enter", "Space"), "keys as Qt names them"),
    **dict.fromkeys(("page cache", "copy as", "SHA-"), "keys of tables"),
    **dict.fromkeys(
        (
            "MMMM Orange",
            "Name of a bookmark, rather long",
            "A note that says what is there and why",
            "DD DD DD DD DD DD DD DD DD DD DD DD DD DD DD DD…",
            "SQLite database (0,000,000 pages of 00,000 bytes) and more",
            "0000 MiB",
            "Sure m",
        ),
        "samples of the widest contents, never shown",
    ),
    **dict.fromkeys(
        (
            "bytes changed",
            "bytes again",
            "durability_changed()",
            "{} shown",
        ),
        "names of jobs that are not shown, and of signals",
    ),
    **dict.fromkeys(
        (".bytescope", ".bytescope-prints", ".settings-", "-inf", "-style"),
        "written and read by the program",
    ),
    "pages: {}": "told in an exported file",
    "most other pages that hold the same as one of these (of files)": "told in an exported file",
}
"""Literals that are no words of the window, each with the reason."""

DEFINITION = "// Fields stand"
"""How the sample of a definition in C begins: it is code."""


def _exempt(item: Literal) -> bool:
    return item.where in WHOLE or item.text in SINGLE or item.text.startswith(DEFINITION)


@pytest.fixture(scope="module")
def bare():
    """The literals that read like words and are in no call that looks them up."""
    return unwired(FOLDERS, wired())


def test_every_word_of_the_window_can_be_translated(bare):
    found = [item for item in bare if not _exempt(item)]
    assert found == [], "give these to tr(), tr_n() or tr_later(), or exempt them with a reason"


def test_every_exemption_is_still_needed(bare):
    texts, places = {item.text for item in bare}, {item.where for item in bare}
    assert sorted(set(SINGLE) - texts) == []
    assert sorted(set(WHOLE) - places) == []


@pytest.mark.parametrize(
    "source",
    [
        "label.setText('Nothing to show')",
        "QPushButton('&Close', self)",
        "box.addItem(f'{count} pages')",
        "TITLES = ('Offset', 'Length')",
        "def headerData(self): return 'Offset'",
        "self.said.complain('Give a number.' if wrong else '')",
        "text = tr('Page') + ' of many'",
    ],
)
def test_a_planted_word_is_found(source):
    assert list(literals(source, "planted"))


@pytest.mark.parametrize(
    "source",
    [
        "label.setText(tr('Nothing to show'))",
        "label.setText(tr_n(count, '{n} page', '{n} pages'))",
        "TITLES = (tr_later('Offset'), tr_later('Length'))",
        "label.setObjectName('Some Name')",
        "'''A docstring of words.'''",
        "if kind == 'Some Kind': pass",
    ],
)
def test_what_is_wired_or_silent_is_not(source):
    assert not list(literals(source, "planted"))


def _calls() -> list[tuple[str, ast.Call, str]]:
    """Where, the call, and what is looked up, of all that is given to ``tr`` and ``tr_n``."""
    out = []
    for folder in FOLDERS:
        for path in sorted(folder.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
                if name in ("tr", "tr_n"):
                    out += [
                        (f"{path.name}:{node.lineno}", node, text.value)
                        for text in node.args[LOOKED_UP[name]]
                        if isinstance(text, ast.Constant) and isinstance(text.value, str)
                    ]
    return out


def test_what_is_filled_in_is_what_the_text_asks_for():
    odd = []
    for where, node, text in _calls():
        wanted = set(re.findall(r"\{(\w+)(?::[^{}]*)?\}", text))
        given = {keyword.arg for keyword in node.keywords} | ({"n"} if node.func.id == "tr_n" else set())
        formatted = not node.keywords and node.func.id == "tr"  # ``tr(…).format(…)``, and tables
        if (not formatted and not wanted <= given) or (given - {"n"}) - wanted:
            odd.append((where, text))
    assert odd == []
