"""Files that cannot be opened, or not as asked: kinds, names, permissions, what the kernel makes."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bytescope.core.source.access import Access
from bytescope.core.source.opening import create_file, open_file
from faults.malformed.case import Case, command_fault, refusal, sentence_fault

NOBODY = 65_534
NAMES: dict[str, bytes] = {
    "not UTF-8": b"caf\xe9.bin",
    "half a character": b"\xe2\x80",
    "a surrogate in UTF-8": b"\xed\xa0\x80",
    "markup": b"<h1>x<img src=a.png>&amp;",
    "a line feed": b"two\nlines",
    "a carriage return": b"over\rwritten",
    "a tab": b"a\tb",
    "an escape sequence": b"\x1b[31mred\x1b[0m",
    "a bell": b"ding\x07",
    "a delete": b"del\x7f",
    "bidi controls": "abc\u202egnp.exe".encode(),
    "bidi isolates": "a\u2066b\u2069".encode(),
    "no width at all": "\u200b\u200b\ufeff".encode(),
    "a soft hyphen": "a\u00adb".encode(),
    "a line separator": "a\u2028b".encode(),
    "an unassigned character": "\U000e0fff".encode(),
    "a variation selector": "a\ufe0fb".encode(),
    "a percent sign": b"100%s%n%d",
    "braces": b"{0}{name!r}",
    "a shell": b"$(touch owned);`id`&|",
    "quotes": b"'\"\\'",
    "a leading hyphen": b"-rf",
    "blanks alone": b"   ",
    "a tilde": b"~root",
    "a star": b"*?[a]",
    "dots": b"...",
    "255 letters": b"n" * 255,
    "255 bytes of an emoji": ("🙂" * 63).encode(),
    "every byte from 1 to 100": bytes(b for b in range(1, 101) if b != 47),
    "every byte above 127": bytes(range(128, 256)),
}


def _folder(place: Path) -> None:
    place.mkdir()


def _fifo(place: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path) -> None:
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as made:
        os.chdir(place.parent)  # the whole path may be longer than a socket's name
        made.bind(place.name)


def _link(target: str, place: Path) -> None:
    place.symlink_to(target)


def _two_links(place: Path) -> None:
    place.symlink_to("other")
    (place.parent / "other").symlink_to(place.name)


def _many_links(place: Path) -> None:
    for number in range(45):
        (place.parent / f"link{number}").symlink_to(f"link{number + 1}")
    place.symlink_to("link0")
    (place.parent / "link45").write_bytes(b"x")


def _nothing(place: Path) -> None:
    pass


def _file_as_folder(place: Path) -> None:
    (place.parent / "it").write_bytes(b"x")


KINDS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a folder": (_folder, "it", "folder"),
    "a folder with a slash": (_folder, "it/", "folder"),
    "the folder above": (_nothing, "..", "folder"),
    "the root": (_nothing, "/", "folder"),
    "a FIFO": (_fifo, "it", "pipe"),
    "a socket": (_socket, "it", "socket"),
    "nothing there": (_nothing, "it", "no such file"),
    "nothing there, deep below": (_nothing, "no/such/folder/it", "no such file"),
    "no name": (_nothing, "", "path"),
    "a file as a folder": (_file_as_folder, "it/inside", "not a folder"),
    "a file with a slash": (_file_as_folder, "it/", "not a folder"),
    "a link to nothing": (partial(_link, "gone"), "it", "link"),
    "a link to itself": (partial(_link, "it"), "it", "circle"),
    "two links to each other": (_two_links, "it", "circle"),
    "45 links in a row": (_many_links, "it", "circle"),
    "a link to a folder": (partial(_link, "."), "it", "folder"),
    "a link to a terminal": (partial(_link, "/dev/tty"), "it", "device"),
    "a link to a device without an end": (partial(_link, "/dev/zero"), "it", "device"),
    "a link to chance": (partial(_link, "/dev/urandom"), "it", "device"),
    "nothing, the device": (_nothing, "/dev/null", "device"),
    "a full device": (_nothing, "/dev/full", "device"),
    "a terminal": (_nothing, "/dev/ptmx", "device"),
    "memory": (_nothing, "/dev/mem", ""),
    "a name of 256 letters": (_nothing, "n" * 256, "too long"),
    "a path of 5,000 letters": (_nothing, "d/" * 2500 + "x", "too long"),
    "a path of a million letters": (_nothing, "d/" * 500_000, "too long"),
    "a zero byte": (_nothing, "a\0b", "zero byte"),
    "a name that is no text": (_nothing, "a\ud800", "characters"),
    "the memory of this process": (_nothing, "/proc/self/mem", ""),
    "the map of this process's pages": (_nothing, "/proc/self/pagemap", ""),
    "the kernel's messages": (_nothing, "/proc/kmsg", "kmsg"),
    "a descriptor that is not open": (_nothing, "/proc/self/fd/999", "no such file"),
    "a folder of the kernel": (_nothing, "/proc/self", "folder"),
    "a process that has ended": (_nothing, "/proc/4194305/maps", "no such file"),
    "a switch that is only written": (_nothing, "/proc/sys/net/ipv4/route/flush", ""),
    "a link to the pipe of a process": (_nothing, "/proc/self/fd/<pipe>", "pipe"),
}


def _kind(make: Callable[[Path], None], name: str, says: str, place: Path) -> str:
    """The command line and the opening both refuse, with the same sentence."""
    make(place / "it")
    os.chdir(place)
    with contextlib.ExitStack() as stack:
        if "<pipe>" in name:
            reading, writing = os.pipe()
            stack.callback(os.close, reading)
            stack.callback(os.close, writing)
            name = name.replace("<pipe>", str(reading))
        if fault := refusal(partial(open_file, name), says):
            return fault
        if "\ud800" in name:
            return ""
        return command_fault(place, ["dump", name], says)


def _named(raw: bytes, place: Path) -> str:
    """A missing file of this name is told on one visible line; one that is there is read, and only read."""
    path = os.path.join(os.fsencode(place), raw)
    word = os.fsdecode(path)
    if fault := command_fault(place, ["dump", word], ""):
        return f"missing: {fault}"
    with open(path, "wb") as file:
        file.write(bytes(range(64)))
    os.chdir(place)
    source = open_file(path)
    try:
        if not source.name.isprintable():
            return f"is shown as {source.name!r}"
        buffer = bytearray(64)
        if source.read_into(0, memoryview(buffer)) or buffer != bytes(range(64)):
            return "is not read as it is"
    finally:
        source.close()
    if sorted(os.listdir(os.fsencode(place))) != [raw]:
        return "something else was made"
    return command_fault(place, ["write", word, "64", "AA"], "past the end")


@contextlib.contextmanager
def _as_nobody(place: Path) -> Iterator[None]:
    for folder in (place, *place.parents):
        if folder.owner() == "root" and not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _forbidden(mode: int, words: list[str], says: str, status: int, place: Path) -> str:
    """As a person who may not: told so, and nothing changed."""
    (place / "data.bin").write_bytes(b"old bytes")
    (place / "data.bin").chmod(mode)
    os.chdir(place)
    person = partial(_as_nobody, place) if os.geteuid() == 0 else contextlib.nullcontext
    return command_fault(place, words, says, status, person=person)


def _live(make: str, place: Path) -> str:
    path = place / "data.bin"
    path.write_bytes(b"old bytes")
    if make == "read only":
        path.chmod(0o444)
    elif make == "a folder":
        path.unlink()
        path.mkdir()
    return refusal(partial(open_file, os.fsencode(path), Access.LIVE), "data.bin")


def _windows(offset: int, length: int | None, place: Path) -> str:
    (place / "data.bin").write_bytes(b"old bytes")
    return refusal(partial(open_file, os.fsencode(place / "data.bin"), Access.READ, offset, length), "window")


def _made(name: str, size: int, says: str, place: Path) -> str:
    (place / "there").write_bytes(b"old bytes")
    before = sorted(os.listdir(place))
    fault = refusal(partial(create_file, os.path.join(os.fsencode(place), os.fsencode(name)), size), says)
    return fault or ("" if sorted(os.listdir(place)) == before else "left something behind")


def _held(place: Path) -> str:
    """A file that somebody else saves to is not written at the same time."""
    path = place / "data.bin"
    path.write_bytes(b"old bytes")
    os.chdir(place)
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        return command_fault(place, ["fill", "data.bin", "0..4", "AA"], "data.bin")


def _kernel_size(place: Path) -> str:
    """What the kernel makes as it is read has content, though its size is told as 0."""
    source = open_file("/proc/self/status")
    try:
        return "" if source.size > 100 and source.read_only | (source.access is Access.READ) else "is empty"
    finally:
        source.close()


def _growing(place: Path) -> str:
    """A sentence, or bytes: never a wait, for any of what the kernel shows of this process."""
    faults = []
    for name in sorted(os.listdir("/proc/self")):
        path = f"/proc/self/{name}"
        if not os.path.isfile(path):
            continue
        try:
            open_file(path).close()
        except Exception as error:
            if fault := sentence_fault(str(error), name):
                faults.append(fault)
    return "; ".join(faults)


def cases() -> Iterator[Case]:
    for name, (make, path, says) in KINDS.items():
        yield Case(f"file: {name}", partial(_kind, make, path, says))
    for name, raw in NAMES.items():
        yield Case(f"name: {name}", partial(_named, raw))
    fill = ["fill", "data.bin", "0..4", "AA"]
    yield Case("file: not to be read", partial(_forbidden, 0o600, ["dump", "data.bin"], "may not read", 2))
    yield Case(
        "file: not to be searched", partial(_forbidden, 0o000, ["find", "data.bin", "AA"], "may not read", 2)
    )
    yield Case("file: not to be written", partial(_forbidden, 0o644, fill, "read-only", 2))
    yield Case("file: not to be filled", partial(_forbidden, 0o200, fill, "may not", 2))
    for kind in ("read only", "a folder"):
        yield Case(f"file: live, but {kind}", partial(_live, kind))
    for offset, length in ((-1, None), (9, None), (1 << 70, None), (0, 0), (0, -1), (1 << 63, 1 << 63)):
        yield Case(f"file: a window from {offset} of {length}", partial(_windows, offset, length))
    for name, size, says in (
        ("there", 5, "exists"),
        ("new", -1, "fewer"),
        ("new2", 1 << 70, "size"),
        ("no/f", 1, "made"),
    ):
        yield Case(f"file: made as {name} with {size} bytes", partial(_made, name, size, says))
    yield Case("file: locked by somebody else", _held)
    yield Case("file: made by the kernel", _kernel_size)
    yield Case("file: everything the kernel tells of a process", _growing)
