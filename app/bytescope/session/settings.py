"""What the program remembers from one start to the next: checked JSON, never code."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from bytescope.session.wording import tr

MAX_BYTES = 1 << 20
MOST_RECENT = 12
LONGEST_TEXT = 1 << 16
"""Characters of one text: a path, a pattern, a window's layout."""

ONE_OF: dict[str, tuple[str | int, ...]] = {
    "theme": ("system", "light", "dark"),
    "scheme": ("content", "entropy", "mean", "zeros", "printable", "dominant", "copies", "age"),
    "palette": ("default", "soft", "contrast", "own"),
    "layout": ("rows", "hilbert", "zorder"),
    "columns": (0, 8, 16, 24, 32, 48, 64),
    "group": (1, 2, 4, 8),
    "font_points": tuple(range(41)),
    "survey_rate": (0, 50, 200, 1000),
    "map_memory": (64, 128, 256, 512, 1024, 2048, 4096),
    "base": ("hex", "dec", "oct", "bin"),
    "byteorder": ("big", "little"),
    "encoding": ("ascii", "latin-1", "cp437", "cp1252", "cp500"),
    "offset_base": ("hex", "dec", "oct"),
    "access": ("edit", "read", "live"),
    "language": ("system", "en", "zh"),
}
"""What the program offers: everything else would be met by code that never saw it."""

MOST_TEXTS = 100
MOST = {"shortcuts": 1000}
"""Texts that a list of the settings may have, where it is not ``MOST_TEXTS``."""


class Recent(NamedTuple):
    """The files opened last, newest first.

    Paths as text; bytes that are not UTF-8 are kept as the escapes that ``os.fsdecode`` makes.
    """

    paths: tuple[str, ...] = ()

    def opened(self, path: bytes | str) -> Recent:
        text = os.fsdecode(os.path.abspath(path))
        return Recent((text, *(p for p in self.paths if p != text))[:MOST_RECENT])

    def without(self, path: str) -> Recent:
        return Recent(tuple(p for p in self.paths if p != path))


class Settings(NamedTuple):
    """All of it has a default; a value of the file that cannot be falls back to it."""

    theme: str = "system"
    scheme: str = "content"
    palette: str = "default"
    palette_name: str = ""
    layout: str = "rows"
    layers: str = ""
    columns: int = 0
    group: int = 1
    base: str = "hex"
    byteorder: str = "big"
    encoding: str = "ascii"
    offset_base: str = "hex"
    fold: bool = False
    insert: bool = False
    font_family: str = ""
    font_points: int = 0
    access: str = "edit"
    language: str = "system"
    survey_whole: bool = True
    survey_rate: int = 0
    remember_pages: bool = True
    map_memory: int = 256
    geometry: str = ""
    docks: str = ""
    docks_open: bool = False
    splitter: str = ""
    recent: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ("00", "FF", "AA", "55", "CAFEBABE", "DEADBEEF")
    needles: tuple[str, ...] = ()
    gotos: tuple[str, ...] = ()
    structures: tuple[str, ...] = ()
    shortcuts: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    tour_seen: bool = False


def load(path: Path) -> tuple[Settings, str | None]:
    """The settings of ``path`` and a sentence about what was wrong with it, if anything was."""
    try:
        with open(path, "rb", opener=_never_waiting) as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or tr("no such name")
        return Settings(), tr("The settings could not be read ({why}); the defaults are used.", why=why)
    import json  # there is nothing to be read at the first start

    try:
        if len(raw) > MAX_BYTES:
            raise ValueError("too large")
        data = json.loads(raw)
        if not isinstance(data, dict):
            raise ValueError("not an object")
    except (ValueError, RecursionError):
        return (
            Settings(),
            tr("The settings file is damaged; the defaults are used and it is replaced at the end."),
        )
    settings, odd = _from_plain(data)
    if not odd:
        return settings, None
    return settings, tr(
        "The settings of {names} cannot be used; the defaults are used for them.", names=", ".join(odd)
    )


def _never_waiting(path: str, flags: int) -> int:
    """As ``os.open``; a pipe in the place of the file must not hold the start."""
    fd = os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError(errno.EINVAL, "they are no file")
    return fd


def save(settings: Settings, path: Path) -> None:
    """Write the settings so that a crash leaves the old or the new file. Failing to is not an error."""
    import json

    plain = json.dumps(settings._asdict(), indent=1)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(plain)
        os.replace(temporary, path)


def _from_plain(data: dict[str, Any]) -> tuple[Settings, list[str]]:
    """What can be used, and the names of those that had something else."""
    default = Settings()
    good: dict[str, Any] = {}
    odd: list[str] = []
    for name, wanted in default._asdict().items():
        if name not in data:
            continue
        value = data[name]
        if isinstance(wanted, tuple) and isinstance(value, list):
            texts = tuple(v for v in value if isinstance(v, str) and len(v) <= LONGEST_TEXT)
            good[name] = texts[: MOST.get(name, MOST_TEXTS)]
        elif _can_be(name, value, wanted):
            good[name] = value
        else:
            odd.append(name)
    return default._replace(**good), odd


def _can_be(name: str, value: object, wanted: object) -> bool:
    if type(value) is not type(wanted):
        return False
    if name in ONE_OF:
        return value in ONE_OF[name]
    return not isinstance(value, str) or len(value) <= LONGEST_TEXT
