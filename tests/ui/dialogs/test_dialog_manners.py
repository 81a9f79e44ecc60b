"""What holds for every dialog: names, verbs, nothing cut, and gone after use."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton
from shiboken6 import isValid

from bytescope.core.exchange.incoming import Incoming
from bytescope.core.exchange.undump import Placed
from bytescope.core.ranges import ByteRange
from bytescope.core.text.numbers import Names
from bytescope.ui.dialogs.about import AboutDialog
from bytescope.ui.dialogs.export_bytes import ExportBytesDialog
from bytescope.ui.dialogs.export_patch import ExportPatchDialog
from bytescope.ui.dialogs.fill import FillDialog
from bytescope.ui.dialogs.go_to import GoToDialog
from bytescope.ui.dialogs.import_bytes import ImportDialog
from bytescope.ui.dialogs.insert import InsertDialog
from bytescope.ui.dialogs.keys import KeysDialog
from bytescope.ui.dialogs.new import NewDialog
from bytescope.ui.dialogs.open_window import OpenWindowDialog
from bytescope.ui.dialogs.paste_special import PasteSpecialDialog
from bytescope.ui.dialogs.resize import ResizeDialog
from bytescope.ui.dialogs.select_range import SelectRangeDialog
from bytescope.ui.dialogs.unsaved import UnsavedDialog
from bytescope.ui.dialogs.write_bytes import WriteBytesDialog
from bytescope.ui.theme import apply_theme

SIZE = 16 << 40
NAMES = Names(size=SIZE)
RANGE = ByteRange(SIZE - 4096, SIZE)
INCOMING = Incoming("ihex", [Placed(0x8000000 + (i << 16), bytes(99)) for i in range(9)], 0x8000000, "Nine.")

DIALOGS = {
    "fill": lambda: FillDialog(NAMES, RANGE, SIZE, can_insert=False, history=["AA", "text:x"]),
    "write": lambda: WriteBytesDialog(NAMES, SIZE, SIZE),
    "insert": lambda: InsertDialog(NAMES, SIZE, SIZE),
    "go_to": lambda: GoToDialog(NAMES, SIZE, history=["p1"]),
    "select": lambda: SelectRangeDialog(NAMES, RANGE, SIZE),
    "resize": lambda: ResizeDialog(NAMES, SIZE),
    "new": lambda: NewDialog("/tmp"),
    "open_window": lambda: OpenWindowDialog("/tmp/test.bin"),
    "unsaved": lambda: UnsavedDialog(["a" * 255, "<b>"], verb="Close"),
    "about": AboutDialog,
    "paste": lambda: PasteSpecialDialog(
        "41 42 43", None, at=SIZE - 4, size=SIZE, can_insert=True, insert=True, encoding="ascii"
    ),
    "export-bytes": lambda: ExportBytesDialog("/tmp/data.bin", NAMES, RANGE, SIZE, []),
    "export-patch": lambda: ExportPatchDialog("/tmp/data.bin", "a" * 60, edited=True, shown=[]),
    "import": lambda: ImportDialog("in.hex", INCOMING, onto=True, size=SIZE),
    "keys": lambda: KeysDialog([("Open", "Ctrl+O", "Open a file")]),
}


@pytest.fixture(params=DIALOGS)
def make(request):
    return DIALOGS[request.param]


@pytest.fixture
def large_font(qapp):
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


def cut_off(dialog):
    """Labels and buttons that have less room than they ask for."""
    found = []
    for widget in [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]:
        hint = widget.sizeHint()
        if not widget.isVisible() or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        if widget.width() < hint.width() or widget.height() < hint.height():
            found.append(f"{widget.objectName()} {widget.text()!r}: {widget.size()} of {hint}")
        inside = widget.mapTo(dialog, widget.rect().bottomRight())
        if not dialog.rect().contains(inside):
            found.append(f"{widget.objectName()} {widget.text()!r} is outside")
    return found


def test_nothing_is_cut_off(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert cut_off(dialog) == []


def test_nothing_is_cut_off_with_letters_twice_as_large(qtbot, large_font, make):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert cut_off(dialog) == []


def test_dialogs_are_named_and_titled(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    assert dialog.objectName() == next(name for name, maker in DIALOGS.items() if maker is make)
    assert dialog.windowTitle()


def test_buttons_are_verbs(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    texts = {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
    assert texts
    assert not texts & {"OK", "Yes", "No", "Apply"}


def test_names_are_used_once(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    names = [w.objectName() for w in [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QComboBox)]]
    ours = [name for name in names if name and not name.startswith("qt_")]
    assert len(ours) == len(set(ours))


FIRST = {
    "fill": "fill.pattern.hex",
    "write": "write.bytes.hex",
    "insert": "insert.pattern.hex",
    "go_to": "go_to.offset.history",
    "select": "select.start",
    "resize": "resize.size",
    "new": "new.size",
    "open_window": "open_window.offset",
    "import": "import.base",
    "keys": "keys.filter",
}


@pytest.mark.parametrize("name", FIRST)
def test_what_is_typed_first_goes_into_the_field_that_matters(qtbot, name):
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.focusWidget()
    assert field.objectName() == FIRST[name]
    qtbot.keyClicks(field, "7")
    assert (field.currentText() if isinstance(field, QComboBox) else field.text()) == "7"


def test_escape_closes(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_faults_can_be_read_in_both_themes(qtbot, qapp, theme):
    before = qapp.palette()
    apply_theme(qapp, theme)
    try:
        dialog = DIALOGS["go_to"]()
        qtbot.addWidget(dialog)
        dialog.show()
        label = dialog.findChild(QLabel, "go_to.offset.value")
        for show in (label.say, label.complain):
            show("text")
            ink = label.palette().color(label.foregroundRole())
            back = dialog.palette().window().color()
            assert contrast(ink, back) >= 4.5
    finally:
        apply_theme(qapp, "system")
        qapp.setPalette(before)


def contrast(one, other):
    """WCAG 2.1, relative luminance."""

    def luminance(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Presser:
    """Presses a key in the dialog that is open, from inside its event loop."""

    def __init__(self, qtbot, key):
        self.qtbot = qtbot
        self.key = key

    def press(self):
        self.qtbot.keyClick(QApplication.activeModalWidget(), self.key)


@pytest.mark.parametrize(("key", "wish"), [(Qt.Key.Key_Return, 64), (Qt.Key.Key_Escape, None)])
def test_after_exec_the_wish_stays_and_the_widgets_go(qtbot, key, wish):
    dialog = GoToDialog(NAMES, 64)
    presser = Presser(qtbot, key)
    QTimer.singleShot(0, presser.press)
    assert bool(dialog.exec()) == (wish is not None)
    assert dialog.wish() == wish
    assert dialog.history()[0] == "0x40"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
