"""Schemes, palettes and exports in the real window."""

from __future__ import annotations

import csv
import json
import os
import random
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bytescope.core.pages.palette import ALL_ZERO, table
from bytescope.core.ranges import PAGESIZE
from bytescope.session.survey.copies import copies_of
from bytescope.session.survey.fact_export import FactExport
from bytescope.ui.window import Window
from helpers.driving import child, in_dialog
from helpers.walking import MakeWindow, Walker

TWIN = random.Random(5).randbytes(PAGESIZE)
PAGES = [TWIN, random.Random(6).randbytes(PAGESIZE), bytes(PAGESIZE), TWIN, b"A" * PAGESIZE, TWIN]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "twins & <b>.bin"
    file.write_bytes(b"".join(PAGES))
    return file


@pytest.fixture
def walker(window: Window, qtbot: QtBot, path: Path) -> Walker:
    made = Walker(window, qtbot)
    window.workspace.open_now(str(path))
    made.settle()
    return made


def trigger(walker: Walker, id_: str) -> None:
    walker.window.actions_table[id_].trigger()


def codes(walker: Walker) -> list[int]:
    facts = walker.map.model.facts()
    assert facts is not None
    return facts.codes.tolist()


def test_copies_are_counted_and_said(walker: Walker, qtbot: QtBot) -> None:
    trigger(walker, "look.scheme_copies")
    qtbot.waitUntil(lambda: codes(walker)[0] > 0)
    shown = codes(walker)
    assert shown == [shown[0], 0, ALL_ZERO, shown[0], 0, shown[0]]
    assert "2 copies elsewhere" in walker.map.model.describe(3)
    assert "no copy elsewhere" in walker.map.model.describe(1)
    assert "zeros are not counted as copies" in walker.map.model.describe(2)


def test_copies_are_those_of_the_edited_document(walker: Walker, qtbot: QtBot) -> None:
    trigger(walker, "look.scheme_copies")
    qtbot.waitUntil(lambda: codes(walker)[0] > 0)
    walker.session.write(1 * PAGESIZE, TWIN)
    walker.session.write(5 * PAGESIZE, b"other")
    counts = copies_of(walker.session)
    counts._timer.setInterval(0)
    qtbot.waitUntil(lambda: codes(walker)[1] > 0 and codes(walker)[5] == 0)
    assert codes(walker)[0] == codes(walker)[1] == codes(walker)[3]


def test_the_next_copy_goes_round(walker: Walker) -> None:
    for page in (3, 5, 0):
        trigger(walker, "pages.next_copy")
        assert walker.caret == page * PAGESIZE
    walker.session.go_to(PAGESIZE)
    trigger(walker, "pages.next_copy")
    assert walker.caret == PAGESIZE
    assert "No other page that was read holds the same as page 1." in walker.message()


def test_age_shows_what_was_changed_here(walker: Walker, qtbot: QtBot) -> None:
    trigger(walker, "look.scheme_age")
    assert codes(walker) == [0] * 6
    walker.session.write(4 * PAGESIZE, b"new")
    qtbot.waitUntil(lambda: codes(walker)[4] > 0)
    assert codes(walker)[:4] == [0] * 4
    assert "changed 0 s ago" in walker.map.model.describe(4)
    assert "not changed while it was open" in walker.map.model.describe(0)


def test_the_dominant_byte_is_said(walker: Walker) -> None:
    trigger(walker, "look.scheme_dominant")
    assert "most frequent byte 41 “A”" in walker.map.model.describe(4)
    trigger(walker, "look.scheme_printable")
    assert "printable 100 %" in walker.map.model.describe(4)
    assert "printable 0 %" in walker.map.model.describe(2)


# -- palettes ---------------------------------------------------------------------------------


def text_colour(walker: Walker) -> list[int]:
    return walker.map.model.schemes.table[5, :3].tolist()


