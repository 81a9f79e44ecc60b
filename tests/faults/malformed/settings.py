"""Settings and layouts that somebody else wrote, or that a crash left: the program starts all the same."""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bytescope.session.settings import MAX_BYTES, ONE_OF, Settings, load
from bytescope.ui.layout_memory import split
from faults.malformed.case import SECONDS, Case, sentence_fault
from faults.malformed.windows import opened

DAMAGED: dict[str, bytes] = {
    "nothing in it": b"",
    "blanks": b"  \n",
    "half an object": b'{"theme": "da',
    "a list": b"[1, 2]",
    "a number": b"5",
    "a text": b'"theme"',
    "null": b"null",
    "no JSON": b"theme=dark",
    "an INI file with a pickled value": b"[General]\ntheme=@Variant(\\0\\0\\0\\x7fPySide::PyObjectWrapper)\n",
    "a pickle": b"\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94",
    "a zero byte": b'{"theme": "dark"\0}',
    "zeros alone, as a crash leaves them": bytes(4096),
    "not UTF-8": b'{"theme": "\xff\xfe"}',
    "half of UTF-16": b'\xff\xfe{\x00"',
    "100,000 lists": b"[" * 100_000,
    "100,000 objects": b'{"a":' * 100_000,
    "one byte too many": b'{"a": "' + b"x" * MAX_BYTES + b'"}',
    "a number of 5,000 digits": b'{"columns": ' + b"9" * 5000 + b"}",
    "a comment": b'{"theme": "dark"} // mine',
    "two objects": b'{"theme": "dark"}{"theme": "light"}',
    "single quotes": b"{'theme': 'dark'}",
    "code": b'{"theme": __import__("os").getpid()}',
}
ODD: dict[str, dict[str, object]] = {
    "a theme nobody knows": {"theme": "neon"},
    "a theme of a number": {"theme": 5},
    "a theme of a megabyte": {"theme": "x" * 900_000},
    "a scheme nobody knows": {"scheme": "smell"},
    "a layout nobody knows": {"layout": "spiral"},
    "columns of nothing": {"columns": None},
    "columns of less than nothing": {"columns": -16},
    "columns of a billion": {"columns": 10**9},
    "columns past 64 bits": {"columns": 1 << 70},
    "columns that are a fraction": {"columns": 16.5},
    "columns that are no number": {"columns": float("nan")},
    "columns that are true": {"columns": True},
    "a group of nothing": {"group": 0},
    "a group of three": {"group": 3},
    "letters of a million points": {"font_points": 1_000_000},
    "letters of less than nothing": {"font_points": -5},
    "a list for a text": {"geometry": ["a"]},
    "an object for a list": {"recent": {"a": 1}},
    "everything of a wrong kind": dict.fromkeys(Settings._fields, 3.5),
}
IGNORED: dict[str, dict[str, object]] = {
    "names nobody knows": {"run": "rm -rf /", "__class__": "os", "plugins": ["x"]},
    "files of every kind in the list": {"recent": ["/a", 3, None, ["b"], {"c": 1}]},
    "ten thousand files": {"recent": [f"/file{n}" for n in range(10_000)]},
    "a file of a megabyte": {"recent": ["x" * 900_000]},
    "files with odd names": {
        "recent": ["a\0b", "\ud800", "<b>x</b>\n", "\u202egnp", "", "/", "~", "\x1b[31m"]
    },
    "patterns that do not parse": {"patterns": ["zz", "", "\0", "file:/dev/zero", "text(idna):x"]},
    "searches and places of nonsense": {"needles": ["\ud800"], "gotos": ["1/0", "__import__('os')"]},
}
STATES: dict[str, str] = {
    "no base 64": "!!!!",
    "base 64 of a word": base64.b64encode(b"hello").decode(),
    "zeros": base64.b64encode(bytes(2000)).decode(),
    "ones": base64.b64encode(b"\xff" * 2000).decode(),
    "a version and a billion docks": base64.b64encode(
        b"\0\0\0\xff\0\0\0\1\xfd\x7f\xff\xff\xff" + bytes(60)
    ).decode(),
    "a version and a billion bars": base64.b64encode(
        b"\0\0\0\xff\0\0\0\1\xfc\x7f\xff\xff\xff" + bytes(60)
    ).decode(),
    "a geometry of the largest numbers": base64.b64encode(
        b"\x01\xd9\xd0\xcb\0\3\0\0" + b"\x7f\xff\xff\xff" * 14
    ).decode(),
    "not ASCII": "é",
    "docks nobody knows": "map,2,1,0,0,0,300,300;__init__,1,1,1,0,0,9,9",
    "docks without a size": "page,2,1,0,0,0,0,0;history,1,1,0,0,0,0,0",
    "docks of the largest sizes": "page,2,1,0,-99999,-99999,99999,99999;history,8,1,0,0,0,99999,99999",
    "docks floating nowhere": "page,2,1,1,-99999,-99999,300,300;history,2,1,1,99999,99999,300,300",
    "docks in no area": "page,3,1,0,0,0,300,300;history,0,1,0,0,0,300,300",
    "a thousand docks": "page,2,1,0,0,0,300,300;" * 1000,
    "tabs alone": "tabbed;tabbed;tabbed",
    "numbers in other digits": "page,2,١,0,0,0,٣٠٠,300",
    "a chain of equals signs": "=" * 1000,
}
SPLITS = [
    "",
    ",",
    "1",
    "1,2,3",
    "-5,5",
    "a,b",
    "999999,1",
    "1e9,1",
    "٣,٤",
    "1," + "9" * 10_000,
    "\0,\0",
    "1.5,2",
]
PLACES = (
    "a folder",
    "a pipe",
    "an endless device",
    "a socket's name",
    "a link to itself",
    "a name with a zero byte",
)


