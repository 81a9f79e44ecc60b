"""The sentences that say how a comparison ended, for the window and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.core.source.identity import Outside
from bytescope.core.text.formats import count_text, plural

if TYPE_CHECKING:
    from bytescope.core.compare.pair import Pair

_CHANGED = {
    Outside.CONTENT: "was changed by another program while it was compared; compare it again",
    Outside.GREW: "became longer while it was compared; compare it again",
    Outside.SHRANK: "was shortened by another program while it was compared; compare it again",
    Outside.REPLACED: "was replaced while it was compared; what was compared is the file as it was opened",
    Outside.DELETED: "was deleted while it was compared; what was compared is the file as it was opened",
}


def outcome(pair: Pair, names: tuple[str, str], pages: int, count: int | None, lost: int) -> str:
    """How the comparison of ``pair`` ended. ``pages`` differ, in ``count`` bytes; ``lost`` were not compared.

    Bytes that only one side has are no part of either.
    """
    mine, other = pair.mine.size, pair.other.size
    if pair.one_file:
        return f"Both are the same file ({plural(mine, 'byte')}), so nothing can differ."
    if not pages and not lost and not pair.single and not pair.before:
        return f"The files are identical ({plural(mine, 'byte')})."
    total = pair.common.pages.count
    if pages:
        verb = "differs" if pages == 1 else "differ"
        parts = [f"{count_text(pages)} of {plural(total, 'page')} {verb}"]
        if count is not None:
            parts[0] += f", in {plural(count, 'byte')}"
    elif lost:
        parts = ["No difference was found in what could be read"]
    else:
        parts = ["All bytes that both have are the same"]
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


def changed_sentence(name: str, what: Outside) -> str:
    """What another program did to a file that is being compared; empty where nothing."""
    return f"“{name}” {_CHANGED[what]}." if what in _CHANGED else ""
