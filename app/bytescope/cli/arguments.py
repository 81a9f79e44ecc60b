"""What the commands' argument parsers share."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from bytescope import __version__
from bytescope.cli import COMMANDS
from bytescope.core.text.formats import shown_input
from bytescope.session.view_state import SCHEMES

LONGEST_FAULT = 300
"""Characters of what the argument parser says that are shown: it repeats what was given."""

EPILOG = (
    "commands:\n"
    + "\n".join(f"  {name:11} {text}" for name, text in COMMANDS.items())
    + (
        "\n\nNumbers: 0x1F, 1Fh, 0o17, 0b1, 4096, 4Ki, 1T, p12 (page 12), sums and products of these."
        "\nRANGE: start..end (end exclusive), start+length, p4, p4..p8, all."
        "\nPATTERN: hex digits, text:…, u32le:… (u8 to i64, f32, f64), counter:START[,STEP[,WIDTH]],"
        "\n         offset:8le, page:4le, random:SEED, file:PATH."
        "\nA file that is named like a command is given as ./NAME."
    )
)


class Parser(argparse.ArgumentParser):
    """One sentence on standard error and status 2 for what cannot be understood."""

    def error(self, message: str) -> NoReturn:
        escaped = shown_input(message[:1].upper() + message[1:], LONGEST_FAULT)
        said = shown_input(escaped, LONGEST_FAULT)  # what is escaped is longer than it was
        print(f"bytescope: {said}; see {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


def parser_of(command: str, description: str) -> Parser:
    """A parser for ``bytescope command``."""
    return Parser(
        prog=f"bytescope {command}",
        description=description,
        epilog=EPILOG.split("\n\n", 1)[1],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def byte_order(given: str) -> str:
    """A byte order as it may be typed, short or long, as the long one."""
    return {"le": "little", "be": "big"}.get(given, given)


WINDOW: dict[str, object] = {
    "files": [],
    "demo": False,
    "safe_mode": False,
    **dict.fromkeys(
        ("access", "offset", "length", "go_to", "layer", "layout", "theme", "screenshot", "size", "session")
    ),
}
"""What the program itself does without options."""


def window_options(argv: list[str]) -> argparse.Namespace:
    """The options of the program itself. A parser is only made where there is something to be parsed."""
    if any(word.startswith("-") for word in argv):
        return window_parser().parse_args(argv)
    return argparse.Namespace(**WINDOW | {"files": list(argv)})


def window_parser() -> Parser:
    """The parser of the program itself, which opens the window."""
    parser = Parser(
        prog="bytescope",
        usage="bytescope [options] [FILE …]\n       bytescope COMMAND …",
        description="See and change every page of a file of any size.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--version", action="version", version=f"Bytescope {__version__}")
    add("files", nargs="*", metavar="FILE", help="files to open, each in a tab; NAME.bytescope: a session")
    add("--session", metavar="FILE", help="open the files of a session file, whatever its name")
    add("--demo", action="store_true", help="open a demo file made for a first look")
    add("--access", choices=("read", "edit", "live"), help="edit: nothing reaches the file "
        "before Save; live: each edit is stored at once (default: what the preferences say, at first "
        "edit)")  # fmt: skip
    add("--offset", metavar="N", help="map a window of the file that begins here")
    add("--length", metavar="N", help="and is this long")
    add("--go-to", metavar="N", help="put the caret here")
    add("--layer", choices=[key for key, _ in SCHEMES], help="what the map shows")
    add("--layout", choices=("rows", "hilbert", "zorder"), help="how the map's cells are laid out")
    add("--theme", choices=("system", "light", "dark"), help="colours of the window")
    add("--safe-mode", action="store_true", help="never map a file, only read it")
    add("--screenshot", metavar="OUT.png", help="save a picture of the window when the visible cells are "
        "known, and end")  # fmt: skip
    add("--size", metavar="WxH", help="size of the window in pixels")
    parser.set_defaults(**WINDOW)
    return parser
