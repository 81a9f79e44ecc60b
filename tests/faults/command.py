"""The fault battery's command line: chooses rows, plays them, prints one table."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from faults.playing import ROWS, Played, found_rows, play, play_here, shares
from faults.report import as_json, as_markdown, as_table, failures

SIZES = ("smoke", "push", "nightly")
NIGHT = 40
"""How many times as long as in a push a part of a row may take at night."""
YIELDING = 5
"""And by how much longer where others go first: at a low priority, or among tests that run beside it."""


def main(argv: list[str] | None = None, folder: Path = ROWS) -> int:
    """Run what ``argv`` asks for; 1 if anything failed, or was skipped with ``--must-run``."""
    options = _parser().parse_args(argv)
    if options.play:
        play_here(options.play, options.count, options.seed, options.told)
        return 0
    rows = found_rows(folder)
    if options.list:
        print("\n".join(f"{number:3} {row.title}" for number, (_, row) in rows.items()))
        return 0
    if unknown := set(options.numbers) - set(rows):
        print(f"There is no row {', '.join(map(str, sorted(unknown)))}; see --list.", file=sys.stderr)
        return 2
    began = time.monotonic()
    played = play(_wanted(options, rows), options.jobs)
    _tell(options, played, time.monotonic() - began)
    skipped = options.must_run and any(item.result.skipped for item in played)
    return 0 if all(item.good for item in played) and not skipped else 1


def _wanted(options: argparse.Namespace, rows: dict) -> list:
    chosen = [rows[number] for number in sorted(set(options.numbers)) or rows]
    stretch = NIGHT if options.size == "nightly" else 1
    if os.nice(0) > 0 or options.size == "smoke":  # a smoke is a test among others
        stretch *= YIELDING
    return [
        shares(file, row, options.count or getattr(row, options.size), options.seed, stretch * row.patience)
        for file, row in chosen
    ]


def _tell(options: argparse.Namespace, played: list[Played], wall: float) -> None:
    print(as_markdown(played) if options.markdown else as_table(played))
    for item in played:
        if not item.good:
            print(failures(item), file=sys.stderr)
    asked = f"seed {options.seed}, {options.size} size, {options.jobs} at a time"
    print(f"{asked}: {wall:.0f} s", file=sys.stderr)
    if options.json:
        content = as_json(played, options.size, options.seed, wall)
        options.json.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests/faults/run.py", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, metavar="ROW", help="numbers of rows (all)")
    parser.add_argument("--list", action="store_true", help="say which rows there are")
    size = parser.add_mutually_exclusive_group()
    for name, about in zip(SIZES, ("a few of each", "as for each change", "as for each night")):
        size.add_argument(f"--{name}", dest="size", action="store_const", const=name, help=about)
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes at a time")
    parser.add_argument("--seed", type=int, default=1, help="of the random choices (1)")
    parser.add_argument("--count", type=int, help="tries a row, instead of its own number")
    parser.add_argument("--must-run", action="store_true", help="what is skipped counts as failed")
    parser.add_argument("--markdown", action="store_true", help="print the table for a README")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write all results to a file")
    parser.add_argument("--play", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--told", type=Path, help=argparse.SUPPRESS)
    parser.set_defaults(size="push")
    return parser
