"""A session as a value, and as the text of a session file."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple

from bytescope.core.bookmarks.files import parsed
from bytescope.core.bookmarks.records import Numbered, as_records, from_records
from bytescope.core.errors import InputError
from bytescope.core.sessions.schema import Schema, check

FORMAT, VERSION = "bytescope session", 1
SUFFIX = ".bytescope"


class SavedDocument(NamedTuple):
    """A file of a session. ``path`` is absolute; ``open``: it had a tab, else only its bookmarks are known.

    ``window`` is (offset, length) of a part of the file. ``size``, ``mtime_ns`` and ``identity`` (device,
    inode) are the file's when the session was saved. ``look`` has fields of the view state. ``split`` is ""
    or where the second view was, ``second`` its first byte in sight and its caret. ``side`` is the group of
    tabs, ``front``: it was to be seen there.
    """

    path: bytes
    access: str = "edit"
    window: tuple[int, int] | None = None
    size: int | None = None
    mtime_ns: int | None = None
    caret: int = 0
    first: int = 0
    selection: tuple[int, int] | None = None
    look: dict[str, Any] = {}
    bookmarks: tuple[Numbered, ...] = ()
    split: str = ""
    linked: bool = False
    open: bool = True
    identity: tuple[int, int] | None = None
    second: tuple[int, int] | None = None
    side: int = 0
    front: bool = False


class SavedSession(NamedTuple):
    """All documents in the order of their tabs, and the layout of the window as its settings have it."""

    documents: tuple[SavedDocument, ...]
    current: int = 0
    layout: dict[str, str] = {}


def to_text(session: SavedSession, folder: bytes) -> str:
    """The session file; paths are noted as seen from ``folder``, where it will lie, and absolute beside."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "current": session.current,
        "layout": session.layout,
        "documents": [_document(item, folder) for item in session.documents],
    }
    return json.dumps(data, indent=1) + "\n"


def _document(item: SavedDocument, folder: bytes) -> dict[str, Any]:
    relative = os.path.relpath(item.path, folder)
    out: dict[str, Any] = {"path": os.fsdecode(relative), "absolute": os.fsdecode(item.path)}
    out |= {"open": item.open, "access": item.access, "caret": item.caret, "first": item.first}
    if item.window is not None:
        out["window"] = {"offset": item.window[0], "length": item.window[1]}
    for name in ("size", "mtime_ns"):
        if getattr(item, name) is not None:
            out[name] = getattr(item, name)
    if item.identity is not None:
        out["identity"] = {"device": item.identity[0], "inode": item.identity[1]}
    if item.side or item.front:
        out |= {"side": item.side, "front": item.front}
    if item.selection is not None:
        out["selection"] = list(item.selection)
    if item.split:
        out |= {"split": item.split, "linked": item.linked}
        if item.second is not None:
            out["second"] = {"first": item.second[0], "caret": item.second[1]}
    if item.look:
        out["look"] = item.look
    if item.bookmarks:
        out["bookmarks"] = as_records(item.bookmarks)
    return out


def from_raw(raw: bytes, folder: bytes, schema: Schema) -> SavedSession:
    """The session of a file that lies in ``folder``. InputError says where it is not as it should be."""
    try:
        data = parsed(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("This is no session file: it is not written in UTF-8.") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError("This is no session file of Bytescope; open it as a file to see its bytes.")
    if type(data.get("version")) is int and data["version"] > VERSION:
        raise InputError("This session was saved by a newer Bytescope; open it with that one.")
    check(data, schema)
    documents = tuple(_from(item, folder, at) for at, item in enumerate(data["documents"], 1))
    return SavedSession(documents, data.get("current", 0), data.get("layout", {}))


def _from(item: dict[str, Any], folder: bytes, at: int) -> SavedDocument:
    window, selection = item.get("window"), item.get("selection")
    identity, second = item.get("identity"), item.get("second")
    if selection is not None and selection[0] > selection[1]:
        raise InputError(f"In document {at} the selection ends before it starts.")
    return SavedDocument(
        path=_path(item, folder, at),
        access=item.get("access", "edit"),
        window=(window["offset"], window["length"]) if window is not None else None,
        size=item.get("size"),
        mtime_ns=item.get("mtime_ns"),
        caret=item.get("caret", 0),
        first=item.get("first", 0),
        selection=(selection[0], selection[1]) if selection is not None else None,
        look=item.get("look", {}),
        bookmarks=tuple(from_records(item.get("bookmarks", []), f"document {at}, bookmark")),
        split=item.get("split", ""),
        linked=item.get("linked", False),
        open=item.get("open", True),
        identity=(identity["device"], identity["inode"]) if identity is not None else None,
        second=(second["first"], second["caret"]) if second is not None else None,
        side=item.get("side", 0),
        front=item.get("front", False),
    )


def _path(item: dict[str, Any], folder: bytes, at: int) -> bytes:
    """Where the file is: as seen from the session file, if it is there, else where it was."""
    try:
        paths = [os.fsencode(item[key]) for key in ("path", "absolute") if key in item]
    except UnicodeEncodeError:
        raise InputError(f"In document {at} the path is no name that a file can have.") from None
    if any(b"\0" in path for path in paths):
        raise InputError(f"In document {at} the path is no name that a file can have.")
    near = os.path.normpath(os.path.join(folder, paths[0]))
    if len(paths) > 1 and not os.path.lexists(near) and os.path.isabs(paths[1]):
        return paths[1]
    return near
