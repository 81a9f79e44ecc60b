"""What another program did to the open file, in sentences for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bytescope.core.ranges import PageRange
from bytescope.core.source.identity import Outside
from bytescope.core.text.formats import count_text, plural

MOST_NAMED = 4
"""Runs of pages that are named one by one."""


class Happening(NamedTuple):
    """What is known of a change from outside.

    ``changed`` are the first runs of changed pages, ``pages`` and ``runs`` how many there are in all;
    ``mine`` of the changed pages have unsaved edits, ``unsaved`` pages have in all. ``read`` pages had been
    read before, ``unread`` had not. ``complete``: all that had been read was compared.
    """

    name: str
    sort: Outside
    old_size: int = 0
    new_size: int = 0
    changed: tuple[PageRange, ...] = ()
    runs: int = 0
    pages: int = 0
    mine: int = 0
    unsaved: int = 0
    read: int = 0
    unread: int = 0
    gone: PageRange = PageRange(0, 0)
    complete: bool = True


def sentence(what: Happening) -> str:
    """What happened, to which pages, and what became of the unsaved edits."""
    parts = [_HEADS[what.sort](what), *_changes(what), *_edits(what)]
    return " ".join(parts)


def question(what: Happening | None, otherwise: str, steps: int, mine: bool, theirs: bool) -> str:
    """What stands against a save, and what the answers do; ``otherwise`` says it where nothing is known.

    ``mine`` and ``theirs``: whether writing over it and reloading are possible. ``steps`` are unsaved.
    """
    parts = [f"{sentence(what)} So nothing was written." if what is not None else otherwise]
    if mine:
        parts.append("Save Mine writes your edits over it.")
    if theirs:
        drops = f", which drops your {plural(steps, 'unsaved step')}" if steps else ""
        parts.append(f"Reload Theirs shows what is there now{drops}.")
    return " ".join(parts)


def pages_text(runs: Iterable[PageRange], count: int, pages: int) -> str:
    """ "page 12", "pages 12–14 and 90", "pages 12–14, 20, 22, 24 and 7 more runs (31 pages)".

    ``count`` runs of ``pages`` pages in all; ``runs`` are the first of them.
    """
    first = [_run(run) for run in list(runs)[:MOST_NAMED]]
    if pages == 1:
        return f"page {first[0]}"
    if count > len(first):
        rest = f"{plural(count - len(first), 'more run')} ({plural(pages, 'page')} in all)"
        return f"pages {', '.join(first)} and {rest}"
    named = f"{', '.join(first[:-1])} and {first[-1]}" if len(first) > 1 else first[0]
    return f"pages {named}"


def _run(run: PageRange) -> str:
    return f"{run.first:,}" if run.count == 1 else f"{run.first:,}–{run.end - 1:,}"


def _content(what: Happening) -> str:
    if what.pages:
        return f"“{what.name}” was changed by another program."
    if not what.complete:
        return f"“{what.name}” was changed or touched by another program."
    if not what.read:
        return f"“{what.name}” was changed by another program; which pages is not known."
    return f"“{what.name}” was changed or touched by another program, but not in what had been read."


def _shrank(what: Happening) -> str:
    count, sizes = what.gone.count, f"from {what.old_size:,} to {what.new_size:,} bytes"
    gone = f"; {pages_text((what.gone,), 1, count)} {'is' if count == 1 else 'are'} gone" if count else ""
    return f"“{what.name}” was shortened by another program {sizes}{gone}."


def _grew(what: Happening) -> str:
    sizes = f"from {what.old_size:,} to {what.new_size:,} bytes"
    return f"“{what.name}” was made longer by another program, {sizes}; reload to see the new ones."


def _replaced(what: Happening) -> str:
    return f"“{what.name}” was replaced by another file; this window still shows the old one."


def _deleted(what: Happening) -> str:
    return f"“{what.name}” was deleted or renamed; use Save As to keep what is shown here."


_HEADS = {
    Outside.CONTENT: _content,
    Outside.SHRANK: _shrank,
    Outside.GREW: _grew,
    Outside.REPLACED: _replaced,
    Outside.DELETED: _deleted,
}


def _changes(what: Happening) -> list[str]:
    if what.sort is Outside.DELETED:
        return []
    parts = []
    replaced = what.sort is Outside.REPLACED
    if what.pages:
        named = pages_text(what.changed, what.runs, what.pages)
        verb = ("differs" if what.pages == 1 else "differ") if replaced else "changed"
        mine = f"; {_of_them(what)} your edits" if what.mine else ""
        so_far = "" if what.complete else " so far"
        parts.append(f"{named[0].upper()}{named[1:]} {verb}{so_far}{mine}.")
    elif what.complete and what.read and what.sort is not Outside.CONTENT:
        same = "the same in both" if replaced else "as before"
        read = "The page" if what.read == 1 else f"The {count_text(what.read)} pages"
        parts.append(f"{read} that had been read {'is' if what.read == 1 else 'are'} {same}.")
    if what.unread and what.complete:
        parts.append(f"{plural(what.unread, 'page')} had not been read.")
    return parts


def _of_them(what: Happening) -> str:
    if what.pages == 1:
        return "it has"
    if what.mine == what.pages:
        return "all of them have"
    return f"{count_text(what.mine)} of them {'has' if what.mine == 1 else 'have'}"


def _edits(what: Happening) -> list[str]:
    if not what.unsaved:
        return []
    return [f"Your unsaved edits ({plural(what.unsaved, 'page')}) are kept."]
