"""Four texts that describe one range, kept in step: what the range boxes show, without widgets."""

from __future__ import annotations

import re
from typing import Literal

from bytescope.core.errors import InputError
from bytescope.core.ranges import PAGESIZE, ByteRange, page_count
from bytescope.core.text.formats import both_text, count_text, hex_text
from bytescope.core.text.numbers import Names, parse_number
from bytescope.core.text.range_text import parse_range
from bytescope.ui.widgets.tips import tr, tr_later, tr_n

Box = Literal["start", "end", "length", "pages"]
BOXES: tuple[Box, ...] = ("start", "end", "length", "pages")
TITLES: dict[Box, str] = {
    "start": tr_later("Start"),
    "end": tr_later("End"),
    "length": tr_later("Length"),
    "pages": tr_later("Pages"),
}
LARGEST = (1 << 63) - 1

_PAGE_SIGN = re.compile(r"^\s*(?:page\s+|p)(?=[0-9])", re.IGNORECASE)
_PAGES = re.compile(r"^(.*?\S)\s*[-–—]\s*(\S.*)$")


class RangeFields:
    """Start, end (exclusive), length and pages as typed, with what they mean.

    Editing a box rewrites the others. Start moves the range as a whole until End or Length is typed;
    from then on the one typed last stays as it is. With ``growing`` the range may reach past the end of
    the document, as for an insertion, but not begin behind it.
    """

    def __init__(self, names: Names, range_: ByteRange, size: int, *, growing: bool = False) -> None:
        self._names = names
        self._size = size
        self._kept: Box = "length"
        self._faults: dict[Box, str] = {}
        self._start: int | None = range_.start
        self._end: int | None = range_.end
        self.growing = growing
        self.texts: dict[Box, str] = dict.fromkeys(BOXES, "")
        self._write()

    def edit(self, box: Box, text: str) -> None:
        """Take what was typed into ``box``."""
        self.texts[box] = text
        self._faults.pop(box, None)
        try:
            self._take(box, text)
        except InputError as error:
            self._faults[box] = (
                tr("{box}, {error}", box=tr(TITLES[box]), error=error)
                if error.position is None or not text.strip()
                else tr(
                    "{box}, character {place}: {error}",
                    box=tr(TITLES[box]),
                    place=error.position + 1,
                    error=error,
                )
            )
            return
        self._write(keep=box)

    def value(self) -> ByteRange | None:
        """The range, or None where there is a problem."""
        if self.problem() or self._start is None or self._end is None:
            return None
        return ByteRange(self._start, self._end)

    def problem(self) -> str:
        """What is wrong, beginning with the name of the box; "" where nothing is."""
        return self._fault()[1]

    def box_at_fault(self) -> Box | None:
        """The box that ``problem`` names."""
        return self._fault()[0]

    def _fault(self) -> tuple[Box | None, str]:
        for box in BOXES:
            if box in self._faults:
                return box, self._faults[box]
        start, end = self._start, self._end
        if start is None or end is None:
            return "start", tr("Start: type where the range begins.")
        size_said = tr(
            "the document's size is {bytes} ({size})",
            bytes=tr_n(self._size, "{n} byte", "{n} bytes"),
            size=hex_text(self._size),
        )
        if start < 0:
            return "start", tr("Start: the range begins before offset 0; type 0 or more.")
        if start > self._size:
            return "start", tr(
                "Start: {start} is past the end; {size_said}.", start=hex_text(start), size_said=size_said
            )
        if end < start:
            return "end", tr(
                "End: {end} is before the start {start}; type a later end.",
                end=hex_text(end),
                start=hex_text(start),
            )
        if end == start:
            return "length", tr("Length: the range is empty; make it at least 1 byte long.")
        if end > (LARGEST if self.growing else self._size):
            return "end", tr(
                "End: {end} is past the end; {size_said}.", end=hex_text(end), size_said=size_said
            )
        return None, ""

    def said(self, box: Box) -> str:
        """What stands below ``box``: its value in decimal and hex, for pages how many; "" without one."""
        start, end = self._start, self._end
        if box in self._faults:
            return tr("not valid")
        if box == "pages":
            return self._pages_said()
        value = {
            "start": start,
            "end": end,
            "length": None if start is None or end is None else end - start,
        }[box]
        return "" if value is None else both_text(value)

    def _take(self, box: Box, text: str) -> None:
        if box == "pages":
            self._take_pages(text)
            return
        value = parse_number(text, self._names, relative=box != "length")
        if box == "start":
            self._take_start(value)
        elif box == "end":
            self._kept = "end"
            self._end = value
        else:
            if value < 0:
                raise InputError(tr("a length is 0 or more; type such a number."))
            self._kept = "length"
            self._end = None if self._start is None else self._start + value

    def _take_start(self, value: int) -> None:
        if self._kept == "length" and self._start is not None and self._end is not None:
            self._end = value + (self._end - self._start)
        self._start = value

    def _take_pages(self, text: str) -> None:
        self._kept = "end"
        if ".." in text:
            found = parse_range(text, self._names)
            self._start, self._end = found.start, found.end
            return
        first_text, last_text = text, text
        if parts := _PAGES.match(text):
            first_text, last_text = parts.group(1), parts.group(2)
        first = self._page_number(first_text)
        last = self._page_number(last_text)
        count = page_count(self._size)
        if not 0 <= first <= last < max(count, 1):
            highest = count_text(max(count - 1, 0))
            raise InputError(
                tr(
                    "pages are first–last with numbers from 0 to {highest}; type such numbers.",
                    highest=highest,
                )
            )
        self._start, self._end = first * PAGESIZE, min((last + 1) * PAGESIZE, self._size)

    def _page_number(self, text: str) -> int:
        """``text`` as the number of a page; in this box p4 is page 4, not its offset."""
        return parse_number(_PAGE_SIGN.sub("", text), self._names, relative=False)

    def _write(self, keep: Box | None = None) -> None:
        """Rewrite every box but ``keep`` from the range; what is not known leaves its box as it is."""
        start, end = self._start, self._end
        if start is None or end is None:
            return
        texts: dict[Box, str] = {
            "start": hex_text(start),
            "end": hex_text(end),
            "length": hex_text(end - start) if end >= start else "",
            "pages": self._pages_text(),
        }
        for box in BOXES:
            if box != keep:
                self.texts[box] = texts[box]
                self._faults.pop(box, None)

    def _touched(self) -> tuple[int, int] | None:
        """First and last page with a byte of the range."""
        if self._start is None or self._end is None or not 0 <= self._start < self._end:
            return None
        pages = ByteRange(self._start, self._end).pages
        return pages.first, pages.end - 1

    def _pages_text(self) -> str:
        touched = self._touched()
        if touched is None:
            return ""
        return f"{touched[0]}" if touched[0] == touched[1] else f"{touched[0]}–{touched[1]}"

    def _pages_said(self) -> str:
        touched = self._touched()
        if touched is None or self._start is None or self._end is None:
            return ""
        count = tr_n(touched[1] - touched[0] + 1, "{n} page", "{n} pages")
        whole_end = self._end % PAGESIZE == 0 or self._end == self._size
        return count if self._start % PAGESIZE == 0 and whole_end else tr("{pages}, in part", pages=count)
