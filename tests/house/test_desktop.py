"""What a desktop reads: the entry, the metadata, the types of files; and the drawing for icons."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtSvg import QSvgRenderer

import bytescope
from helpers.modules import CHECKOUT

FOLDER = CHECKOUT / "resources" / "desktop"
ENTRY = FOLDER / "bytescope.desktop"
METADATA = FOLDER / "bytescope.metainfo.xml"
DRAWING = CHECKOUT / "resources" / "bytescope_data" / "icons" / "bytescope.svg"


@pytest.fixture(scope="module")
def entry() -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str
    parser.read(ENTRY, encoding="utf-8")
    return parser


def test_the_entry_starts_a_command_that_the_project_installs(entry):
    scripts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]["gui-scripts"]
    for section in entry.sections():
        command, _, rest = entry[section]["Exec"].partition(" ")
        assert command in scripts
        assert rest in ("%F", "--demo")


def test_the_entry_is_the_one_that_the_window_names(entry):
    source = (CHECKOUT / "app" / "bytescope" / "ui" / "app.py").read_text()
    assert f'setDesktopFileName("{ENTRY.stem}")' in source
    assert entry["Desktop Entry"]["Icon"] == DRAWING.stem


def test_the_metadata_is_of_this_program():
    root = ElementTree.parse(METADATA).getroot()
    assert root.findtext("launchable") == ENTRY.name
    newest = root.find("releases/release")
    assert newest is not None
    assert newest.get("version") == bytescope.__version__


def test_each_type_of_file_that_is_no_common_one_is_described(entry):
    described = {e.get("type") for e in ElementTree.parse(FOLDER / "bytescope.xml").getroot()}
    own = {t for t in entry["Desktop Entry"]["MimeType"].split(";") if "bytescope" in t or "firmware" in t}
    assert own <= described


def test_the_drawing_can_be_drawn(qapp):
    renderer = QSvgRenderer(str(DRAWING))
    assert renderer.isValid()
    assert renderer.defaultSize().width() == renderer.defaultSize().height()


@pytest.mark.parametrize(
    ("tool", "arguments", "path"),
    [
        ("desktop-file-validate", [], ENTRY),
        ("appstreamcli", ["validate", "--no-net"], METADATA),
    ],
    ids=["entry", "metadata"],
)
def test_the_validators_of_the_desktop_agree(tool: str, arguments: list[str], path: Path):
    if shutil.which(tool) is None:
        pytest.skip(f"there is no {tool}")
    done = subprocess.run([tool, *arguments, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
