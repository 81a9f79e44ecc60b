"""One walk over a whole pair in the order of the document, for those who print what differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.core.compare.judging import PIECE, Judge, Piece
from bytescope.core.compare.order import pieces
from bytescope.core.compare.pair import plan
from bytescope.core.ranges import PageRange

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Pair
    from bytescope.core.ticket import Ticket


def walk(pair: Pair, ticket: Ticket) -> Iterator[Piece]:
    """All pieces that are not the same for certain, in order. Of the bytes that only one side has it gives
    those in pages of both; all of them are in ``pair.single``. Raises Cancelled.
    """
    known = plan(pair, PageRange(0, pair.page_count), ticket)
    wanted = known.wanted.union(known.different.within(pair.common.pages))
    ticket.total, judge = wanted.pages, Judge(pair, known)
    for pages in pieces(wanted, PIECE):
        yield judge.judge(pages)
        ticket.advance(pages.count)
