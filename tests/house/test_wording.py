"""Every word that is wired for translation has one, with the same places to fill in."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from bytescope.session.workspace import Workspace
from bytescope.ui.palette_entries import PaletteEntries
from bytescope.ui.translating import translate_to
from bytescope.ui.widgets.tips import CONTEXT, tr, tr_tip, wanted_language
from bytescope.ui.window import Window
from helpers.wording import FOLDER, read, wired

FILES = sorted(FOLDER.glob("*.ts"))
_PLACE = re.compile(r"\{\w*(?::[^{}]*)?\}")
MOST_MISSING = 0.1
"""Of the words of a part that has just come; ``python .ci/translate.py --list`` names them."""


def faults(words: dict[str, str]) -> list[str]:
    """Entries without a translation, or with other places to fill in, keys or ends than the English ones."""
    found = []
    for english, other in words.items():
        if not other:
            found.append(f"{english!r} has no translation")
        elif sorted(_PLACE.findall(english)) != sorted(_PLACE.findall(other)):
            found.append(f"{english!r} has other places to fill in than {other!r}")
        elif _mnemonics(english) != _mnemonics(other):
            found.append(f"{english!r} has another key than {other!r}")
        elif english.endswith("…") != other.endswith("…"):
            found.append(f"{english!r} ends unlike {other!r}")
    return found


def _mnemonics(text: str) -> list[str]:
    return [letter.upper() for letter in re.findall(r"&([^&\s])", text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_translation_is_complete(path):
    words = read(path)
    assert len(words) > 500
    assert faults(words) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nearly_every_word_of_the_interface_is_in_it(path):
    missing = sorted(set(wired()) - set(read(path)))
    assert len(missing) <= MOST_MISSING * len(wired()), missing


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("Go", ""),
        ("{count} pages", "页"),
        ("{count:,} pages", "{count} 页"),
        ("&Go", "转到"),
        ("Go…", "转到"),
        ("&Go", "转到(&X)"),
    ],
)
def test_a_planted_fault_is_found(english, other):
    assert len(faults({english: other})) == 1


def test_what_is_loaded_is_what_was_translated(chinese):
    words = read(FOLDER / "bytescope_zh.ts")
    stale = [text for text, other in words.items() if chinese.translate(CONTEXT, text) != other]
    assert stale == []


def test_the_window_speaks_the_language(chinese, qtbot):
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    try:
        titles = [action.text() for action in window.menuBar().actions()]
        assert titles[:2] == ["文件(&F)", "编辑(&E)"]
        assert window.actions_table["files.open"].text() == "打开(&O)…"
        assert window.actions_table["files.open"].statusTip() == "打开文件"
    finally:
        window.workspace.shut_down(wait_seconds=60)


def test_a_command_is_found_by_its_english_name_too(chinese, qtbot):
    window = Window(Workspace(None))
    qtbot.addWidget(window)
    try:
        entries = PaletteEntries(window)
        entries.look_again()
        assert entries.answer("select all")[0].id == "go.select_all"
        assert entries.answer("全选")[0].id == "go.select_all"
        assert "全选" in entries.answer("全选")[0].title
        assert "&" not in entries.answer("全选")[0].title
    finally:
        window.workspace.shut_down(wait_seconds=60)


def test_a_tip_of_sentences_is_translated_by_them(chinese):
    assert tr_tip("All colour to this state. The page was read here.") == (
        f"{tr('All colour to this state.')} {tr('The page was read here.')}"
    )


def test_without_a_translation_the_english_stays(qapp):
    assert tr("&Open…") == "&Open…"
    assert not translate_to("xx", qapp)


def test_the_language_is_that_of_the_settings_or_the_system():
    assert wanted_language("en") == "en"
    assert wanted_language("zh") == "zh"
    assert wanted_language("system") in ("en", "zh")


def test_qts_own_words_are_there_too():
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert QTranslator().load("qtbase_zh_CN", folder)


def test_the_file_dialog_of_qt_speaks_it_too(chinese, qtbot):
    asking = QFileDialog()
    asking.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(asking)
    texts = [
        part.text() for kind in (QLabel, QPushButton) for part in asking.findChildren(kind) if part.text()
    ]
    assert len(texts) >= 5
    assert [text for text in texts if not re.search(r"[\u4e00-\u9fff]", text)] == []
