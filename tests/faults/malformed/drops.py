"""What can be dropped on the window, or lie on the clipboard, and is no file and no bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from faults.malformed.case import Case, sentence_fault
from faults.malformed.windows import application, drop, until, window_with

REFUSED: dict[str, tuple[bytes, str]] = {
    "a page of the web": (b"http://example.org/x", "example.org"),
    "a script": (b"javascript:alert(1)", "javascript"),
    "data of its own": (b"data:text/plain,hello", "data:"),
    "a mail address": (b"mailto:a@b", "mailto"),
    "a path without a scheme": (b"/etc/hostname", "/etc/hostname"),
    "a relative file": (b"file:hostname", "hostname"),
    "no path": (b"file://", "file"),
    "a file that is not there": (b"file:///nowhere/at/all", "/nowhere/at/all"),
    "a folder": (b"file:///tmp", "folder"),
    "the root": (b"file:///", "folder"),
    "a device": (b"file:///dev/zero", "device"),
    "a zero byte": (b"file:///tmp/a%00b", "zero byte"),
    "an escape sequence": (b"file:///tmp/%1B[31mred", "red"),
    "a line feed": (b"file:///tmp/a%0Ab", "a"),
    "bidi controls": (b"file:///tmp/%E2%80%AEgnp", "gnp"),
    "bytes that are not UTF-8": (b"file:///tmp/caf%E9-not-there", "caf\\xe9"),
    "a broken percent sign": (b"file:///tmp/100%-not-there", "100%"),
    "a share of another computer": (b"file://server.invalid/share/x", "server.invalid"),
    "a path of 10,000 letters": (b"file:///" + b"n" * 10_000, "too long"),
    "a page of 10,000 letters": (b"http://x/" + b"n" * 10_000, "http"),
    "no text at all": (b"\xff\xfe\x00", ""),
    "a user and a port": (b"ftp://user:secret@host:99999/x", ""),
    "a hundred pages": (b"\r\n".join(b"http://x/%d" % n for n in range(100)), ""),
}


def _refused(data: bytes, says: str, place: Path) -> str:
    """One sentence, no document, and the window goes on."""
    application()
    mime = QMimeData()
    mime.setData("text/uri-list", data)
    with window_with(None) as (window, told, wrong):
        said: list[str] = []
        strip = window.start._strip
        drop(window, mime)
        until(lambda: bool(told) or strip.isVisible() or not mime.urls())
        said += told
        text = strip.findChild(type(strip._text), "message.text")
        if not said and text is not None and strip.isVisible():
            said.append(text.text())
        if window.views:
            return "a document was opened"
        if wrong:
            return "; ".join(wrong)
        if not mime.urls():
            return ""  # nothing that could be dropped
        return sentence_fault(said[0], says) if said else "nothing was said"


def _opened(raw: bytes, place: Path) -> str:
    """A file of any name that is there opens when it is dropped."""
    path = os.path.join(os.fsencode(place), raw)
    with open(path, "wb") as file:
        file.write(b"here I am")
    quoted = b"".join(b"%%%02X" % byte for byte in path).replace(b"%2F", b"/")
    mime = QMimeData()
    mime.setData("text/uri-list", b"file://" + quoted)
    with window_with(None) as (window, told, wrong):
        drop(window, mime)
        if not until(lambda: bool(window.views) or bool(told)) or not window.views:
            return f"was not opened: {told}"
        file_ = window.views[0].session.file
        return "" if file_ is not None and file_.path == path and not wrong else f"{file_} {wrong}"


def _many(place: Path) -> str:
    """Of a thousand files a bounded number is opened, and the person is told."""
    mime = QMimeData()
    lines = []
    for number in range(60):
        (place / f"{number}.bin").write_bytes(b"x")
        lines.append(os.fsencode((place / f"{number}.bin").as_uri()))
    mime.setData("text/uri-list", b"\r\n".join(lines * 20))
    from bytescope.ui.dropping import MOST, dropped

    found = dropped(mime)
    return f"{len(found.paths)} paths" if len(found.paths) > MOST else sentence_fault(found.fault, "1,200")


def _pasted(kind: str, data: bytes, place: Path) -> str:
    """What is on the clipboard and is neither bytes nor text changes nothing, and that is said."""
    application()
    mime = QMimeData()
    mime.setData(kind, data)
    (place / "data.bin").write_bytes(b"0123456789")
    with window_with(None) as (window, told, wrong):
        window.workspace.open(os.fsencode(place / "data.bin"))
        if not until(lambda: bool(window.views)):
            return f"was not opened: {told}"
        session = window.views[0].session
        said: list[str] = []
        session.told.connect(lambda level, text: said.append(text))
        QGuiApplication.clipboard().setMimeData(mime)
        try:
            window.views[0].hex.paste()
            until(lambda: not session.jobs.is_running("Paste"))
        finally:
            QGuiApplication.clipboard().clear()
        if session.document.modified:
            return "something was written"
        if wrong:
            return "; ".join(wrong)
        return sentence_fault(said[0]) if said else "nothing was said"


def cases() -> Iterator[Case]:
    for name, (data, says) in REFUSED.items():
        yield Case(f"drop: {name}", partial(_refused, data, says))
    for raw in (b"caf\xe9.bin", b"a b#c?d%41&e", "ünï🙂".encode(), b"two\nlines", b"100%"):
        yield Case(f"drop: a file that is there, {raw!r}", partial(_opened, raw))
    yield Case("drop: twelve hundred files", _many)
    for kind, data in {
        "a picture": ("image/png", b"\x89PNG"),
        "an object of Python": ("application/x-pyside-object", b"\x80\x04."),
        "markup alone": ("text/html", b"<b>41</b>"),
        "more bytes than fit": ("application/octet-stream", b"x" * 11),
        "17 MiB": ("application/octet-stream", bytes(17 << 20)),
        "text that does not fit": ("text/plain", b"41 " * 11),
    }.values():
        yield Case(f"clipboard: {kind} of {len(data):,} bytes", partial(_pasted, kind, data))
