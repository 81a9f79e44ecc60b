"""``bytescope compare A B``: what differs between two files; status 0 nothing, 1 something, 2 trouble."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import names_of, open_source, say
from bytescope.core.errors import BytescopeError, InputError

if TYPE_CHECKING:
    from bytescope.core.compare.judging import Piece
    from bytescope.core.compare.pair import Pair
    from bytescope.core.compare.rows import PageRow, Run, Runs
    from bytescope.core.source.file import FileSource

COLUMNS = ("page", "pages", "offset", "length", "differing", "state")
SAME, DIFFERENT, TROUBLE = 0, 1, 2


def run(argv: list[str]) -> int:
    parser = parser_of(
        "compare", "Print what differs between two files. Status 0: nothing, 1: something, 2: trouble."
    )
    parser.add_argument("first", metavar="A")
    parser.add_argument("second", metavar="B")
    parser.add_argument(
        "--format",
        choices=("text", "csv", "json"),
        default="text",
        help="text: a line a page, from its first to its last differing byte; csv, json: runs of pages",
    )
    parser.add_argument("--shift", metavar="N", default="0", help="compare byte p of A with byte p + N of B")
    parser.add_argument("--limit", metavar="N", help="print no more rows than this; all are counted")
    parser.add_argument("--quiet", action="store_true", help="print nothing, end at the first difference")
    options = parser.parse_args(argv)
    try:
        first, second = open_source(options.first), open_source(options.second)
        from bytescope.core.compare.pair import Pair

        pair = Pair(first, second, _number("shift", options.shift, first))
        limit = None if options.limit is None else _number("limit", options.limit, first)
        if limit is not None and limit < 0:
            raise InputError("The limit of rows must be 0 or more; give another one.")
        return Comparing(pair, (first, second), options.format, limit, options.quiet).run()
    except BytescopeError as error:
        print(f"bytescope: {error}", file=sys.stderr)
        return TROUBLE


def _number(name: str, text: str, source: FileSource) -> int:
    from bytescope.core.text.numbers import parse_number

    try:
        return parse_number(text, names_of(source), relative=False)
    except InputError as error:
        raise InputError(f"The {name} is not a number: {error}") from error


class Comparing:
    """One run of the command."""

    def __init__(
        self, pair: Pair, files: tuple[FileSource, FileSource], form: str, limit: int | None, quiet: bool
    ) -> None:
        self._pair = pair
        self._files = files
        self._form = form
        self._limit = limit
        self._quiet = quiet
        self._printed = self._left = 0

    def run(self) -> int:
        from bytescope.core.compare.rows import Runs

        runs = Runs(self._pair)
        if self._quiet:
            return self._first_difference()
        if self._form == "text":
            for row in self._text_rows(runs):
                self._row(row)
        elif self._form == "csv":
            print(",".join(COLUMNS))
            for found in self._all_runs(runs):
                self._row(",".join(str(value) for value in self._values(found)))
        else:
            self._print_json(self._all_runs(runs))
        status, sentences = self._outcome(runs)
        for sentence in sentences:
            if self._form == "text" and status != TROUBLE:
                print(sentence)
            else:
                say(sentence)
        sys.stdout.flush()
        return status

    # -- rows ---------------------------------------------------------------------------------

    def _pieces(self) -> Iterator[Piece]:
        from bytescope.core.compare.walking import walk
        from bytescope.core.ticket import Ticket

        return walk(self._pair, Ticket())

    def _all_runs(self, runs: Runs) -> Iterator[Run]:
        for piece in self._pieces():
            yield from runs.take(piece)
        yield from runs.end()

    def _text_rows(self, runs: Runs) -> Iterator[str]:
        from bytescope.core.compare.rows import Sort, page_rows

        digits = max(8, len(f"{self._pair.size:X}"))
        for piece in self._pieces():
            done = [item for item in runs.take(piece) if item.sort is Sort.LOST]
            if self._limit is None or self._printed < self._limit:
                for row in page_rows(piece):
                    yield _text_of(row, digits)
            else:
                self._left += sum(1 for _ in page_rows(piece))
            for lost in done:
                yield _text_of_run(lost, digits)
        for found in runs.end():
            if found.sort is not Sort.DIFFERENT:
                yield _text_of_run(found, digits)

    def _values(self, found: Run) -> tuple[object, ...]:
        pages = found.range.pages
        differing = "" if found.differing is None else found.differing
        sort = found.sort.value.replace(" ", "-")
        return pages.first, pages.count, found.range.start, found.range.length, differing, sort

    def _row(self, text: str) -> None:
        if self._limit is not None and self._printed >= self._limit:
            self._left += 1
            return
        print(text)
        self._printed += 1

    def _print_json(self, runs: Iterator[Run]) -> None:
        """An array with an object a line, as ``pages`` prints it."""
        lead = "["
        for found in runs:
            if self._limit is not None and self._printed >= self._limit:
                self._left += 1
                continue
            values = (None if value == "" else value for value in self._values(found))
            print(f"{lead}\n{json.dumps(dict(zip(COLUMNS, values)))}", end="")
            lead = ","
            self._printed += 1
        print("[]" if lead == "[" else "\n]")

    def _first_difference(self) -> int:
        from bytescope.core.compare.verdicts import Verdict

        if self._pair.single or self._pair.before:
            return DIFFERENT
        lost = False
        for piece in self._pieces():
            if (piece.codes == Verdict.DIFFERENT).any():
                return DIFFERENT
            lost = lost or bool((piece.codes == Verdict.LOST).any())
        return TROUBLE if lost or self._changed() else SAME

    # -- how it ended -------------------------------------------------------------------------

    def _outcome(self, runs: Runs) -> tuple[int, list[str]]:
        from bytescope.core.text.comparison_text import lost_sentence, outcome

        names = self._files[0].name, self._files[1].name
        sentences = [outcome(self._pair, names, runs.pages, runs.bytes, runs.lost)]
        if self._left:
            sentences.append(f"{self._left:,} more rows are not shown.")
        changed = self._changed()
        differs = bool(runs.pages or self._pair.single or self._pair.before)
        if runs.lost:
            sentences.append(lost_sentence(runs.lost))
        status = TROUBLE if runs.lost or (changed and not differs) else DIFFERENT if differs else SAME
        for sentence in changed:
            say(sentence)
        return status, sentences

    def _changed(self) -> list[str]:
        """What another program did to the files meanwhile."""
        from bytescope.core.text.comparison_text import changed_sentence

        found = (changed_sentence(file.name, file.check_outside()) for file in self._files)
        return [sentence for sentence in found if sentence]


def _text_of_run(found: Run, digits: int) -> str:
    from bytescope.core.text.formats import plural

    return f"0x{found.range.start:0{digits}X}  {plural(found.range.length, 'byte')} {found.sort.value}"


def _text_of(row: PageRow, digits: int) -> str:
    more = "…" if row.range.length > len(row.mine) else " "
    return (
        f"0x{row.range.start:0{digits}X}  {row.range.length:>5}  {row.differing:>5}  "
        f"{row.mine.hex(' ').upper():<23}{more} | {row.other.hex(' ').upper():<23}{more}"
    ).rstrip()
