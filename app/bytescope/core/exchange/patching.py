"""Patches of every kind: which one a file is, its edits on a document, and the patch between two of them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bytescope.core.errors import InputError, RefusedError
from bytescope.core.text.formats import plural, shown_input, size_text

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.document import Document
    from bytescope.core.document.drafting import Draft
    from bytescope.core.document.live import LiveDocument
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.exchange.delta import Delta
    from bytescope.core.ticket import Ticket

    Parts = Callable[[Delta, Ticket], Iterator[bytes]]

LARGEST = 1 << 30
"""Bytes of a patch file; it is held in memory."""


class PatchKind(NamedTuple):
    """A format that can be written."""

    key: str
    title: str
    ending: str
    meaning: str


KINDS: dict[str, PatchKind] = {
    kind.key: kind
    for kind in (
        PatchKind(
            "script",
            "Edit script",
            ".edits.jsonl",
            "A line for each edit, to be read and changed by people; any size, fills and moves as such",
        ),
        PatchKind("bps", "BPS", ".bps", "Checksums of the file before and after; for files up to 64 GiB"),
        PatchKind("ips", "IPS", ".ips", "What old patchers take; for files up to 16 MiB, no checksums"),
        PatchKind("ips32", "IPS32", ".ips", "IPS with offsets of 32 bits; for files up to 4 GiB"),
    )
}


class Trial(NamedTuple):
    """A patch whose edits were made on a draft: nothing has changed yet; ``adopt`` does that."""

    draft: Draft
    name: str
    edits: int

    @property
    def meaning(self) -> str:
        """What it will do, in a sentence."""
        if not self.draft.splices:
            return "The patch changes nothing here."
        changed = sum(max(old, sum(p.length for p in parts)) for _, old, parts in self.draft.splices)
        return (
            f"{plural(self.edits, 'edit')} of {size_text(changed)} in all; the document will have"
            f" {plural(self.draft.size, 'byte')}."
        )

    def adopt(
        self, document: Document | LiveDocument, *, ticket: Ticket | None = None, no_undo: bool = False
    ) -> Change:
        """Make it one step of ``document``. RefusedError where that has changed since."""
        from bytescope.core.document.drafting import adopt

        return adopt(document, self.draft, self.name, ticket)


def load(path: str | bytes) -> bytes:
    """The bytes of a patch file. InputError where it is none that could be read, or too large."""
    from bytescope.core.source.access import Access
    from bytescope.core.source.opening import open_file
    from bytescope.core.source.shown import quoted_name

    source = open_file(os.fsencode(path), Access.READ)
    try:
        if source.size > LARGEST:
            raise InputError(
                f"{quoted_name(path)} has {size_text(source.size)}; a patch has at most {size_text(LARGEST)}."
            )
        data = bytearray(source.size)
        if source.read_into(0, memoryview(data)):
            raise InputError(f"{quoted_name(path)} cannot be read to its end; check its medium.")
        return bytes(data)
    finally:
        source.close()


def prepare(
    data: bytes, snapshot: Snapshot, ticket: Ticket, *, name: str = "", unchecked: bool = False
) -> Trial:
    """Make the edits of the patch ``data``, whatever kind it is, on a draft of ``snapshot``.

    ``unchecked``: without a look whether the document is the one that it was made for. Raises InputError
    with the record, action or line that is wrong, RefusedError, LostBytesError, Cancelled.
    """
    from bytescope.core.document.drafting import Draft
    from bytescope.core.exchange.bps import MAGIC, apply_bps, read_bps
    from bytescope.core.exchange.ips import apply_ips, kind_of, read_ips
    from bytescope.core.exchange.script import apply_script, is_script, read_script

    draft = Draft(snapshot)
    what = f"Apply {name}" if name else "Apply a patch"
    if kind_of(data) is not None:
        ips = read_ips(data)
        apply_ips(ips, draft, ticket)
        return Trial(draft, what, len(ips.records))
    if data.startswith(MAGIC):
        apply_bps(read_bps(data), draft, ticket, unchecked=unchecked)
        return Trial(draft, what, len(draft.splices))
    begin = data[:4096].decode("utf-8", "replace")
    if is_script(begin):
        try:
            lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="\n")
            script = read_script(lines)
        except UnicodeDecodeError:
            raise InputError(
                f"Line {_not_utf8(data):,} of the script is no UTF-8 text; get it again."
            ) from None
        apply_script(script, draft, ticket, unchecked=unchecked)
        return Trial(draft, what, len(script.edits))
    raise InputError(
        f"This is no patch that is known: it begins with “{shown_input(begin, 16)}”; choose an IPS, IPS32"
        " or BPS patch or an edit script."
    )


def _not_utf8(data: bytes) -> int:
    """The first line that is none."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def kind_named(key: str) -> PatchKind:
    """The format called ``key``; InputError lists the known ones."""
    found = KINDS.get(key)
    if found is None:
        raise InputError(f"“{shown_input(key)}” is not a format; use one of {', '.join(KINDS)}.")
    return found


def kind_of_name(name: str) -> str | None:
    """The format that a file's name asks for by its ending."""
    low = name.lower()
    if low.endswith((".jsonl", ".json", ".edits")):
        return "script"
    return next((key for key in ("bps", "ips32", "ips") if low.endswith(f".{key}")), None)


def check(delta: Delta, kind: str) -> None:
    """Before the work: RefusedError where ``kind`` cannot tell this, or nothing differs."""
    from bytescope.core.exchange.bps import check_bps
    from bytescope.core.exchange.ips import IPS, IPS32, check_ips

    if not delta.changed and delta.old.size == delta.new.size:
        raise RefusedError(
            "Nothing differs, so there is no patch to be made; edit it first, or choose another file."
        )
    if kind == "bps":
        check_bps(delta)
    elif kind in ("ips", "ips32"):
        check_ips(delta, IPS if kind == "ips" else IPS32)


def patch_parts(delta: Delta, kind: str, ticket: Ticket) -> Iterator[bytes]:
    """The patch that makes ``delta.new`` of ``delta.old``, in pieces. Raises as ``check``, LostBytesError,
    Cancelled."""
    from bytescope.core.exchange.bps import bps_parts
    from bytescope.core.exchange.ips import IPS, IPS32, ips_parts
    from bytescope.core.exchange.scripting import script_parts

    kind_named(kind)
    if kind == "script":
        return script_parts(delta, ticket)
    if kind == "bps":
        return bps_parts(delta, ticket)
    return ips_parts(delta, IPS if kind == "ips" else IPS32, ticket)