def load(walker: Walker, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    trigger(walker, "palettes.load")


def test_a_palette_from_a_file_is_kept_without_the_file(
    make_window: MakeWindow, qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "mine.json"
    own.write_text(json.dumps({"name": "Mine & yours", "classes": {"TEXT": "#010203"}}))
    settings = tmp_path / "config" / "settings.json"
    window = make_window(settings)
    walker = Walker(window, qtbot)
    window.workspace.open_now(str(path))
    walker.settle()
    load(walker, own, monkeypatch)
    assert text_colour(walker) == [1, 2, 3]
    assert window.actions_table["palettes.use_own"].text() == "From a File: Mine && yours"
    assert window.actions_table["palettes.use_own"].isChecked()
    assert os.stat(tmp_path / "config" / "palette").st_mode & 0o777 == 0o600
    trigger(walker, "palettes.use_default")
    assert text_colour(walker) == table("content")[5, :3].tolist()
    trigger(walker, "palettes.use_own")
    own.unlink()
    window.workspace.write_settings()
    window.close()
    other = make_window(settings)
    again = Walker(other, qtbot)
    other.workspace.open_now(str(path))
    again.settle()
    assert text_colour(again) == [1, 2, 3]


def test_a_file_that_is_no_palette_changes_nothing(
    walker: Walker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text_colour(walker)
    load(walker, path, monkeypatch)
    assert "palette" in walker.message()
    assert text_colour(walker) == before
    load(walker, Path("/nowhere/at/all"), monkeypatch)
    assert "could not be read" in walker.message()


def test_ours_can_be_chosen(walker: Walker) -> None:
    trigger(walker, "palettes.use_contrast")
    assert text_colour(walker) == [0x8A, 0xC0, 0xFF]
    assert walker.map.legend.classes.grab().toImage() != QImage()


# -- exports ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_map_is_saved_with_its_legend(walker: Walker, qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"out.{kind}"

    def fill(dialog) -> None:  # type: ignore[no-untyped-def]
        child(dialog, "export-picture.file.path").setText(str(target))
        child(dialog, "export-picture.width").setValue(640)
        child(dialog, "export-picture.height").setValue(400)
        dialog.accept()

    in_dialog(lambda: trigger(walker, "exports.picture"), fill)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "was saved as" in walker.message())
    if kind == "png":
        image = QImage(str(target))
        assert image.width() == 640
        assert image.height() > 450
        colours = {image.pixelColor(x, y).name() for x in range(640) for y in (10, 30, 60)}
        assert {"#ad0000", "#8938fa", "#540969"} <= colours
    else:
        root = ET.parse(target).getroot()
        words = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
        assert "twins & <b>.bin" in words
        assert "Dense" in words
    assert path_bytes(walker) == b"".join(PAGES)


def path_bytes(walker: Walker) -> bytes:
    file = walker.session.file
    assert file is not None
    return Path(os.fsdecode(file.path)).read_bytes()


def test_the_facts_are_saved(walker: Walker, qtbot: QtBot, tmp_path: Path) -> None:
    walker.session.write(4 * PAGESIZE, b"BBB")
    walker.settle()
    target = tmp_path / "facts.csv"

    def fill(dialog) -> None:  # type: ignore[no-untyped-def]
        child(dialog, "export-facts.file.path").setText(str(target))
        assert child(dialog, "export-facts.level").currentIndex() == 0
        dialog.accept()

    in_dialog(lambda: trigger(walker, "exports.facts"), fill)
    qtbot.waitUntil(target.exists)
    rows = list(csv.DictReader(target.read_text().splitlines()))
    assert [row["class"] for row in rows] == ["dense", "dense", "zero", "dense", rows[4]["class"], "dense"]
    assert [row["copies"] for row in rows] == ["2", "0", "", "2", "0", "2"]
    assert [row["edited"] for row in rows] == ["0", "0", "0", "0", "1", "0"]
    qtbot.waitUntil(lambda: "6 rows were written" in walker.message())


def test_an_export_never_goes_over_the_file_itself(walker: Walker, path: Path) -> None:
    said = []
    link = path.with_name("link.png")
    link.hardlink_to(path)

    def fill(dialog) -> None:  # type: ignore[no-untyped-def]
        child(dialog, "export-picture.file.path").setText(str(link))
        dialog.accept()
        said.append(dialog.said.text())
        dialog.reject()

    in_dialog(lambda: trigger(walker, "exports.picture"), fill)
    assert "choose another output" in said[0]
    assert path.read_bytes() == b"".join(PAGES)


def test_an_export_ends_with_its_document(walker: Walker, qtbot: QtBot, tmp_path: Path) -> None:
    jobs = walker.window.workspace.jobs
    export = FactExport(walker.session, str(tmp_path / "facts.csv"), "csv", 0)
    export._timer.stop()  # as if the next batch were a long time coming
    walker.window.workspace.close(walker.session)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [path.name for path in tmp_path.iterdir() if "facts" in path.name] == []
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_export_can_be_stopped(walker: Walker, qtbot: QtBot, tmp_path: Path) -> None:
    export = FactExport(walker.session, str(tmp_path / "facts.csv"), "csv", 0)
    export._timer.stop()
    export._ticket.cancelled = True
    qtbot.waitUntil(lambda: not walker.window.workspace.jobs.busy)
    assert not (tmp_path / "facts.csv").exists()
    assert walker.message() == ""
