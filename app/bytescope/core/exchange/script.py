"""Edit scripts: our own patches, a JSON object a line; data only, of any size, and readable.

The first line is ``{"format": "bytescope-edits", "version": 1, "size": N}``, N being the length of the
document before. Then a line for each edit, about the bytes as the edits before it have left them:

- ``{"op": "write", "at": A, …bytes…}`` overwrites from A on; past the end the document grows
- ``{"op": "insert", "at": A, …bytes…}`` inserts before A
- ``{"op": "delete", "at": A, "length": L}``
- ``{"op": "move", "at": A, "length": L, "to": T}`` takes out and inserts before what stood at T
- ``{"op": "copy", "at": A, "length": L, "to": T}`` inserts a copy before T
- ``{"op": "resize", "size": S}`` cuts, or grows with 00

The bytes are one of ``"hex": "DE AD"``, ``"base64": "3q0="``, ``"pattern": "counter:0", "length": L`` (as in
Fill, without ``file:``; ``"skip": K`` begins at byte K of the pattern) and ``"original": F, "length": L``
(those that stood from F on before the first edit). ``"was": "CRC-32"`` in hex digits is checked against the
bytes that a write or delete takes away. A number may be a string such as ``"0x1F00"``. The last line is
``{"end": COUNT}`` with the number of edits, so that a script that was cut off is known.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from bytescope.core.errors import InputError, LostBytesError, RefusedError, WrongFileError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import shown_input

if TYPE_CHECKING:
    from bytescope.core.document.drafting import Draft
    from bytescope.core.document.spans import Part
    from bytescope.core.ticket import Ticket

FORMAT = "bytescope-edits"
LONGEST_LINE = 8 << 20
MOST_EDITS = 1 << 20
MOST_BYTES = 512 << 20
"""Bytes that the edits of a script may have of their own."""

MOST_OFFSET = 1 << 62
_HEX = re.compile(r"0[xX][0-9A-Fa-f]{1,16}")
_CHECKED = 1 << 24
"""A checksum of what was there is only looked at up to so many bytes."""

_KEYS = {
    "write": {"at", "hex", "base64", "pattern", "original", "length", "skip", "was"},
    "insert": {"at", "hex", "base64", "pattern", "original", "length", "skip"},
    "delete": {"at", "length", "was"},
    "move": {"at", "length", "to"},
    "copy": {"at", "length", "to"},
    "resize": {"size"},
}


class Edit(NamedTuple):
    """One line: ``op`` and its values, which are of the right kinds. ``data`` are its own bytes."""

    line: int
    op: str
    at: int = 0
    length: int = 0
    to: int = 0
    data: bytes = b""
    pattern: str = ""
    original: int | None = None
    skip: int | None = None
    was: int | None = None


class Script(NamedTuple):
    """A script that was read whole. ``size``: of the document that it is for; None where it does not say."""

    size: int | None
    edits: list[Edit]


def read_script(lines: Iterable[str]) -> Script:
    """InputError says which line is wrong."""
    found = enumerate(lines, 1)
    number, first = next(found, (1, ""))
    size = _header(first)
    edits: list[Edit] = []
    total = 0
    ended = False
    for number, line in found:
        if not line.strip():
            continue
        if ended:
            raise InputError(f"Line {number:,} stands behind the end of the script; remove it.")
        values = _object(number, line)
        if "end" in values:
            if values["end"] != len(edits):
                raise InputError(
                    f"Line {number:,} tells {values['end']!r:.20} edits, and {len(edits):,} are there; get"
                    " the script again."
                )
            ended = True
            continue
        edit = _edit(number, values)
        total += len(edit.data)
        if len(edits) >= MOST_EDITS or total > MOST_BYTES:
            raise RefusedError(
                f"The script has more than {MOST_EDITS:,} edits or {MOST_BYTES >> 20} MiB of bytes; divide"
                " it."
            )
        edits.append(edit)
    if not ended:
        raise InputError(
            f'Behind line {number:,} the last line {{"end": …}} is missing: the script was cut off; get it'
            " again."
        )
    return Script(size, edits)


def is_script(begin: str) -> bool:
    """Whether a file begins like a script."""
    return begin.lstrip().startswith("{") and FORMAT in begin[:200]


def _header(line: str) -> int | None:
    values = _object(1, line)
    if values.get("format") != FORMAT:
        raise InputError(
            f'Line 1 is not that of an edit script: “"format": "{FORMAT}"” is missing; check it.'
        )
    if values.get("version") != 1:
        raise InputError("Line 1: the edit script is of another version; this program knows version 1.")
    return None if "size" not in values else _number(1, values, "size")


def _object(number: int, line: str) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InputError(
            f"Line {number:,} of the script is longer than {LONGEST_LINE >> 20} MiB; divide its edit."
        )
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(
            f"Line {number:,} of the script is no JSON object: “{shown_input(line.strip())}”; check it."
        ) from None
    if not isinstance(found, dict):
        raise InputError(
            f"Line {number:,} of the script is no JSON object: “{shown_input(line.strip())}”; check it."
        )
    return found


def _number(line: int, values: dict[str, Any], name: str) -> int:
    value = values.get(name)
    if isinstance(value, str) and _HEX.fullmatch(value):
        value = int(value, 16)
    if type(value) is not int or not 0 <= value <= MOST_OFFSET:
        raise InputError(
            f'Line {line:,}: “{name}” is missing or no whole number of 0 or more; write it as 16 or "0x10".'
        )
    return value


def _edit(line: int, values: dict[str, Any]) -> Edit:
    op = values.pop("op", None)
    if not isinstance(op, str) or op not in _KEYS:
        raise InputError(f"Line {line:,}: “op” must be one of {', '.join(_KEYS)}.")
    unknown = sorted(set(values) - _KEYS[op])
    if unknown:
        raise InputError(
            f"Line {line:,}: “{shown_input(unknown[0])}” means nothing in {op}; check the spelling."
        )
    if op == "resize":
        return Edit(line, op, length=_number(line, values, "size"))
    edit = Edit(line, op, at=_number(line, values, "at"), was=_was(line, values))
    if op in ("move", "copy"):
        return edit._replace(length=_number(line, values, "length"), to=_number(line, values, "to"))
    if op == "delete":
        return edit._replace(length=_number(line, values, "length"))
    return _with_bytes(edit, values)


def _was(line: int, values: dict[str, Any]) -> int | None:
    value = values.get("was")
    if value is None:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"[0-9A-Fa-f]{8}", value):
        raise InputError(f"Line {line:,}: “was” must be a CRC-32 of eight hex digits.")
    return int(value, 16)


def _with_bytes(edit: Edit, values: dict[str, Any]) -> Edit:
    line = edit.line
    given = [name for name in ("hex", "base64", "pattern", "original") if name in values]
    if len(given) != 1:
        raise InputError(
            f"Line {line:,} has no bytes, or too many; give one of hex, base64, pattern or original."
        )
    if given[0] in ("hex", "base64"):
        extra = sorted({"length", "skip"} & set(values))
        if extra:
            raise InputError(
                f"Line {line:,}: “{extra[0]}” goes with a pattern or original, not with {given[0]}; remove"
                " it."
            )
        return edit._replace(data=_data(line, given[0], values[given[0]]))
    length = _number(line, values, "length")
    if given[0] == "original":
        return edit._replace(length=length, original=_number(line, values, "original"))
    pattern = values["pattern"]
    if not isinstance(pattern, str):
        raise InputError(f"Line {line:,}: “pattern” must be a text such as “00” or “counter:0”.")
    skip = _number(line, values, "skip") if "skip" in values else None
    return edit._replace(length=length, pattern=pattern, skip=skip)


def _data(line: int, kind: str, value: object) -> bytes:
    if isinstance(value, str):
        try:
            return bytes.fromhex(value) if kind == "hex" else base64.b64decode(value, validate=True)
        except (ValueError, binascii.Error):
            pass
    raise InputError(f"Line {line:,}: what stands in “{kind}” is not that; check its digits.")


def apply_script(script: Script, draft: Draft, ticket: Ticket, *, unchecked: bool = False) -> None:
    """Make the edits of ``script`` on ``draft``. InputError, with its line, for one that does not fit; so for
    bytes that are not those it was made for, unless ``unchecked``."""
    if script.size is not None and script.size != draft.size and not unchecked:
        raise WrongFileError(
            f"Line 1: the script is for a document of {script.size:,} bytes and this one has"
            f" {draft.size:,}; open the file that it was made for."
        )
    maker = _Maker(draft, unchecked)
    ticket.total = len(script.edits)
    for edit in script.edits:
        try:
            maker.make(edit)
        except InputError as error:
            said = str(error)
            raise type(error)(said if said.startswith("Line ") else f"Line {edit.line:,}: {said}") from None
        ticket.advance(1)


class _Maker:
    """Makes one edit after the other."""

    def __init__(self, draft: Draft, unchecked: bool) -> None:
        from bytescope.core.document.added import AddedBytes

        self._draft = draft
        self._unchecked = unchecked
        self._original = draft.snapshot().copied()
        self._added = AddedBytes()

    def make(self, edit: Edit) -> None:
        draft = self._draft
        if edit.op == "resize":
            draft.resize(edit.length)
            return
        within = ByteRange.of(edit.at, edit.length)
        if edit.op == "delete":
            self._check(edit, within)
            draft.delete(within)
        elif edit.op == "copy":
            draft.insert(edit.to, draft.parts(within))
        elif edit.op == "move":
            self._move(within, edit.to)
        else:
            parts = self._parts(edit)
            if edit.op == "insert":
                draft.insert(edit.at, parts)
                return
            self._check(edit, ByteRange.of(edit.at, sum(part.length for part in parts)))
            draft.overwrite(edit.at, parts)

    def _move(self, within: ByteRange, to: int) -> None:
        parts = self._draft.parts(within)
        if within.start < to < within.end:
            raise InputError("a block cannot be moved into itself; check “to”.")
        if to > self._draft.size:
            raise InputError(f"Offset 0x{to:X} is behind the end at 0x{self._draft.size:X}; check “to”.")
        self._draft.delete(within)
        self._draft.insert(to if to <= within.start else to - within.length, parts)

    def _parts(self, edit: Edit) -> list[Part]:
        from bytescope.core.document.pattern_text import parse_pattern
        from bytescope.core.document.patterns import Phase, start_in
        from bytescope.core.document.spans import Span

        if edit.original is not None:
            within = ByteRange.of(edit.original, edit.length)
            if within.end > self._original.size:
                raise InputError(f"the original ends at 0x{self._original.size:X}; check “original”.")
            return self._original.parts(within)
        if not edit.pattern:
            return [self._added.append(edit.data)] if edit.data else []
        if edit.pattern.lstrip()[:4].lower() == "file":  # before it is parsed, which opens the file
            raise InputError("a script takes no bytes of other files; write them as hex or base64.")
        pattern = parse_pattern(edit.pattern)
        skip = start_in(pattern, edit.at, Phase.START) if edit.skip is None else edit.skip
        return [Span(pattern, skip, edit.length)] if edit.length else []

    def _check(self, edit: Edit, within: ByteRange) -> None:
        """Whether the bytes that go are those that the script tells."""
        if edit.was is None or self._unchecked or within.length > _CHECKED:
            return
        inside = within.intersect(ByteRange(0, self._draft.size))
        got = self._draft.snapshot().read(inside.start, inside.length)
        if got.lost:
            raise LostBytesError(
                f"Bytes near 0x{inside.start:X} cannot be read and nothing was changed; check the medium."
            )
        if zlib.crc32(got.data) != edit.was:
            raise WrongFileError(
                f"the bytes at 0x{edit.at:X} are not those that the script was made for; open that file, or"
                " apply it without checks."
            )


def lines_of(edits: Iterable[dict[str, Any]], size: int) -> Iterator[str]:
    """The lines of a script for a document of ``size`` bytes."""
    yield json.dumps({"format": FORMAT, "version": 1, "size": size}) + "\n"
    count = 0
    for edit in edits:
        count += 1
        yield json.dumps(edit) + "\n"
    yield json.dumps({"end": count}) + "\n"
