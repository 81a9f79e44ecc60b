"""Brings a document into a whole state at once, as one step: for states that no list of edits leads to."""

from __future__ import annotations

from collections.abc import Sequence

from bytescope.core.change import Change, Kind
from bytescope.core.document.document import Document
from bytescope.core.document.spans import Part, Span
from bytescope.core.errors import RefusedError
from bytescope.core.source.base import Source

_Splice = tuple[int, int, Sequence[Part]]


def restate(document: Document, spans: Sequence[Span], name: str) -> Change:
    """Make the bytes of ``spans`` those of a document that has no edits yet: one step, called ``name``.

    Spans of ``document.base`` are the base's bytes of today. Raises RefusedError, with nothing changed,
    where the document has edits already or cannot have this length.
    """
    if document.modified or document.index or document.undone:
        raise RefusedError("This document has steps already; open the file afresh and try again.")
    document._check()
    size = sum(span.length for span in spans)
    document._check_length(size)
    base = document.base
    splices = _overwritten(base, spans) if size == base.size else [_middle(base, spans)]
    return document._edit(None, Kind.WRITE, name, splices, min((s[0] for s in splices), default=0))


def _overwritten(base: Source, spans: Sequence[Span]) -> list[_Splice]:
    """The runs of spans that are not the base's own at the same offset."""
    out: list[_Splice] = []
    run: list[Span] = []
    at = start = 0
    for span in spans:
        if span.source is base and span.start == at:
            if run:
                out.append((start, at - start, run))
                run = []
        else:
            if not run:
                start = at
            run.append(span)
        at += span.length
    if run:
        out.append((start, at - start, run))
    return out


def _middle(base: Source, spans: Sequence[Span]) -> _Splice:
    """All but a beginning and an end that are the base's own."""
    first, last = 0, len(spans)
    head = tail = 0
    if last and spans[0].source is base and spans[0].start == 0:
        head = spans[0].length
        first = 1
    if last > first and spans[-1].source is base and spans[-1].start + spans[-1].length == base.size:
        tail = min(spans[-1].length, base.size - head)
        if tail == spans[-1].length:
            last -= 1
        else:
            tail = 0
    return head, base.size - head - tail, list(spans[first:last])
