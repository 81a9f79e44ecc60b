"""The bookmarks of one session: made and changed by wishes, true to edits, shown by bytes and on the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bytescope.core.change import Change
from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange
from bytescope.core.touched.layers import Layer
from bytescope.session.wording import tr, tr_n

if TYPE_CHECKING:
    from bytescope.core.bookmarks.bookmark import Bookmark
    from bytescope.core.bookmarks.records import Numbered
    from bytescope.core.geometry.hex_frame import Highlight
    from bytescope.core.ranges import PageRange
    from bytescope.core.touched.state_runs import StateRuns
    from bytescope.session.session import Session

OWNER = "bookmarks"


def bookmarks_of(session: Session) -> Bookmarks:
    """The bookmarks of ``session``; made when first asked for."""
    found = session.findChild(Bookmarks)
    return found if isinstance(found, Bookmarks) else Bookmarks(session)


class Bookmarks(QObject):
    """Adds, changes and removes; follows every edit. Wishes that cannot be are told by the session."""

    changed = Signal()
    """There are others, or they are elsewhere, or are called otherwise."""

    removed = Signal(object)
    """A person removed these (numbers and bookmarks): ``bring_back`` takes them."""

    def __init__(self, session: Session) -> None:
        from bytescope.core.bookmarks.book import Book  # loads numpy: not before the first bytes

        super().__init__(session)
        self.session = session
        self.book = Book()
        self._ink = 0
        self._answering = False
        self._runs: tuple[tuple[int, PageRange], StateRuns] | None = None
        session.changed.connect(self._on_changed)

    # -- wishes -------------------------------------------------------------------------------

    def add_here(self) -> int | None:
        """A bookmark of the selection, or of the place of the caret, with the next colour; its number."""
        from bytescope.core.bookmarks.bookmark import INKS, Bookmark

        picked = self.session.selection.range
        caret = self.session.selection.caret
        number = self.add(Bookmark(picked or ByteRange(caret, caret), "", self._ink))
        if number is not None:
            self.edit(number, name=tr("Bookmark {number}", number=number))
            self._ink = (self._ink + 1) % INKS
        return number

    def take(self, found: Sequence[Numbered]) -> int:
        """Add what was read from a file, without those that are here already; how many those were."""
        here = {bookmark for _, bookmark in self.book}
        new = [item for item in found if item.bookmark not in here]
        return len(self.add_all([item.bookmark for item in new], [item.number for item in new]))

    def add(self, bookmark: Bookmark) -> int | None:
        added = self.add_all([bookmark])
        return added[0] if added else None

    def add_all(self, bookmarks: Sequence[Bookmark], numbers: Sequence[int] = ()) -> list[int]:
        """The numbers of the new ones; none where there would be too many."""
        try:
            added = self.book.add_all(bookmarks, numbers)
        except BytescopeError as error:
            self.session.told.emit("warning", str(error))
            return []
        self._tell()
        return added

    def edit(
        self,
        number: int,
        *,
        range_: ByteRange | None = None,
        name: str | None = None,
        ink: int | None = None,
        note: str | None = None,
    ) -> None:
        """Another range, name, colour or note; InputError where it cannot be."""
        from bytescope.core.bookmarks.bookmark import checked

        old = self.book.get(number)
        where = old.range if range_ is None else range_
        new = checked(
            where.start,
            where.end,
            old.name if name is None else name,
            old.ink if ink is None else ink,
            old.note if note is None else note,
        )
        if new != old:
            self.book.replace(number, new)
            self._tell()

    def remove(self, numbers: Iterable[int]) -> None:
        """Take them away; ``removed`` has what can be brought back."""
        gone = self.book.remove(numbers)
        if gone:
            self._tell()
            self.removed.emit(gone)

    def bring_back(self, gone: Sequence[tuple[int, Bookmark]]) -> None:
        self.add_all([bookmark for _, bookmark in gone], [number for number, _ in gone])

    # -- going there --------------------------------------------------------------------------

    def go(self, number: int) -> bool:
        """Select the bookmark's bytes; Back returns to where the caret was."""
        if number not in self.book:
            self.session.told.emit(
                "info", tr("There is no bookmark {number} in this document.", number=number)
            )
            return False
        range_ = self.book.get(number).range.intersect(ByteRange(0, self.session.size))
        self.session.go_to(range_.start)
        if range_:
            self.session.select(range_)
        return True

    def step(self, *, forward: bool) -> None:
        """To the next bookmark, or the one before; round the end of the document where there is no other."""
        book, selection = self.book, self.session.selection
        here = selection.range.start if selection.range else selection.caret
        number = book.next(here) if forward else book.previous(here)
        if number is None:
            number = book.next(-1) if forward else book.previous(1 << 63)
        if number is None:
            self.session.told.emit("info", tr("There is no bookmark in this document; Ctrl+B makes one."))
        else:
            self.go(number)

    # -- what others show ---------------------------------------------------------------------

    def sentence(self) -> str:
        return tr_n(len(self.book), "{n} bookmark", "{n} bookmarks")

    def _named(self, range_: ByteRange) -> Iterator[Highlight]:
        """Long ones first, so that those inside them are painted over them."""
        from bytescope.core.geometry.hex_frame import Highlight

        found = sorted((item for _, item in self.book.within(range_)), key=_shorter)
        for item in found:
            shown = item.range or ByteRange.of(item.range.start, 1)
            yield Highlight(shown, item.ink, item.label)

    def _pages(self, pages: PageRange) -> StateRuns:
        key = (self.book.generation, pages)
        if self._runs is None or self._runs[0] != key:
            from bytescope.core.pages.run_set import RunSet
            from bytescope.core.touched.state_runs import StateRuns

            self._runs = key, StateRuns.of(RunSet.of_edges(*self.book.page_edges(pages)))
        return self._runs[1]

    # -- inside -------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if self.book.follow(change):
            self._tell()

    def _tell(self) -> None:
        some = len(self.book) > 0
        layers, highlights = self.session.layers, self.session.highlights
        if some and not self._answering:
            self._answering = True
            highlights.answer_by(OWNER, self._named)
            layers.answer_by(Layer.BOOKMARKED, self._pages)
            layers.show(Layer.BOOKMARKED, True)
        elif not some and self._answering:
            self._answering = False
            highlights.answer_by(OWNER, None)
            layers.silence(Layer.BOOKMARKED)
        else:
            highlights.touch()
        layers.changed.emit()
        self.changed.emit()


def _shorter(bookmark: Bookmark) -> tuple[int, int]:
    return -bookmark.range.length, bookmark.range.start
