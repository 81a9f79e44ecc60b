"""The help of the layers says of each state what its meaning says, and the page loads nothing."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from bytescope.cli import COMMANDS
from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.ui.commands.help import PAGES
from bytescope.ui.dialogs.help_page import HelpPage, page_text
from bytescope.ui.dialogs.help_window import contents
from bytescope.ui.panels.docks import DOCKS
from helpers.modules import APP
from helpers.wording import FOLDER

HELP = FOLDER.parent / "help"
TRANSLATED = sorted(path for path in HELP.iterdir() if path.is_dir())


@pytest.mark.parametrize("layer", Layer)
def test_each_layer_is_explained(layer):
    meaning = MEANINGS[layer]
    part = page_text("layers").partition(f"### {meaning.title}\n")[2].partition("### ")[0]
    for said in (meaning.meaning, f"Source: {meaning.source}", f"Granularity: {meaning.granularity}"):
        assert said in part
    assert f"Cleared: {meaning.cleared}" in part
    assert part.splitlines()[0].endswith(".")
    assert "@" not in part


def test_the_page_shows_the_text_and_follows_no_link(qtbot):
    page = HelpPage("layers", "Layers of the Map")
    qtbot.addWidget(page)
    page.show()
    assert "Each state" in page.text.toPlainText()
    assert not page.text.openLinks()
    assert not page.text.openExternalLinks()
    assert page.text.loadResource(2, QUrl("file:///etc/hostname")) is None


def outline(path: Path) -> dict[str, list[str]]:
    """What is the same in every language: links, layers, code, headings and rows by their number."""
    text = path.read_text(encoding="utf-8")
    return {
        "links": re.findall(r"\]\(([^)]*)\)", text),
        "layers": re.findall(r"^@\w+", text, re.MULTILINE),
        "headings": re.findall(r"^#+ ", text, re.MULTILINE),
        "items": re.findall(r"^(?:-|\d\.|\|) ", text, re.MULTILINE),
        "keys": sorted(re.findall(r"Ctrl\+\S|(?:Shift|Alt)\+(?:Tab|F9|Left|Right|Return|F3)", text)),
    }


@pytest.mark.parametrize("folder", TRANSLATED, ids=lambda path: path.name)
@pytest.mark.parametrize("page", sorted(HELP.glob("*.md")), ids=lambda path: path.stem)
def test_a_page_in_another_language_says_as_much(folder, page):
    assert outline(folder / page.name) == outline(page)


def test_the_help_speaks_the_language_of_the_window(chinese):
    listed = re.findall(r"\]\((\S*)\.md", (HELP / "index.md").read_text(encoding="utf-8"))
    assert [page.name for page in contents()] == listed
    assert page_text("hex").startswith("# 十六进制面板")
    assert "- Source: " not in page_text("layers")
    assert "精确到字节。" in page_text("layers")


@pytest.mark.parametrize("dock", DOCKS, ids=lambda dock: dock.name)
def test_each_dock_has_a_page_that_tells_of_it(dock):
    page = PAGES[f"dock.{dock.name}"]
    assert dock.title.lower() in page_text(page).lower()
    assert f"({page}.md)" in page_text("index")


def dialog_names() -> set[str]:
    """The names that the dialogs give themselves."""
    found = set()
    for path in (APP / "bytescope" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and "Dialog" in " ".join(map(ast.unparse, node.bases)):
                calls = [ast.unparse(call) for call in ast.walk(node) if isinstance(call, ast.Call)]
                named = (re.match(r"(?:super\(\).__init__|self.setObjectName)\('([\w-]+)'", c) for c in calls)
                found.update(match[1] for match in named if match)
    return found


def test_each_dialog_has_a_page():
    names = dialog_names()
    assert len(names) > 25
    assert names - set(PAGES) == {"help_window"}
    assert set(PAGES.values()) <= {page.name for page in contents()}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_command_line_is_told(command):
    assert f"`bytescope {command}`" in page_text("command-line")
