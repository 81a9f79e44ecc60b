"""Bookmarks of one document, or of all, as a table whose cells can be typed into."""

from __future__ import annotations

import enum
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from bytescope.core.bookmarks.bookmark import INK_NAMES, Bookmark
from bytescope.core.errors import InputError
from bytescope.core.ranges import PAGESIZE, ByteRange
from bytescope.core.source.shown import printable_name
from bytescope.core.text.formats import hex_offset
from bytescope.ui.theme import colours
from bytescope.ui.widgets.tips import plain_tip, tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bytescope.session.projects.bookmarks import Bookmarks
    from bytescope.session.projects.project import Absent
    from bytescope.session.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(enum.IntEnum):
    """The columns in their order; the last is only shown for all documents."""

    NUMBER = 0
    COLOUR = 1
    NAME = 2
    START = 3
    LENGTH = 4
    PAGE = 5
    NOTE = 6
    FILE = 7


TITLES = {
    Column.NUMBER: tr_later("No."),
    Column.COLOUR: tr_later("Colour"),
    Column.NAME: tr_later("Name"),
    Column.START: tr_later("Start"),
    Column.LENGTH: tr_later("Length"),
    Column.PAGE: tr_later("Page"),
    Column.NOTE: tr_later("Note"),
    Column.FILE: tr_later("File"),
}
NUMBERS = (Column.NUMBER, Column.START, Column.LENGTH, Column.PAGE)
TYPED = (Column.COLOUR, Column.NAME, Column.START, Column.LENGTH, Column.NOTE)
ARROW = "\N{EN QUAD}\N{EN QUAD}"
"""Room for the arrow of the order, which the style draws over the end of a title."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class Row(NamedTuple):
    """A bookmark in the table; ``owner`` is None where its file is not open, ``file`` is that file then."""

    owner: Bookmarks | None
    number: int
    bookmark: Bookmark
    file: bytes

    @property
    def key(self) -> tuple[object, int]:
        return (self.owner if self.owner is not None else self.file, self.number)

    @property
    def file_name(self) -> str:
        name = self.owner.session.name if self.owner is not None else os.path.basename(self.file)
        return printable_name(name)


class BookmarkModel(QAbstractTableModel):
    """Rows in the order and with the filter that were chosen last."""

    refused = Signal(str)
    """What was typed cannot be, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.total = 0
        self._sorted = (Column.START, False)

    def show_rows(self, open_: list[Bookmarks], absent: list[Absent], wanted: str) -> None:
        """List these anew; of those whose name or note has ``wanted`` in any capitals, if it is not empty."""
        low = wanted.casefold()
        self.beginResetModel()
        everything = list(_rows(open_, absent))
        self.total = len(everything)
        self._rows = [row for row in everything if not low or low in _searched(row)]
        self._arrange()
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """The row at place ``at``; None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def has_any_of(self, session: Session) -> bool:
        """Whether bookmarks of this document are listed."""
        return any(row.owner is not None and row.owner.session is session for row in self._rows)

    def place_of(self, key: tuple[object, int]) -> int | None:
        """Where a bookmark is shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def text(self, at: int) -> str:
        """A row as one line for the clipboard."""
        return "\t".join(_text(self._rows[at], column).replace("\n", " ") for column in Column)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        if role != Role.DisplayRole:
            return None
        return tr(TITLES[Column(section)]) + (ARROW if section in NUMBERS else "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row())
        if row is not None and row.owner is not None and index.column() in TYPED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.row(index.row())
        if not index.isValid() or row is None:
            return None
        column = Column(index.column())
        if role == Role.DisplayRole:
            return _text(row, column).replace("\n", " ")
        if role == Role.EditRole:
            return row.bookmark.ink if column is Column.COLOUR else _text(row, column)
        if role == Role.TextAlignmentRole and column in NUMBERS:
            return _RIGHT
        if role == Role.DecorationRole and column is Column.COLOUR:
            return swatch(row.bookmark.ink)
        if role == Role.ToolTipRole:
            return plain_tip(_tip(row, column))
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        row = self.row(index.row())
        if role != Role.EditRole or row is None or row.owner is None or row.number not in row.owner.book:
            return False
        try:
            _change(row, Column(index.column()), value)
        except InputError as error:
            self.refused.emit(str(error))
            return False
        new = row._replace(bookmark=row.owner.book.get(row.number))
        self._rows[index.row()] = new
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self._rows[index.row()].key, index.column()) for index in before]
        self._sorted = (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        places = {row.key: at for at, row in enumerate(self._rows)} if keys else {}
        after = [self.index(places[key], at) for key, at in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, descending = self._sorted
        self._rows.sort(key=_KEYS[column], reverse=descending)


def swatch(ink: int) -> QPixmap:
    """A small picture of a colour of highlights."""
    from PySide6.QtGui import QGuiApplication

    ratio = 2.0
    size = QSize(28, 14)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    palette = colours(QGuiApplication.palette())
    picture.fill(QColor(palette.highlights[ink]))
    painter = QPainter(picture)
    painter.setPen(QColor(palette.highlight_lines[ink]))
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.fillRect(0, size.height() - 3, size.width(), 3, QColor(palette.highlight_lines[ink]))
    painter.end()
    return picture


def _rows(open_: list[Bookmarks], absent: list[Absent]) -> Iterator[Row]:
    for owner in open_:
        for number, bookmark in owner.book:
            yield Row(owner, number, bookmark, b"")
    for item in absent:
        for number, bookmark in item.bookmarks:
            yield Row(None, number, bookmark, item.path)


def _searched(row: Row) -> str:
    return f"{row.bookmark.name}\n{row.bookmark.note}".casefold()


def _text(row: Row, column: Column) -> str:
    item = row.bookmark
    match column:
        case Column.NUMBER:
            return str(row.number)
        case Column.COLOUR:
            return INK_NAMES[item.ink]
        case Column.NAME:
            return item.name
        case Column.START:
            return f"0x{hex_offset(item.range.start)}"
        case Column.LENGTH:
            return f"{item.range.length:,}" if item.range else tr("place")
        case Column.PAGE:
            return f"{item.range.start // PAGESIZE:,}"
        case Column.NOTE:
            return item.note
        case _:
            return row.file_name


def _tip(row: Row, column: Column) -> str:
    if column is Column.FILE and row.owner is None:
        return tr("{name}\nIt is not open; Enter opens it.", name=printable_name(row.file))
    if column is Column.LENGTH and not row.bookmark.range:
        return tr("A place between two bytes; type a length to make it a range.")
    return _text(row, column)


def _change(row: Row, column: Column, value: object) -> None:
    owner, number, range_ = row.owner, row.number, row.bookmark.range
    assert owner is not None
    if column is Column.COLOUR and isinstance(value, int):
        owner.edit(number, ink=value)
    elif column is Column.NAME:
        owner.edit(number, name=str(value))
    elif column is Column.NOTE:
        owner.edit(number, note=str(value))
    elif column is Column.START:
        start = _number(owner, str(value))
        owner.edit(number, range_=ByteRange.of(start, range_.length))
    elif column is Column.LENGTH:
        text = str(value).strip()
        length = 0 if text in ("", "place", tr("place")) else _number(owner, text.replace(",", ""))
        owner.edit(number, range_=ByteRange.of(range_.start, length))


def _number(owner: Bookmarks, text: str) -> int:
    from bytescope.core.text.numbers import parse_number

    value = parse_number(text, owner.session.names())
    if not 0 <= value <= owner.session.size:
        raise InputError(
            tr(
                "{value:,} is outside the document, which has {size:,} bytes.",
                value=value,
                size=owner.session.size,
            )
        )
    return value


def _by_number(row: Row) -> Any:
    return row.number


def _by_colour(row: Row) -> Any:
    return row.bookmark.ink, row.bookmark.range.start


def _by_name(row: Row) -> Any:
    return row.bookmark.name.casefold(), row.bookmark.range.start


def _by_start(row: Row) -> Any:
    return row.bookmark.range.start, row.bookmark.range.end


def _by_length(row: Row) -> Any:
    return row.bookmark.range.length, row.bookmark.range.start


def _by_note(row: Row) -> Any:
    return row.bookmark.note.casefold(), row.bookmark.range.start


def _by_file(row: Row) -> Any:
    return row.file_name.casefold(), row.bookmark.range.start


_KEYS = {
    Column.NUMBER: _by_number,
    Column.COLOUR: _by_colour,
    Column.NAME: _by_name,
    Column.START: _by_start,
    Column.LENGTH: _by_length,
    Column.PAGE: _by_start,
    Column.NOTE: _by_note,
    Column.FILE: _by_file,
}
