"""Bytes as text that is pasted elsewhere: digits, source code, Base64, dumps; always streamed."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bytescope.core.errors import InputError
from bytescope.core.text.dump import Piece, Run, dump_lines, od_lines, rows
from bytescope.core.text.formats import hex_offset, offset_digits, shown_input

STEP = 1 << 16
"""Bytes that are turned into text at a time."""


class About(NamedTuple):
    """What a form may tell beside the bytes: where they begin, how many they are, what to call them."""

    start: int = 0
    length: int = 0
    name: str = "data"


Writer = Callable[[Iterable[Piece], About], Iterator[str]]


class Form(NamedTuple):
    """A way to write bytes. ``per_byte`` is how many characters a byte takes, about."""

    key: str
    title: str
    ending: str
    per_byte: float
    write: Writer


def written(form: str, data: bytes, start: int = 0) -> str:
    """``data``, which begins at offset ``start``, in one piece."""
    return "".join(form_named(form).write([data], About(start, len(data))))


def form_named(key: str) -> Form:
    """The form called ``key``; InputError lists the known ones."""
    found = FORMS.get(key)
    if found is None:
        raise InputError(f"“{shown_input(key)}” is not a form; use one of {', '.join(FORMS)}.")
    return found


def identifier(name: str) -> str:
    """``name`` as languages take it."""
    found = re.sub(r"[^A-Za-z0-9_]", "_", name) or "data"
    return f"_{found}" if found[0].isdigit() else found


def _steps(pieces: Iterable[Piece], multiple: int = 1) -> Iterator[bytes]:
    """The bytes in steps whose lengths, but for the last, are multiples of ``multiple``."""
    size = max(1, STEP // multiple) * multiple
    rest = b""
    for piece in pieces:
        if isinstance(piece, Run):
            for part in _run_steps(piece, size):
                rest += part
                while len(rest) >= size:
                    yield rest[:size]
                    rest = rest[size:]
            continue
        rest = rest + piece if rest else piece
        whole = len(rest) // multiple * multiple
        for at in range(0, whole, size):
            yield rest[at : min(whole, at + size)]
        rest = rest[whole:]
    if rest:
        yield rest


def _run_steps(run: Run, size: int) -> Iterator[bytes]:
    while run.length > 0:
        part = min(size, run.length)
        yield run.head(part)
        run = run.rest(part)


def _hex(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    lead = ""
    for step in _steps(pieces):
        yield lead + step.hex(" ").upper()
        lead = " "


def _plain(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """Thirty bytes a line, as ``xxd -p``."""
    for step in _steps(pieces, 30):
        for at in range(0, len(step), 30):
            yield step[at : at + 30].hex() + "\n"


def _base64(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """Lines of 76 characters (RFC 2045)."""
    for step in _steps(pieces, 57):
        yield base64.encodebytes(step).decode("ascii")


def _escaped(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    r"""One string literal of ``\xDE`` alone, which C, Python, Rust, Go and JavaScript read alike."""
    yield '"'
    for step in _steps(pieces):
        yield "".join(map(_ESCAPES.__getitem__, step))
    yield '"'


_ESCAPES = tuple(f"\\x{value:02x}" for value in range(256))


def _python(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    name = identifier(about.name)
    if not about.length:
        yield f'{name} = b""\n'
        return
    yield f"{name} = (\n"
    for step in _steps(pieces, 16):
        for at in range(0, len(step), 16):
            yield f'    b"{"".join(map(_ESCAPES.__getitem__, step[at : at + 16]))}"\n'
    yield ")\n"


class _Array:
    """An array of numbers, twelve a line. ``head`` and ``empty`` know ``{name}`` and ``{count}``."""

    def __init__(
        self, head: str, foot: str, empty: str, *, item: str = "0x{:02X}", indent: str = "    "
    ) -> None:
        self._head, self._foot, self._empty, self._indent = head, foot, empty, indent
        self._items = tuple(item.format(value) for value in range(256))

    def __call__(self, pieces: Iterable[Piece], about: About) -> Iterator[str]:
        words = {
            "name": identifier(about.name),
            "NAME": identifier(about.name).upper(),
            "count": about.length,
        }
        if not about.length:
            yield self._empty.format(**words)
            return
        yield self._head.format(**words)
        for step in _steps(pieces, 12):
            lines = []
            for at in range(0, len(step), 12):
                items = ", ".join(map(self._items.__getitem__, step[at : at + 12]))
                lines.append(f"{self._indent}{items},\n")
            yield "".join(lines)
        yield self._foot


def _json(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    yield "["
    lead = ""
    for step in _steps(pieces):
        yield lead + ", ".join(map(str, step))
        lead = ", "
    yield "]\n"


def _hexdump(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """What ``hexdump -C`` prints, with ``*`` for equal rows; offsets of more than 32 bits get more digits."""
    end = about.start + about.length
    digits = max(8, len(f"{end:x}"))
    for offset, row in rows(pieces, about.start):
        if row is None:
            yield "*\n"
            continue
        text = "".join(map(_GLYPHS.__getitem__, row))
        halves = row[:8].hex(" "), row[8:].hex(" ")
        yield f"{offset:0{digits}x}  {halves[0]:<23}  {halves[1]:<23}  |{text}|\n"
    if about.length:
        yield f"{end:0{digits}x}\n"


_GLYPHS = tuple(chr(value) if 0x20 <= value < 0x7F else "." for value in range(256))


def _xxd(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """What ``xxd`` prints: it folds nothing."""
    for offset, row in rows(pieces, about.start, fold=False):
        assert row is not None
        pairs = row.hex(" ", -2) if len(row) % 2 == 0 else f"{row[:-1].hex(' ', -2)} {row[-1:].hex()}".strip()
        yield f"{offset:08x}: {pairs:<39}  {''.join(map(_GLYPHS.__getitem__, row))}\n"


def _od(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    for line in od_lines(pieces, about.start):
        yield line + "\n"


def _od_bytes(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """What ``od -tx1`` prints."""
    for offset, row in rows(pieces, about.start):
        yield "*\n" if row is None else f"{offset:07o} {row.hex(' ')}\n"
    yield f"{about.start + about.length:07o}\n"


def _own(pieces: Iterable[Piece], about: About) -> Iterator[str]:
    """With the offset of the end behind it, which says how far equal rows go."""
    end = about.start + about.length
    for line in dump_lines(pieces, about.start, size=end):
        yield line + "\n"
    if about.length:
        yield f"{hex_offset(end, offset_digits(end))}\n"


FORMS: dict[str, Form] = {
    form.key: form
    for form in (
        Form("hex", "Hex Digits", ".txt", 3, _hex),
        Form("plain", "Plain Hex (xxd -p)", ".hex.txt", 2.1, _plain),
        Form(
            "c",
            "C Array",
            ".c",
            6.4,
            _Array(
                "const unsigned char {name}[{count}] = {{\n",
                "};\n",
                "const unsigned char {name}[1] = {{ 0 }}; /* no bytes */\n",
            ),
        ),
        Form("python", "Python Bytes", ".py", 4.6, _python),
        Form(
            "rust",
            "Rust Array",
            ".rs",
            6.4,
            _Array("const {NAME}: [u8; {count}] = [\n", "];\n", "const {NAME}: [u8; 0] = [];\n"),
        ),
        Form(
            "go",
            "Go Slice",
            ".go",
            6.4,
            _Array("var {name} = []byte{{\n", "}\n", "var {name} = []byte{{}}\n", indent="\t"),
        ),
        Form(
            "javascript",
            "JavaScript Array",
            ".js",
            6.4,
            _Array("const {name} = new Uint8Array([\n", "]);\n", "const {name} = new Uint8Array([]);\n"),
        ),
        Form(
            "java",
            "Java Array",
            ".java",
            13,
            _Array("byte[] {name} = {{\n", "};\n", "byte[] {name} = {{}};\n", item="(byte) 0x{:02X}"),
        ),
        Form(
            "csharp",
            "C# Array",
            ".cs",
            6.4,
            _Array("byte[] {name} = {{\n", "};\n", "byte[] {name} = {{}};\n"),
        ),
        Form("escaped", "Escaped String", ".txt", 4, _escaped),
        Form("json", "Decimal Numbers (JSON)", ".json", 5, _json),
        Form("base64", "Base64", ".b64", 1.4, _base64),
        Form("hexdump", "Dump as hexdump -C", ".txt", 5, _hexdump),
        Form("xxd", "Dump as xxd", ".txt", 4.3, _xxd),
        Form("od", "Words as od -x", ".txt", 3, _od),
        Form("od1", "Bytes as od -tx1", ".txt", 3.6, _od_bytes),
        Form("dump", "Dump as in the Hex Panel", ".txt", 5, _own),
    )
}
"""Every form by its key, in the order of menus."""
