"""Pasted text as bytes, read the way the person says: digits, Base64, a dump, an array, a text."""

from __future__ import annotations

import base64
import binascii
import re

from bytescope.core.errors import InputError
from bytescope.core.exchange.text_lines import Lines
from bytescope.core.exchange.undump import looks_like_dump, undumped
from bytescope.core.source.memory import MemorySource
from bytescope.core.text.copying import LARGEST_PASTE, LONGEST_TEXT, from_hex_text, without_comments
from bytescope.core.text.dump import Run
from bytescope.core.text.encodings import encode_text
from bytescope.core.text.formats import shown_input, size_text

KINDS = {
    "auto": "What it looks like",
    "hex": "Hex digits",
    "base64": "Base64",
    "dump": "Dump (xxd, hexdump, od)",
    "array": "Array or string of a programming language",
    "text": "Text",
}
"""The ways to read a paste, in the order of menus."""

_ARMOUR = re.compile(r"-----[^\n]*-----")
_DATA_URL = re.compile(r"\s*data:[^,]{0,200};base64,")
_NUMBER = re.compile(r"(-?)(?:0[xX]([0-9A-Fa-f]+)|0[bB]([01]+)|0[oO]([0-7]+)|([0-9]+))(?:[uU]8|[uUlL]*|_u8)$")
_CAST = re.compile(r"\(\s*(?:byte|sbyte|char|unsigned char|signed char|uint8_t|int8_t|u8)\s*\)")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(\n)|(.))|([^\\]+)", re.DOTALL)
_NAMED = {"n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11, "e": 27}
_BRACKETS = {"{": "}", "[": "]", "(": ")"}


def pasted(text: str, kind: str, encoding: str = "utf-8") -> bytes:
    """The bytes that ``text`` stands for, read as ``kind`` of ``KINDS``; ``encoding`` is that of "text".

    InputError says what cannot be read and where; so for more than 16 MiB.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(
            f"At most {size_text(LONGEST_TEXT)} of text can be pasted; save it as a file and import it."
        )
    if kind == "auto":
        kind = recognised(text)
    data = {"hex": _hex, "base64": _base64, "dump": _dump, "array": _array}.get(kind, _nothing)(text)
    if kind == "text":
        data = encode_text(text, encoding)
    if len(data) > LARGEST_PASTE:
        raise InputError(f"At most {size_text(LARGEST_PASTE)} can be pasted; use Insert File instead.")
    return data


def recognised(text: str) -> str:
    """The kind that ``text`` looks like; "text" where it looks like nothing else."""
    begin = text[:4096]
    lines = begin.splitlines()
    if looks_like_dump(lines[:-1] if len(text) > len(begin) and len(lines) > 1 else lines):
        return "dump"
    if from_hex_text(text) is not None:
        return "hex"
    if _DATA_URL.match(begin) or begin.lstrip().startswith("-----BEGIN"):
        return "base64"
    if re.search(r"=|\bbytes\b|\bu8\b|^\s*[{\[b\"']", begin):
        try:
            if _array(text):
                return "array"
        except InputError:
            pass
    words = begin.split()
    if len("".join(words)) >= 16 and all(re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", word) for word in words):
        try:
            _base64(text)
        except InputError:
            return "text"
        if (
            re.search(r"[A-Z]", begin)
            and re.search(r"[0-9+/=]", begin)
            and len("".join(text.split())) % 4 == 0
        ):
            return "base64"
    return "text"


def _nothing(text: str) -> bytes:
    return b""


def _hex(text: str) -> bytes:
    found = from_hex_text(text)
    if found is not None:
        return found
    plain = re.sub(r"0[xX]|\\[xX]|%", _blanks, text)
    wrong = re.search(r"[^0-9A-Fa-f\s,;:\-_{}]", plain)
    if wrong is not None:
        at = wrong.start()
        raise InputError(
            f"{_where(text, at)}: “{shown_input(text[at])}” is not a hex digit; remove it, or paste as text.",
            at,
        )
    if not re.search(r"[0-9A-Fa-f]", plain):
        raise InputError("There are no hex digits in this text; choose another way to read it.", 0)
    odd = re.search(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2})+[0-9A-Fa-f](?![0-9A-Fa-f])", plain)
    if odd is not None:
        raise InputError(
            f"{_where(text, odd.end() - 1)}: a hex digit is missing behind this one; write 0A for A.",
            odd.end() - 1,
        )
    raise InputError(
        f"These digits stand for more than {size_text(LARGEST_PASTE)}, or a dump does not come out even;"
        " import them as a file."
    )


def _where(text: str, at: int) -> str:
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    return f"Line {line + 1:,}, character {column + 1:,}" if line else f"Character {column + 1:,}"


def _base64(text: str) -> bytes:
    begin = _DATA_URL.match(text)
    at = begin.end() if begin else 0
    inside = _ARMOUR.sub(_blanks, text[at:])
    wrong = re.search(r"[^A-Za-z0-9+/\-_=\s]", inside)
    if wrong is not None:
        place = at + wrong.start()
        raise InputError(
            f"{_where(text, place)}: “{shown_input(text[place])}” does not occur in Base64; remove it.", place
        )
    plain = "".join(inside.split()).replace("-", "+").replace("_", "/")
    body = plain.rstrip("=")
    if not body:
        raise InputError("There is no Base64 in this text; choose another way to read it.", 0)
    if "=" in body:
        raise InputError("“=” stands amid the Base64; paste the parts one by one.", text.index("="))
    if len(body) % 4 == 1:
        raise InputError(
            "The Base64 is cut off: one character is missing or too many at its end; copy all of it.",
            len(text),
        )
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
    except (ValueError, binascii.Error):
        raise InputError("The Base64 cannot be read; copy it again.", 0) from None


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _dump(text: str) -> bytes:
    placed = []
    total = 0
    for item in undumped(Lines(MemorySource(text.encode("utf-8", "replace")))):
        placed.append(item)
        total = max(total, item.end - placed[0].offset)
        if item.offset < placed[0].offset:
            raise InputError("The offsets of the dump go back behind its first one; sort its lines.")
        if total > LARGEST_PASTE:
            raise InputError(
                f"The dump stands for more than {size_text(LARGEST_PASTE)}; import it as a file."
            )
    if not placed:
        raise InputError("There is no line of a dump in this text; choose another way to read it.", 0)
    out = bytearray(total)
    for item in placed:
        data = item.data.head(item.data.length) if isinstance(item.data, Run) else item.data
        at = item.offset - placed[0].offset
        out[at : at + len(data)] = data
    return bytes(out)


def _array(text: str) -> bytes:
    """Numbers between brackets, or string literals; what stands before and behind is not looked at."""
    plain = _CAST.sub(_blanks, text)
    strings = list(_STRING.finditer(plain))
    plain = without_comments(plain) if not strings else plain
    start = _opening(plain)
    if strings and (start < 0 or strings[0].start() < start or not _numbers_follow(plain, start)):
        return b"".join(_unescaped(text, found) for found in strings)
    inside, at = (plain, 0) if start < 0 else (plain[start + 1 : _closing(plain, start)], start + 1)
    out = bytearray()
    for word in re.finditer(r"[^,;]+", inside):
        token = word[0].strip()
        if token:
            place = at + word.start() + len(word[0]) - len(word[0].lstrip())
            out.append(_byte(text, token, place))
            if len(out) > LARGEST_PASTE:
                raise InputError(
                    f"At most {size_text(LARGEST_PASTE)} can be pasted; use Insert File instead."
                )
    if not out:
        raise InputError(
            "There are neither numbers nor a string in this text; choose another way to read it.", 0
        )
    return bytes(out)


def _opening(text: str) -> int:
    """The bracket before the first number of a list: those of types and lengths are behind an “=”."""
    begin = text.find("=") + 1
    found = re.compile(r"[{\[(](?=\s*(?:-?\d|['\"]))").search(text, begin)
    return found.start() if found else -1


def _closing(text: str, start: int) -> int:
    end = text.find(_BRACKETS[text[start]], start)
    return end if end >= 0 else len(text)


def _numbers_follow(text: str, start: int) -> bool:
    return re.compile(r"[{\[(]\s*-?\d").match(text, start) is not None


def _byte(text: str, token: str, at: int) -> int:
    if len(token) > 2 and token[0] == token[-1] == "'":
        found = _STRING.fullmatch(token)
        data = _unescaped(text, found) if found else b""
        if len(data) == 1:
            return data[0]
    number = _NUMBER.match(token)
    if number is None:
        raise InputError(
            f"{_where(text, at)}: “{shown_input(token)}” is not a number; write bytes as 65 or 0x41.", at
        )
    digits = next((g, b) for g, b in zip(number.groups()[1:], (16, 2, 8, 10)) if g is not None)
    if len(digits[0]) > 40:
        raise InputError(f"{_where(text, at)}: “{shown_input(token)}” is no byte; bytes are -128 to 255.", at)
    value = int(*digits) * (-1 if number[1] else 1)
    if not -128 <= value <= 255:
        raise InputError(f"{_where(text, at)}: {shown_input(token)} is no byte; bytes are -128 to 255.", at)
    return value & 0xFF


def _unescaped(text: str, found: re.Match[str]) -> bytes:
    inside = found[1] if found[1] is not None else found[2]
    out = bytearray()
    for part in _ESCAPE.finditer(inside):
        digits, octal, line, named, plain = part.groups()
        if plain is not None:
            out += plain.encode("utf-8", "surrogatepass")
        elif digits is not None:
            out.append(int(digits, 16))
        elif octal is not None:
            out.append(int(octal, 8) & 0xFF)
        elif named is not None:
            if named in "xuUN":
                at = found.start() + 1 + part.start()
                raise InputError(
                    f"{_where(text, at)}: “\\{named}” is no escape of a byte; write it as \\x41.", at
                )
            out += bytes([_NAMED[named]]) if named in _NAMED else named.encode("utf-8", "surrogatepass")
        assert line is None or line == "\n"
    return bytes(out)
