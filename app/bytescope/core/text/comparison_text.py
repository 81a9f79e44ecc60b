"""The sentences that say how a comparison ended, for the window and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bytescope.core.source.identity import Outside
from bytescope.core.text.formats import count_text, plural, size_text

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Pair
    from bytescope.core.compare.verdicts import Tally

_CHANGED = {
    Outside.CONTENT: "was changed by another program while it was compared",
    Outside.GREW: "became longer while it was compared",
    Outside.SHRANK: "was shortened by another program while it was compared",
    Outside.REPLACED: "was replaced while it was compared; what was compared is the file as it was opened",
    Outside.DELETED: "was deleted while it was compared; what was compared is the file as it was opened",
}


def headings(names: Sequence[tuple[str, int | None]], *, swapped: bool = False) -> str:
    """The names of both sides with their sizes, the left one first."""
    both = [
        f"{letter}: {name}" + (f" ({size_text(size)})" if size is not None else "")
        for letter, (name, size) in zip("AB", names)
    ]
    return "   ⇄   ".join(reversed(both) if swapped else both)


def progress(tally: Tally) -> str:
    """How far a comparison is."""
    verb = "differs" if tally.different == 1 else "differ"
    said = f"{count_text(tally.different)} of {plural(tally.pages, 'page')} {verb} so far"
    lost = f"; {count_text(tally.lost)} cannot be compared" if tally.lost else ""
    return f"{said}; {count_text(tally.compared)} compared{lost}."


def outcome_by_prints(tally: Tally, taken: str) -> str:
    """How a comparison with fingerprints taken at a time ended."""
    if not tally.different and not tally.lost:
        return f"All {plural(tally.pages, 'page')} are as they were at {taken}."
    verb = "differs" if tally.different == 1 else "differ"
    pages = f"{count_text(tally.different)} of {plural(tally.pages, 'page')}"
    lost = f"; {count_text(tally.lost)} cannot be compared, as they had not been read" if tally.lost else ""
    return f"{pages} {verb} from what was there at {taken}{lost}."


def outcome(pair: Pair, names: tuple[str, str], pages: int, count: int | None, lost: int) -> str:
    """How the comparison of ``pair`` ended. ``pages`` differ, in ``count`` bytes; ``lost`` were not compared.

    Without a count those pages count too that only one side has.
    """
    mine, other = pair.mine.size, pair.other.size
    if pair.one_file:
        return f"Both are the same file ({plural(mine, 'byte')}), so nothing can differ."
    if not pages and not lost and not pair.single and not pair.before:
        return f"The files are identical ({plural(mine, 'byte')})."
    total = pair.common.pages.count if count is not None else pair.page_count
    if pages:
        verb = "differs" if pages == 1 else "differ"
        parts = [f"{count_text(pages)} of {plural(total, 'page')} {verb}"]
        if count is not None:
            parts[0] += f", in {plural(count, 'byte')}"
    elif lost:
        parts = ["No difference was found in what could be read"]
    else:
        parts = ["All bytes that both have are the same"]
    if lost and count is None:
        parts.append(f"{count_text(lost)} cannot be compared")
    parts += _only(pair, names)
    if mine != other:
        parts.append(f"they have {count_text(mine)} and {plural(other, 'byte')}")
    return "; ".join(parts) + "."


def _only(pair: Pair, names: tuple[str, str]) -> list[str]:
    """How many bytes only one side has."""
    common = pair.common.length
    return [
        f"{plural(size - common, 'byte')} {'is' if size - common == 1 else 'are'} only in “{name}”"
        for size, name in zip((pair.mine.size, pair.other.size), names)
        if size > common
    ]


def lost_sentence(pages: int) -> str:
    """Pages of which nothing can be said."""
    return f"{plural(pages, 'page')} cannot be compared, as bytes of them cannot be read; check the medium."


def changed_sentence(name: str, what: Outside, *, again: bool = False) -> str:
    """What another program did to a file that is being compared; empty where nothing. ``again``: whether it
    is compared again by itself.
    """
    if what not in _CHANGED:
        return ""
    rest = ""
    if what not in (Outside.REPLACED, Outside.DELETED):
        rest = "; it is compared again" if again else "; compare it again"
    return f"“{name}” {_CHANGED[what]}{rest}."
