"""Finds faults of the widgets that are there: markup in labels, inputs without names, keys used twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabWidget,
)


def rich_labels() -> list[str]:
    """Labels that would take a file name or bytes for markup. Those of Qt's own file dialog are left out."""
    return [
        f"{described(label)}: setTextFormat(Qt.TextFormat.PlainText)"
        for label in QApplication.allWidgets()
        if isinstance(label, QLabel)
        and label.textFormat() != Qt.TextFormat.PlainText
        and label.text()
        and label.metaObject().className() != "QTipLabel"
        and not isinstance(label.window(), QFileDialog)
    ]


def nameless_inputs() -> list[str]:
    """Inputs of windows and dialogs that tests cannot find by name, or that a screen reader cannot name."""
    found = []
    for widget in QApplication.allWidgets():
        if not isinstance(widget, INPUTS) or not _ours(widget):
            continue
        if not widget.objectName():
            found.append(f"{described(widget)} has no objectName")
        if not spoken_name(widget):
            found.append(f"{described(widget)} has no accessible name")
    return found


def nameless_parts(window: QWidget) -> list[str]:
    """Parts of the window that can have the keyboard, and of which a screen reader has no name or role."""
    return [
        f"{described(part)} has no name or role"
        for face, part in _told(QAccessible.queryAccessibleInterface(window))
        if face.state().focusable
        and not face.state().invisible
        and not (face.text(QAccessible.Text.Name) and face.role() != QAccessible.Role.NoRole)
    ]


def _told(face: QAccessibleInterface) -> Iterator[tuple[QAccessibleInterface, QWidget]]:
    """The parts that are widgets, as a screen reader walks to them; not what stands in lists."""
    for number in range(face.childCount()):
        child = face.child(number)
        part = child.object() if child is not None and child.isValid() else None
        if child is not None and isinstance(part, QWidget):
            yield child, part
            if not isinstance(part, QAbstractItemView):
                yield from _told(child)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, or the text of a button, or of the label beside."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else widget.accessibleName()


def described(widget: QWidget) -> str:
    """Where a widget is: its own name or class, and those of the named widgets around it."""
    own = f"{type(widget).__name__} {widget.objectName() or getattr(widget, 'text', str)()!r}"
    around = [p.objectName() or type(p).__name__ for p in _parents(widget)]
    return " < ".join([own, *around[:3]])


def nameless_actions(window: QWidget) -> list[str]:
    """Actions of the window without an objectName or a text."""
    return [
        f"action {action.objectName()!r} with the text {action.text()!r} needs both"
        for action in _actions(window)
        if not action.objectName() or not action.text()
    ]


def clashing_keys(window: QWidget) -> list[str]:
    """Keys that two actions or shortcuts of the window share: neither would ever be called."""
    users = defaultdict(list)
    local = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)
    for action in _actions(window):
        if action.shortcutContext() not in local:
            for key in action.shortcuts():
                users[key.toString()].append(action.objectName() or action.text())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() not in local:
            users[shortcut.key().toString()].append(shortcut.objectName() or "a shortcut")
    return [f"{key}: {', '.join(names)}" for key, names in users.items() if len(names) > 1]


def _actions(window: QWidget) -> Iterator[QAction]:
    """The commands: no lines, titles of menus, or actions that Qt makes for its own parts."""
    for action in window.findChildren(QAction):
        if (
            action.isSeparator()
            or action.menu() is not None
            or isinstance(action.parent(), QLineEdit | QToolBar)
        ):
            continue
        yield action


def _ours(widget: QWidget) -> bool:
    """Whether the widget belongs to a window or dialog of ours; parts that Qt makes inside others do not."""
    window = widget.window()
    if not isinstance(window, QMainWindow | QDialog) or isinstance(window, QFileDialog | QMessageBox):
        return False
    names = [widget.objectName(), *(p.objectName() for p in _parents(widget))]
    if any(name.startswith("qt_") for name in names):
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar | QHeaderView):
        return False
    if isinstance(widget, QHeaderView) or (isinstance(widget, QAbstractSlider) and _scrolls(parent)):
        return False
    if parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer":
        return False
    return not (isinstance(widget, QToolButton) and widget.defaultAction() is not None)


def _scrolls(widget: QObject | None) -> bool:
    return isinstance(widget, QAbstractScrollArea)


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
