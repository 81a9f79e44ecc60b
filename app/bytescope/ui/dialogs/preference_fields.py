"""What the preferences have on their pages: a table of settings with their words."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bytescope.session.palettes import OURS
from bytescope.session.settings import ONE_OF
from bytescope.session.view_state import LAYOUTS, SCHEMES


class Field(NamedTuple):
    """A setting on ``page``; ``label`` and ``tip`` are in English."""

    page: str
    name: str
    label: str
    tip: str
    kind: Literal["choice", "check", "font", "points"] = "choice"
    choices: tuple[tuple[object, str], ...] = ()


PAGES: tuple[tuple[str, str], ...] = (
    ("Appearance", "What is chosen here is applied at once."),
    ("Hex Panel", "These go to all open documents, and to those that are opened later."),
    ("Files", "How files are opened."),
    ("Memory and Survey", "How pages are read for the map, and what is kept of what was learned."),
    ("Language", "Another language is used from the next start."),
)
"""Pages and what is said on top of them."""

FIELDS: tuple[Field, ...] = (
    Field(
        "Appearance",
        "theme",
        "&Colours",
        "Colours of the window",
        choices=(("system", "As the System"), ("light", "Light"), ("dark", "Dark")),
    ),
    Field("Appearance", "font_family", "&Font of the bytes", "A font whose letters are equally wide", "font"),
    Field(
        "Appearance",
        "font_points",
        "&Size of the bytes",
        "Also by Ctrl and the wheel over the bytes",
        "points",
    ),
    Field("Appearance", "scheme", "Map s&cheme", "What the colours of the map mean", choices=SCHEMES),
    Field("Appearance", "palette", "Map &palette", "Which colours the map has", choices=OURS),
    Field("Appearance", "layout", "Map &layout", "How the cells of the map lie", choices=LAYOUTS),
    Field(
        "Hex Panel",
        "columns",
        "&Bytes a row",
        "Bytes in a hex row",
        choices=((0, "As Many as Fit"), *((n, str(n)) for n in ONE_OF["columns"] if n)),
    ),
    Field(
        "Hex Panel",
        "group",
        "Bytes that stand &together",
        "Bytes that are written as one number",
        choices=tuple((n, str(n)) for n in ONE_OF["group"]),
    ),
    Field(
        "Hex Panel",
        "byteorder",
        "Byte &order of groups",
        "Which byte of a group comes first",
        choices=(("big", "Big Endian"), ("little", "Little Endian")),
    ),
    Field(
        "Hex Panel",
        "base",
        "&Write bytes as",
        "How bytes are written",
        choices=(("hex", "Hexadecimal"), ("dec", "Decimal"), ("oct", "Octal"), ("bin", "Binary")),
    ),
    Field(
        "Hex Panel",
        "encoding",
        "Text &encoding",
        "Encoding of the text column",
        choices=(
            ("ascii", "ASCII"),
            ("latin-1", "Latin-1"),
            ("cp437", "DOS (CP437)"),
            ("cp1252", "Windows (CP1252)"),
            ("cp500", "EBCDIC (CP500)"),
        ),
    ),
    Field(
        "Hex Panel",
        "offset_base",
        "Write o&ffsets as",
        "How offsets are written",
        choices=(("hex", "Hexadecimal"), ("dec", "Decimal"), ("oct", "Octal")),
    ),
    Field("Hex Panel", "fold", "Fold e&qual rows", "Show equal rows of the hex panel as one *", "check"),
    Field(
        "Hex Panel",
        "insert",
        "Open documents in &insert mode",
        "Typing inserts instead of overwriting, where the length of a document can change",
        "check",
    ),
    Field(
        "Files",
        "access",
        "&Access at opening",
        "Edit: changes reach the file when they are saved. Read: nothing can be changed. "
        "Live: each change is in the file at once",
        choices=(("edit", "Edit"), ("read", "Read Only"), ("live", "Live")),
    ),
    Field(
        "Memory and Survey",
        "survey_whole",
        "Read &everything for the map",
        "Else only samples of the file, and exactly what is in view",
        "check",
    ),
    Field(
        "Memory and Survey",
        "survey_rate",
        "Read at &most",
        "How fast pages are read that nobody waits for",
        choices=tuple((n, f"{n:,} MB/s" if n else "No Limit") for n in (0, 50, 200, 1000)),
    ),
    Field(
        "Memory and Survey",
        "map_memory",
        "Memory for the ma&p",
        "For what is known of the pages of one document; the least recently seen pages go first",
        choices=tuple(
            (n, f"{n} MiB" if n < 1024 else f"{n >> 10} GiB")
            for n in ONE_OF["map_memory"]
            if isinstance(n, int)
        ),
    ),
    Field(
        "Memory and Survey",
        "remember_pages",
        "&Remember what was read",
        "Keep what was learned of a file's pages, none of its bytes, and show it when it is opened again",
        "check",
    ),
    Field(
        "Language",
        "language",
        "&Language",
        "Language of the interface, from the next start",
        choices=(("system", "As the System"), ("en", "English"), ("zh", "中文")),
    ),
)
