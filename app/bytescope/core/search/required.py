"""Bytes that every match of an expression has in it: where they are not, nothing need be matched."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    rb"""(?P<literal>[0-9A-Za-z _@%&=:;,<>/'"!~`#-]|\\[^0-9A-Za-z]|\\x[0-9A-Fa-f]{2}|\\[fnrt])
    |(?P<repeat>[*+?]|\{\d+(?:,\d*)?\})
    |(?P<other>[.^$]|\\[dDsSwWbB]|\[\^?\]?(?:\\[^pPQEC]|[^\]\\\[])*\])
    |(?P<open>\((?:\?:|\?P<\w+>|(?!\?)))
    |(?P<close>\))
    |(?P<either>\|)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = {b"\\f": b"\f", b"\\n": b"\n", b"\\r": b"\r", b"\\t": b"\t"}


def required(pattern: bytes) -> bytes:
    """The longest run of bytes that stands in every match; b"" where none is known.

    What is not plainly understood, and groups, are taken for anything at all.
    """
    runs: list[bytes] = [b""]
    at = depth = 0
    while at < len(pattern):
        found = _TOKEN.match(pattern, at)
        if found is None or (found.lastgroup == "either" and not depth):
            return b""
        at = found.end()
        match found.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
        if depth < 0:
            return b""
        if found.lastgroup == "literal" and not depth:
            runs[-1] += _byte(found[0])
        elif found.lastgroup == "repeat" and not depth:
            runs[-1:] = [runs[-1][:-1], b""]  # the last byte of a run may be what is repeated
        elif not depth or found.lastgroup == "open":
            runs.append(b"")
    return max(runs, key=len)


def _byte(token: bytes) -> bytes:
    if len(token) == 1:
        return token
    if token[:2] == b"\\x":
        return bytes.fromhex(token[2:].decode("ascii"))
    return _ESCAPED.get(token, token[1:])