def _told(found: tuple[Settings, str | None], says: str) -> str:
    settings, complaint = found
    wrong = [n for n, allowed in ONE_OF.items() if getattr(settings, n) not in allowed]
    wrong += [n for n, was in Settings()._asdict().items() if type(getattr(settings, n)) is not type(was)]
    if wrong:
        return f"loaded {wrong} as it must not be"
    if complaint is None:
        return "" if not says else "nothing was said"
    return sentence_fault(complaint, says) if says else f"said {complaint!r}"


def _loaded(content: bytes, says: str, place: Path) -> str:
    path = place / "settings.json"
    path.write_bytes(content)
    began = time.process_time()
    try:
        found = load(path)
    except Exception as error:
        return f"{type(error).__name__}: {error!r:.300}"
    late = "took too long" if time.process_time() - began > SECONDS else ""
    return late or _told(found, says)


def _place(kind: str, place: Path) -> str:
    path = place / "settings.json"
    made: dict[str, Callable[[], object]] = {
        "a folder": path.mkdir,
        "a pipe": partial(os.mkfifo, path),
        "an endless device": partial(path.symlink_to, "/dev/zero"),
        "a socket's name": partial(os.mknod, path, 0o140600),
        "a link to itself": partial(path.symlink_to, "settings.json"),
        "a name with a zero byte": partial(len, ""),
    }
    made[kind]()
    path = Path(f"{path}\0") if "zero byte" in kind else path
    try:
        return _told(load(path), "settings")
    except Exception as error:
        return f"{type(error).__name__}: {error!r:.300}"


def _started(kept: dict[str, object], place: Path) -> str:
    """A real window with these settings opens a file, shows it, and closes."""
    path = place / "settings.json"
    path.write_text(json.dumps(kept))
    (place / "data.bin").write_bytes(bytes(range(256)) * 64)
    return opened(path, place / "data.bin")


def _split(text: str, place: Path) -> str:
    widths = split(text)
    good = len(widths) == 2 and all(0 <= width < 100_000 for width in widths)
    return "" if good else f"the widths are {widths}"


def cases() -> Iterator[Case]:
    for name, content in DAMAGED.items():
        yield Case(f"settings: {name}", partial(_loaded, content, "settings"))
    for name, kept in ODD.items():
        named = "settings" if len(kept) > 1 else next(iter(kept))
        yield Case(f"settings: {name}", partial(_loaded, json.dumps(kept).encode(), named))
    for name, kept in IGNORED.items():
        yield Case(f"settings: {name}", partial(_loaded, json.dumps(kept).encode(), ""))
    for kind in PLACES:
        yield Case(f"settings: {kind} in their place", partial(_place, kind))
    merged: dict[str, object] = {}
    for kept in (*ODD.values(), *IGNORED.values()):
        merged |= kept
    yield Case("window: with every odd setting", partial(_started, merged))
    for name in ("files with odd names", "patterns that do not parse"):
        yield Case(f"window: with {name}", partial(_started, IGNORED[name]))
    for name, state in STATES.items():
        kept = {"geometry": state, "docks": state, "docks_open": True, "splitter": state}
        yield Case(f"layout: {name}", partial(_started, kept))
    for text in SPLITS:
        yield Case(f"layout: a split of {text[:12]!r}", partial(_split, text))
