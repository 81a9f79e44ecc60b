"""The checksums that are offered, each as something that is fed bytes and gives hex digits."""

from __future__ import annotations

import binascii
import hashlib
import zlib
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Protocol

from bytescope.core.errors import InputError
from bytescope.core.text.formats import shown_input

UNINTERRUPTED = 1 << 16
"""Bytes of a checksum whose library keeps the GIL."""


class Hasher(Protocol):
    """Takes bytes in order; the digits are those of all bytes so far."""

    def update(self, data: memoryview, /) -> object: ...
    def hexdigest(self) -> str: ...


class Algorithm(NamedTuple):
    """``key`` is what is typed, ``title`` is for people, ``digits`` how many hex digits a value has."""

    key: str
    title: str
    digits: int
    make: Callable[[], Hasher]
    cost: float
    """Nanoseconds a byte, roughly: to share work out."""


class _Running:
    """A checksum that is a number of 16 or 32 bits, handed on from part to part."""

    def __init__(self, step: Callable[[memoryview, int], int], start: int, digits: int = 8) -> None:
        self._step = step
        self._value = start
        self._digits = digits

    def update(self, data: memoryview, /) -> None:
        self._value = self._step(data, self._value)

    def hexdigest(self) -> str:
        return f"{self._value:0{self._digits}x}"


def _crc16() -> Hasher:
    """As XMODEM, U-Boot and many boot loaders have it: polynomial 1021, begun with 0."""
    return _Running(_crc16_of, 0, 4)


def _crc16_of(data: memoryview, value: int) -> int:
    for at in range(0, len(data), UNINTERRUPTED):
        value = binascii.crc_hqx(data[at : at + UNINTERRUPTED], value)
    return value


def _crc32() -> Hasher:
    return _Running(zlib.crc32, 0)


def _adler32() -> Hasher:
    return _Running(zlib.adler32, 1)


def _crc32c() -> Hasher:
    from bytescope.core.checksums.castagnoli import crc32c

    return _Running(crc32c, 0)


def _of_hashlib(name: str) -> Hasher:
    made: Hasher = hashlib.new(name, usedforsecurity=False)
    return made


def _blake3() -> Hasher:
    from blake3 import blake3

    made: Hasher = blake3()
    return made


def _xxhash(name: str) -> Hasher:
    import xxhash

    made: Hasher = getattr(xxhash, name)()
    return made


ALGORITHMS: dict[str, Algorithm] = {
    item.key: item
    for item in (
        Algorithm("crc16", "CRC-16/XMODEM", 4, _crc16, 2.4),
        Algorithm("crc32", "CRC-32", 8, _crc32, 0.25),
        Algorithm("crc32c", "CRC-32C", 8, _crc32c, 0.6),
        Algorithm("adler32", "Adler-32", 8, _adler32, 0.35),
        Algorithm("md5", "MD5", 32, partial(_of_hashlib, "md5"), 1.4),
        Algorithm("sha1", "SHA-1", 40, partial(_of_hashlib, "sha1"), 0.6),
        Algorithm("sha224", "SHA-224", 56, partial(_of_hashlib, "sha224"), 0.6),
        Algorithm("sha256", "SHA-256", 64, partial(_of_hashlib, "sha256"), 0.6),
        Algorithm("sha384", "SHA-384", 96, partial(_of_hashlib, "sha384"), 1.0),
        Algorithm("sha512", "SHA-512", 128, partial(_of_hashlib, "sha512"), 1.0),
        Algorithm("sha3-256", "SHA3-256", 64, partial(_of_hashlib, "sha3_256"), 1.9),
        Algorithm("sha3-512", "SHA3-512", 128, partial(_of_hashlib, "sha3_512"), 3.4),
        Algorithm("blake2b", "BLAKE2b", 128, partial(_of_hashlib, "blake2b"), 0.9),
        Algorithm("blake3", "BLAKE3", 64, _blake3, 0.2),
        Algorithm("xxh3-64", "XXH3-64", 16, partial(_xxhash, "xxh3_64"), 0.06),
        Algorithm("xxh3-128", "XXH3-128", 32, partial(_xxhash, "xxh3_128"), 0.08),
    )
}
"""Every checksum by its key, in the order of lists."""

CHOSEN_AT_FIRST = ("crc32", "md5", "sha1", "sha256", "blake3", "xxh3-64")


def algorithms_named(text: str) -> list[str]:
    """The keys in a list such as "md5,sha-256"; ``InputError`` lists those there are."""
    plain = {_plain(key): key for key in ALGORITHMS}
    keys = []
    for word in text.split(","):
        key = plain.get(_plain(word))
        if key is None:
            raise InputError(
                f"“{shown_input(word.strip())}” is not a known checksum; use one of {', '.join(ALGORITHMS)}."
            )
        keys.append(key)
    return list(dict.fromkeys(keys))


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "").replace("_", "")
