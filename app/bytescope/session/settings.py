"""What the program remembers from one start to the next: checked JSON, never code."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

MAX_BYTES = 1 << 20


class Settings(NamedTuple):
    """All of it has a default; a value of the wrong type in the file falls back to it."""

    theme: str = "system"
    scheme: str = "content"
    layout: str = "rows"
    columns: int = 0
    group: int = 1
    font_points: int = 0
    survey_whole: bool = True
    geometry: str = ""
    docks: str = ""
    docks_open: bool = False
    splitter: str = ""
    recent: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ("00", "FF", "AA", "55", "CAFEBABE", "DEADBEEF")
    needles: tuple[str, ...] = ()
    gotos: tuple[str, ...] = ()


def load(path: Path) -> tuple[Settings, str | None]:
    """The settings of ``path`` and a sentence about what was wrong with it, if anything was."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), f"The settings could not be read ({error.strerror}); the defaults are used."
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
            "The settings file is damaged; the defaults are used and it is replaced at the end.",
        )
    return _from_plain(data), None


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


def _from_plain(data: dict[str, Any]) -> Settings:
    default = Settings()
    good: dict[str, Any] = {}
    for name, wanted in default._asdict().items():
        value = data.get(name)
        if isinstance(wanted, tuple) and isinstance(value, list):
            good[name] = tuple(v for v in value if isinstance(v, str))[:100]
        elif type(value) is type(wanted):
            good[name] = value
    return default._replace(**good)
